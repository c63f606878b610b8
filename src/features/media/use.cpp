#include "features/media/use.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

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
    // People state moments to the minute.
    if (at < std::chrono::floor<std::chrono::minutes>(medium.registered_at))
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
    return !problem(*this);
}

std::optional<Text> problem(const PlannedMedium& planned)
{
    const std::string& label = planned.label;
    if (planned.state != State::stored && planned.state != State::out)
        return Text{fmt::format("媒体 {} は紛失・破損・廃棄の状態です。", label),
            fmt::format("medium {} is lost, damaged or disposed of", label)};
    switch (planned.check) {
    case CheckState::none:
        return Text{fmt::format("媒体 {} は、使う前のウイルスチェックがまだです。", label),
            fmt::format("medium {} is not checked for viruses yet", label)};
    case CheckState::outdated:
        return Text{fmt::format("媒体 {} は、もう一度ウイルスチェックが必要です。", label),
            fmt::format("medium {} must be checked for viruses again", label)};
    case CheckState::infected:
        return Text{fmt::format("媒体 {} からウイルスが見つかっています。", label),
            fmt::format("a virus was found on medium {}", label)};
    case CheckState::clean:
    case CheckState::not_required:
        break;
    }
    return std::nullopt;
}

bool Readiness::ready() const
{
    return std::ranges::all_of(planned, &PlannedMedium::ready);
}

}
