#pragma once
#include "features/contract/site_store.hpp"
#include "features/device/register.hpp"
#include "features/site/contact.hpp"
#include "features/site/layout.hpp"
#include "formats/json.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::site {

/// What a site was on the days [from, to); the reason is empty for what the contract's files say.
struct SiteSpanView {
    LocalDay from;
    std::optional<LocalDay> to;
    int number;
    std::string name;
    std::string address;
    std::string departments;
    std::string remarks;
    std::vector<std::string> aliases;
    bool excluded;
    bool open;
    std::string reason;
    std::string entered_by;
    std::optional<Instant> entered_at;
};

inline auto describe(const SiteSpanView*)
{
    using V = SiteSpanView;
    return json::object<V>("SiteSpan", json::field("from", &V::from, {"いつから", "From"}),
        json::field("to", &V::to, {"いつまで（その前日まで）", "Until, that day excluded"}),
        json::field("number", &V::number, {"拠点番号", "Site number"}), json::field("name", &V::name, {"拠点", "Site"}),
        json::field("address", &V::address, {"所在地", "Address"}),
        json::field("departments", &V::departments, {"部署", "Departments"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}),
        json::field("aliases", &V::aliases, {"別名", "Other names"}),
        json::field("excluded", &V::excluded, {"市が管理", "Kept by the city"}),
        json::field("open", &V::open, {"開いている", "Open"}), json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("entered_by", &V::entered_by, {"登録した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"登録日時", "Entered at"}));
}

/// Units of one model at a site.
struct SiteModelView {
    std::string device_class;
    std::string division;
    std::string kind;
    std::string model;
    std::string generation;
    int in_service;
    int spare;
    int planned;
    int other; ///< stored, in repair
    int kept_by_city; ///< beside the others: the contractor does not care for them (LOC-08)
};

inline auto describe(const SiteModelView*)
{
    using V = SiteModelView;
    return json::object<V>("SiteModel", json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("generation", &V::generation, {"世代", "Generation"}),
        json::field("in_service", &V::in_service, {"稼働中", "In service"}),
        json::field("spare", &V::spare, {"予備機", "Spares"}),
        json::field("planned", &V::planned, {"設置予定", "Planned"}),
        json::field("other", &V::other, {"保管中・修理中", "Stored or in repair"}),
        json::field("kept_by_city", &V::kept_by_city, {"ほかに市管理", "Kept by the city besides"}));
}

struct ContactView {
    ContactId id;
    std::string name;
    std::string section;
    std::string phone;
    std::string note;
    LocalDay from;
    std::optional<LocalDay> to;
    bool holds; ///< on the day that was asked for
    int version;
};

inline auto describe(const ContactView*)
{
    using V = ContactView;
    return json::object<V>("SiteContact", json::field("id", &V::id), json::field("name", &V::name, {"名前", "Name"}),
        json::field("section", &V::section, {"部署", "Section"}),
        json::field("phone", &V::phone, {"電話番号", "Phone"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("from", &V::from, {"いつから", "From"}), json::field("to", &V::to, {"いつまで", "To"}),
        json::field("holds", &V::holds), json::field("version", &V::version));
}

/// Whom to call at a site on a day.
struct ContactListView {
    LocalDay on = {};
    std::vector<ContactView> items = {};
};

inline auto describe(const ContactListView*)
{
    using V = ContactListView;
    return json::object<V>(
        "SiteContacts", json::field("on", &V::on, {"基準日", "As of"}), json::field("items", &V::items));
}

/// Another contract has the site under the same name at another address.
struct OtherAddressView {
    std::string contract;
    std::string name;
    std::string address;
};

inline auto describe(const OtherAddressView*)
{
    using V = OtherAddressView;
    return json::object<V>("OtherAddress", json::field("contract", &V::contract, {"契約", "Contract"}),
        json::field("name", &V::name, {"拠点", "Site"}), json::field("address", &V::address, {"所在地", "Address"}));
}

/// A site on a day.
struct SitePageView {
    SiteId id;
    LocalDay on;
    SiteSpanView now; ///< what holds on the day; before the first day, what holds then
    bool begun; ///< whether the site was there on the day at all
    bool planned; ///< gets equipment later (SIT-04)
    std::vector<SiteSpanView> history; ///< the latest first
    std::vector<SiteModelView> models;
    std::vector<ContactView> contacts;
    std::vector<std::string> accounts; ///< who signs in for the site
    std::vector<std::string> remembered; ///< its other names in lists, for who keeps the register
    std::vector<OtherAddressView> other_addresses; ///< in other contracts that the reader sees
    bool may_keep;
    int version;
};

inline auto describe(const SitePageView*)
{
    using V = SitePageView;
    return json::object<V>("SitePage", json::field("id", &V::id), json::field("on", &V::on, {"基準日", "As of"}),
        json::field("now", &V::now), json::field("begun", &V::begun, {"その日にあった", "There on the day"}),
        json::field("planned", &V::planned, {"設置予定の拠点", "Gets equipment later"}),
        json::field("history", &V::history), json::field("models", &V::models), json::field("contacts", &V::contacts),
        json::field("accounts", &V::accounts, {"現場担当者", "Site contacts"}),
        json::field("remembered", &V::remembered, {"一覧での別名", "Other names in lists"}),
        json::field("other_addresses", &V::other_addresses, {"ほかの契約での所在地", "Address in other contracts"}),
        json::field("may_keep", &V::may_keep), json::field("version", &V::version));
}

struct SiteRowView {
    SiteId id;
    int number;
    std::string name;
    std::string address;
    std::string departments;
    std::string remarks;
    std::vector<std::string> aliases;
    bool excluded;
    bool open;
    bool planned;
    std::optional<LocalDay> opened_on; ///< none: since the contract began
    std::optional<LocalDay> closed_on;
    int units; ///< that stand there, planned ones left out
    int planned_units;
    int kept_by_city; ///< that stand there beside them and the city keeps (LOC-08)
    int requests; ///< open today
    int repairs;
};

inline auto describe(const SiteRowView*)
{
    using V = SiteRowView;
    return json::object<V>("SiteRow", json::field("id", &V::id),
        json::field("number", &V::number, {"拠点番号", "Site number"}), json::field("name", &V::name, {"拠点", "Site"}),
        json::field("address", &V::address, {"所在地", "Address"}),
        json::field("departments", &V::departments, {"部署", "Departments"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}),
        json::field("aliases", &V::aliases, {"別名", "Other names"}),
        json::field("excluded", &V::excluded, {"市が管理", "Kept by the city"}),
        json::field("open", &V::open, {"開いている", "Open"}),
        json::field("planned", &V::planned, {"設置予定の拠点", "Gets equipment later"}),
        json::field("opened_on", &V::opened_on, {"開設日", "Opened on"}),
        json::field("closed_on", &V::closed_on, {"閉鎖日", "Closed on"}),
        json::field("units", &V::units, {"台数", "Units"}),
        json::field("planned_units", &V::planned_units, {"設置予定", "Planned"}),
        json::field("kept_by_city", &V::kept_by_city, {"ほかに市管理", "Kept by the city besides"}),
        json::field("requests", &V::requests, {"済んでいない作業依頼", "Open work requests"}),
        json::field("repairs", &V::repairs, {"修理中", "Open repairs"}));
}

struct SiteRegisterView {
    LocalDay on;
    std::vector<SiteRowView> items;
    bool whole; ///< every site of the contract
    bool may_keep;
};

inline auto describe(const SiteRegisterView*)
{
    using V = SiteRegisterView;
    return json::object<V>("SiteRegister", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("items", &V::items), json::field("whole", &V::whole), json::field("may_keep", &V::may_keep));
}

struct SeatUnitView {
    DeviceId id;
    std::string number;
    std::string kind;
    std::string model;
    std::string place;
    device::Use use;
};

inline auto describe(const SeatUnitView*)
{
    using V = SeatUnitView;
    return json::object<V>("SeatUnit", json::field("id", &V::id),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("place", &V::place, {"場所", "Place"}), json::field("use", &V::use, {"使い方", "Use"}));
}

struct SeatView {
    SeatId id;
    std::string name;
    std::string section;
    std::string place; ///< how the register says it
    std::optional<int> x;
    std::optional<int> y;
    std::vector<SeatUnitView> units;
};

inline auto describe(const SeatView*)
{
    using V = SeatView;
    return json::object<V>("Seat", json::field("id", &V::id), json::field("name", &V::name, {"席・窓口", "Seat"}),
        json::field("section", &V::section, {"部署・区分", "Section"}),
        json::field("place", &V::place, {"台帳の場所", "Place on the register"}),
        json::field("x", &V::x, {"横の位置（千分率）", "Thousandths from the left"}),
        json::field("y", &V::y, {"縦の位置（千分率）", "Thousandths from the top"}), json::field("units", &V::units));
}

struct PlanView {
    AttachmentId id;
    std::string name;
    int width;
    int height;
};

inline auto describe(const PlanView*)
{
    using V = PlanView;
    return json::object<V>("FloorPlan", json::field("id", &V::id),
        json::field("name", &V::name, {"ファイル名", "File name"}), json::field("width", &V::width),
        json::field("height", &V::height));
}

struct FloorView {
    FloorId id;
    std::string name;
    std::vector<SeatView> seats;
    std::optional<PlanView> plan;
};

inline auto describe(const FloorView*)
{
    using V = FloorView;
    return json::object<V>("Floor", json::field("id", &V::id), json::field("name", &V::name, {"階", "Floor"}),
        json::field("seats", &V::seats), json::field("plan", &V::plan));
}

struct LayoutView {
    LocalDay on;
    std::vector<FloorView> floors;
    std::vector<SeatUnitView> elsewhere; ///< units of the site at no seat
    bool may_keep;
    int version;
};

inline auto describe(const LayoutView*)
{
    using V = LayoutView;
    return json::object<V>("SiteLayout", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("floors", &V::floors), json::field("elsewhere", &V::elsewhere, {"席のない機器", "At no seat"}),
        json::field("may_keep", &V::may_keep), json::field("version", &V::version));
}

SiteSpanView span_view(const contract::EnteredFact&, const std::optional<LocalDay>& to);
/// The models at one site, of the counts of a day.
std::vector<SiteModelView> models_at(std::span<const device::Count>, const SiteId&);
ContactView view_of(const Contact&, LocalDay on);
/// A row without its counts.
SiteRowView row_view(const contract::Site&, std::span<const contract::SiteFact>, LocalDay on, LocalDay first);
LayoutView view_of(const Layout&, std::span<const device::Unit>, LocalDay on, bool may_keep);

}
