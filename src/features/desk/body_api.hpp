#pragma once
#include "features/desk/call.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::desk {

struct DirectoryQuery {
    std::optional<std::string> device = {};
    std::optional<std::string> device_class = {};
};

inline auto describe(const DirectoryQuery*)
{
    using Q = DirectoryQuery;
    return json::object<Q>("DeskQuery", json::field("device", &Q::device, {"機器", "Unit"}, json::length(0, 100)),
        json::field("class", &Q::device_class, {"機器の種別", "Device class"}, json::length(0, 100)));
}

struct MarkDesk {
    bool maintained = false;
    std::string note = {};
};

inline auto describe(const MarkDesk*)
{
    using B = MarkDesk;
    return json::object<B>("MarkDesk", json::field("maintained", &B::maintained, {"保守契約", "Maintenance contract"}),
        json::field("note", &B::note, {"メモ", "Note"}, json::length(0, 500), json::defaulted()));
}

struct AddDaysOff {
    std::vector<LocalDay> days = {};
    std::string reason = {};
};

inline auto describe(const AddDaysOff*)
{
    using B = AddDaysOff;
    return json::object<B>("AddDeskDaysOff", json::field("days", &B::days, {"休業日", "Days off"}, json::items(1, 62)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 200)));
}

struct WriteVendor {
    std::string role = {};
    std::string role_name = {};
    std::string name = {};
    std::string contact = {};
    std::string hours = {};
    std::string duties = {};
    std::string remarks = {};
    LocalDay from = {};
    std::optional<LocalDay> until = {};
};

inline auto describe(const WriteVendor*)
{
    using B = WriteVendor;
    return json::object<B>("WriteVendor",
        json::field("role", &B::role, {"契約の役割", "Role of the contract"}, json::length(0, 100), json::defaulted()),
        json::field(
            "role_name", &B::role_name, {"そのほかの役割", "Another role"}, json::length(0, 100), json::defaulted()),
        json::field("name", &B::name, {"名称", "Name"}, json::length(1, 200)),
        json::field("contact", &B::contact, {"連絡先", "Contact"}, json::length(1, 300)),
        json::field("hours", &B::hours, {"受付時間", "Hours"}, json::length(0, 300), json::defaulted()),
        json::field("duties", &B::duties, {"受け持ち", "Duties"}, json::length(0, 1000), json::defaulted()),
        json::field("remarks", &B::remarks, {"備考", "Remarks"}, json::length(0, 1000), json::defaulted()),
        json::field("from", &B::from, {"いつから", "From"}), json::field("until", &B::until, {"いつまで", "Until"}));
}

struct CallQuery {
    bool open = false;
    std::optional<std::string> desk = {};
    std::optional<std::string> device = {};
    std::optional<std::string> incident = {};
    std::optional<std::string> q = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const CallQuery*)
{
    using Q = CallQuery;
    return json::object<Q>("DeskCallQuery",
        json::field("open", &Q::open, {"完了していないもの", "Not closed"}, json::defaulted()),
        json::field("desk", &Q::desk, {"窓口", "Desk"}, json::length(0, 100)),
        json::field("device", &Q::device, {"機器", "Unit"}, json::length(0, 100)),
        json::field("incident", &Q::incident, {"障害", "Incident"}, json::length(0, 100)),
        json::field("q", &Q::q, {"言葉", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

inline auto describe(const CallFacts*)
{
    using B = CallFacts;
    return json::object<B>("WriteDeskCall", json::field("desk", &B::desk, {"窓口", "Desk"}, json::length(1, 100)),
        json::field("channel", &B::channel, {"方法", "Channel"}, json::defaulted()),
        json::field("device_id", &B::device, {"機器", "Unit"}),
        json::field("incident", &B::incident, {"障害", "Incident"}, json::length(0, 100), json::defaulted()),
        json::field("request", &B::request, {"作業依頼", "Work request"}, json::length(0, 100), json::defaulted()),
        json::field("reached_at", &B::reached_at, {"受付日時", "Reached at"}),
        json::field("asked", &B::asked, {"伝えたこと", "What was asked"}, json::length(1, 2000)),
        json::field("form_attached", &B::form_attached, {"要求書を添付", "Form attached"}, json::defaulted()),
        json::field("reference", &B::reference, {"受付番号", "Reference"}, json::length(0, 100), json::defaulted()),
        json::field("said", &B::said, {"窓口の回答", "What was said"}, json::length(0, 2000), json::defaulted()),
        json::field("visit_expected", &B::visit_expected, {"訪問あり", "Visit expected"}, json::defaulted()),
        json::field("visit_at", &B::visit_at, {"訪問予定", "Promised visit"}),
        json::field("site_told_at", &B::site_told_at, {"拠点に伝えた日時", "Site told at"}),
        json::field("site_told", &B::site_told, {"伝えた相手", "Whom"}, json::length(0, 200), json::defaulted()),
        json::field("visited_at", &B::visited_at, {"訪問した日時", "Visited at"}),
        json::field("outcome", &B::outcome, {"結果", "Outcome"}, json::length(0, 2000), json::defaulted()));
}

}
