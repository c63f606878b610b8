#pragma once
#include "core/role.hpp"
#include "features/people/staff_terms.hpp"
#include "features/people/worker.hpp"
#include "formats/json.hpp"

namespace hoshuban::people {

inline auto describe(const Entry*)
{
    using E = Entry;
    return json::object<E>("RosterEntry", json::field("name", &E::name, {"氏名", "Name"}),
        json::field("kana", &E::kana, {"ふりがな", "Reading"}),
        json::field("company", &E::company, {"所属", "Affiliation"}),
        json::field("subcontractor", &E::subcontractor, {"再委託先", "Subcontractor"}),
        json::field("duties", &E::duties, {"役割", "Duties"}), json::field("work", &E::work, {"作業内容", "Work"}),
        json::field("assets", &E::assets, {"取り扱う情報資産", "Information assets handled"}),
        json::field("contact", &E::contact, {"連絡先", "Contact"}));
}

inline auto describe(const Training*)
{
    using T = Training;
    return json::object<T>("WorkerTraining", json::field("id", &T::id),
        json::field("subject", &T::subject, {"教育の内容", "Training"}),
        json::field("held_on", &T::held_on, {"教育の日", "Held on"}),
        json::field("result", &T::result, {"結果", "Result"}), json::field("note", &T::note, {"メモ", "Note"}),
        json::field("recorded_by", &T::recorded_by, {"記録した人", "Recorded by"}));
}

/// A change as the city and the contractor see it, with the entry that it replaces.
struct ChangeView {
    RosterChangeId id;
    WorkerId worker_id;
    ChangeKind kind;
    LocalDay takes_effect_on;
    Entry entry;
    std::optional<Entry> before;
    Standing standing;
    bool needs_grant;
    bool emergency;
    std::string reason;
    std::string city_request;
    std::optional<LocalDay> reported_on;
    std::string approval_number;
    Instant announced_at;
    std::string announced_by;
    std::optional<Instant> settled_at;
    bool can_withdraw;
};

inline auto describe(const ChangeView*)
{
    using V = ChangeView;
    return json::object<V>("RosterChange", json::field("id", &V::id), json::field("worker_id", &V::worker_id),
        json::field("kind", &V::kind, {"届出の種類", "Kind"}),
        json::field("takes_effect_on", &V::takes_effect_on, {"効力の日", "Takes effect on"}),
        json::field("entry", &V::entry, {"内容", "Entry"}), json::field("before", &V::before, {"変更前", "Before"}),
        json::field("standing", &V::standing, {"状態", "Standing"}),
        json::field("needs_grant", &V::needs_grant, {"市の承認が要る", "Needs the city's consent"}),
        json::field("emergency", &V::emergency, {"緊急", "Emergency"}),
        json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("city_request", &V::city_request, {"市の求め", "Request of the city"}),
        json::field("reported_on", &V::reported_on, {"書面で届け出た日", "Reported on paper"}),
        json::field("approval_number", &V::approval_number, {"届出の番号", "Number of the notice"}),
        json::field("announced_at", &V::announced_at, {"届け出た日時", "Announced at"}),
        json::field("announced_by", &V::announced_by, {"届け出た人", "Announced by"}),
        json::field("settled_at", &V::settled_at, {"確認した日時", "Settled at"}),
        json::field("can_withdraw", &V::can_withdraw));
}

/// One row of the roster.
struct WorkerView {
    WorkerId id;
    Presence presence;
    std::optional<LocalDay> from;
    std::optional<LocalDay> to; ///< the first day on which the worker is no longer there
    Entry entry;
    std::optional<PersonId> person_id;
    std::optional<LocalDay> pledged_on;
    std::optional<LocalDay> trained_on; ///< the last completed training
    std::optional<Text> obstacle; ///< why the worker cannot be assigned on this day
    int version;
};

inline auto describe(const WorkerView*)
{
    using V = WorkerView;
    return json::object<V>("Worker", json::field("id", &V::id),
        json::field("presence", &V::presence, {"状態", "Presence"}), json::field("from", &V::from, {"開始日", "From"}),
        json::field("to", &V::to, {"終了日", "To"}), json::field("entry", &V::entry, {"内容", "Entry"}),
        json::field("person_id", &V::person_id, {"利用者", "Account"}),
        json::field("pledged_on", &V::pledged_on, {"誓約書の日", "Pledged on"}),
        json::field("trained_on", &V::trained_on, {"最後の教育", "Trained on"}),
        json::field("obstacle", &V::obstacle, {"割り当てられない理由", "Why not assignable"}),
        json::field("version", &V::version, {"版", "Version"}));
}

WorkerView view_of(const Worker&, const StaffTerms&, const Actor&, LocalDay);
ChangeView view_of(const Worker&, const RosterChange&, const Actor&, LocalDay today);

}
