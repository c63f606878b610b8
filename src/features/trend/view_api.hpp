#pragma once
#include "features/trend/trend.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::trend {

struct TrendQuery {
    std::optional<LocalDay> on = {}; ///< today unless it is given
    int months = 12;
};

inline auto describe(const TrendQuery*)
{
    using Q = TrendQuery;
    return json::object<Q>("TrendQuery", json::field("on", &Q::on, {"基準日", "As of"}),
        json::field("months", &Q::months, {"さかのぼる月数", "Months back"}, json::range(1, 60), json::defaulted()));
}

struct RecurrenceView {
    Subject subject = {};
    std::string id = {};
    std::string name = {};
    std::string device_class = {};
    Text class_label = {};
    std::string model = {};
    std::string site_name = {};
    int faults = 0;
    int unit_days = 0;
    double expected = 0;
    std::optional<double> chance = {};
    std::optional<double> corrected = {};
    std::optional<double> interval_days = {};
    LocalDay last_on = {};
    Verdict verdict = {};
    Text sentence = {};
};

inline auto describe(const RecurrenceView*)
{
    using V = RecurrenceView;
    return json::object<V>("FaultRecurrence", json::field("subject", &V::subject, {"何について", "On what"}),
        json::field("id", &V::id), json::field("name", &V::name, {"名前", "Name"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}), json::field("class_label", &V::class_label),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("site_name", &V::site_name, {"拠点", "Site"}),
        json::field("faults", &V::faults, {"件数", "Faults"}),
        json::field("unit_days", &V::unit_days, {"稼働の延べ日数", "Days in service"}),
        json::field("expected", &V::expected, {"全体の割合なら", "At the rate of all"}),
        json::field("chance", &V::chance, {"偶然これ以上になる確率", "As many or more by chance"}),
        json::field("corrected", &V::corrected, {"比べた数を考えた確率（ホルム法）", "Corrected (Holm)"}),
        json::field("interval_days", &V::interval_days, {"間隔の中央値（日）", "Median interval, days"}),
        json::field("last_on", &V::last_on, {"最後の発生", "The last"}),
        json::field("verdict", &V::verdict, {"言えること", "What can be said"}), json::field("sentence", &V::sentence));
}

struct MonthOfRunsView {
    std::string month = {};
    int runs = 0;
    int together = 0;
};

inline auto describe(const MonthOfRunsView*)
{
    using V = MonthOfRunsView;
    return json::object<V>("MonthOfRuns", json::field("month", &V::month, {"月", "Month"}),
        json::field("runs", &V::runs, {"件数", "Runs"}), json::field("together", &V::together, {"累計", "Together"}));
}

struct BurnUpView {
    std::string quota = {};
    Text label = {};
    Text unit = {};
    std::string clause = {};
    int limit = 0;
    int used = 0;
    std::vector<MonthOfRunsView> months = {};
    std::vector<std::string> months_ahead = {}; ///< after that of the reference day
    int low = 0;
    int middle = 0;
    int high = 0;
    double passes = 0;
    Standing standing = {};
    Text sentence = {};
};

inline auto describe(const BurnUpView*)
{
    using V = BurnUpView;
    return json::object<V>("EstimateBurnUp", json::field("quota", &V::quota),
        json::field("label", &V::label, {"見込みの区分", "Estimate"}), json::field("unit", &V::unit, {"単位", "Unit"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}), json::field("limit", &V::limit, {"見込み", "Estimate"}),
        json::field("used", &V::used, {"実績", "Actual"}), json::field("months", &V::months, {"月ごと", "By month"}),
        json::field("months_ahead", &V::months_ahead, {"残りの月", "Months ahead"}),
        json::field("low", &V::low, {"期末の見通し（下）", "Outlook, low"}),
        json::field("middle", &V::middle, {"期末の見通し", "Outlook"}),
        json::field("high", &V::high, {"期末の見通し（上）", "Outlook, high"}),
        json::field("passes", &V::passes, {"見込みを超える確率", "Probability of passing it"}),
        json::field("standing", &V::standing, {"状況", "Standing"}), json::field("sentence", &V::sentence));
}

struct TrendView {
    LocalDay on = {};
    int months = 0;
    LocalDay from = {};
    LocalDay until = {};
    int counted = 0;
    int left_out = 0;
    int unit_days = 0;
    std::vector<BurnUpView> estimates = {};
    std::vector<RecurrenceView> units = {};
    int units_in_all = 0;
    std::vector<RecurrenceView> models = {};
    int models_in_all = 0;
    std::vector<RecurrenceView> sites = {};
    int sites_in_all = 0;
};

inline auto describe(const TrendView*)
{
    using V = TrendView;
    return json::object<V>("IncidentTrend", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("months", &V::months, {"さかのぼる月数", "Months back"}),
        json::field("from", &V::from, {"初日", "First day"}), json::field("until", &V::until, {"末日", "Last day"}),
        json::field("counted", &V::counted, {"数えた障害", "Faults counted"}),
        json::field("left_out", &V::left_out, {"機器か拠点が分からず数えない障害", "Faults left out"}),
        json::field("unit_days", &V::unit_days, {"稼働の延べ日数", "Days in service"}),
        json::field("estimates", &V::estimates, {"見込みの消化", "Estimates"}),
        json::field("units", &V::units, {"機器", "Units"}), json::field("units_in_all", &V::units_in_all),
        json::field("models", &V::models, {"機種", "Models"}), json::field("models_in_all", &V::models_in_all),
        json::field("sites", &V::sites, {"拠点", "Sites"}), json::field("sites_in_all", &V::sites_in_all));
}

/// The trend as it is shown: of each table the 100 least likely rows.
TrendView view_of(const contract::Profile&, const Trend&, int months);

}
