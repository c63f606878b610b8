#include "features/audit/words.hpp"

#include <limits>

namespace hoshuban::audit {

Words::Words(const Table& kinds, const Table& fields)
{
    put(kinds_, kinds);
    put(fields_, fields);
}

void Words::put(Found& found, const Table& table)
{
    for (const auto& [key, text] : table)
        found.emplace(key, Word{text, static_cast<int>(found.size())});
}

void Words::add(const Words& other)
{
    kinds_.insert(other.kinds_.begin(), other.kinds_.end());
    fields_.insert(other.fields_.begin(), other.fields_.end());
}

std::vector<std::string> Words::kinds() const
{
    std::vector<std::string> kinds;
    for (const auto& [kind, word] : kinds_)
        kinds.push_back(kind);
    return kinds;
}

Text Words::kind(std::string_view kind) const
{
    const auto found = kinds_.find(kind);
    return found == kinds_.end() ? Text{std::string{kind}, std::string{kind}} : found->second.text;
}

Text Words::field(std::string_view subject_kind, std::string_view field) const
{
    const auto found = fields_.find(std::string{subject_kind} + "." + std::string{field});
    return found == fields_.end() ? Text{std::string{field}, std::string{field}} : found->second.text;
}

int Words::place_of(std::string_view subject_kind, std::string_view field) const
{
    const auto found = fields_.find(std::string{subject_kind} + "." + std::string{field});
    return found == fields_.end() ? std::numeric_limits<int>::max() : found->second.place;
}

}
