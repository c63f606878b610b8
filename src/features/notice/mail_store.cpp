#include "features/notice/mail_store.hpp"

#include "features/notice/notice_store.hpp"
#include "features/notice/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::notice {
namespace {

Mail mail_from(const db::Row& row)
{
    return {.contract = row.get<ContractId>("contract_id"),
        .id = row.get<MailId>("id"),
        .person = row.get<PersonId>("person_id"),
        .state = row.get<DeliveryState>("state"),
        .created_at = row.get<Instant>("created_at"),
        .next_at = row.get<Instant>("next_at"),
        .attempts = row.get<int>("attempts"),
        .settled_at = row.get<std::optional<Instant>>("settled_at"),
        .problem = row.get<std::string>("problem")};
}

MailRow mail_row_from(const db::Row& row)
{
    return {
        mail_from(row), row.get<std::string>("person_name"), row.get<std::string>("address"), row.get<int>("notices")};
}

}

MailId letter_for(
    db::Tx& tx, const ContractId& contract, const PersonId& person, Instant at, const MailId& fresh, Instant now)
{
    const auto waiting = tx.query(sql::find_waiting_letter, contract, person, at).map([](const db::Row& row) {
        return row.get<MailId>("id");
    });
    if (!waiting.empty())
        return waiting.front();
    tx.execute(sql::insert_letter, contract, fresh, person, now, at);
    return fresh;
}

void put_into(db::Tx& tx, const Notice& notice, const MailId& mail)
{
    tx.execute(sql::put_into_letter, notice.contract, notice.person, notice.sequence, mail);
}

std::vector<Mail> due_letters(db::Reader& reader, Instant now, int limit)
{
    return reader.query(sql::list_due_letters, now, limit).map(mail_from);
}

bool take(db::Tx& tx, const Mail& mail, Instant now)
{
    return tx.execute(sql::take_letter, mail.contract, mail.id, now) == 1;
}

void settle(db::Tx& tx, const Mail& mail, const Verdict& verdict, const std::string& problem, Instant now)
{
    tx.execute(sql::settle_letter, mail.contract, mail.id, verdict.state, verdict.next_at.value_or(mail.next_at),
        problem, now);
}

int give_up_lost_letters(db::Tx& tx, Instant now)
{
    return static_cast<int>(tx.execute(sql::lose_letters, now - longest_sending, now));
}

std::vector<Notice> contents(db::Reader& reader, const Mail& mail, const Sight& sight)
{
    std::vector<db::Param> params{mail.contract, mail.id};
    const std::string text =
        fmt::format("{} AND {} ORDER BY sequence", sql::notices_of_letter.sqlite, seen_condition(sight, params));
    return reader.query(db::Query{"notice.contents", text, text}, params).map(notice_from);
}

std::vector<MailRow> latest_letters(db::Reader& reader, bool unsettled, int limit)
{
    return unsettled ? reader.query(sql::list_unsettled_letters, limit).map(mail_row_from)
                     : reader.query(sql::list_latest_letters, limit).map(mail_row_from);
}

Result<Mail> send_letter_again(db::Tx& tx, const ContractId& contract, const MailId& id, Instant now)
{
    auto mail = tx.query(sql::find_letter, contract, id).one_or_none(mail_from);
    if (!mail)
        return fail(ErrorKind::not_found, "notice/no_mail", {"メールが見つかりません。", "there is no such letter"});
    if (tx.execute(sql::send_letter_again, contract, id, now) == 0) {
        return fail(ErrorKind::conflict, "notice/mail_settled",
            {"送り直せるのは、送れなかったメールと、届いたか分からないメールだけです。",
                "only letters that failed or whose fate is unknown can be sent again"});
    }
    mail->state = DeliveryState::ready;
    return *std::move(mail);
}

}
