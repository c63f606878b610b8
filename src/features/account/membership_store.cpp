#include "features/account/membership_store.hpp"

#include "features/account/membership.hpp"
#include "features/account/person_store.hpp"
#include "features/account/sql.hpp"

#include <algorithm>

namespace hoshuban::account {
namespace {

Membership membership_from(const db::Row& row)
{
    return {
        .contract = row.get<ContractId>("contract_id"),
        .role = row.get<Role>("role"),
        .from = row.get<LocalDay>("from_day"),
        .to = row.get<std::optional<LocalDay>>("to_day"),
        .division = row.get<std::optional<std::string>>("division").value_or(""),
        .site = row.get<std::optional<SiteId>>("site_id"),
    };
}

Member member_from(const db::Row& row)
{
    return {
        .id = row.get<MembershipId>("id"),
        .person = row.get<PersonId>("person_id"),
        .name = row.get<std::string>("name"),
        .membership = membership_from(row),
    };
}

Token token_from(const db::Row& row)
{
    return {
        .id = row.get<TokenId>("id"),
        .contract = row.get<ContractId>("contract_id"),
        .person = row.get<PersonId>("person_id"),
        .name = row.get<std::string>("name"),
        .role = row.get<Role>("role"),
        .created_at = row.get<Instant>("created_at"),
        .expires_at = row.get<Instant>("expires_at"),
        .last_used_at = row.get<std::optional<Instant>>("last_used_at"),
    };
}

Result<void> check_site(db::Reader& reader, const Membership& wanted)
{
    if (!wanted.site)
        return {};
    const auto sites = list_scope_sites(reader, wanted.contract);
    if (std::ranges::any_of(sites, [&](const ScopeSite& each) { return each.id == *wanted.site; }))
        return {};
    const Text text{"この契約にない拠点です。", "This contract has no such site."};
    return fail(ErrorKind::invalid, "account/no_site", text, {{"site_id", "account/no_site", text}});
}

}

std::vector<Membership> roles_in_force(db::Reader& reader, const PersonId& person, LocalDay day)
{
    return reader.query(sql::roles_in_force, person, day).map(membership_from);
}

std::vector<NamedRole> named_roles_in_force(db::Reader& reader, const PersonId& person, LocalDay day)
{
    return reader.query(sql::contracts_of_person, person, day).map([](const db::Row& row) {
        return NamedRole{row.get<ContractId>("contract_id"), row.get<std::string>("title"),
            row.get<std::string>("municipality"), row.get<Role>("role"),
            row.get<std::optional<std::string>>("division").value_or(""), row.get<std::optional<SiteId>>("site_id")};
    });
}

Result<void> check_contract(db::Reader& reader, const ContractId& contract)
{
    const int contracts =
        reader.query(sql::contract_exists, contract).one([](const db::Row& row) { return row.get<int>("contracts"); });
    if (contracts == 0)
        return fail(
            ErrorKind::not_found, "account/no_contract", {"契約が見つかりません。", "There is no such contract."});
    return {};
}

std::vector<Member> list_members(db::Reader& reader, const ContractId& contract, std::optional<LocalDay> day)
{
    return reader.query(sql::list_members, contract, day).map(member_from);
}

Result<Member> get_member(db::Reader& reader, const ContractId& contract, const MembershipId& id)
{
    auto member = reader.query(sql::find_member, contract, id).one_or_none(member_from);
    if (!member)
        return fail(
            ErrorKind::not_found, "account/no_member", {"この役割は見つかりません。", "There is no such role."});
    return *std::move(member);
}

std::vector<ScopeSite> list_scope_sites(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_scope_sites, contract).map([](const db::Row& row) {
        return ScopeSite{row.get<SiteId>("id"), row.get<std::string>("name")};
    });
}

std::vector<std::string> list_scope_divisions(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_scope_divisions, contract).map([](const db::Row& row) {
        return row.get<std::string>("division");
    });
}

Result<void> add_membership(db::Tx& tx, const MembershipId& id, const PersonId& person, const Membership& wanted)
{
    lock_person(tx, person);
    TRY_ASSIGN(const auto holder, get_person(tx, person));
    TRY(check_duties(holder.administrator, wanted.role));
    const auto held = tx.query(sql::roles_in_contract, wanted.contract, person).map(membership_from);
    TRY(check_membership(held, wanted));
    TRY(check_scope(wanted));
    TRY(check_site(tx, wanted));
    const auto division = wanted.division.empty() ? std::nullopt : std::optional{wanted.division};
    tx.execute(sql::insert_membership, wanted.contract, id, person, wanted.role, wanted.from, wanted.to, division,
        wanted.site);
    return {};
}

void end_membership(db::Tx& tx, const Member& member, LocalDay today)
{
    const Membership& membership = member.membership;
    if (membership.from >= today)
        tx.execute(sql::delete_membership, membership.contract, member.id);
    else if (!membership.to || *membership.to > today)
        tx.execute(sql::end_membership, membership.contract, member.id, today);
}

void insert(db::Tx& tx, const Token& token, std::string_view hash)
{
    tx.execute(sql::insert_token, token.contract, token.id, token.person, token.name, token.role, hash,
        token.created_at, token.expires_at);
}

std::vector<Token> list_tokens(db::Reader& reader, const ContractId& contract, Instant now)
{
    return reader.query(sql::list_tokens, contract, now).map(token_from);
}

Result<Token> get_token(db::Reader& reader, const ContractId& contract, const TokenId& id)
{
    auto token = reader.query(sql::find_token, contract, id).one_or_none(token_from);
    if (!token)
        return fail(
            ErrorKind::not_found, "account/no_token", {"トークンが見つかりません。", "There is no such token."});
    return *std::move(token);
}

std::optional<TokenHolder> find_token_by_hash(db::Reader& reader, std::string_view hash)
{
    return reader.query(sql::find_token_by_hash, hash).one_or_none([](const db::Row& row) {
        return TokenHolder{token_from(row), row.get<std::string>("person_name"), row.get<Language>("language")};
    });
}

void touch_token(db::Tx& tx, const Token& token, Instant now)
{
    tx.execute(sql::touch_token, token.contract, token.id, now);
}

void revoke_token(db::Tx& tx, const Token& token, Instant now)
{
    tx.execute(sql::revoke_token, token.contract, token.id, now);
}

}
