#include "features/notice/mail.hpp"

#include "core/fold.hpp"

#include <fmt/format.h>

namespace hoshuban::notice {
namespace {

constexpr std::size_t longest_title = 60;
constexpr std::size_t longest_detail = 400;

std::string say(const Text& text, Language language)
{
    return language == Language::en && !text.en.empty() ? text.en : text.ja;
}

std::string shortened(const std::string& text, std::size_t most)
{
    return count_characters(text) <= most ? text : truncate(text, most - 1) + "…";
}

// 2026-05-01T17:00:00+09:00 as 2026-05-01 17:00.
std::string moment_text(Instant at)
{
    std::string text = to_text_jst(at).substr(0, 16);
    text.at(10) = ' ';
    return text;
}

std::string heading(const Told& told, Language language)
{
    const Notice& notice = told.notice;
    std::string name = notice.number;
    if (!notice.title.empty())
        name += (name.empty() ? "" : " ") + shortened(notice.title, longest_title);
    const std::string what = say(told.what, language);
    return name.empty() ? what : fmt::format("{}: {}", name, what);
}

std::string paragraph(const Occasion& occasion, const Told& told)
{
    const Notice& notice = told.notice;
    const Language language = occasion.language;
    std::string text = fmt::format("■ {}\n   {}", heading(told, language), moment_text(notice.at));
    if (!notice.actor_name.empty())
        text += fmt::format("  {}", notice.actor_name);
    if (const std::string detail = say(notice.detail, language); !detail.empty())
        text += fmt::format("\n   {}", shortened(detail, longest_detail));
    if (!occasion.base_url.empty() && !notice.path.empty())
        text += fmt::format("\n   {}/contracts/{}{}", occasion.base_url, occasion.contract.text, notice.path);
    return text + "\n\n";
}

std::string closing(const Occasion& occasion)
{
    const bool english = occasion.language == Language::en;
    std::string text = english ? "-- \nThis letter was written by Hoshuban; answers to it reach nobody.\n"
                               : "-- \n保守番が自動で送ったメールです。返信は届きません。\n";
    if (occasion.base_url.empty())
        return text;
    return text + (english ? "Choose what you are sent: " : "受け取り方は「自分の登録」で変えられます: ") +
        occasion.base_url + "/account\n";
}

}

std::string subject_line(const Occasion& occasion, const std::vector<Told>& all)
{
    const bool english = occasion.language == Language::en;
    if (all.size() == 1)
        return (english ? "[Hoshuban] " : "【保守番】") + heading(all.front(), occasion.language);
    return english ? fmt::format("[Hoshuban] {} notices ({})", all.size(), occasion.contract_title)
                   : fmt::format("【保守番】お知らせ {}件（{}）", all.size(), occasion.contract_title);
}

std::string body(const Occasion& occasion, const std::vector<Told>& all)
{
    std::string text = occasion.language == Language::en
        ? fmt::format("{},\n\nfrom the contract {}:\n\n", occasion.person, occasion.contract_title)
        : fmt::format("{} さん\n\n{} のお知らせです。\n\n", occasion.person, occasion.contract_title);
    for (const Told& told : all)
        text += paragraph(occasion, told);
    return text + closing(occasion);
}

}
