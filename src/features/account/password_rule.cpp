#include "features/account/password_rule.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace hoshuban::account {
namespace {

constexpr std::size_t fewest_different_characters = 5;
// What stands around a guessable word must itself be worth guessing.
constexpr std::size_t least_around_a_word = 8;

constexpr auto guessable_words = std::to_array<std::string_view>({
    "password",
    "passw0rd",
    "pasuwado",
    "パスワード",
    "administrator",
    "kanrisha",
    "hoshuban",
    "letmein",
    "welcome",
    "iloveyou",
    "changeme",
    "qwertyuiop",
    "asdfghjkl",
    "1qaz2wsx3edc",
    "sakura",
    "nihon",
});

constexpr auto rows = std::to_array<std::string_view>({
    "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba",
    "01234567890123456789",
    "98765432109876543210",
    "qwertyuiopasdfghjklzxcvbnm",
});

std::unexpected<Error> refused(std::string_view field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::string{field}, code, text}});
}

bool little_around(std::string_view key, std::string_view word)
{
    return !word.empty() && word.size() >= 3 && key.find(word) != std::string_view::npos &&
        count_characters(key) < count_characters(word) + least_around_a_word;
}

bool is_guessable(std::string_view key)
{
    if (std::set<char>(key.begin(), key.end()).size() < fewest_different_characters)
        return true;
    const bool in_a_row =
        std::ranges::any_of(rows, [&](std::string_view row) { return row.find(key) != std::string_view::npos; });
    return in_a_row ||
        std::ranges::any_of(guessable_words, [&](std::string_view word) { return little_around(key, fold(word)); });
}

}

Result<void> check_password(
    std::string_view password, std::string_view login, std::string_view name, std::string_view field)
{
    const auto characters = count_characters(password);
    if (characters < shortest_password) {
        return refused(field, "account/password_short",
            {"パスワードは12文字以上にしてください。文字の種類は問いません。",
                "A password has at least 12 characters, of any kind."});
    }
    if (characters > longest_password) {
        return refused(field, "account/password_long",
            {"パスワードは200文字までにしてください。", "A password has at most 200 characters."});
    }
    const std::string key = fold(password);
    if (little_around(key, fold(login)) || little_around(key, fold(name))) {
        return refused(field, "account/password_is_name",
            {"利用者IDや氏名に少し足しただけのパスワードは使えません。",
                "A password must be more than the login or the name with a little added."});
    }
    if (is_guessable(key)) {
        return refused(field, "account/password_guessable",
            {"推測されやすいパスワードです。関係のない単語をいくつか並べるなど、ほかのものにしてください。",
                "This password is easily guessed. Choose another, for example several unrelated words."});
    }
    return {};
}

}
