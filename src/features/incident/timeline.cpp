#include "features/incident/timeline.hpp"

#include <fmt/format.h>
#include <string_view>

namespace hoshuban::incident {
namespace {

/// Gathers what is wrong with a timeline, each flaw at its field.
class Flaws {
public:
    explicit Flaws(Instant now)
        : now_{now}
    {
    }

    void add(std::string path, std::string_view code, Text text)
    {
        found_.push_back({std::move(path), fmt::format("incident/{}", code), std::move(text)});
    }

    void not_in_future(std::string path, const std::optional<Instant>& moment)
    {
        if (moment && *moment > now_)
            add(std::move(path), "in_future", {"まだ来ていない日時です。", "this moment has not come yet"});
    }

    void in_order(std::string_view path, const std::optional<Instant>& earlier, const std::optional<Instant>& moment,
        const Text& what)
    {
        if (earlier && moment && *moment < *earlier) {
            add(std::string{path}, "out_of_order",
                {fmt::format("{}より前の日時です。", what.ja), fmt::format("this is before {}", what.en)});
        }
    }

    Result<void> result() &&
    {
        if (found_.empty())
            return {};
        const FieldError first = found_.front();
        return fail(ErrorKind::invalid, first.code, first.text, std::move(found_));
    }

private:
    Instant now_;
    std::vector<FieldError> found_;
};

void check_moments(Flaws& flaws, const Timeline& timeline)
{
    const Text instruction{"市の指示", "the instruction of the city"};
    const Text arrival{"到着", "the arrival"};
    flaws.not_in_future("instructed", timeline.instructed);
    flaws.not_in_future("contacted", timeline.contacted);
    flaws.not_in_future("arrived", timeline.arrived);
    flaws.not_in_future("started", timeline.started);
    flaws.not_in_future("restored", timeline.restored);
    flaws.in_order("contacted", timeline.instructed, timeline.contacted, instruction);
    flaws.in_order("arrived", timeline.instructed, timeline.arrived, instruction);
    flaws.in_order("started", timeline.instructed, timeline.started, instruction);
    flaws.in_order("started", timeline.arrived, timeline.started, arrival);
    flaws.in_order("restored", timeline.instructed, timeline.restored, instruction);
}

void check_waits(Flaws& flaws, const Timeline& timeline)
{
    const Wait* before = nullptr;
    for (std::size_t i = 0; i < timeline.waits.size(); ++i) {
        const Wait& wait = timeline.waits[i];
        const auto path = [i](std::string_view field) { return fmt::format("waits[{}].{}", i, field); };
        flaws.not_in_future(path("from"), wait.from);
        flaws.not_in_future(path("until"), wait.until);
        flaws.in_order(path("from"), timeline.instructed, wait.from, {"市の指示", "the instruction of the city"});
        if (wait.until && *wait.until <= wait.from)
            flaws.add(
                path("until"), "wait_backwards", {"始まりより後の日時を書いてください。", "write a later moment"});
        if (before != nullptr && (!before->until || wait.from < *before->until))
            flaws.add(path("from"), "waits_overlap",
                {"前の待ちが終わっていません。", "the wait before this one has not ended"});
        if (wait.reason.empty())
            flaws.add(path("reason"), "no_reason", {"待つ理由を書いてください。", "write why it waits"});
        if (wait.agreed_by.empty())
            flaws.add(path("agreed_by"), "nobody_agreed",
                {"同意した市の方の名前を書いてください。", "write who of the city agreed"});
        before = &wait;
    }
}

}

bool waits_now(const Timeline& timeline)
{
    return !timeline.waits.empty() && !timeline.waits.back().until;
}

Result<void> check(const Timeline& timeline, Instant now)
{
    Flaws flaws{now};
    check_moments(flaws, timeline);
    check_waits(flaws, timeline);
    return std::move(flaws).result();
}

Result<void> check_agreement(const contract::ServiceLevel& level, const Timeline& timeline)
{
    if (!level.exception)
        return fail(ErrorKind::conflict, "incident/no_exception",
            {"契約は、この目標に例外を認めていません。", "the contract knows no exception of this level"});
    if (!timeline.instructed || !timeline.agreement)
        return fail(ErrorKind::invalid, "incident/no_agreement",
            {"市の指示と双方の合意の両方が要ります。",
                "it takes the city's instruction and the agreement of both sides"});
    const Agreement& agreement = *timeline.agreement;
    const LocalDay day = day_of(*timeline.instructed);
    const auto of_day = [day](MinuteOfDay minute) { return instant(LocalTime{day} + minute); };
    Flaws flaws{Instant::max()};
    if (agreement.contractor.empty())
        flaws.add(
            "contractor", "nobody_agreed", {"受託者の名前を書いてください。", "write who agreed for the contractor"});
    if (agreement.site.empty())
        flaws.add("site", "nobody_agreed", {"現場担当者の名前を書いてください。", "write who agreed on site"});
    if (*timeline.instructed >= of_day(level.exception->instructed_before))
        flaws.add("instructed", "no_exception_needed",
            {"この時刻からの指示は、期限がおのずと次の業務日に移ります。合意は要りません。",
                "an instruction this late is due on the next day anyway: no agreement is needed"});
    if (agreement.finished_at < of_day(level.exception->finished_from))
        flaws.add("finished_at", "ends_within_hours",
            {"その日の業務時間のうちに終わる見込みなら、例外にできません。",
                "work that ends within the hours of that day is no exception"});
    flaws.in_order("at", timeline.instructed, agreement.at, {"市の指示", "the instruction of the city"});
    flaws.in_order("appointment", agreement.at, agreement.appointment, {"合意", "the agreement"});
    return std::move(flaws).result();
}

}
