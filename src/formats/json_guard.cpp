#include "formats/json_guard.hpp"

#include "core/fold.hpp"
#include "core/password_hint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>

namespace hoshuban::json {
namespace {

const Text my_number{"マイナンバーと思われる12桁の番号があります。個人番号は登録できません。消してください。",
    "this holds twelve digits that can be a My Number: remove them, residents' numbers are never stored"};
const Text password_like{"パスワードと思われる文字があります。パスワードは記録に残さないでください。",
    "this seems to hold a password: passwords must not be put on record"};

constexpr std::size_t uuid_length = 36;
constexpr std::size_t digest_length = 64;

// By chance, the digits of an id could be those of a My Number.
bool is_identity(std::string_view text)
{
    return (text.size() == uuid_length || text.size() == digest_length) &&
        std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
}

void look(const simdjson::dom::element& element, const std::string& path, UnsafeTexts& found)
{
    std::string_view text;
    simdjson::dom::array items;
    simdjson::dom::object members;
    if (element.get_string().get(text) == simdjson::SUCCESS) {
        if (is_identity(text))
            return;
        if (find_my_number(text))
            found.my_numbers.push_back({path, "text/my_number", my_number});
        if (has_password_hint(text))
            found.password_like.push_back({path, "text/password_like", password_like});
    } else if (element.get_array().get(items) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const auto item : items)
            look(item, fmt::format("{}[{}]", path, index++), found);
    } else if (element.get_object().get(members) == simdjson::SUCCESS) {
        for (const auto& [key, member] : members)
            look(member, path.empty() ? std::string(key) : fmt::format("{}.{}", path, key), found);
    }
}

}

UnsafeTexts unsafe_texts(std::string_view bytes)
{
    UnsafeTexts found;
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    constexpr std::size_t depth = 32;
    if (parser.allocate(bytes.size(), depth) == simdjson::SUCCESS &&
        parser.parse(bytes.data(), bytes.size()).get(root) == simdjson::SUCCESS)
        look(root, "", found);
    return found;
}

}
