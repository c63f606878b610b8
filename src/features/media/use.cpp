#include "features/media/use.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>

namespace hoshuban::media {
namespace {

Result<void> check_planned(const Use& use)
{
    if (use.state == UseState::planned)
        return {};
    return fail(ErrorKind::conflict, "media/use_settled",
        {"この予定は、使用済みか取消済みです。", "this plan was carried out or cancelled already"});
}

}

Result<Use> use(Use planned, const Medium& medium, Instant at, std::string by, Instant now)
{
    TRY(check_planned(planned));
    TRY(take_fields({{"used_by", by, 200, true}}));
    const auto refused = [](std::string code, Text text) {
        return fail(ErrorKind::invalid, code, text, {{"used_at", code, text}});
    };
    if (at > now)
        return refused("media/in_future", {"まだ来ていない日時です。", "this moment has not come yet"});
    if (at < medium.registered_at)
        return refused(
            "media/before_registration", {"台帳に載せる前の日時です。", "this is before the medium was registered"});
    planned.state = UseState::used;
    planned.used_at = at;
    planned.used_by = std::move(by);
    if (medium.check)
        planned.check = medium.check->id;
    return planned;
}

Result<Use> cancel(Use planned)
{
    TRY(check_planned(planned));
    planned.state = UseState::cancelled;
    return planned;
}

bool PlannedMedium::ready() const
{
    return (state == State::stored || state == State::out) &&
        (check == CheckState::clean || check == CheckState::not_required);
}

bool Readiness::ready() const
{
    return std::ranges::all_of(planned, &PlannedMedium::ready);
}

}
