#include "features/site/contact.hpp"

#include "core/fold.hpp"
#include "core/typed_fields.hpp"

#include <algorithm>
#include <string_view>

namespace hoshuban::site {
namespace {

constexpr std::size_t longest_contact_word = 100;
constexpr std::size_t longest_phone = 40;
constexpr std::size_t longest_contact_note = 500;
constexpr std::ptrdiff_t fewest_digits = 4; // of an extension

std::unexpected<Error> wrong_contact(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

bool is_phone(std::string_view text)
{
    constexpr std::string_view signs = "+-()., #*";
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::string_view extension = "内線";
    std::string rest{text};
    if (const auto at = rest.find(extension); at != std::string::npos)
        rest.erase(at, extension.size());
    return std::ranges::count_if(rest, digit) >= fewest_digits &&
        std::ranges::all_of(rest, [&](char c) { return digit(c) || signs.find(c) != std::string_view::npos; });
}

}

Result<void> take(Contact& contact)
{
    TRY(take_fields(
        {{"name", contact.name, longest_contact_word, true}, {"section", contact.section, longest_contact_word},
            {"phone", contact.phone, longest_phone}, {"note", contact.note, longest_contact_note}}));
    contact.phone = narrow(contact.phone);
    if (!contact.phone.empty() && !is_phone(contact.phone)) {
        return wrong_contact("phone", "site/phone",
            {"電話番号を数字とハイフンで入れてください（内線も書けます。例: 011-000-0000 内線 1234）。",
                "enter the number with digits and dashes, and an extension if there is one"});
    }
    if (contact.to && *contact.to < contact.from) {
        return wrong_contact("to", "site/ends_before",
            {"終わりの日は始まりの日以後にしてください。", "the last day is not before the first"});
    }
    return {};
}

bool holds(const Contact& contact, LocalDay day)
{
    return contact.from <= day && (!contact.to || day <= *contact.to);
}

}
