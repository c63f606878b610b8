#include "features/notice/mail_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/notice/mail_store.hpp"

#include <fmt/format.h>

namespace hoshuban::notice {

struct MailQuery {
    bool unsettled = false;
    int limit = 50;
};

static json::Object describe(const MailQuery*)
{
    using Q = MailQuery;
    return json::object<Q>("MailQuery",
        json::field(
            "unsettled", &Q::unsettled, {"判断の要るものだけ", "Only those that need a decision"}, json::defaulted()),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct MailView {
    ContractId contract_id;
    MailId id;
    std::string person_name;
    std::string address;
    DeliveryState state = DeliveryState::ready;
    Instant created_at;
    Instant next_at;
    int attempts = 0;
    std::optional<Instant> settled_at;
    std::string problem;
    int notices = 0;
};

static json::Object describe(const MailView*)
{
    using V = MailView;
    return json::object<V>("Mail", json::field("contract_id", &V::contract_id, {"契約", "Contract"}),
        json::field("id", &V::id), json::field("person_name", &V::person_name, {"宛先", "To"}),
        json::field("address", &V::address, {"メールアドレス", "Mail address"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("created_at", &V::created_at, {"作成日時", "Made at"}),
        json::field("next_at", &V::next_at, {"送る日時", "To be sent at"}),
        json::field("attempts", &V::attempts, {"試した回数", "Attempts"}),
        json::field("settled_at", &V::settled_at, {"決まった日時", "Settled at"}),
        json::field("problem", &V::problem, {"理由", "Reason"}),
        json::field("notices", &V::notices, {"お知らせの件数", "Notices"}));
}

struct MailState {
    bool configured = false;
    std::string server;
    std::string from;
    std::vector<MailView> items;
};

static json::Object describe(const MailState*)
{
    using V = MailState;
    return json::object<V>("MailState", json::field("configured", &V::configured, {"設定済み", "Configured"}),
        json::field("server", &V::server, {"メールサーバー", "Mail server"}),
        json::field("from", &V::from, {"差出人", "From"}), json::field("items", &V::items));
}

namespace {

MailView view_of(MailRow row)
{
    return {.contract_id = row.mail.contract,
        .id = row.mail.id,
        .person_name = std::move(row.person_name),
        .address = std::move(row.address),
        .state = row.mail.state,
        .created_at = row.mail.created_at,
        .next_at = row.mail.next_at,
        .attempts = row.mail.attempts,
        .settled_at = row.mail.settled_at,
        .problem = std::move(row.mail.problem),
        .notices = row.notices};
}

std::string server_text(const outbound::SmtpServer& server)
{
    const bool implicit = server.tls == outbound::MailTls::implicit;
    const bool starttls = server.tls == outbound::MailTls::starttls;
    return fmt::format(
        "{}://{}:{}{}", implicit ? "smtps" : "smtp", server.host, server.port, starttls ? " (STARTTLS)" : "");
}

Result<MailState> list_mails(http::Context& context, const MailQuery& query, const Outside& outside)
{
    MailState state;
    if (outside.mail)
        state = {true, server_text(*outside.mail), outside.mail->from, {}};
    auto rows = context.database().read(
        [&](db::Reader& reader) { return latest_letters(reader, query.unsettled, query.limit); });
    for (MailRow& row : rows)
        state.items.push_back(view_of(std::move(row)));
    return state;
}

Result<http::NoContent> send_again(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto mail, send_letter_again(tx, contract, context.path<MailId>("mail"), context.now()));
        audit::record(tx, audit::entry(context, contract, "mail.sent_again", {"mail", mail.id.text}));
        return http::NoContent{};
    });
}

}

void add_mail_routes(http::Router& router, const Outside& outside)
{
    router
        .get("/api/v1/mails",
            [&outside](http::Context& context, const MailQuery& query) { return list_mails(context, query, outside); })
        .permission(Permission::administer)
        .summary({"メールの送信状況", "The state of the letters"});
    router.post("/api/v1/mails/{contract}/{mail}/send-again", send_again)
        .permission(Permission::administer)
        .summary({"届いていないメールを送り直す", "Send a letter again"});
}

}
