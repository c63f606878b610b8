#pragma once
#include "features/stocktake/stocktake_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::stocktake {

struct TallyView {
    int expected;
    int found;
    int missing;
    int elsewhere;
    int unknown;
    int open;
};

inline auto describe(const TallyView*)
{
    using V = TallyView;
    return json::object<V>("StocktakeTally", json::field("expected", &V::expected, {"台帳の台数", "Expected"}),
        json::field("found", &V::found, {"一致", "Found"}),
        json::field("missing", &V::missing, {"見つからない", "Missing"}),
        json::field("elsewhere", &V::elsewhere, {"台帳と違う拠点", "At another site"}),
        json::field("unknown", &V::unknown, {"台帳にない", "Not on the register"}),
        json::field("open", &V::open, {"未確認", "Not looked at yet"}));
}

struct StocktakeSiteView {
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site;
    TallyView tally;
    std::optional<Instant> finished_at;
    std::string finished_by;
};

inline auto describe(const StocktakeSiteView*)
{
    using V = StocktakeSiteView;
    return json::object<V>("StocktakeSite", json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("tally", &V::tally),
        json::field("finished_at", &V::finished_at, {"確認を終えた日時", "Finished at"}),
        json::field("finished_by", &V::finished_by, {"確認を終えた人", "Finished by"}));
}

struct StocktakeView {
    StocktakeId id;
    std::string title;
    LocalDay on;
    std::optional<LocalDay> closed_on;
    std::string closed_by;
    std::string made_by;
    Instant made_at;
    bool whole; ///< every site of the contract, whose history is seen too
    bool may_count;
    bool may_close;
    TallyView tally;
    std::vector<StocktakeSiteView> sites;
    int version;
};

inline auto describe(const StocktakeView*)
{
    using V = StocktakeView;
    return json::object<V>("Stocktake", json::field("id", &V::id), json::field("title", &V::title, {"題名", "Title"}),
        json::field("on", &V::on, {"基準日", "As of"}),
        json::field("closed_on", &V::closed_on, {"終わった日", "Closed on"}),
        json::field("closed_by", &V::closed_by, {"終えた人", "Closed by"}),
        json::field("made_by", &V::made_by, {"始めた人", "Begun by"}),
        json::field("made_at", &V::made_at, {"始めた日時", "Begun at"}), json::field("whole", &V::whole),
        json::field("may_count", &V::may_count), json::field("may_close", &V::may_close),
        json::field("tally", &V::tally), json::field("sites", &V::sites), json::field("version", &V::version));
}

struct StocktakeRowView {
    StocktakeId id;
    std::string title;
    LocalDay on;
    std::optional<LocalDay> closed_on;
};

inline auto describe(const StocktakeRowView*)
{
    using V = StocktakeRowView;
    return json::object<V>("StocktakeRow", json::field("id", &V::id),
        json::field("title", &V::title, {"題名", "Title"}), json::field("on", &V::on, {"基準日", "As of"}),
        json::field("closed_on", &V::closed_on, {"終わった日", "Closed on"}));
}

struct StocktakeListView {
    std::vector<StocktakeRowView> items;
    bool may_begin;
};

inline auto describe(const StocktakeListView*)
{
    using V = StocktakeListView;
    return json::object<V>("StocktakeList", json::field("items", &V::items), json::field("may_begin", &V::may_begin));
}

struct LineView {
    std::string key; ///< under which a finding is taken back
    std::optional<DeviceId> device_id;
    std::string number; ///< the device id, or the code that no register knows
    std::string kind;
    std::string model;
    std::optional<SiteId> site_id; ///< where the line stands
    std::string site;
    std::string place;
    std::string expected_site;
    std::string expected_place;
    Verdict verdict;
    std::string note;
    std::string found_by;
    std::optional<Instant> found_at;
};

inline auto describe(const LineView*)
{
    using V = LineView;
    return json::object<V>("StocktakeLine", json::field("key", &V::key), json::field("device_id", &V::device_id),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("site_id", &V::site_id), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}),
        json::field("expected_site", &V::expected_site, {"台帳の拠点", "Site on the register"}),
        json::field("expected_place", &V::expected_place, {"台帳の場所", "Place on the register"}),
        json::field("verdict", &V::verdict, {"結果", "Result"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("found_by", &V::found_by, {"確認した人", "Found by"}),
        json::field("found_at", &V::found_at, {"確認した日時", "Found at"}));
}

struct LinesView {
    std::vector<LineView> items;
};

inline auto describe(const LinesView*)
{
    using V = LinesView;
    return json::object<V>("StocktakeLines", json::field("items", &V::items));
}

/// What became of the codes that were scanned, in their order.
struct FoundView {
    std::vector<LineView> lines;
    StocktakeView stocktake;
};

inline auto describe(const FoundView*)
{
    using V = FoundView;
    return json::object<V>("StocktakeFound", json::field("lines", &V::lines), json::field("stocktake", &V::stocktake));
}

/// Which sites somebody sees; none: every site.
using Sight = std::optional<std::vector<SiteId>>;

bool sees(const Sight&, const std::optional<SiteId>&);

StocktakeView view_of(
    const contract::Profile&, const Stocktake&, const Stock&, std::span<const Line>, const Sight&, const Actor&);
StocktakeRowView row_view_of(const Stocktake&);
LineView view_of(const contract::Profile&, const Line&);

}
