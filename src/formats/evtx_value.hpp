#pragma once
#include "formats/windows_types.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::evtx {

/// The types that values have in BinXML.
enum class Type : std::uint8_t {
    null = 0x00,
    string = 0x01, ///< UTF-16LE
    ansi = 0x02, ///< in the code page of the machine that wrote it
    int8 = 0x03,
    uint8 = 0x04,
    int16 = 0x05,
    uint16 = 0x06,
    int32 = 0x07,
    uint32 = 0x08,
    int64 = 0x09,
    uint64 = 0x0A,
    real32 = 0x0B,
    real64 = 0x0C,
    boolean = 0x0D,
    binary = 0x0E,
    guid = 0x0F,
    size = 0x10, ///< 4 or 8 bytes, shown in hexadecimal digits
    file_time = 0x11,
    system_time = 0x12,
    sid = 0x13,
    hex32 = 0x14,
    hex64 = 0x15,
    handle = 0x20,
    xml = 0x21, ///< BinXML inside of BinXML
    evt_xml = 0x23,
};

/// A value as it lies in the log: nothing is copied or converted before it is asked for. Null when it is absent.
struct Value {
    Type type = Type::null;
    std::string_view bytes = {};

    bool is_null() const { return type == Type::null; }
};

/// How many bytes values of the type have; 0 when that differs.
std::size_t fixed_size(Type);

/// Appends the value as Windows writes it in XML: texts without NULs at their end, decimal integers, 0x… for
/// hexadecimal types, times in UTC with seven decimals. What does not have the size of its type is written in
/// hexadecimal digits.
void append_text(std::string& out, const Value&);
std::string to_text(const Value&);

/// Whether append_text writes a decimal number.
bool is_number(const Value&);

/// An integer of any type, or a text of decimal or 0x… digits (logs that were written without templates have texts
/// only); nothing for anything else, and for what is negative.
std::optional<std::uint64_t> unsigned_of(const Value&);

/// A time of either type, or a text.
std::optional<windows::FileTime> time_of(const Value&);

}
