#include "formats/hive.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/utf16.hpp"

#include <algorithm>

namespace hoshuban::registry {
namespace {

constexpr std::size_t head_of_hive = 4096;
constexpr int deepest_key = 512; // Windows' own limit
constexpr std::size_t longest_name = 512; // bytes, of a key: Windows takes 255 characters
constexpr std::size_t piece_of_big_data = 16'344;
constexpr std::uint32_t no_cell = 0xFFFFFFFF;

// The words of cells: key, value, lists of keys, list of lists, data in pieces.
constexpr std::string_view key_word = "nk";
constexpr std::string_view value_word = "vk";
constexpr std::string_view pieces_word = "db";

std::string latin1_to_utf8(std::string_view bytes)
{
    std::string wide;
    for (const char c : bytes) {
        wide += c;
        wide += '\0';
    }
    return utf16::to_utf8(wide);
}

std::string name_from(std::string_view bytes, bool one_byte_a_character)
{
    return one_byte_a_character ? latin1_to_utf8(bytes) : utf16::to_utf8(bytes);
}

bool is_header_sound(std::string_view head)
{
    std::uint32_t checksum = 0;
    for (std::size_t at = 0; at < 508; at += 4)
        checksum ^= little_endian<std::uint32_t>(head.data() + at);
    // Windows stores neither of these two.
    checksum = checksum == 0 ? 1 : checksum == 0xFFFFFFFF ? 0xFFFFFFFE : checksum;
    const bool written = little_endian<std::uint32_t>(head.data() + 4) == little_endian<std::uint32_t>(head.data() + 8);
    return written && checksum == little_endian<std::uint32_t>(head.data() + 508);
}

bool same_name(std::string_view a, std::string_view b)
{
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, small, small);
}

}

Result<Hive> Hive::open(std::string_view bytes)
{
    if (!bytes.starts_with("regf"))
        return fail(
            ErrorKind::invalid, "hive/not_a_hive", {"レジストリハイブではありません。", "this is no registry hive"});
    const auto broken = [] {
        return fail(ErrorKind::invalid, "hive/broken",
            {"レジストリハイブが壊れています。もう一度集めてください。",
                "the registry hive is damaged: collect it again"});
    };
    if (bytes.size() < head_of_hive)
        return broken();
    Hive hive{bytes, little_endian<std::uint32_t>(bytes.data() + 36)};
    if (!hive.key_at(hive.root_))
        return broken();
    return hive;
}

Hive::Hive(std::string_view bytes, std::size_t root)
    : cells_{bytes.substr(head_of_hive)}
    , root_{root}
    , sound_{is_header_sound(bytes)}
{
}

Key Hive::root() const
{
    return *key_at(root_);
}

std::optional<Key> Hive::find(std::string_view path) const
{
    Key key = root();
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('\\'), path.size());
        const std::string_view name = path.substr(0, end);
        auto keys = keys_of(key);
        const auto found = std::ranges::find_if(keys, [&](const Key& each) { return same_name(each.name, name); });
        if (found == keys.end())
            return std::nullopt;
        key = std::move(*found);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return key;
}

// Keys take at least 80 bytes, and no cell belongs to two of them; paths repeat names.
Hive::Budget Hive::whole_budget() const
{
    return {cells_.size() / 80 + 1, 16 * cells_.size()};
}

std::vector<Key> Hive::keys_of(const Key& key) const
{
    Budget budget = whole_budget();
    return keys_of(key, budget);
}

std::vector<Value> Hive::values_of(const Key& key) const
{
    Budget budget = whole_budget();
    return values_of(key, budget);
}

std::vector<Key> Hive::keys_of(const Key& key, Budget& budget) const
{
    std::vector<Key> keys;
    const std::string_view bytes = cell(key.cell);
    if (little_endian<std::uint32_t>(bytes.data() + 20) > 0)
        add_keys(little_endian<std::uint32_t>(bytes.data() + 28), 0, keys, budget);
    return keys;
}

std::vector<Value> Hive::values_of(const Key& key, Budget& budget) const
{
    std::vector<Value> values;
    const std::string_view bytes = cell(key.cell);
    const std::size_t count = little_endian<std::uint32_t>(bytes.data() + 36);
    if (count == 0)
        return values;
    const std::string_view list = cell(little_endian<std::uint32_t>(bytes.data() + 40));
    const std::size_t there = std::min(count, list.size() / 4);
    broken_ += there < count ? 1 : 0;
    for (std::size_t i = 0; i < there && budget.spend(4); ++i) {
        if (auto value = value_at(little_endian<std::uint32_t>(list.data() + 4 * i), budget))
            values.push_back(std::move(*value));
        else
            ++broken_;
    }
    return values;
}

void Hive::visit(const Visit& visit) const
{
    std::string path;
    Budget budget = whole_budget();
    visit_below(path, root(), 0, budget, visit);
}

void Hive::visit_below(std::string& path, const Key& key, int depth, Budget& budget, const Visit& visit) const
{
    if (depth > deepest_key || !budget.spend(path.size())) {
        ++broken_;
        return;
    }
    visit(path, key, values_of(key, budget));
    for (const Key& each : keys_of(key, budget)) {
        const std::size_t before = path.size();
        if (!path.empty())
            path += '\\';
        path += each.name;
        visit_below(path, each, depth + 1, budget, visit);
        path.resize(before);
    }
}

// The content of a cell in use; nothing when there is none.
std::string_view Hive::cell(std::size_t offset) const
{
    if (offset >= cells_.size() || cells_.size() - offset < 4)
        return {};
    const std::int64_t size = -std::int64_t{little_endian<std::int32_t>(cells_.data() + offset)};
    if (size < 4 || static_cast<std::size_t>(size) > cells_.size() - offset)
        return {};
    return cells_.substr(offset + 4, static_cast<std::size_t>(size) - 4);
}

std::optional<Key> Hive::key_at(std::size_t offset) const
{
    const std::string_view bytes = cell(offset);
    if (bytes.size() < 76 || !bytes.starts_with(key_word))
        return std::nullopt;
    const std::size_t size = little_endian<std::uint16_t>(bytes.data() + 72);
    if (size > bytes.size() - 76 || size > longest_name)
        return std::nullopt;
    const bool one_byte = (little_endian<std::uint16_t>(bytes.data() + 2) & 0x20U) != 0;
    return Key{name_from(bytes.substr(76, size), one_byte),
        windows::FileTime{little_endian<std::uint64_t>(bytes.data() + 4)}, offset};
}

std::optional<Value> Hive::value_at(std::size_t offset, Budget& budget) const
{
    const std::string_view bytes = cell(offset);
    if (bytes.size() < 20 || !bytes.starts_with(value_word))
        return std::nullopt;
    const std::size_t name_size = little_endian<std::uint16_t>(bytes.data() + 2);
    if (name_size > bytes.size() - 20)
        return std::nullopt;
    const bool one_byte = (little_endian<std::uint16_t>(bytes.data() + 16) & 1U) != 0;
    const auto size = little_endian<std::uint32_t>(bytes.data() + 4);
    constexpr std::uint32_t inside = 0x80000000; // data of up to four bytes stand where their offset would
    if (!budget.spend(name_size + ((size & inside) != 0 ? 4 : size)))
        return std::nullopt;
    auto data = (size & inside) != 0
        ? ((size & ~inside) <= 4 ? std::optional{std::string{bytes.substr(8, size & ~inside)}} : std::nullopt)
        : data_of(size, little_endian<std::uint32_t>(bytes.data() + 8));
    if (!data)
        return std::nullopt;
    return Value{name_from(bytes.substr(20, name_size), one_byte),
        static_cast<Type>(little_endian<std::uint32_t>(bytes.data() + 12)), std::move(*data)};
}

std::optional<std::string> Hive::data_of(std::uint32_t size, std::size_t offset) const
{
    if (size == 0)
        return std::string{};
    const std::string_view bytes = cell(offset);
    if (size > piece_of_big_data && bytes.starts_with(pieces_word) && bytes.size() >= 8)
        return big_data(size, bytes);
    return size <= bytes.size() ? std::optional{std::string{bytes.substr(0, size)}} : std::nullopt;
}

std::optional<std::string> Hive::big_data(std::uint32_t size, std::string_view head) const
{
    const std::size_t count = little_endian<std::uint16_t>(head.data() + 2);
    const std::string_view list = cell(little_endian<std::uint32_t>(head.data() + 4));
    std::string data;
    for (std::size_t i = 0; i < count && 4 * i + 4 <= list.size() && data.size() < size; ++i) {
        const std::string_view piece = cell(little_endian<std::uint32_t>(list.data() + 4 * i));
        data += piece.substr(0, std::min<std::size_t>(piece_of_big_data, size - data.size()));
        if (piece.empty())
            break;
    }
    return data.size() == size ? std::optional{std::move(data)} : std::nullopt;
}

void Hive::add_keys(std::size_t list, int depth, std::vector<Key>& keys, Budget& budget) const
{
    const std::string_view bytes = list == no_cell ? std::string_view{} : cell(list);
    const bool hashed = bytes.starts_with("lf") || bytes.starts_with("lh");
    const bool of_lists = bytes.starts_with("ri");
    if (bytes.size() < 4 || (!hashed && !of_lists && !bytes.starts_with("li")) || (of_lists && depth > 0)) {
        ++broken_;
        return;
    }
    const std::size_t step = hashed ? 8 : 4;
    const std::size_t count = little_endian<std::uint16_t>(bytes.data() + 2);
    for (std::size_t i = 0; i < count; ++i) {
        if (4 + (i + 1) * step > bytes.size() || budget.keys == 0 || !budget.spend(4)) {
            ++broken_;
            return;
        }
        const std::size_t offset = little_endian<std::uint32_t>(bytes.data() + 4 + i * step);
        if (of_lists) {
            add_keys(offset, depth + 1, keys, budget);
        } else if (auto key = key_at(offset); key && budget.spend(key->name.size())) {
            keys.push_back(std::move(*key));
            --budget.keys;
        } else {
            ++broken_;
        }
    }
}

}
