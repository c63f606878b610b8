#include "features/audit/event_view_api.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hoshuban::audit {
namespace {

using RawFacts = std::map<std::string, json::Raw>;

// What cannot be read as an object is shown as it stands: an altered event must not make the page fail.
RawFacts facts_of(const std::string& text)
{
    if (text.empty())
        return {};
    auto facts = json::parse<RawFacts>(text);
    return facts ? std::move(*facts) : RawFacts{{"", json::Raw{text}}};
}

std::string shown(const RawFacts& facts, const std::string& field)
{
    const auto found = facts.find(field);
    if (found == facts.end() || found->second.text == "null")
        return {};
    const auto text = json::parse<std::string>(found->second.text);
    return text ? *text : found->second.text;
}

std::vector<ChangeView> changes_of(const Entry& entry, const Words& words)
{
    const RawFacts before = facts_of(entry.before);
    const RawFacts after = facts_of(entry.after);
    std::set<std::string> fields;
    for (const RawFacts* facts : {&before, &after}) {
        for (const auto& [field, value] : *facts)
            fields.insert(field);
    }
    std::vector<ChangeView> changes;
    for (const std::string& field : fields) {
        ChangeView change{field, words.field(entry.subject.kind, field), shown(before, field), shown(after, field)};
        if (change.before != change.after)
            changes.push_back(std::move(change));
    }
    std::ranges::stable_sort(
        changes, {}, [&](const ChangeView& change) { return words.place_of(entry.subject.kind, change.field); });
    return changes;
}

}

EventView view_of(const Event& event, const Words& words)
{
    const Entry& entry = event.entry;
    return {event.sequence, entry.at, entry.actor_name, entry.side, entry.kind, words.kind(entry.kind),
        changes_of(entry, words), entry.reason, event.altered, event.unreadable};
}

LedgerEventView ledger_view_of(const Event& event, const Words& words)
{
    const Entry& entry = event.entry;
    return {event.sequence, entry.at, entry.actor_name, entry.side, entry.kind, words.kind(entry.kind),
        changes_of(entry, words), entry.reason, entry.act, entry.origin, entry.remote_address, entry.request_id,
        entry.subject.kind, entry.subject.id, event.hash, event.altered, event.unreadable};
}

LedgerAuditView view_of(const LedgerVerification& found)
{
    LedgerAuditView view{found.ledger, found.rows, !found.broken, std::nullopt};
    if (const auto& broken = found.broken)
        view.broken = LedgerBrokenView{broken->kind, broken->id, broken->number, broken->field, broken->label,
            broken->stored, broken->recorded, reason_of(*broken)};
    return view;
}

json::Object describe(const ChangeView*)
{
    using V = ChangeView;
    return json::object<V>("EventChange", json::field("field", &V::field),
        json::field("label", &V::label, {"項目", "Field"}), json::field("before", &V::before, {"変更前", "Before"}),
        json::field("after", &V::after, {"変更後", "After"}));
}

json::Object describe(const EventView*)
{
    using V = EventView;
    return json::object<V>("Event", json::field("sequence", &V::sequence, {"番号", "Number"}),
        json::field("at", &V::at, {"日時", "At"}), json::field("actor_name", &V::actor_name, {"操作した人", "By"}),
        json::field("side", &V::side, {"側", "Side"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("text", &V::text, {"できごと", "What happened"}),
        json::field("changes", &V::changes, {"変更", "Changes"}), json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("altered", &V::altered, {"書き換えられている", "Altered"}),
        json::field("unreadable", &V::unreadable, {"読めない値", "What cannot be read"}));
}

json::Object describe(const EventListView*)
{
    return json::object<EventListView>("EventList", json::field("items", &EventListView::items));
}

json::Object describe(const LedgerEventView*)
{
    using V = LedgerEventView;
    return json::object<V>("LedgerEvent", json::field("sequence", &V::sequence, {"番号", "Number"}),
        json::field("at", &V::at, {"日時", "At"}), json::field("actor_name", &V::actor_name, {"操作した人", "By"}),
        json::field("side", &V::side, {"側", "Side"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("text", &V::text, {"できごと", "What happened"}),
        json::field("changes", &V::changes, {"変更", "Changes"}), json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("act", &V::act, {"変更か閲覧か", "Change or reading"}),
        json::field("origin", &V::origin, {"経路", "Origin"}),
        json::field("remote_address", &V::remote_address, {"接続元", "Address"}),
        json::field("request_id", &V::request_id, {"受付番号", "Request"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象", "Subject"}),
        json::field("hash", &V::hash, {"ハッシュ", "Hash"}),
        json::field("altered", &V::altered, {"書き換えられている", "Altered"}),
        json::field("unreadable", &V::unreadable, {"読めない値", "What cannot be read"}));
}

json::Object describe(const LedgerEventPage*)
{
    using V = LedgerEventPage;
    return json::object<V>(
        "LedgerEventPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

json::Object describe(const BrokenView*)
{
    using V = BrokenView;
    return json::object<V>("BrokenLink", json::field("sequence", &V::sequence, {"番号", "Number"}),
        json::field("reason", &V::reason, {"理由", "Reason"}));
}

json::Object describe(const LedgerBrokenView*)
{
    using V = LedgerBrokenView;
    return json::object<V>("BrokenRow", json::field("kind", &V::kind, {"種類", "Kind"}), json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("field", &V::field, {"項目", "Field"}),
        json::field("label", &V::label, {"項目の名前", "Label of the field"}),
        json::field("stored", &V::stored, {"台帳の値", "As the ledger holds it"}),
        json::field("recorded", &V::recorded, {"記録された値", "As it was recorded"}),
        json::field("reason", &V::reason, {"理由", "Reason"}));
}

json::Object describe(const LedgerAuditView*)
{
    using V = LedgerAuditView;
    return json::object<V>("LedgerAudit", json::field("ledger", &V::ledger, {"台帳", "Ledger"}),
        json::field("rows", &V::rows, {"件数", "Rows"}), json::field("ok", &V::ok, {"異常なし", "Whole"}),
        json::field("broken", &V::broken, {"異常", "Broken"}));
}

json::Object describe(const AuditView*)
{
    using V = AuditView;
    return json::object<V>("Audit", json::field("events", &V::events, {"記録の数", "Events"}),
        json::field("verified_until", &V::verified_until, {"確かめた最後の番号", "Verified until"}),
        json::field("head_hash", &V::head_hash, {"末尾のハッシュ", "Hash of the end"}),
        json::field("ok", &V::ok, {"異常なし", "Whole"}),
        json::field("broken", &V::broken, {"記録の異常", "Broken chain"}),
        json::field("ledgers", &V::ledgers, {"台帳", "Ledgers"}));
}

}
