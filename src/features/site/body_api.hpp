#pragma once
#include "features/site/contact.hpp"
#include "features/site/layout.hpp"
#include "features/site/site_list.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::site {

struct SiteDayQuery {
    std::optional<LocalDay> on; ///< today unless it is given
};

inline auto describe(const SiteDayQuery*)
{
    using Q = SiteDayQuery;
    return json::object<Q>("SiteDayQuery", json::field("on", &Q::on, {"基準日", "As of"}));
}

struct OpenSite {
    int number;
    LocalDay from;
    std::string name;
    std::string address;
    std::string departments;
    std::string remarks;
    std::vector<std::string> aliases;
    bool excluded = false;
    std::string reason;
};

inline auto describe(const OpenSite*)
{
    using B = OpenSite;
    return json::object<B>("OpenSite", json::field("number", &B::number, {"拠点番号", "Site number"}),
        json::field("from", &B::from, {"開設日", "Opens on"}),
        json::field("name", &B::name, {"拠点", "Site"}, json::length(1, 100)),
        json::field("address", &B::address, {"所在地", "Address"}, json::length(0, 300)),
        json::field("departments", &B::departments, {"部署", "Departments"}, json::length(0, 1'000)),
        json::field("remarks", &B::remarks, {"備考", "Remarks"}, json::length(0, 1'000)),
        json::field("aliases", &B::aliases, {"別名", "Other names"}, json::items(0, 20)),
        json::field("excluded", &B::excluded, {"市が管理", "Kept by the city"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1'000)));
}

struct ChangeSite {
    LocalDay from;
    std::string name;
    std::string address;
    std::string departments;
    std::string remarks;
    std::vector<std::string> aliases;
    bool excluded = false;
    std::string reason;
};

inline auto describe(const ChangeSite*)
{
    using B = ChangeSite;
    return json::object<B>("ChangeSite", json::field("from", &B::from, {"変わる日", "From"}),
        json::field("name", &B::name, {"拠点", "Site"}, json::length(1, 100)),
        json::field("address", &B::address, {"所在地", "Address"}, json::length(0, 300)),
        json::field("departments", &B::departments, {"部署", "Departments"}, json::length(0, 1'000)),
        json::field("remarks", &B::remarks, {"備考", "Remarks"}, json::length(0, 1'000)),
        json::field("aliases", &B::aliases, {"別名", "Other names"}, json::items(0, 20)),
        json::field("excluded", &B::excluded, {"市が管理", "Kept by the city"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1'000)));
}

/// A closing, or an opening again.
struct TurnSite {
    LocalDay from;
    std::string reason;
};

inline auto describe(const TurnSite*)
{
    using B = TurnSite;
    return json::object<B>("TurnSite", json::field("from", &B::from, {"日", "From"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1'000)));
}

struct WriteContact {
    std::string name;
    std::string section;
    std::string phone;
    std::string note;
    LocalDay from;
    std::optional<LocalDay> to;
};

inline auto describe(const WriteContact*)
{
    using B = WriteContact;
    return json::object<B>("WriteSiteContact", json::field("name", &B::name, {"名前", "Name"}, json::length(1, 100)),
        json::field("section", &B::section, {"部署", "Section"}, json::length(0, 100)),
        json::field("phone", &B::phone, {"電話番号", "Phone"}, json::length(0, 40)),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 500)),
        json::field("from", &B::from, {"いつから", "From"}), json::field("to", &B::to, {"いつまで", "To"}));
}

struct SeatBody {
    std::optional<SeatId> id; ///< none: a new one
    std::string name;
    std::string section;
    std::optional<int> x;
    std::optional<int> y;
};

inline auto describe(const SeatBody*)
{
    using B = SeatBody;
    return json::object<B>("WriteSeat", json::field("id", &B::id),
        json::field("name", &B::name, {"席・窓口", "Seat"}, json::length(1, 60)),
        json::field("section", &B::section, {"部署・区分", "Section"}, json::length(0, 60)),
        json::field("x", &B::x, {"横の位置（千分率）", "Thousandths from the left"}, json::range(0, 1'000)),
        json::field("y", &B::y, {"縦の位置（千分率）", "Thousandths from the top"}, json::range(0, 1'000)));
}

struct FloorBody {
    std::optional<FloorId> id; ///< none: a new one
    std::string name;
    std::vector<SeatBody> seats;
};

inline auto describe(const FloorBody*)
{
    using B = FloorBody;
    return json::object<B>("WriteFloor", json::field("id", &B::id),
        json::field("name", &B::name, {"階", "Floor"}, json::length(1, 60)),
        json::field("seats", &B::seats, {"席", "Seats"}, json::items(0, 400)));
}

struct LayoutBody {
    std::vector<FloorBody> floors;
};

inline auto describe(const LayoutBody*)
{
    using B = LayoutBody;
    return json::object<B>("WriteSiteLayout", json::field("floors", &B::floors, {"階", "Floors"}, json::items(0, 40)));
}

struct PlanQuery {
    std::string name;
};

inline auto describe(const PlanQuery*)
{
    using Q = PlanQuery;
    return json::object<Q>(
        "FloorPlanQuery", json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

struct SiteListQuery {
    std::string name;
    LocalDay on;
    std::optional<std::string> preview; ///< of the view that the person saw; saves
    std::string reason;
    bool skip_refused = false;
};

inline auto describe(const SiteListQuery*)
{
    using Q = SiteListQuery;
    return json::object<Q>("SiteListQuery",
        json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)),
        json::field("on", &Q::on, {"適用日", "From"}),
        json::field("preview", &Q::preview, {"確認した内容", "What was seen"}, json::length(64, 64)),
        json::field("reason", &Q::reason, {"理由", "Reason"}, json::length(0, 1'000), json::defaulted()),
        json::field("skip_refused", &Q::skip_refused, {"取込不可の行を除いて登録する", "Save without the refused rows"},
            json::defaulted()));
}

inline auto describe(const HeadingChoice*)
{
    using B = HeadingChoice;
    return json::object<B>("SiteHeadingChoice",
        json::field("heading", &B::heading, {"見出し", "Heading"}, json::length(1, 40)),
        json::field("column", &B::column, {"意味", "Meaning"}));
}

struct HeadingsBody {
    std::vector<HeadingChoice> headings;
};

inline auto describe(const HeadingsBody*)
{
    using B = HeadingsBody;
    return json::object<B>("SiteHeadings", json::field("headings", &B::headings, json::items(1, 60)));
}

}
