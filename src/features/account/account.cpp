#include "features/account/account.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::account {
namespace {

constexpr std::size_t longest_login = 64;
constexpr std::size_t longest_name = 100;

bool is_login_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
        std::string_view{"._-@"}.find(c) != std::string_view::npos;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return std::string{text.substr(first, text.find_last_not_of(' ') - first + 1)};
}

std::unexpected<Error> refused(std::string path, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(path), code, text}});
}

}

// Only letters change case: the dashes and dots that core's fold() drops tell two user IDs apart.
std::string login_key(std::string_view login)
{
    std::string key = trimmed(narrow(login));
    std::ranges::transform(
        key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return key;
}

Result<std::string> check_login(std::string_view login)
{
    std::string text = trimmed(narrow(login));
    if (text.empty() || text.size() > longest_login || !std::ranges::all_of(text, is_login_character)) {
        return refused("login", "account/login_invalid",
            {"利用者IDは、半角の英数字と「.」「_」「-」「@」で64文字までにしてください。",
                "A user ID has up to 64 letters, digits, '.', '_', '-' or '@'."});
    }
    return text;
}

Result<std::string> check_name(std::string_view name)
{
    std::string text = trimmed(name);
    const auto flaws = find_flaws(text);
    const bool broken = std::ranges::any_of(flaws, [](const FoundFlaw& found) {
        return found.flaw == TextFlaw::broken_utf8 || found.flaw == TextFlaw::nul || found.flaw == TextFlaw::control;
    });
    const auto characters = count_characters(text);
    if (broken || characters == 0 || characters > longest_name || text.find_first_of("\t\r\n") != std::string::npos) {
        return refused("name", "account/name_invalid",
            {"氏名は、改行などを含めずに1文字から100文字までで入力してください。",
                "A name is one line of 1 to 100 characters."});
    }
    return text;
}

}
