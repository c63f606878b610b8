#include "features/account/addressee.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::account {
namespace {

constexpr std::size_t longest_mail = 254;
constexpr std::size_t longest_local = 64;

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local(std::string_view text)
{
    return !text.empty() && text.size() <= longest_local && text.front() != '.' && text.back() != '.' &&
        text.find("..") == std::string_view::npos && std::ranges::all_of(text, [](char c) {
            return is_letter_or_digit(c) || std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(c) != std::string_view::npos;
        });
}

bool is_host_label(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
        std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_host(std::string_view text)
{
    while (true) {
        const auto dot = text.find('.');
        if (!is_host_label(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

}

Result<std::string> check_mail(std::string_view typed)
{
    std::string text = narrow(typed);
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    const auto at = text.rfind('@');
    if (text.empty())
        return text;
    if (text.size() > longest_mail || at == std::string::npos || !is_local(std::string_view{text}.substr(0, at)) ||
        !is_host(std::string_view{text}.substr(at + 1))) {
        const Text wrong{"メールアドレスは「name@example.jp」の形で、半角の英数字と記号で入力してください。",
            "Enter a mail address like name@example.jp, in plain letters, digits and signs."};
        return fail(ErrorKind::invalid, "account/mail_invalid", wrong, {{"mail", "account/mail_invalid", wrong}});
    }
    return text;
}

}
