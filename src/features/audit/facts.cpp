#include "features/audit/facts.hpp"

#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace hoshuban::audit {
namespace {

void append_text(std::string& json, std::string_view text)
{
    json += '"';
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
            continue;
        }
        if (c == '"' || c == '\\')
            json += '\\';
        json += c;
    }
    json += '"';
}

}

std::string facts_json(const std::map<std::string, std::string>& facts)
{
    std::string json = "{";
    for (const auto& [field, value] : facts) {
        if (json.size() > 1)
            json += ',';
        append_text(json, field);
        json += ':';
        append_text(json, value);
    }
    return json + "}";
}

}
