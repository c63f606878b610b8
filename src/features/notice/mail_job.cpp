#include "features/notice/mail_job.hpp"

#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/notice/mail_store.hpp"
#include "formats/mail_message.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"

namespace hoshuban::notice {
namespace {

constexpr int letters_at_once = 50;

Actor reader_of(db::Reader& reader, const account::Person& person, Instant now)
{
    return {person.id, person.name, false, account::roles_in_force(reader, person.id, day_of(now)), Origin::job};
}

// Nothing to say any more: read on the screen meanwhile, or no longer to be seen.
std::nullopt_t drop(db::Tx& tx, const Mail& mail, const std::string& why, Instant now)
{
    settle(tx, mail, {DeliveryState::dropped}, why, now);
    return std::nullopt;
}

std::optional<Letter> write_letter(db::Tx& tx, const Postman& postman, const Mail& mail)
{
    const Instant now = postman.clock.now();
    const auto person = account::find_person(tx, mail.person);
    if (!person || person->disabled_at || person->mail.empty())
        return drop(tx, mail, "no address", now);
    const auto profile = contract::profile(tx, postman.profiles, mail.contract);
    const Actor reader = reader_of(tx, *person, now);
    std::vector<Told> told;
    for (Notice& notice : contents(tx, mail, sight_of(reader, mail.contract))) {
        Text what = postman.words.kind(notice.kind);
        told.push_back({std::move(notice), std::move(what)});
    }
    if (told.empty())
        return drop(tx, mail, "read meanwhile", now);
    const Occasion occasion{.person = person->name,
        .language = person->language,
        .contract = mail.contract,
        .contract_title = profile ? (*profile)->title : mail.contract.text,
        .base_url = postman.outside.base_url};
    return Letter{.to = person->mail,
        .to_name = person->name,
        .subject = subject_line(occasion, told),
        .text = body(occasion, told),
        .reference = mail.id.text,
        .date = now};
}

// The letter is durably on its way once this returns it.
std::optional<Letter> begin(const Postman& postman, const Mail& mail)
{
    return postman.database.write([&](db::Tx& tx) -> std::optional<Letter> {
        if (!take(tx, mail, postman.clock.now()))
            return std::nullopt;
        return write_letter(tx, postman, mail);
    });
}

void end(const Postman& postman, const Mail& mail, const Handed& handed)
{
    const Instant now = postman.clock.now();
    const Verdict verdict = after(handed.attempt, mail.attempts + 1, now);
    postman.database.write([&](db::Tx& tx) { settle(tx, mail, verdict, handed.problem, now); });
    if (handed.attempt != Attempt::arrived)
        log::warning(
            "mail.not_sent", {{"mail", mail.id.text}, {"state", name_of(verdict.state)}, {"problem", handed.problem}});
}

Attempt attempt_of(outbound::MailFate fate)
{
    switch (fate) {
    case outbound::MailFate::arrived:
        return Attempt::arrived;
    case outbound::MailFate::refused:
        return Attempt::refused;
    case outbound::MailFate::failed:
        return Attempt::failed;
    case outbound::MailFate::unsure:
        return Attempt::unsure;
    }
    return Attempt::unsure;
}

std::string host_of(const std::string& address)
{
    const auto at = address.rfind('@');
    return at == std::string::npos ? "localhost" : address.substr(at + 1);
}

}

HandOver by_smtp(const outbound::SmtpServer& server)
{
    return [server](const Letter& letter, const std::stop_token& stop) -> Handed {
        const std::string message = mail_text({.from = server.from,
            .from_name = server.from_name,
            .to = letter.to,
            .to_name = letter.to_name,
            .subject = letter.subject,
            .text = letter.text,
            .message_id = letter.reference + "@" + host_of(server.from),
            .date = letter.date});
        auto outcome = outbound::send_mail(server, letter.to, message, stop);
        return {attempt_of(outcome.fate), outcome.server_down, std::move(outcome.problem)};
    };
}

int deliver_letters(const Postman& postman, const std::stop_token& stop)
{
    const Instant now = postman.clock.now();
    postman.database.write([&](db::Tx& tx) { give_up_lost_letters(tx, now); });
    int settled = 0;
    for (const Mail& mail :
        postman.database.read([&](db::Reader& reader) { return due_letters(reader, now, letters_at_once); })) {
        if (stop.stop_requested())
            break;
        const auto letter = begin(postman, mail);
        if (!letter)
            continue;
        const Handed handed = postman.hand_over(*letter, stop);
        end(postman, mail, handed);
        ++settled;
        if (handed.server_down)
            break;
    }
    return settled;
}

}
