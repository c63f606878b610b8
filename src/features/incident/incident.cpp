#include "features/incident/incident.hpp"

#include "core/typed_fields.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

constexpr std::size_t longest_fact = 200;
constexpr std::size_t longest_account = 5'000;

}

Result<void> take(Intake& intake, Instant now)
{
    TRY(take_fields({{"phenomenon", intake.phenomenon, longest_account, true}, {"place", intake.place, longest_fact},
        {"error_text", intake.error_text, longest_account},
        {"contact_person", intake.contact_person, longest_fact, true},
        {"contact_phone", intake.contact_phone, longest_fact}}));
    if (!intake.site && intake.place.empty()) {
        const Text text{"拠点か場所を書いてください。", "write the site or the place"};
        return fail(ErrorKind::invalid, "incident/no_place", text, {{"site_id", "incident/no_place", text}});
    }
    if (intake.occurred_at && *intake.occurred_at > now) {
        const Text text{"まだ来ていない日時です。", "this moment has not come yet"};
        return fail(ErrorKind::invalid, "incident/in_future", text, {{"occurred_at", "incident/in_future", text}});
    }
    return {};
}

Result<void> take(Outcome& outcome)
{
    TRY(take_fields({{"action", outcome.action, longest_account}, {"cause", outcome.cause, longest_account},
        {"notes", outcome.notes, longest_account}}));
    for (auto& [level, reason] : outcome.miss_reasons)
        TRY(take_fields({{fmt::format("miss_reasons.{}", level), reason, longest_account}}));
    std::erase_if(outcome.miss_reasons, [](const auto& reason) { return reason.second.empty(); });
    return {};
}

std::vector<Text> missing_for_closing(const Incident& incident, const OpenVisits& visits,
    const std::vector<LevelClock>& clocks, const std::vector<Text>& steps)
{
    std::vector<Text> missing;
    if (incident.case_number.empty())
        missing.push_back({"市の案件管理番号がありません。", "the city's case number is missing"});
    if (incident.outcome.action.empty())
        missing.push_back({"対応の内容と結果が書かれていません。", "what was done and what came of it is not written"});
    if (visits.under_way > 0)
        missing.push_back({fmt::format("終わっていない訪問が{}件あります。", visits.under_way),
            fmt::format("visits that are not over: {}", visits.under_way)});
    if (visits.without_minutes > 0)
        missing.push_back({fmt::format("実作業時間が記録されていない訪問が{}件あります。", visits.without_minutes),
            fmt::format("visits without their working minutes: {}", visits.without_minutes)});
    for (const LevelClock& level : clocks) {
        if (level.clock.standing != Standing::missed || !level.miss_needs_reason ||
            incident.outcome.miss_reasons.contains(level.level))
            continue;
        missing.push_back({fmt::format("「{}」を守れなかった理由が書かれていません。", level.label.ja),
            fmt::format("the reason why \"{}\" was missed is not written", level.label.en)});
    }
    missing.insert(missing.end(), steps.begin(), steps.end());
    return missing;
}

Result<void> check_goes_on(const Incident& incident)
{
    if (incident.state != State::closed)
        return {};
    return fail(ErrorKind::conflict, "incident/closed",
        {"完了した障害の記入は変えられません。再開してから直してください。",
            "a closed incident is not changed: open it again first"});
}

}
