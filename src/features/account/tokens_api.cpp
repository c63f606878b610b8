#include "features/account/tokens_api.hpp"

#include "features/account/account_view_api.hpp"
#include "features/account/fact_api.hpp"
#include "features/account/membership.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/sessions_api.hpp"
#include "features/audit/audit_store.hpp"

namespace hoshuban::account {
namespace {

constexpr std::chrono::days longest_token{400};

// A token that makes tokens could never be taken back.
Result<void> refuse_tokens(const http::Context& context)
{
    if (context.actor().origin != Origin::token)
        return {};
    return fail(ErrorKind::forbidden, "account/token_by_token",
        {"トークンでトークンを扱うことはできません。画面でログインしてください。",
            "Tokens cannot be handled by a token: sign in on the screen."});
}

Result<LocalDay> check_end(const std::optional<LocalDay>& wanted, LocalDay today)
{
    const LocalDay end = wanted.value_or(default_end(today));
    if (end > today && end - today <= longest_token)
        return end;
    const Text text{
        "期限日は、明日から400日後までにしてください。", "The last day must be from tomorrow to 400 days ahead."};
    return fail(ErrorKind::invalid, "account/token_end", text, {{"expires_on", "account/token_end", text}});
}

audit::Entry token_event(const http::Context& context, std::string_view kind, const Token& token)
{
    return audit::entry(context, token.contract, kind, {"token", token.id.text});
}

Result<TokenListView> list_all_tokens(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    TokenListView list;
    const auto tokens =
        context.database().read([&](db::Reader& reader) { return list_tokens(reader, contract, context.now()); });
    for (const Token& token : tokens)
        list.items.push_back(
            {token.id, token.name, token.role, token.created_at, token.expires_at, token.last_used_at});
    return list;
}

Result<http::Created<CreatedToken>> create_token(http::Context& context, const CreateToken& body)
{
    TRY(refuse_tokens(context));
    const auto contract = context.path<ContractId>("contract");
    TRY(check_token_role(body.role, context.actor().side(contract)));
    TRY_ASSIGN(auto name, check_name(body.name));
    TRY_ASSIGN(const auto end, check_end(body.expires_on, day_of(context.now())));
    const Token token{.id = context.new_id<TokenId>(),
        .contract = contract,
        .person = context.actor().person,
        .name = std::move(name),
        .role = body.role,
        .created_at = context.now(),
        .expires_at = instant(LocalTime{end})};
    const std::string secret = crypto::new_token();
    context.database().write([&](db::Tx& tx) {
        insert(tx, token, crypto::sha256_hex(secret));
        audit::record(tx, with_facts(token_event(context, "token.created", token), {}, facts_of(token)));
    });
    return http::Created<CreatedToken>{
        {token.id, token.name, secret, token.expires_at}, context.request().path + "/" + token.id.text};
}

// Only those of one's own side, like making them.
Result<http::NoContent> revoke(http::Context& context, const Rooms& rooms)
{
    TRY(refuse_tokens(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto token, get_token(tx, contract, context.path<TokenId>("token")));
        TRY(check_token_role(token.role, context.actor().side(contract)));
        revoke_token(tx, token, context.now());
        audit::record(tx, with_facts(token_event(context, "token.revoked", token), facts_of(token), {}));
        tx.after_commit([&rooms] { rooms.sessions.forget(); });
        return http::NoContent{};
    });
}

}

void add_tokens_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/tokens";
    router.get(all, list_all_tokens)
        .permission(Permission::manage_tokens)
        .summary({"APIトークンの一覧", "List API tokens"});
    router.post(all, create_token)
        .permission(Permission::manage_tokens)
        .summary({"APIトークンを作る", "Make an API token"});
    router.del(all + "/{token}", [rooms](http::Context& context) { return revoke(context, rooms); })
        .permission(Permission::manage_tokens)
        .summary({"APIトークンを取り消す", "Revoke an API token"});
}

}
