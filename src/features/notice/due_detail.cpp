#include "features/notice/due_detail.hpp"

#include <fmt/format.h>

namespace hoshuban::notice {
namespace {

std::string moment(Instant at)
{
    std::string text = to_text_jst(at).substr(0, 16);
    text.at(10) = ' ';
    return text;
}

Text length(std::chrono::seconds seconds)
{
    const auto whole = std::chrono::duration_cast<std::chrono::minutes>(seconds).count();
    return {
        fmt::format("{}時間{:02}分", whole / 60, whole % 60), fmt::format("{} h {:02} min", whole / 60, whole % 60)};
}

}

Text explained(const Text& clock, Instant starts_at, Instant due_at, Instant now, const WorkingCalendar& calendar)
{
    const auto whole = calendar.service_time_between(starts_at, due_at);
    const auto gone = calendar.service_time_between(starts_at, std::min(now, due_at));
    Text text{fmt::format("{}: 起点 {}、期限 {}。", clock.ja, moment(starts_at), moment(due_at)),
        fmt::format("{}: from {}, due {}.", clock.en, moment(starts_at), moment(due_at))};
    if (whole > std::chrono::seconds{0}) {
        text.ja += fmt::format("業務時間 {} のうち {} が過ぎました。", length(whole).ja, length(gone).ja);
        text.en += fmt::format(" {} of {} hours of service have passed.", length(gone).en, length(whole).en);
    }
    if (now > due_at) {
        const auto late = calendar.service_time_between(due_at, now);
        text.ja += fmt::format("業務時間で {} の遅れです。", length(late).ja);
        text.en += fmt::format(" Late by {} of service.", length(late).en);
    }
    return text;
}

}
