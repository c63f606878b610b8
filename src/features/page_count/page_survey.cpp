#include "features/page_count/page_survey.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban::page_count {
namespace {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_note = 500;

std::unexpected<Error> wrong(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

bool within(const DayRange& period, LocalDay day)
{
    return period.first <= day && day <= period.last;
}

Result<void> check_days(const contract::Profile& profile, const Survey& survey)
{
    const DayRange& period = profile.period;
    if (!within(period, survey.on)) {
        return wrong("on", "page_count/outside_period",
            {"基準日は契約期間の中の日にしてください。", "the reference day must lie within the contract"});
    }
    for (const auto& [day, field] : {std::pair{survey.first, "first"}, std::pair{survey.last, "last"}}) {
        if (day && !within(period, *day) && !survey.earlier) {
            return wrong(field, "page_count/outside_period",
                {"調査の日は契約期間の中の日にしてください。", "the days of the survey must lie within the contract"});
        }
    }
    if (survey.first && survey.last && *survey.last < *survey.first) {
        return wrong("last", "page_count/ends_before",
            {"調査の終わりの日が、始まりの日より前です。", "the survey ends before it begins"});
    }
    return {};
}

Result<void> check_read_on(
    const contract::Profile& profile, const Survey& survey, const Reading& reading, LocalDay today)
{
    if (reading.read_on > today) {
        return wrong("read_on", "page_count/in_future",
            {"読取日がまだ来ていない日です。実際に読んだ日を書いてください。",
                "the day of the reading is still to come: write the day on which it was read"});
    }
    if (survey.earlier) {
        if (reading.read_on >= profile.period.first) {
            return wrong("read_on", "page_count/not_earlier",
                {fmt::format("引き継いだ結果には、契約が始まる日（{}）より前の読取日を書いてください。",
                     to_text(profile.period.first)),
                    fmt::format("results that were handed over were read before the contract began ({})",
                        to_text(profile.period.first))});
        }
        return {};
    }
    const LocalDay first = survey.first ? std::min(*survey.first, survey.on) : survey.on;
    if (reading.read_on < first) {
        return wrong("read_on", "page_count/before_survey",
            {fmt::format("読取日が調査の始まり（{}）より前です。", to_text(first)),
                fmt::format("read before the survey began ({})", to_text(first))});
    }
    return {};
}

}

const Text& label_of(Standing standing)
{
    static const Text unread{"未読取", "not read yet"};
    static const Text read{"読取済", "read"};
    static const Text not_readable{"読取不可", "not readable"};
    static const Text asked{"要確認", "asked about"};
    switch (standing) {
    case Standing::read:
        return read;
    case Standing::not_readable:
        return not_readable;
    case Standing::asked:
        return asked;
    default:
        return unread;
    }
}

std::optional<std::int64_t> SurveyedUnit::difference() const
{
    if (!previous || !reading || !reading->pages)
        return std::nullopt;
    return *reading->pages - previous->pages;
}

bool belongs(const device::Unit& unit)
{
    const device::Spot& spot = unit.placement.spot;
    return spot.keeper == device::Keeper::contractor && spot.use != device::Use::planned &&
        spot.use != device::Use::retired;
}

void judge(const contract::PageSurveyTerms& terms, SurveyedUnit& unit)
{
    unit.doubt = Doubt::none;
    if (!unit.reading) {
        unit.standing = Standing::unread;
        return;
    }
    if (!unit.reading->pages) {
        unit.standing = Standing::not_readable;
        return;
    }
    if (const auto difference = unit.difference()) {
        if (*difference < 0)
            unit.doubt = Doubt::backwards;
        else if (*difference > terms.asked_above)
            unit.doubt = Doubt::jumped;
    }
    unit.standing = unit.doubt != Doubt::none && unit.reading->note.empty() ? Standing::asked : Standing::read;
}

void Progress::add(const SurveyedUnit& unit)
{
    ++units;
    read += unit.standing == Standing::read || unit.standing == Standing::asked ? 1 : 0;
    not_readable += unit.standing == Standing::not_readable ? 1 : 0;
    asked += unit.standing == Standing::asked ? 1 : 0;
    pages += unit.difference().value_or(0);
}

Progress progress_of(std::span<const SurveyedUnit> units)
{
    Progress progress;
    for (const SurveyedUnit& unit : units)
        progress.add(unit);
    return progress;
}

std::string sheet_row_id(const Survey& survey, const DeviceId& device)
{
    return fmt::format("{}/{}/{}", survey.contract_id.text, survey.id.text, device.text);
}

Result<contract::PageSurveyTerms> terms_of(const contract::Profile& profile)
{
    if (!profile.page_survey) {
        return fail(ErrorKind::not_found, "page_count/not_asked",
            {"この契約は印刷枚数調査を求めていません。", "this contract asks for no survey of printed pages"});
    }
    return *profile.page_survey;
}

Result<void> take(const contract::Profile& profile, Survey& survey)
{
    survey.title = settled_text(survey.title);
    survey.agreed = settled_text(survey.agreed);
    if (survey.title.empty())
        return wrong("title", "page_count/title_missing", {"題名を書いてください。", "write a title"});
    TRY(check_text("title", survey.title, longest_title));
    TRY(check_text("agreed", survey.agreed, longest_note));
    if (survey.earlier)
        survey.on = profile.period.first;
    return check_days(profile, survey);
}

Result<std::int64_t> pages_in(std::string_view text)
{
    std::string digits = narrow(without_outer_blanks(text));
    if (digits.ends_with("枚"))
        digits.resize(digits.size() - std::string_view{"枚"}.size());
    digits = without_outer_blanks(digits);
    std::erase(digits, ',');
    std::int64_t pages = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), pages);
    if (error == std::errc{} && end == digits.data() + digits.size() && pages >= 0 && pages <= most_pages)
        return pages;
    return wrong("pages", "page_count/no_number",
        {fmt::format(
             "「{}」は枚数として読めません。0から{}までの整数を書いてください。", truncate(text, 30), most_pages),
            fmt::format(
                "\"{}\" is no number of pages: write a whole number from 0 to {}", truncate(text, 30), most_pages)});
}

Result<void> take(const contract::Profile& profile, const Survey& survey, Reading& reading, LocalDay today)
{
    reading.note = settled_text(reading.note);
    TRY(check_text("note", reading.note, longest_note));
    if (!reading.pages && reading.note.empty()) {
        return wrong("note", "page_count/reason_missing",
            {"枚数を読めなかったときは、その理由を書いてください。", "say why the counter could not be read"});
    }
    return check_read_on(profile, survey, reading, today);
}

Result<void> check_open(const Survey& survey)
{
    if (!survey.submitted_on)
        return {};
    return fail(ErrorKind::conflict, "page_count/submitted",
        {"この調査は提出済みです。直すときは、理由を書いて提出を取り消してください。",
            "this survey was submitted: to correct it, take it back with a reason"});
}

Result<Survey> submitted(
    Survey survey, std::span<const SurveyedUnit> units, LocalDay on, std::string by, LocalDay today)
{
    TRY(check_open(survey));
    if (on > today || on < survey.on) {
        return wrong("on", "page_count/submitted_when",
            {"提出日は、基準日から今日までの日にしてください。", "submitted between the reference day and today"});
    }
    const Progress progress = progress_of(units);
    if (progress.units == 0 || progress.unread() > 0 || progress.asked > 0) {
        return fail(ErrorKind::conflict, "page_count/incomplete",
            {fmt::format("まだ提出できません。対象{}台のうち、未読取が{}台、確認の要るものが{}台あります。",
                 progress.units, progress.unread(), progress.asked),
                fmt::format("not complete: of {} units, {} are not read and {} are asked about", progress.units,
                    progress.unread(), progress.asked)});
    }
    survey.submitted_on = on;
    survey.submitted_by = std::move(by);
    return survey;
}

Result<Survey> reopened(Survey survey, std::string_view reason)
{
    if (!survey.submitted_on) {
        return fail(ErrorKind::conflict, "page_count/not_submitted",
            {"この調査はまだ提出されていません。", "this survey has not been submitted yet"});
    }
    if (without_outer_blanks(reason).empty())
        return wrong("reason", "page_count/reason_missing", {"理由を書いてください。", "write the reason"});
    TRY(check_text("reason", reason, longest_note));
    survey.submitted_on = std::nullopt;
    survey.submitted_by.clear();
    return survey;
}

}
