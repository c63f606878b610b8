#include "features/people/announce_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/people/announcement.hpp"
#include "features/people/announcing_api.hpp"
#include "features/people/entry_view_api.hpp"
#include "features/people/event_api.hpp"
#include "features/people/people_store.hpp"

namespace hoshuban::people {

/// The facts of an entry as somebody writes them.
struct WrittenEntry : Entry { };

static auto describe(const WrittenEntry*)
{
    using E = WrittenEntry;
    return json::object<E>("WrittenRosterEntry", json::field("name", &E::name, {"氏名", "Name"}, json::length(1, 100)),
        json::field("kana", &E::kana, {"ふりがな", "Reading"}, json::length(0, 100), json::defaulted()),
        json::field("company", &E::company, {"所属", "Affiliation"}, json::length(1, 200)),
        json::field("subcontractor", &E::subcontractor, {"再委託先", "Subcontractor"}, json::defaulted()),
        json::field("duties", &E::duties, {"役割", "Duties"}, json::items(0, 3), json::defaulted()),
        json::field("work", &E::work, {"作業内容", "Work"}, json::length(1, 500)),
        json::field("assets", &E::assets, {"取り扱う情報資産", "Information assets handled"}, json::length(1, 500)),
        json::field("contact", &E::contact, {"連絡先", "Contact"}, json::length(0, 200), json::defaulted()));
}

struct AnnounceEntry {
    WrittenEntry entry;
    std::optional<LocalDay> takes_effect_on;
    std::string reason;
    bool emergency = false;
    std::string city_request;
    std::optional<LocalDay> reported_on;
    std::optional<PersonId> person_id;
};

static auto describe(const AnnounceEntry*)
{
    using B = AnnounceEntry;
    return json::object<B>("AnnounceEntry", json::field("entry", &B::entry, {"内容", "Entry"}),
        json::field("takes_effect_on", &B::takes_effect_on, {"効力の日", "Takes effect on"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()),
        json::field("emergency", &B::emergency, {"緊急", "Emergency"}, json::defaulted()),
        json::field("city_request", &B::city_request, {"市の求め", "Request of the city"}, json::length(0, 1000),
            json::defaulted()),
        json::field("reported_on", &B::reported_on, {"書面で届け出た日", "Reported on paper"}),
        json::field("person_id", &B::person_id, {"利用者", "Account"}));
}

struct AnnounceChange {
    ChangeKind kind = ChangeKind::change;
    std::optional<WrittenEntry> entry;
    std::optional<LocalDay> takes_effect_on;
    std::string reason;
    bool emergency = false;
    std::string city_request;
    std::optional<LocalDay> reported_on;
};

static auto describe(const AnnounceChange*)
{
    using B = AnnounceChange;
    return json::object<B>("AnnounceChange", json::field("kind", &B::kind, {"届出の種類", "Kind"}),
        json::field("entry", &B::entry, {"内容（終了のときは書かない）", "Entry (not of a leaving)"}),
        json::field("takes_effect_on", &B::takes_effect_on, {"効力の日", "Takes effect on"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()),
        json::field("emergency", &B::emergency, {"緊急", "Emergency"}, json::defaulted()),
        json::field("city_request", &B::city_request, {"市の求め", "Request of the city"}, json::length(0, 1000),
            json::defaulted()),
        json::field("reported_on", &B::reported_on, {"書面で届け出た日", "Reported on paper"}));
}

struct WithdrawChange {
    std::string reason;
};

static auto describe(const WithdrawChange*)
{
    return json::object<WithdrawChange>("WithdrawRosterChange",
        json::field("reason", &WithdrawChange::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct NoticeQuery {
    std::optional<LocalDay> told_on;
};

static auto describe(const NoticeQuery*)
{
    return json::object<NoticeQuery>(
        "NoticeQuery", json::field("told_on", &NoticeQuery::told_on, {"届け出る日", "Day of the notice"}));
}

struct NoticeView {
    LocalDay told_on;
    LocalDay earliest;
    bool forecast;
    Text explanation;
};

static auto describe(const NoticeView*)
{
    using V = NoticeView;
    return json::object<V>("RosterNotice", json::field("told_on", &V::told_on, {"届け出る日", "Day of the notice"}),
        json::field("earliest", &V::earliest, {"最も早い効力の日", "Earliest day of effect"}),
        json::field("forecast", &V::forecast, {"予測", "Forecast"}),
        json::field("explanation", &V::explanation, {"数え方", "How it was counted"}));
}

namespace {

template <class Body>
Announcement announcement_of(const Body& body)
{
    return {.takes_effect_on = body.takes_effect_on,
        .reason = body.reason,
        .emergency = body.emergency,
        .city_request = body.city_request,
        .reported_on = body.reported_on};
}

Result<NoticeView> show_notice(http::Context& context, const NoticeQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const LocalDay told_on = query.told_on.value_or(day_of(context.now()));
    TRY_ASSIGN(const auto earliest, earliest_day(terms_of(profile->staff), *calendar, told_on));
    return NoticeView{told_on, earliest.day, earliest.forecast, earliest.explanation};
}

Result<http::Created<ChangeView>> announce_entry(http::Context& context, const AnnounceEntry& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ChangeView>> {
        TRY(check_account(tx, contract, body.person_id));
        Announcement wanted = announcement_of(body);
        wanted.entry = body.entry;
        const Worker blank{.id = context.new_id<WorkerId>(), .contract_id = contract, .person = body.person_id};
        TRY_ASSIGN(auto where, announcing(tx, context, *profile, rooms));
        TRY_ASSIGN(const auto told, announce(tx, where, blank, std::move(wanted)));
        std::string location = context.request().path + "/" + told.worker.id.text;
        return http::Created<ChangeView>{
            view_of(told.worker, told.change, context.actor(), day_of(context.now())), std::move(location)};
    });
}

Result<http::Created<ChangeView>> announce_change(
    http::Context& context, const AnnounceChange& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    if (body.kind != ChangeKind::leaving && !body.entry) {
        return fail(ErrorKind::invalid, "people/entry_missing",
            {"名簿に載せる内容を書いてください。", "write what the roster shall say"});
    }
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ChangeView>> {
        TRY_ASSIGN(const auto worker, get_version(tx, contract, context.path<WorkerId>("id"), version));
        Announcement wanted = announcement_of(body);
        wanted.kind = body.kind;
        wanted.entry = body.entry.value_or(WrittenEntry{});
        TRY_ASSIGN(auto where, announcing(tx, context, *profile, rooms));
        TRY_ASSIGN(const auto told, announce(tx, where, worker, std::move(wanted)));
        return http::Created<ChangeView>{
            view_of(told.worker, told.change, context.actor(), day_of(context.now())), context.request().path};
    });
}

Result<http::NoContent> withdraw_change(http::Context& context, const WithdrawChange& body)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(auto worker, get_version(tx, contract, context.path<WorkerId>("id"), version));
        const auto found = find_change(tx, contract, context.path<RosterChangeId>("change"));
        if (!found || found->worker != worker.id)
            return fail(
                ErrorKind::not_found, "people/no_change_found", {"届出が見つかりません。", "no such announcement"});
        if (auto refused = check_withdrawal(worker, found->change, day_of(context.now())))
            return fail(*std::move(refused));
        RosterChange withdrawn = found->change;
        withdrawn.standing = Standing::withdrawn;
        withdrawn.settled_at = context.now();
        const auto cause = audit::cause_of(context);
        TRY(take_back(tx, contract, withdrawn));
        approval::void_of(tx, cause, contract, {"roster_change", withdrawn.id.text}, body.reason);
        TRY_ASSIGN(worker, update(tx, std::move(worker)));
        record(tx, cause, {"roster.withdrawn", body.reason}, worker, facts_of(withdrawn), {});
        return http::NoContent{};
    });
}

}

void add_announce_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/roster";
    router
        .get(all + "/notice",
            [rooms](http::Context& context, const NoticeQuery& query) { return show_notice(context, query, rooms); })
        .permission(Permission::view_roster)
        .summary({"名簿の変更の最も早い効力の日", "The earliest day on which a change of the roster takes effect"});
    router
        .post(all,
            [rooms](http::Context& context, const AnnounceEntry& body) { return announce_entry(context, body, rooms); })
        .permission(Permission::keep_roster)
        .summary({"従事者の登録を届け出る", "Announce an entry into the roster"});
    router
        .post(all + "/{id}/changes",
            [rooms](
                http::Context& context, const AnnounceChange& body) { return announce_change(context, body, rooms); })
        .permission(Permission::keep_roster)
        .summary({"従事者の変更・終了・再登録を届け出る", "Announce a change, a leaving or a return"});
    router.post(all + "/{id}/changes/{change}/withdraw", withdraw_change)
        .permission(Permission::keep_roster)
        .summary({"効力の前の届出を取り下げる", "Withdraw an announcement before it takes effect"});
}

}
