#include "core/era.hpp"
#include "core/calendar_day.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban {
namespace embedded {

std::string_view official_eras();

}

namespace {

std::string_view take_field(std::string_view& line)
{
    const std::size_t comma = line.find(',');
    const std::string_view field = line.substr(0, comma);
    line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    return field;
}

std::unexpected<Error> wrong_line(std::size_t number, const Text& text)
{
    return fail(ErrorKind::invalid, "era/table",
        {fmt::format("元号表の{}行目: {}", number, text.ja), fmt::format("era table, line {}: {}", number, text.en)});
}

Result<Era> read_era(std::size_t number, std::string_view line)
{
    const std::string_view name = take_field(line);
    const std::string_view letter = take_field(line);
    const std::string_view code = take_field(line);
    const auto first = parse_day(line);
    const bool letter_ok = letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z';
    const bool code_ok = code.size() == 1 && code[0] >= '1' && code[0] <= '9';
    if (name.empty() || !letter_ok || !code_ok || !first)
        return wrong_line(number, {"令和,R,5,2019-05-01 の形で書いてください。", "write it as 令和,R,5,2019-05-01"});
    return Era{std::string{name}, letter[0], code[0] - '0', *first};
}

}

std::string EraYear::text() const
{
    return year == 1 ? fmt::format("{}元年", era->name) : fmt::format("{}{}年", era->name, year);
}

Result<EraTable> EraTable::parse_csv(std::string_view bytes)
{
    EraTable table;
    for (std::size_t number = 1; !bytes.empty(); ++number) {
        const std::size_t end = bytes.find('\n');
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (number == 1 || line.empty())
            continue;
        TRY_ASSIGN(Era era, read_era(number, line));
        if (table.by_name(era.name) != nullptr || table.by_letter(era.letter) != nullptr ||
            table.by_code(era.code) != nullptr)
            return wrong_line(number, {"元号、略号か番号が重なっています。", "the name, letter or code is used twice"});
        if (!table.eras_.empty() && era.first <= table.eras_.back().first)
            return wrong_line(number, {"元号は古い順に並べてください。", "eras must stand in order, oldest first"});
        table.eras_.push_back(std::move(era));
    }
    if (table.eras_.empty())
        return wrong_line(1, {"元号がありません。", "there is no era"});
    return table;
}

const EraTable& EraTable::official()
{
    static const EraTable table = parse_csv(embedded::official_eras()).value();
    return table;
}

const Era* EraTable::era_of(LocalDay day) const
{
    const auto after = std::ranges::upper_bound(eras_, day, {}, &Era::first);
    return after == eras_.begin() ? nullptr : &*(after - 1);
}

const Era* EraTable::next(const Era& era) const
{
    const auto after = std::ranges::upper_bound(eras_, era.first, {}, &Era::first);
    return after == eras_.end() ? nullptr : &*after;
}

const Era* EraTable::by_name(std::string_view name) const
{
    const auto found = std::ranges::find(eras_, name, &Era::name);
    return found == eras_.end() ? nullptr : &*found;
}

const Era* EraTable::by_letter(char letter) const
{
    const auto found = std::ranges::find(eras_, letter, &Era::letter);
    return found == eras_.end() ? nullptr : &*found;
}

const Era* EraTable::by_code(int code) const
{
    const auto found = std::ranges::find(eras_, code, &Era::code);
    return found == eras_.end() ? nullptr : &*found;
}

std::string print_day(LocalDay day, DayStyle style, const EraTable& eras)
{
    const auto date = date_of(day);
    const auto year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const auto number = static_cast<unsigned>(date.day());
    const Era* era = eras.era_of(day);
    const int era_year = era == nullptr ? 0 : year - static_cast<int>(date_of(era->first).year()) + 1;
    if (style == DayStyle::iso)
        return to_text(day);
    if (style == DayStyle::slash)
        return fmt::format("{:04}/{:02}/{:02}", year, month, number);
    if (style == DayStyle::wareki_short && era != nullptr)
        return fmt::format("{}{}.{}.{}", era->letter, era_year, month, number);
    if (style == DayStyle::western || era == nullptr)
        return fmt::format("{}年{}月{}日", year, month, number);
    const std::string text = fmt::format("{}{}月{}日", EraYear{era, era_year}.text(), month, number);
    if (style == DayStyle::wareki)
        return text;
    const std::string ja = day_text(day).ja;
    return text + ja.substr(ja.find("（"));
}

std::string fiscal_year_text(int year, const EraTable& eras)
{
    const LocalDay first = fiscal_year(year).first;
    const Era* era = eras.era_of(first);
    if (era == nullptr)
        return fmt::format("{}年度", year);
    return EraYear{era, year - static_cast<int>(date_of(era->first).year()) + 1}.text() + "度";
}

}
