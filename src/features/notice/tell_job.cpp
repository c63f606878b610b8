#include "features/notice/tell_job.hpp"

#include "features/account/addressee_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/due/due_store.hpp"
#include "features/notice/choice_store.hpp"
#include "features/notice/due_detail.hpp"
#include "features/notice/mail_store.hpp"
#include "features/notice/notice_store.hpp"
#include "features/notice/webhook_body_job.hpp"
#include "features/notice/webhook_store.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "platform/uuid.hpp"

#include <algorithm>

namespace hoshuban::notice {
namespace {

// Small writes, so that people's writes find room between them.
constexpr int events_at_once = 100;
// What is older when we come to it is history: it stands on the screen and is not mailed any more.
constexpr std::chrono::days longest_news{3};

std::optional<due::Due> clock_of(db::Reader& reader, const audit::Entry& entry)
{
    if (!entry.kind.starts_with("due."))
        return std::nullopt;
    const auto running = due::open_of(reader, entry.chain, {.subject = entry.subject});
    const auto meant = std::ranges::find_if(
        running, [&](const due::Due& due) { return due::told_as(due.terms.kind) == entry.reason; });
    return meant == running.end() ? std::nullopt : std::optional{*meant};
}

/// One contract's part of the work, within one transaction.
class Telling {
public:
    Telling(db::Tx& tx, const Teller& teller, const contract::Profile& profile, const WorkingCalendar& calendar)
        : tx_{tx}
        , teller_{teller}
        , profile_{profile}
        , calendar_{calendar}
        , now_{teller.clock.now()}
        , people_{account::addressees(tx, profile.id, day_of(now_))}
        , choices_{choices(tx, profile.id)}
        , hooks_{live_webhooks(tx, profile.id)}
    {
    }

    void tell(const audit::Event& event)
    {
        const audit::Entry& entry = event.entry;
        if (entry.act == audit::Act::reading)
            return;
        const About& subject = follow_subject(entry.subject);
        const Rule* const rule = find_rule(entry.kind);
        if (!rule)
            return;
        const auto due = clock_of(tx_, entry);
        Happened happened{.actor = entry.actor, .side = entry.side};
        if (due)
            happened.clock = RunningClock{due->terms.side, due->terms.kind, due->terms.person};
        const Notice notice = notice_of(event, *rule, due);
        for (const account::Addressee* person : told_of(*rule, happened, subject, people_))
            tell_person(notice, *person, subject);
        for (const Webhook& hook : hooks_)
            tell_program(hook, event, *rule, subject);
    }

private:
    const About& follow_subject(const audit::Subject& subject)
    {
        const auto key = std::pair{subject.kind, subject.id};
        const auto known = abouts_.find(key);
        if (known != abouts_.end())
            return known->second;
        const About& found = abouts_[key] = about(tx_, teller_.subjects, profile_.id, subject);
        follow(tx_, profile_.id, subject, found);
        return found;
    }

    Notice notice_of(const audit::Event& event, const Rule& rule, const std::optional<due::Due>& due) const
    {
        const audit::Entry& entry = event.entry;
        Notice notice{.contract = entry.chain,
            .sequence = event.sequence,
            .kind = entry.kind,
            .group = rule.group,
            .urgent = rule.urgent,
            .subject = entry.subject,
            .actor_name = entry.origin == Origin::job ? "" : entry.actor_name,
            .detail = {entry.reason, entry.reason},
            .at = entry.at};
        if (due)
            notice.detail =
                explained(due::label(due->terms.kind), due->terms.starts_at, due->terms.due_at, entry.at, calendar_);
        else if (auto detail = detail_of(entry))
            notice.detail = *std::move(detail);
        return notice;
    }

    std::optional<Text> detail_of(const audit::Entry& entry) const
    {
        const auto teller = teller_.details.find(entry.kind);
        return teller == teller_.details.end() ? std::nullopt : teller->second(tx_, entry);
    }

    void tell_person(Notice notice, const account::Addressee& person, const About& subject)
    {
        notice.person = person.person;
        if (!insert(tx_, notice, subject, now_))
            return;
        if (!teller_.mailing || person.mail.empty() || notice.at < now_ - longest_news)
            return;
        if (const auto at = letter_at(choice_of_person(person), notice.group, notice.urgent, now_, calendar_))
            put_into(
                tx_, notice, letter_for(tx_, notice.contract, notice.person, *at, new_id<MailId>(teller_.clock), now_));
    }

    Choice choice_of_person(const account::Addressee& person) const
    {
        std::vector<Role> roles;
        for (const Membership& held : person.memberships)
            roles.push_back(held.role);
        const auto chosen = choices_.find(person.person);
        return chosen == choices_.end() ? default_choice(roles) : merged(default_choice(roles), chosen->second);
    }

    void tell_program(const Webhook& hook, const audit::Event& event, const Rule& rule, const About& subject)
    {
        if (!hook.hears(rule.group) || event.entry.at < hook.created_at)
            return;
        const WebhookDelivery delivery{.contract = hook.contract,
            .id = new_id<DeliveryId>(teller_.clock),
            .webhook = hook.id,
            .sequence = event.sequence,
            .kind = event.entry.kind,
            .created_at = now_};
        const Text what = teller_.words.kind(event.entry.kind);
        insert_delivery(tx_, delivery, webhook_body(delivery.id, event, rule, subject, what));
    }

    db::Tx& tx_;
    const Teller& teller_;
    const contract::Profile& profile_;
    const WorkingCalendar& calendar_;
    Instant now_;
    std::vector<account::Addressee> people_;
    std::map<PersonId, Choice> choices_;
    std::vector<Webhook> hooks_;
    std::map<std::pair<std::string, std::string>, About> abouts_;
};

// Undoes itself when another process was first.
std::unexpected<Error> taken()
{
    return fail(ErrorKind::conflict, "notice/taken", {"別の処理が先に通知しました。", "another process told it first"});
}

Result<int> tell_some(db::Tx& tx, const Teller& teller, const contract::Profile& profile)
{
    const std::int64_t from = cursor_of(tx, profile.id);
    const auto events = audit::events_after(tx, profile.id, from, events_at_once);
    if (events.empty())
        return 0;
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
    Telling telling{tx, teller, profile, *calendar};
    for (const audit::Event& event : events)
        telling.tell(event);
    if (!move_cursor(tx, profile.id, from, events.back().sequence))
        return taken();
    return static_cast<int>(events.size());
}

Result<int> tell_contract(const Teller& teller, const ContractId& contract, const std::stop_token& stop)
{
    TRY_ASSIGN(const auto profile, contract::profile(teller.database, teller.profiles, contract));
    int all = 0;
    int some = 0;
    do {
        TRY_ASSIGN(some, teller.database.write([&](db::Tx& tx) { return tell_some(tx, teller, *profile); }));
        all += some;
    } while (some == events_at_once && !stop.stop_requested());
    return all;
}

}

int tell(const Teller& teller, const std::stop_token& stop)
{
    int all = 0;
    for (const ContractId& contract : teller.database.read(behind)) {
        if (stop.stop_requested())
            break;
        const auto told = tell_contract(teller, contract, stop);
        if (told)
            all += *told;
        else if (told.error().code != "notice/taken")
            log::warning("notice.not_told", {{"contract", contract.text}, {"error", told.error().code}});
    }
    return all;
}

}
