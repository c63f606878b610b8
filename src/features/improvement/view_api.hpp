#pragma once
#include "core/role.hpp"
#include "features/improvement/draft.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::improvement {

/// What somebody can do with a proposal.
enum class Act { revise, decide, start, check, conclude, withdraw, carry_on };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::revise, "revise"},
        {Act::decide, "decide"},
        {Act::start, "start"},
        {Act::check, "check"},
        {Act::conclude, "conclude"},
        {Act::withdraw, "withdraw"},
        {Act::carry_on, "carry_on"},
    });
}

struct EffectView {
    int faults_before = 0;
    int days_before = 0;
    int faults_after = 0;
    int days_after = 0;
    std::optional<double> chance = {};
    Text sentence = {};
};

inline auto describe(const EffectView*)
{
    using V = EffectView;
    return json::object<V>("ImprovementEffect",
        json::field("faults_before", &V::faults_before, {"前の件数", "Faults before"}),
        json::field("days_before", &V::days_before, {"前の延べ日数", "Days before"}),
        json::field("faults_after", &V::faults_after, {"後の件数", "Faults after"}),
        json::field("days_after", &V::days_after, {"後の延べ日数", "Days after"}),
        json::field("chance", &V::chance, {"偶然これ以下になる確率", "As few or fewer by chance"}),
        json::field("sentence", &V::sentence));
}

struct ImprovementView {
    ImprovementId id = {};
    int number = 0;
    State state = {};
    Ground ground = {};
    std::string ground_id = {};
    std::string ground_name = {};
    std::string device_class = {};
    std::optional<LocalDay> as_of = {};
    int months = 0;
    Text finding = {};
    std::string title = {};
    std::string problem = {};
    std::string measure = {};
    std::string aim = {};
    std::string person = {};
    std::optional<LocalDay> due_on = {};
    std::optional<ImprovementId> continues_id = {};
    std::optional<bool> accepts = {};
    std::optional<LocalDay> decided_on = {};
    std::string decided_by = {};
    std::string decision = {};
    std::optional<LocalDay> started_on = {};
    std::string started_by = {};
    std::optional<LocalDay> effective_on = {};
    std::optional<LocalDay> checked_until = {};
    std::optional<EffectView> effect = {};
    std::string evaluation = {};
    std::optional<LocalDay> concluded_on = {};
    std::string concluded_by = {};
    std::string conclusion = {};
    std::string withdrawn = {};
    std::string proposed_by = {};
    Instant proposed_at = {};
    std::vector<Act> acts = {};
    int version = 1;
};

inline auto describe(const ImprovementView*)
{
    using V = ImprovementView;
    return json::object<V>("Improvement", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("ground", &V::ground, {"対象", "About"}), json::field("ground_id", &V::ground_id),
        json::field("ground_name", &V::ground_name, {"名前", "Name"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("as_of", &V::as_of, {"基準日", "As of"}),
        json::field("months", &V::months, {"さかのぼる月数", "Months back"}),
        json::field("finding", &V::finding, {"傾向の数", "What the trend said"}),
        json::field("title", &V::title, {"題名", "Title"}), json::field("problem", &V::problem, {"課題", "Problem"}),
        json::field("measure", &V::measure, {"対策", "Measure"}), json::field("aim", &V::aim, {"ねらい", "Aim"}),
        json::field("person", &V::person, {"担当", "Person"}), json::field("due_on", &V::due_on, {"予定日", "Due on"}),
        json::field("continues_id", &V::continues_id, {"続きの元の提案", "The round before"}),
        json::field("accepts", &V::accepts, {"市の判断", "Whether the city agrees"}),
        json::field("decided_on", &V::decided_on, {"判断日", "Decided on"}),
        json::field("decided_by", &V::decided_by, {"判断した人", "Decided by"}),
        json::field("decision", &V::decision, {"理由", "Reason"}),
        json::field("started_on", &V::started_on, {"着手日", "Started on"}),
        json::field("started_by", &V::started_by, {"着手した人", "Started by"}),
        json::field("effective_on", &V::effective_on, {"効果の始まる日", "Effective on"}),
        json::field("checked_until", &V::checked_until, {"確かめた日まで", "Checked until"}),
        json::field("effect", &V::effect, {"前後の件数", "Before and after"}),
        json::field("evaluation", &V::evaluation, {"評価", "Evaluation"}),
        json::field("concluded_on", &V::concluded_on, {"結びの日", "Concluded on"}),
        json::field("concluded_by", &V::concluded_by, {"結びを決めた人", "Concluded by"}),
        json::field("conclusion", &V::conclusion, {"結び", "Conclusion"}),
        json::field("withdrawn", &V::withdrawn, {"取下げの理由", "Why it was withdrawn"}),
        json::field("proposed_by", &V::proposed_by, {"提案した人", "Proposed by"}),
        json::field("proposed_at", &V::proposed_at, {"提案日時", "Proposed at"}),
        json::field("acts", &V::acts, {"できること", "What can be done"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct ImprovementPageView {
    std::vector<ImprovementView> items = {};
    std::optional<std::string> next_cursor = {};
};

inline auto describe(const ImprovementPageView*)
{
    using V = ImprovementPageView;
    return json::object<V>("ImprovementPage", json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor, {"続きの位置", "Cursor of the next page"}));
}

struct DraftView {
    std::string name = {};
    Text finding = {};
    Text title = {};
    Text problem = {};
    Text measure = {};
    Text aim = {};
};

inline auto describe(const DraftView*)
{
    using V = DraftView;
    return json::object<V>("ImprovementDraft", json::field("name", &V::name, {"名前", "Name"}),
        json::field("finding", &V::finding, {"傾向の数", "What the trend says"}),
        json::field("title", &V::title, {"題名", "Title"}), json::field("problem", &V::problem, {"課題", "Problem"}),
        json::field("measure", &V::measure, {"対策", "Measure"}), json::field("aim", &V::aim, {"ねらい", "Aim"}));
}

/// What one person sees of a proposal and can do with it.
ImprovementView view_of(const Improvement&, const Actor&);
DraftView view_of(const Draft&);

}
