#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// The registry of Windows as evidence: hives (regf, also .wfw), and exports as text (.reg).
namespace hoshuban::registry {

enum class Type : std::uint32_t {
    none = 0,
    text = 1, ///< REG_SZ
    expandable_text = 2,
    binary = 3,
    number = 4, ///< REG_DWORD
    big_endian_number = 5,
    link = 6,
    texts = 7, ///< REG_MULTI_SZ
    long_number = 11, ///< REG_QWORD
};

/// `REG_SZ`; of a type without a name `REG_0x12`.
std::string name_of_type(Type);

/// A value of a key. `name` is empty for the key's own value.
struct Value {
    std::string name = {};
    Type type = Type::none;
    std::string data = {}; ///< as it lies in a hive: little-endian, texts as UTF-16LE with a NUL

    bool operator==(const Value&) const = default;
};

/// The value for people: text, a decimal number, texts one a line, else hexadecimal digits. So is what does not have
/// the size of its type.
std::string to_text(const Value&);
/// Whether to_text writes a decimal number.
bool is_number(const Value&);

}
