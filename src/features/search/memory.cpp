#include "features/search/memory.hpp"

namespace hoshuban::search {
namespace {

std::vector<Marking> folded(const std::vector<Field>& fields)
{
    std::vector<Marking> marked;
    marked.reserve(fields.size());
    for (const Field& field : fields)
        marked.emplace_back(field.text);
    return marked;
}

}

ReadPiece::ReadPiece(Texts read)
    : texts{std::move(read)}
    , number{texts.number}
    , title{texts.title}
    , fields{folded(texts.fields)}
{
}

// Beside each byte of a text stand its folded one and the four bytes that say where that came from.
std::size_t ReadPiece::bytes() const
{
    constexpr std::size_t for_each_byte = 6;
    std::size_t size = sizeof(ReadPiece) + (texts.number.size() + texts.title.size()) * for_each_byte;
    for (const Field& field : texts.fields)
        size += sizeof(Field) + sizeof(Marking) + field.text.size() * for_each_byte;
    return size;
}

std::optional<Cursor> States::find(const ContractId& contract) const
{
    const std::lock_guard lock{mutex_};
    const auto found = asked_.find(contract);
    if (found == asked_.end() || std::chrono::steady_clock::now() - found->second.at >= recheck_)
        return std::nullopt;
    return found->second.state;
}

void States::keep(const ContractId& contract, const Cursor& state)
{
    const std::lock_guard lock{mutex_};
    asked_.insert_or_assign(contract, Asked{state, std::chrono::steady_clock::now()});
}

void States::forget(const ContractId& contract)
{
    const std::lock_guard lock{mutex_};
    asked_.erase(contract);
}

}
