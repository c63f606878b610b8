#pragma once
#include "core/open_state.hpp"
#include "features/desk/call.hpp"
#include "features/desk/directory.hpp"
#include "features/desk/vendor.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::desk {

/// Whether a desk can be reached at this moment.
struct OpenView {
    bool open = false;
    std::optional<Instant> closes_at = {};
    std::optional<Instant> opens_at = {};
    Text reason = {};
    bool forecast = false;
};

inline auto describe(const OpenView*)
{
    using V = OpenView;
    return json::object<V>("DeskOpen", json::field("open", &V::open, {"受付中", "Open now"}),
        json::field("closes_at", &V::closes_at, {"受付の終わり", "Closes"}),
        json::field("opens_at", &V::opens_at, {"次の受付", "Opens"}),
        json::field("reason", &V::reason, {"閉じている理由", "Why it is closed"}),
        json::field("forecast", &V::forecast, {"祝日が未公表", "Holidays not published yet"}));
}

struct DayOffView {
    LocalDay day = {};
    std::string reason = {};
    std::string entered_by = {};
};

inline auto describe(const DayOffView*)
{
    using V = DayOffView;
    return json::object<V>("DeskDayOff", json::field("day", &V::day, {"休業日", "Day off"}),
        json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

/// A desk of the specification with what was entered about it.
struct DeskView {
    std::string id = {};
    Text devices = {};
    std::string desk = {};
    std::string contact = {};
    Text reception = {};
    Text service = {};
    Text say_when_calling = {};
    Text remarks = {};
    std::string clause = {};
    std::optional<OpenView> now = {}; ///< none: the specification states no hours
    std::optional<OpenView> repairs = {}; ///< none: whenever the desk is open
    std::optional<int> visit_within_open_days = {};
    Text mail_form = {};
    bool leaves_report = false;
    bool monthly_days_off = false;
    bool maintained = false;
    std::string note = {};
    std::vector<DayOffView> days_off = {};
    int version = 1;
};

inline auto describe(const DeskView*)
{
    using V = DeskView;
    return json::object<V>("Desk", json::field("id", &V::id),
        json::field("devices", &V::devices, {"対象機器", "Devices"}), json::field("desk", &V::desk, {"窓口", "Desk"}),
        json::field("contact", &V::contact, {"連絡先", "Contact"}),
        json::field("reception", &V::reception, {"受付時間", "Reception"}),
        json::field("service", &V::service, {"サービス", "Service"}),
        json::field("say_when_calling", &V::say_when_calling, {"伝えること", "What to say"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}), json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("now", &V::now, {"いまの受付", "Now"}),
        json::field("repairs", &V::repairs, {"いまの修理の受付", "Repairs now"}),
        json::field("visit_within_open_days", &V::visit_within_open_days,
            {"訪問までの営業日", "Business days until the visit"}),
        json::field("mail_form", &V::mail_form, {"メールに要る用紙", "Form that a mail needs"}),
        json::field("leaves_report", &V::leaves_report, {"作業報告書", "Leaves a report"}),
        json::field("monthly_days_off", &V::monthly_days_off, {"月ごとの休業日", "Monthly days off"}),
        json::field("maintained", &V::maintained, {"保守契約", "Maintenance contract"}),
        json::field("note", &V::note, {"メモ", "Note"}),
        json::field("days_off", &V::days_off, {"これからの休業日", "Days off to come"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct VendorView {
    std::optional<VendorId> id = {};
    std::string role_id = {};
    Text role = {};
    std::string name = {};
    std::string contact = {};
    std::string hours = {};
    Text duties = {};
    std::string remarks = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    bool in_force = false;
    std::string clause = {};
    int version = 1;
};

inline auto describe(const VendorView*)
{
    using V = VendorView;
    return json::object<V>("Vendor", json::field("id", &V::id, {"記入した業者", "Entered vendor"}),
        json::field("role_id", &V::role_id, {"契約の役割", "Role of the contract"}),
        json::field("role", &V::role, {"役割", "Role"}), json::field("name", &V::name, {"名称", "Name"}),
        json::field("contact", &V::contact, {"連絡先", "Contact"}),
        json::field("hours", &V::hours, {"受付時間", "Hours"}),
        json::field("duties", &V::duties, {"受け持ち", "Duties"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}), json::field("from", &V::from, {"いつから", "From"}),
        json::field("until", &V::until, {"いつまで", "Until"}),
        json::field("in_force", &V::in_force, {"いまの業者", "In force"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}), json::field("version", &V::version, {"版", "Version"}));
}

struct VendorRoleView {
    std::string id = {};
    Text label = {};
};

inline auto describe(const VendorRoleView*)
{
    using V = VendorRoleView;
    return json::object<V>("VendorRole", json::field("id", &V::id), json::field("label", &V::label));
}

/// The directory of a contract, or the part of it for one unit.
struct DirectoryView {
    Instant at = {};
    std::vector<DeskView> desks = {};
    std::vector<VendorView> vendors = {};
    std::vector<VendorRoleView> roles = {};
    bool may_keep = false;
};

inline auto describe(const DirectoryView*)
{
    using V = DirectoryView;
    return json::object<V>("DeskDirectory", json::field("at", &V::at, {"時刻", "Moment"}),
        json::field("desks", &V::desks, {"メーカーの窓口", "Desks"}),
        json::field("vendors", &V::vendors, {"関係業者", "Vendors"}),
        json::field("roles", &V::roles, {"業者の役割", "Roles of vendors"}), json::field("may_keep", &V::may_keep));
}

/// A call to a desk; a list leaves the explanation and what is missing out.
struct CallView {
    CallId id = {};
    std::string desk = {};
    std::string desk_name = {};
    Channel channel = Channel::phone;
    std::optional<DeviceId> device_id = {};
    std::string unit = {};
    std::string incident = {};
    std::string request = {};
    Instant reached_at = {};
    std::string asked = {};
    bool form_attached = false;
    std::string reference = {};
    std::string said = {};
    bool visit_expected = false;
    std::optional<LocalDay> visit_due = {};
    bool overdue = false;
    std::optional<Instant> visit_at = {};
    std::optional<Instant> site_told_at = {};
    std::string site_told = {};
    std::optional<Instant> visited_at = {};
    std::string outcome = {};
    bool closed = false;
    std::vector<Text> explanation = {};
    std::vector<Text> missing = {};
    bool may_keep = false;
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

inline auto describe(const CallView*)
{
    using V = CallView;
    return json::object<V>("DeskCall", json::field("id", &V::id), json::field("desk", &V::desk, {"窓口", "Desk"}),
        json::field("desk_name", &V::desk_name, {"窓口の名称", "Name of the desk"}),
        json::field("channel", &V::channel, {"方法", "Channel"}), json::field("device_id", &V::device_id),
        json::field("unit", &V::unit, {"機器", "Unit"}), json::field("incident", &V::incident, {"障害", "Incident"}),
        json::field("request", &V::request, {"作業依頼", "Work request"}),
        json::field("reached_at", &V::reached_at, {"受付日時", "Reached at"}),
        json::field("asked", &V::asked, {"伝えたこと", "What was asked"}),
        json::field("form_attached", &V::form_attached, {"要求書を添付", "Form attached"}),
        json::field("reference", &V::reference, {"受付番号", "Reference"}),
        json::field("said", &V::said, {"窓口の回答", "What was said"}),
        json::field("visit_expected", &V::visit_expected, {"訪問あり", "Visit expected"}),
        json::field("visit_due", &V::visit_due, {"訪問の期限", "Visit due"}),
        json::field("overdue", &V::overdue, {"期限を過ぎた", "Overdue"}),
        json::field("visit_at", &V::visit_at, {"訪問予定", "Promised visit"}),
        json::field("site_told_at", &V::site_told_at, {"拠点に伝えた日時", "Site told at"}),
        json::field("site_told", &V::site_told, {"伝えた相手", "Whom"}),
        json::field("visited_at", &V::visited_at, {"訪問した日時", "Visited at"}),
        json::field("outcome", &V::outcome, {"結果", "Outcome"}), json::field("closed", &V::closed, {"完了", "Closed"}),
        json::field("explanation", &V::explanation, {"期限の根拠", "How the term was counted"}),
        json::field("missing", &V::missing, {"完了に足りないもの", "What is missing"}),
        json::field("may_keep", &V::may_keep), json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct CallPageView {
    std::vector<CallView> items = {};
    std::optional<std::string> next_cursor = {};
    bool may_keep = false;
};

inline auto describe(const CallPageView*)
{
    using V = CallPageView;
    return json::object<V>("DeskCallPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor),
        json::field("may_keep", &V::may_keep));
}

DeskView view_of(const contract::MakerDesk&, const DeskMark&, std::span<const DayOff> to_come);
OpenView view_of(const OpenState&);
VendorView view_of(const VendorSpan&, LocalDay today);
CallView view_of(const Call&, LocalDay today);

}
