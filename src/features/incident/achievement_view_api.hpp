#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/achievement_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

/// One level over a month.
struct LevelTallyView {
    std::string level = {};
    Text label = {};
    std::string clause = {};
    contract::LevelNature nature = {};
    int allowed_seconds = 0;
    int met = 0;
    int missed = 0;
    int agreed = 0;
    int not_needed = 0;
    int measured = 0;
    int open = 0;
    int unexplained = 0;
    std::optional<int> permille = {};
    std::optional<int> average_seconds = {};
};

inline auto describe(const LevelTallyView*)
{
    using V = LevelTallyView;
    return json::object<V>("IncidentLevelTally", json::field("level", &V::level, {"サービスレベル", "Service level"}),
        json::field("label", &V::label), json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("nature", &V::nature, {"努力目標か義務か", "Effort target or binding"}),
        json::field("allowed_seconds", &V::allowed_seconds, {"目標（秒）", "Allowed, in seconds"}),
        json::field("met", &V::met, {"達成", "Met"}), json::field("missed", &V::missed, {"未達成", "Missed"}),
        json::field("agreed", &V::agreed, {"合意により例外", "Set aside by agreement"}),
        json::field("not_needed", &V::not_needed, {"対象外", "Not needed"}),
        json::field("measured", &V::measured, {"計測のみ", "Measured"}),
        json::field("open", &V::open, {"対応中", "Open"}),
        json::field("unexplained", &V::unexplained, {"理由のない未達成", "Missed without a reason"}),
        json::field("permille", &V::permille, {"達成率（千分率）", "Met, per thousand"}),
        json::field("average_seconds", &V::average_seconds, {"平均の業務時間（秒）", "Average service time, seconds"}));
}

struct CountedClockView {
    std::string level = {};
    Standing standing = {};
    int used_seconds = 0;
    std::string reason = {};
};

inline auto describe(const CountedClockView*)
{
    using V = CountedClockView;
    return json::object<V>("CountedIncidentClock", json::field("level", &V::level, {"サービスレベル", "Service level"}),
        json::field("standing", &V::standing, {"状況", "Standing"}),
        json::field("used_seconds", &V::used_seconds, {"使った業務時間（秒）", "Service time used, in seconds"}),
        json::field("reason", &V::reason, {"守れなかった理由", "Reason of the miss"}));
}

struct CountedView {
    IncidentId id = {};
    std::string case_number = {};
    State state = {};
    Instant instructed_at = {};
    std::optional<Instant> restored_at = {};
    std::string site_name = {};
    std::string device_number = {};
    std::string device_model = {};
    std::string device_class = {};
    std::string phenomenon = {};
    std::string cause = {};
    std::optional<int> elapsed_seconds = {};
    int work_minutes = 0;
    bool by_maker = false;
    std::string note = {};
    std::vector<CountedClockView> clocks = {};
};

inline auto describe(const CountedView*)
{
    using V = CountedView;
    return json::object<V>("CountedIncident", json::field("id", &V::id),
        json::field("case_number", &V::case_number, {"案件管理番号", "Case number"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("instructed_at", &V::instructed_at, {"指示の日時", "Instructed at"}),
        json::field("restored_at", &V::restored_at, {"復旧の日時", "Restored at"}),
        json::field("site_name", &V::site_name, {"拠点", "Site"}),
        json::field("device_number", &V::device_number, {"機器ID", "Device"}),
        json::field("device_model", &V::device_model, {"機種名", "Model"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("phenomenon", &V::phenomenon, {"現象", "Phenomenon"}),
        json::field("cause", &V::cause, {"原因", "Cause"}),
        json::field(
            "elapsed_seconds", &V::elapsed_seconds, {"指示から復旧まで（秒）", "Instruction to recovery, seconds"}),
        json::field("work_minutes", &V::work_minutes, {"実作業（分）", "Worked, in minutes"}),
        json::field("by_maker", &V::by_maker, {"メーカー手配", "Maker sent"}),
        json::field("note", &V::note, {"訂正の注記", "Correction note"}), json::field("clocks", &V::clocks));
}

struct GroupView {
    Grouping by = {};
    Text name = {};
    int incidents = 0;
    int restored = 0;
    std::vector<int> missed = {}; ///< in the order of the levels
    int elapsed_seconds = 0;
    int work_minutes = 0;
};

inline auto describe(const GroupView*)
{
    using V = GroupView;
    return json::object<V>("IncidentGroup", json::field("by", &V::by, {"分け方", "Told apart by"}),
        json::field("name", &V::name, {"名前", "Name"}), json::field("incidents", &V::incidents, {"件数", "Incidents"}),
        json::field("restored", &V::restored, {"復旧", "Restored"}),
        json::field("missed", &V::missed, {"サービスレベルごとの未達成", "Missed, for each level"}),
        json::field("elapsed_seconds", &V::elapsed_seconds, {"経過時間の計（秒）", "Elapsed together, seconds"}),
        json::field("work_minutes", &V::work_minutes, {"実作業（分）", "Worked, in minutes"}));
}

struct KeptView {
    Standing standing = {};
    int used_seconds = 0;
};

inline auto describe(const KeptView*)
{
    using V = KeptView;
    return json::object<V>("KeptIncidentClock", json::field("standing", &V::standing, {"状況", "Standing"}),
        json::field("used_seconds", &V::used_seconds, {"使った業務時間（秒）", "Service time used, in seconds"}));
}

struct DifferenceView {
    IncidentId incident_id = {};
    std::string level = {};
    std::optional<KeptView> was = {};
    std::optional<KeptView> is = {};
};

inline auto describe(const DifferenceView*)
{
    using V = DifferenceView;
    return json::object<V>("IncidentMonthDifference", json::field("incident_id", &V::incident_id),
        json::field("level", &V::level, {"サービスレベル", "Service level"}),
        json::field("was", &V::was, {"提出したとき", "As reported"}), json::field("is", &V::is, {"今", "Now"}));
}

struct ReportedMonthView {
    int edition = 0;
    std::string name = {};
    std::string reported_by = {};
    Instant reported_at = {};
};

inline auto describe(const ReportedMonthView*)
{
    using V = ReportedMonthView;
    return json::object<V>("ReportedIncidentMonth", json::field("edition", &V::edition, {"版", "Edition"}),
        json::field("name", &V::name, {"ファイル名", "File"}),
        json::field("reported_by", &V::reported_by, {"提出した人", "Reported by"}),
        json::field("reported_at", &V::reported_at, {"提出日時", "Reported at"}));
}

struct AchievementView {
    std::string month = {};
    bool over = false;
    std::vector<LevelTallyView> levels = {};
    std::vector<LevelTallyView> apart = {};
    std::vector<CountedView> incidents = {};
    std::vector<GroupView> groups = {};
    std::optional<ReportedMonthView> reported = {};
    std::vector<DifferenceView> differences = {};
    bool may_report = false;
};

inline auto describe(const AchievementView*)
{
    using V = AchievementView;
    return json::object<V>("IncidentAchievement", json::field("month", &V::month, {"月", "Month"}),
        json::field("over", &V::over, {"終わった月", "The month is over"}),
        json::field("levels", &V::levels, {"サービスレベル", "Service levels"}),
        json::field("apart", &V::apart, {"別に数えるもの", "Counted apart"}),
        json::field("incidents", &V::incidents, {"障害", "Incidents"}),
        json::field("groups", &V::groups, {"内訳", "Groups"}),
        json::field("reported", &V::reported, {"提出した表", "What was reported"}),
        json::field("differences", &V::differences, {"提出した表との違い", "Differences to what was reported"}),
        json::field("may_report", &V::may_report, {"提出できる", "May report it"}));
}

struct ReportMonth {
    int edition = 0;
};

inline auto describe(const ReportMonth*)
{
    using B = ReportMonth;
    return json::object<B>("ReportIncidentMonth",
        json::field("edition", &B::edition, {"見ていた版。まだなら0", "The edition one saw, 0 for none"},
            json::range(0, 1'000)));
}

std::vector<LevelTallyView> tally_views(const contract::Profile&, std::span<const LevelRow>, std::span<const Counted>);
std::vector<GroupView> group_views(const contract::Profile&, std::span<const Counted>);
CountedView view_of(const Counted&, const contract::Profile&);
DifferenceView view_of(const Difference&);

}
