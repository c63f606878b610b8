#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban::ldif {

struct Attribute {
    std::string name;
    std::string value; ///< bytes; text is UTF-8

    bool operator==(const Attribute&) const = default;
};

/// An object of a directory.
struct Entry {
    std::string dn;
    std::vector<Attribute> attributes = {}; ///< in their order, one for each value

    bool operator==(const Entry&) const = default;
};

/// Reads what `ldifde -f` writes (RFC 2849). Base64 is decoded; what a value refers to by URL is not fetched but
/// refused, as is every line of no known form, with its number.
Result<std::vector<Entry>> parse(std::string_view bytes);

/// The value for people: identifiers (objectSid, objectGUID) as Windows writes them, text as it is, else hexadecimal
/// digits.
std::string to_text(const Attribute&);

}
