#pragma once
#include "features/account/account.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::account {

/// The roles of a person in force on a day, in all contracts.
std::vector<Membership> roles_in_force(db::Reader&, const PersonId&, LocalDay);
/// The same with what the contracts are called.
struct NamedRole {
    ContractId contract;
    std::string title;
    std::string municipality;
    Role role;
    std::string division;
    std::optional<SiteId> site;
};
std::vector<NamedRole> named_roles_in_force(db::Reader&, const PersonId&, LocalDay);
Result<void> check_contract(db::Reader&, const ContractId&);

/// The members of a contract whose roles are in force on the day or will be.
std::vector<Member> list_members(db::Reader&, const ContractId&, std::optional<LocalDay>);
Result<Member> get_member(db::Reader&, const ContractId&, const MembershipId&);

/// What a role can be limited to: the sites of the contract, and the divisions that its requests name.
struct ScopeSite {
    SiteId id;
    std::string name;
};
std::vector<ScopeSite> list_scope_sites(db::Reader&, const ContractId&);
std::vector<std::string> list_scope_divisions(db::Reader&, const ContractId&);

/// Adds a role after checking it against the others of the person: 409 when he would stand on both sides.
Result<void> add_membership(db::Tx&, const MembershipId&, const PersonId&, const Membership&);
/// Ends a role today; one that was never in force is removed.
void end_membership(db::Tx&, const Member&, LocalDay today);

/// A token and whose it is.
struct TokenHolder {
    Token token;
    std::string person_name;
    Language language = Language::ja;
};

void insert(db::Tx&, const Token&, std::string_view hash);
/// Those that can still be used.
std::vector<Token> list_tokens(db::Reader&, const ContractId&, Instant now);
Result<Token> get_token(db::Reader&, const ContractId&, const TokenId&);
/// None when revoked or when its maker is disabled; the caller looks at the expiry.
std::optional<TokenHolder> find_token_by_hash(db::Reader&, std::string_view hash);
void touch_token(db::Tx&, const Token&, Instant now);
void revoke_token(db::Tx&, const Token&, Instant now);

}
