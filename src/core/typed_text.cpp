#include "core/typed_text.hpp"

#include "core/fold.hpp"

#include <fmt/format.h>
#include <utility>

namespace hoshuban {

std::string_view without_outer_blanks(std::string_view text)
{
    constexpr std::string_view wide_space = "\u3000";
    const auto blank = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; };
    for (;;) {
        if (!text.empty() && blank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && blank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(wide_space))
            text.remove_prefix(wide_space.size());
        else if (text.ends_with(wide_space))
            text.remove_suffix(wide_space.size());
        else
            return text;
    }
}

std::string with_plain_line_ends(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            plain += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            plain += '\n';
    }
    return plain;
}

std::string settled_text(std::string_view text)
{
    return with_plain_line_ends(without_outer_blanks(text));
}

std::vector<FieldError> text_problems(std::string_view field, std::string_view text, std::size_t limit)
{
    std::vector<FieldError> problems;
    if (const std::size_t length = count_characters(text); length > limit) {
        problems.push_back({std::string{field}, "text/too_long",
            {fmt::format("{}文字以内で入力してください（現在{}文字）。", limit, length),
                fmt::format("at most {} characters, found {}", limit, length)}});
    }
    for (const FoundFlaw& found : find_flaws(text)) {
        if (found.flaw == TextFlaw::private_use || found.flaw == TextFlaw::variation_selector)
            continue;
        problems.push_back({std::string{field}, "text/control",
            {fmt::format("使えない文字（U+{:04X}）があります。消してから入力してください。",
                 static_cast<unsigned>(found.code_point)),
                fmt::format("remove the character U+{:04X}, which cannot be stored",
                    static_cast<unsigned>(found.code_point))}});
        break;
    }
    if (find_my_number(text)) {
        problems.push_back({std::string{field}, "text/my_number",
            {"マイナンバーと思われる12桁の番号があります。個人番号は登録できません。消してください。",
                "this holds twelve digits that can be a My Number: remove them, residents' numbers are never stored"}});
    }
    return problems;
}

Result<void> check_text(std::string_view field, std::string_view text, std::size_t limit)
{
    auto problems = text_problems(field, text, limit);
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code,
        {"入力に誤りがあります。" + first.text.ja, "the input has errors: " + first.text.en}, std::move(problems));
}

}
