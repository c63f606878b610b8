#pragma once
#include "features/stocktake/stocktake.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::stocktake {

struct BeginStocktake {
    std::string title;
    LocalDay on;
};

inline auto describe(const BeginStocktake*)
{
    using B = BeginStocktake;
    return json::object<B>("BeginStocktake", json::field("title", &B::title, {"題名", "Title"}, json::length(1, 200)),
        json::field("on", &B::on, {"基準日", "As of"}));
}

struct LineQuery {
    std::optional<std::string> site;
};

inline auto describe(const LineQuery*)
{
    using Q = LineQuery;
    return json::object<Q>("StocktakeLineQuery", json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)));
}

struct FindUnits {
    SiteId site_id;
    std::vector<std::string> codes;
    std::string place;
    std::string note;
};

inline auto describe(const FindUnits*)
{
    using B = FindUnits;
    return json::object<B>("FindUnits", json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("codes", &B::codes, {"コード", "Codes"}, json::items(1, 5'000)),
        json::field("place", &B::place, {"場所", "Place"}, json::length(0, 200)),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 500)));
}

struct RemoveFinding {
    std::string key;
};

inline auto describe(const RemoveFinding*)
{
    using B = RemoveFinding;
    return json::object<B>("RemoveFinding", json::field("key", &B::key, json::length(1, 400)));
}

struct ReopenStocktake {
    std::string reason;
};

inline auto describe(const ReopenStocktake*)
{
    using B = ReopenStocktake;
    return json::object<B>(
        "ReopenStocktake", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 500)));
}

}
