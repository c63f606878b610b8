#include "features/contract/profile_diff_doc.hpp"

#include "formats/csv_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::contract {
namespace {

using yaml::Kind;
using yaml::Value;

// Values by their path, in the order of the file.
struct Flat {
    std::vector<std::pair<std::string, std::string>> values;
    std::map<std::string, std::string, std::less<>> by_path;

    void add(std::string path, std::string text)
    {
        by_path.emplace(path, text);
        values.emplace_back(std::move(path), std::move(text));
    }
};

// What tells an entry of a list from its neighbours.
std::optional<std::string> key_of(const Value& item)
{
    for (const std::string_view key : {"id", "number", "no", "mark"}) {
        const auto found = std::ranges::find(item.entries, key, &yaml::Entry::key);
        if (found != item.entries.end() && found->value.kind == Kind::scalar)
            return fmt::format("{}={}", key, found->value.text);
    }
    return std::nullopt;
}

void flatten(const Value& value, const std::string& path, Flat& flat);

void flatten_items(const Value& list, const std::string& path, Flat& flat)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        std::string key = key_of(list.items[i]).value_or(fmt::format("{}", i));
        if (!seen.insert(key).second)
            key += fmt::format(",{}", i);
        flatten(list.items[i], fmt::format("{}[{}]", path, key), flat);
    }
}

void flatten(const Value& value, const std::string& path, Flat& flat)
{
    switch (value.kind) {
    case Kind::null:
        return;
    case Kind::scalar:
        flat.add(path, value.text);
        return;
    case Kind::sequence:
        flatten_items(value, path, flat);
        return;
    case Kind::mapping:
        for (const yaml::Entry& entry : value.entries)
            flatten(entry.value, path.empty() ? entry.key : path + "." + entry.key, flat);
        return;
    }
}

std::optional<Value> parse(const std::string& name, std::string_view bytes)
{
    yaml::Problems problems(name);
    auto root = name.ends_with(".csv") ? csv::parse_table(bytes, problems)
        : name.ends_with(".yaml")      ? yaml::parse(bytes, problems)
                                       : std::nullopt;
    return problems.empty() ? std::move(root) : std::nullopt;
}

Flat flat_file(const ProfileFiles& files, const std::string& name)
{
    Flat flat;
    const auto found = files.find(name);
    if (found == files.end())
        return flat;
    if (const auto root = parse(name, found->second))
        flatten(*root, {}, flat);
    else
        flat.add("", fmt::format("{} bytes", found->second.size()));
    return flat;
}

void compare(
    const std::string& name, const ProfileFiles& before, const ProfileFiles& after, std::vector<Difference>& found)
{
    const Flat old_file = flat_file(before, name);
    const Flat new_file = flat_file(after, name);
    for (const auto& [path, text] : old_file.values) {
        const auto now = new_file.by_path.find(path);
        if (now == new_file.by_path.end())
            found.push_back({name, path, DifferenceKind::removed, text, {}});
        else if (now->second != text)
            found.push_back({name, path, DifferenceKind::changed, text, now->second});
    }
    for (const auto& [path, text] : new_file.values) {
        if (!old_file.by_path.contains(path))
            found.push_back({name, path, DifferenceKind::added, {}, text});
    }
}

}

std::vector<Difference> diff(const ProfileFiles& before, const ProfileFiles& after)
{
    std::set<std::string> names;
    for (const ProfileFiles* files : {&before, &after}) {
        for (const auto& [name, bytes] : *files)
            names.insert(name);
    }
    std::vector<Difference> found;
    for (const std::string& name : names) {
        const auto old_bytes = before.find(name);
        const auto new_bytes = after.find(name);
        const bool same =
            old_bytes != before.end() && new_bytes != after.end() && old_bytes->second == new_bytes->second;
        if (same)
            continue;
        const std::size_t so_far = found.size();
        compare(name, before, after, found);
        // Bytes of a form may differ without a difference that can be read.
        if (found.size() == so_far && !name.ends_with(".yaml") && !name.ends_with(".csv"))
            found.push_back({name, {}, DifferenceKind::changed, {}, {}});
    }
    return found;
}

}
