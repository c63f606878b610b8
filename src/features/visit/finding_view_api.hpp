#pragma once
#include "core/role.hpp"
#include "features/visit/finding_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

/// What somebody can do with a finding.
enum class FindingAct { reply, report, instruct, finish, correct, instruct_anew, take_back };

constexpr auto names_of(const FindingAct*)
{
    return std::to_array<Name<FindingAct>>({
        {FindingAct::reply, "reply"},
        {FindingAct::report, "report"},
        {FindingAct::instruct, "instruct"},
        {FindingAct::finish, "finish"},
        {FindingAct::correct, "correct"},
        {FindingAct::instruct_anew, "instruct_anew"},
        {FindingAct::take_back, "take_back"},
    });
}

struct FindingView {
    FindingId id = {};
    VisitId visit_id = {};
    SiteId site_id = {};
    std::string site = {};
    FindingKind kind = FindingKind::condition;
    FindingState state = FindingState::report;
    std::string text = {};
    std::string told_by = {};
    LocalDay found_on = {};
    std::string answer = {};
    std::optional<LocalDay> promised_on = {};
    std::optional<LocalDay> replied_on = {};
    std::string reply = {};
    std::string replied_to = {};
    bool late = false;
    std::optional<LocalDay> reported_on = {};
    std::string reported_by = {};
    std::optional<LocalDay> instructed_on = {};
    std::string instruction = {};
    bool asks = false;
    std::string instructed_by = {};
    std::optional<LocalDay> done_on = {};
    std::string done = {};
    std::string taken_back = {};
    std::string entered_by = {};
    Instant entered_at = {};
    std::vector<FindingAct> acts = {};
    int version = 1;
};

inline auto describe(const FindingView*)
{
    using V = FindingView;
    return json::object<V>("VisitFinding", json::field("id", &V::id), json::field("visit_id", &V::visit_id),
        json::field("site_id", &V::site_id), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("kind", &V::kind, {"区分", "Kind"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("text", &V::text, {"内容", "What"}),
        json::field("told_by", &V::told_by, {"申し出た人", "Who said so"}),
        json::field("found_on", &V::found_on, {"日", "Day"}),
        json::field("answer", &V::answer, {"その場の回答", "Answer on site"}),
        json::field("promised_on", &V::promised_on, {"回答予定日", "Reply promised by"}),
        json::field("replied_on", &V::replied_on, {"回答日", "Replied on"}),
        json::field("reply", &V::reply, {"回答", "Reply"}),
        json::field("replied_to", &V::replied_to, {"回答した相手", "Replied to"}),
        json::field("late", &V::late, {"回答の遅れ", "Reply late"}),
        json::field("reported_on", &V::reported_on, {"市に報告した日", "Reported on"}),
        json::field("reported_by", &V::reported_by, {"報告した人", "Reported by"}),
        json::field("instructed_on", &V::instructed_on, {"指示した日", "Instructed on"}),
        json::field("instruction", &V::instruction, {"市の指示", "Instruction of the city"}),
        json::field("asks", &V::asks, {"対応を求める", "Asks for something"}),
        json::field("instructed_by", &V::instructed_by, {"指示した人", "Instructed by"}),
        json::field("done_on", &V::done_on, {"対応した日", "Done on"}),
        json::field("done", &V::done, {"対応の内容", "What was done"}),
        json::field("taken_back", &V::taken_back, {"取消の理由", "Why it was taken back"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("acts", &V::acts, {"できること", "What can be done"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct FindingPageView {
    std::vector<FindingView> items = {};
    std::optional<std::string> next_cursor = {};
};

inline auto describe(const FindingPageView*)
{
    using V = FindingPageView;
    return json::object<V>("VisitFindingPage", json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor, {"続きの位置", "Cursor of the next page"}));
}

/// What one person sees of a finding and can do with it on that day.
FindingView view_of(const ListedFinding&, const Actor&, LocalDay today);

}
