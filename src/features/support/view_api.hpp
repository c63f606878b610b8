#pragma once
#include "core/open_state.hpp"
#include "features/support/draft.hpp"
#include "features/support/gap.hpp"
#include "features/support/window_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::support {

struct SupportStepView {
    StepKind kind = StepKind::start;
    Text text = {};
};

inline auto describe(const SupportStepView*)
{
    using V = SupportStepView;
    return json::object<V>("SupportStep", json::field("kind", &V::kind, {"段階", "Kind"}),
        json::field("text", &V::text, {"説明", "Text"}));
}

struct WindowAnswerView {
    std::string id = {};
    Text label = {};
    std::vector<Text> classes = {};
    std::string severity = {};
    contract::Response response = contract::Response::best_effort;
    Promise promise = Promise::best_effort;
    bool running = false;
    std::optional<Instant> opens_at = {};
    std::optional<Instant> due = {};
    bool guide = false;
    bool forecast = false;
    std::vector<SupportStepView> explanation = {};
    contract::Basis basis = contract::Basis::contract;
    std::string clause = {};
};

inline auto describe(const WindowAnswerView*)
{
    using V = WindowAnswerView;
    return json::object<V>("SupportWindowAnswer", json::field("id", &V::id),
        json::field("label", &V::label, {"対応の区分", "Window"}),
        json::field("classes", &V::classes, {"機器の種別", "Device classes"}),
        json::field("severity", &V::severity, {"重さ", "Severity"}),
        json::field("response", &V::response, {"対応", "Response"}),
        json::field("promise", &V::promise, {"この時刻の対応", "What holds at the moment"}),
        json::field("running", &V::running, {"対応時間の中", "The hours run"}),
        json::field("opens_at", &V::opens_at, {"次の対応時間", "Hours begin again"}),
        json::field("due", &V::due, {"翌開庁日の業務時間前", "Before the next open day"}),
        json::field("guide", &V::guide, {"目安", "A guide, not a limit"}),
        json::field("forecast", &V::forecast, {"祝日が未公表", "Holidays not published yet"}),
        json::field("explanation", &V::explanation, {"暦の理由", "The calendar's reasons"}),
        json::field("basis", &V::basis, {"出所", "Basis"}), json::field("clause", &V::clause, {"根拠", "Clause"}));
}

struct WindowAnswerList {
    Instant at = {};
    std::vector<WindowAnswerView> items = {};
};

inline auto describe(const WindowAnswerList*)
{
    using V = WindowAnswerList;
    return json::object<V>(
        "SupportWindowAnswerList", json::field("at", &V::at, {"時刻", "Moment"}), json::field("items", &V::items));
}

/// A shift as it is answered: all of it but the contract, which the path names.
inline auto describe(const Shift*)
{
    using V = Shift;
    return json::object<V>("OnCallShift", json::field("id", &V::id), json::field("from", &V::from, {"始まり", "From"}),
        json::field("until", &V::until, {"終わり", "Until"}),
        json::field("person", &V::person, {"連絡先の人", "Person"}), json::field("phone", &V::phone, {"電話", "Phone"}),
        json::field("rank", &V::rank, {"順", "Rank"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct StretchView {
    Instant from = {};
    Instant until = {};
    Text reason = {};
};

inline auto describe(const StretchView*)
{
    using V = StretchView;
    return json::object<V>("OnCallStretch", json::field("from", &V::from, {"始まり", "From"}),
        json::field("until", &V::until, {"終わり", "Until"}), json::field("reason", &V::reason, {"理由", "Reason"}));
}

/// Whom to call at this moment.
struct OnCallNowView {
    Instant at = {};
    bool needed = false;
    bool open = false;
    std::optional<Instant> closes_at = {};
    std::optional<Instant> opens_at = {};
    Text reason = {};
    std::vector<Shift> called = {};
    std::optional<Shift> next = {};
};

inline auto describe(const OnCallNowView*)
{
    using V = OnCallNowView;
    return json::object<V>("OnCallNow", json::field("at", &V::at, {"時刻", "Moment"}),
        json::field(
            "needed", &V::needed, {"時間外の連絡先が要る契約", "The contract wants somebody outside its hours"}),
        json::field("open", &V::open, {"対応時間の中", "The hours run"}),
        json::field("closes_at", &V::closes_at, {"対応時間の終わり", "Hours end"}),
        json::field("opens_at", &V::opens_at, {"次の対応時間", "Hours begin again"}),
        json::field("reason", &V::reason, {"時間外の理由", "Why the hours do not run"}),
        json::field("called", &V::called, {"いま電話する人", "Whom to call now"}),
        json::field("next", &V::next, {"次の当番", "The next shift"}));
}

/// The plan of some weeks.
struct OnCallPlanView {
    LocalDay first = {};
    LocalDay last = {};
    OnCallNowView now = {};
    std::vector<Shift> shifts = {};
    std::vector<StretchView> hours = {};
    std::vector<StretchView> gaps = {};
    bool may_keep = false;
};

inline auto describe(const OnCallPlanView*)
{
    using V = OnCallPlanView;
    return json::object<V>("OnCallPlan", json::field("first", &V::first, {"最初の日", "First day"}),
        json::field("last", &V::last, {"最後の日", "Last day"}), json::field("now", &V::now, {"いま", "Now"}),
        json::field("shifts", &V::shifts, {"当番", "Shifts"}),
        json::field("hours", &V::hours, {"対応時間", "Hours of service"}),
        json::field("gaps", &V::gaps, {"連絡先のいない時間", "Times without anybody"}),
        json::field("may_keep", &V::may_keep));
}

struct DraftRowView {
    int line = 0;
    std::optional<Instant> from = {};
    std::optional<Instant> until = {};
    std::string person = {};
    std::string phone = {};
    Rank rank = Rank::primary;
    std::string note = {};
    std::optional<Text> problem = {};
};

inline auto describe(const DraftRowView*)
{
    using V = DraftRowView;
    return json::object<V>("OnCallDraftRow", json::field("line", &V::line, {"行", "Line"}),
        json::field("from", &V::from, {"始まり", "From"}), json::field("until", &V::until, {"終わり", "Until"}),
        json::field("person", &V::person, {"連絡先の人", "Person"}), json::field("phone", &V::phone, {"電話", "Phone"}),
        json::field("rank", &V::rank, {"順", "Rank"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("problem", &V::problem, {"直すところ", "What is wrong"}));
}

/// What a list or a pattern would plan, or has planned.
struct DraftView {
    std::vector<DraftRowView> rows = {};
    int problems = 0;
    bool saved = false;
};

inline auto describe(const DraftView*)
{
    using V = DraftView;
    return json::object<V>("OnCallDraft", json::field("rows", &V::rows),
        json::field("problems", &V::problems, {"直す行の数", "Lines with a problem"}),
        json::field("saved", &V::saved, {"保存した", "Saved"}));
}

WindowAnswerView view_of(const contract::Profile&, const AnsweredWindow&);
DraftView view_of(const std::vector<DraftRow>&);

}
