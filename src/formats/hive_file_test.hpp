#pragma once
#include "formats/byte_cursor.hpp"
#include "formats/registry_value.hpp"
#include "formats/utf16.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// Writes registry hives as Windows does, to be read.
namespace hoshuban::test {

struct HiveKey {
    std::string name;
    std::vector<registry::Value> values = {};
    std::vector<HiveKey> keys = {};
    bool list_of_lists = false;
};

class HiveWriter {
public:
    explicit HiveWriter(const HiveKey& root)
    {
        bytes_ = "hbin";
        bytes_.resize(32);
        const std::uint32_t at = add_key(root);
        bytes_.resize((bytes_.size() + 4095) / 4096 * 4096);
        put(bytes_, 8, static_cast<std::uint32_t>(bytes_.size()));
        head_ = "regf";
        head_.resize(4096);
        put(head_, 4, 7U);
        put(head_, 8, 7U);
        put(head_, 20, 1U);
        put(head_, 24, 5U);
        put(head_, 36, at);
        put(head_, 40, static_cast<std::uint32_t>(bytes_.size()));
        seal(head_);
    }

    std::string bytes() const { return head_ + bytes_; }

    static void seal(std::string& head)
    {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < 508; i += 4)
            sum ^= little_endian<std::uint32_t>(head.data() + i);
        put(head, 508, sum);
    }

    template <class T>
    static void put(std::string& bytes, std::size_t at, T number)
    {
        std::memcpy(bytes.data() + at, &number, sizeof number);
    }

private:
    std::uint32_t add_cell(const std::string& content)
    {
        const auto at = static_cast<std::uint32_t>(bytes_.size());
        const std::size_t size = (content.size() + 4 + 7) / 8 * 8;
        bytes_.resize(at + size);
        put(bytes_, at, -static_cast<std::int32_t>(size));
        bytes_.replace(at + 4, content.size(), content);
        return at;
    }

    static bool is_ascii(std::string_view text)
    {
        return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    }

    std::uint32_t add_data(const std::string& data)
    {
        constexpr std::size_t piece = 16'344;
        if (data.size() <= piece)
            return add_cell(data);
        std::string list;
        for (std::size_t at = 0; at < data.size(); at += piece) {
            const std::uint32_t cell = add_cell(data.substr(at, piece));
            list.append(reinterpret_cast<const char*>(&cell), 4);
        }
        std::string head = "db";
        head.resize(8);
        put(head, 2, static_cast<std::uint16_t>(list.size() / 4));
        put(head, 4, add_cell(list));
        return add_cell(head);
    }

    std::uint32_t add_value(const registry::Value& value)
    {
        const bool ascii = is_ascii(value.name);
        const std::string name = ascii ? value.name : utf16::from_utf8(value.name);
        std::string cell = "vk";
        cell.resize(20);
        put(cell, 2, static_cast<std::uint16_t>(name.size()));
        const auto size = static_cast<std::uint32_t>(value.data.size());
        const bool inside = size <= 4;
        put(cell, 4, inside ? size | 0x80000000U : size);
        if (inside)
            cell.replace(8, size, value.data);
        else
            put(cell, 8, add_data(value.data));
        put(cell, 12, static_cast<std::uint32_t>(value.type));
        put(cell, 16, static_cast<std::uint16_t>(ascii ? 1 : 0));
        return add_cell(cell + name);
    }

    std::uint32_t add_list(const char* word, const std::vector<std::uint32_t>& cells, bool hashed)
    {
        std::string list = word;
        list.resize(4);
        put(list, 2, static_cast<std::uint16_t>(cells.size()));
        for (const std::uint32_t cell : cells) {
            list.append(reinterpret_cast<const char*>(&cell), 4);
            list.append(hashed ? 4 : 0, '\0');
        }
        return add_cell(list);
    }

    std::uint32_t add_key(const HiveKey& key)
    {
        std::vector<std::uint32_t> keys;
        for (const HiveKey& each : key.keys)
            keys.push_back(add_key(each));
        std::string values;
        for (const registry::Value& value : key.values) {
            const std::uint32_t cell = add_value(value);
            values.append(reinterpret_cast<const char*>(&cell), 4);
        }
        const bool ascii = is_ascii(key.name);
        const std::string name = ascii ? key.name : utf16::from_utf8(key.name);
        std::string cell = "nk";
        cell.resize(76);
        put(cell, 2, static_cast<std::uint16_t>(ascii ? 0x20 : 0));
        put(cell, 4, std::uint64_t{133'536'959'931'234'567});
        put(cell, 20, static_cast<std::uint32_t>(keys.size()));
        std::uint32_t list =
            keys.empty() ? 0xFFFFFFFFU : add_list(key.list_of_lists ? "li" : "lh", keys, !key.list_of_lists);
        if (key.list_of_lists)
            list = add_list("ri", {list}, false);
        put(cell, 28, list);
        put(cell, 36, static_cast<std::uint32_t>(key.values.size()));
        put(cell, 40, values.empty() ? 0xFFFFFFFFU : add_cell(values));
        put(cell, 72, static_cast<std::uint16_t>(name.size()));
        return add_cell(cell + name);
    }

    std::string head_;
    std::string bytes_;
};

}
