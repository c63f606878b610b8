#include "features/audit/words.hpp"

namespace hoshuban::audit {
namespace {

Text text_of(const Words::Table& table, std::string_view key, std::string_view otherwise)
{
    const auto found = table.find(key);
    return found == table.end() ? Text{std::string{otherwise}, std::string{otherwise}} : found->second;
}

}

void Words::add(const Words& other)
{
    kinds_.insert(other.kinds_.begin(), other.kinds_.end());
    fields_.insert(other.fields_.begin(), other.fields_.end());
}

Text Words::kind(std::string_view kind) const
{
    return text_of(kinds_, kind, kind);
}

Text Words::field(std::string_view subject_kind, std::string_view field) const
{
    return text_of(fields_, std::string{subject_kind} + "." + std::string{field}, field);
}

}
