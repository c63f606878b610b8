#pragma once
#include "core/language.hpp"
#include "features/account/account.hpp"
#include "features/account/membership.hpp"
#include "features/account/setup_link.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::account {

struct SessionPersonView {
    PersonId id;
    std::string name;
    std::string login;
    std::string mail;
};

struct MembershipView {
    ContractId contract_id;
    std::string contract_title;
    std::string municipality;
    Role role;
    Side side;
    std::optional<std::string> division;
    std::optional<SiteId> site_id;
    std::vector<Permission> permissions;
};

struct SessionView {
    SessionPersonView person;
    std::string csrf;
    bool administrator;
    Language language;
    std::vector<MembershipView> memberships;
    Instant server_time;
    std::string version;
};

struct SignIn {
    std::string login;
    std::string password;
};

struct ChangeMail {
    std::string mail;
};

struct ChangePassword {
    std::string current;
    std::string next;
};

struct SetupQuery {
    std::string token;
};

struct SetupView {
    LinkPurpose purpose;
    std::string name;
    std::string login;
};

struct CompleteSetup {
    std::string token;
    std::string login;
    std::string name;
    std::string password;
};

struct PersonView {
    PersonId id;
    std::string login;
    std::string name;
    Language language;
    std::string mail;
    bool disabled;
    bool administrator;
    bool has_password;
    int version;
};

struct PersonListView {
    std::vector<PersonView> items;
};

struct CreatePerson {
    std::string login;
    std::string name;
    std::optional<Language> language;
    std::optional<std::string> mail;
    std::optional<bool> administrator;
};

struct EditPerson {
    std::optional<std::string> name;
    std::optional<Language> language;
    std::optional<std::string> mail;
    std::optional<bool> administrator;
    std::optional<bool> disabled;
};

struct LinkView {
    std::string url;
    Instant expires_at;
};

struct MemberView {
    MembershipId id;
    PersonId person_id;
    std::string name;
    Role role;
    Side side;
    LocalDay from;
    std::optional<LocalDay> to;
    MembershipState state;
    std::optional<std::string> division;
    std::optional<SiteId> site_id;
    std::optional<std::string> site_name;
};

struct ScopeSiteView {
    SiteId id;
    std::string name;
};

struct MemberListView {
    std::vector<MemberView> items;
    std::vector<ScopeSiteView> sites; ///< what a role can be limited to
    std::vector<std::string> divisions; ///< those that requests name; others may be written
};

struct CreateMember {
    PersonId person_id;
    Role role;
    LocalDay from;
    /// Absent: the end of the fiscal year. Null: no end.
    std::optional<std::optional<LocalDay>> to;
    std::optional<std::string> division;
    std::optional<SiteId> site_id;
};

/// A member as the other members of the contract see them.
struct ColleagueView {
    PersonId person_id;
    std::string name;
    Role role;
    Side side;
    LocalDay from;
    std::optional<LocalDay> to;
};

struct ColleagueListView {
    std::vector<ColleagueView> items;
};

struct TokenView {
    TokenId id;
    std::string name;
    Role role;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> last_used_at;
};

struct TokenListView {
    std::vector<TokenView> items;
};

struct CreateToken {
    std::string name;
    Role role;
    std::optional<LocalDay> expires_on;
};

struct CreatedToken {
    TokenId id;
    std::string name;
    std::string secret;
    Instant expires_at;
};

json::Object describe(const SessionPersonView*);
json::Object describe(const MembershipView*);
json::Object describe(const SessionView*);
json::Object describe(const SignIn*);
json::Object describe(const ChangeMail*);
json::Object describe(const ChangePassword*);
json::Object describe(const SetupQuery*);
json::Object describe(const SetupView*);
json::Object describe(const CompleteSetup*);
json::Object describe(const PersonView*);
json::Object describe(const PersonListView*);
json::Object describe(const CreatePerson*);
json::Object describe(const EditPerson*);
json::Object describe(const LinkView*);
json::Object describe(const MemberView*);
json::Object describe(const ScopeSiteView*);
json::Object describe(const MemberListView*);
json::Object describe(const CreateMember*);
json::Object describe(const ColleagueView*);
json::Object describe(const ColleagueListView*);
json::Object describe(const TokenView*);
json::Object describe(const TokenListView*);
json::Object describe(const CreateToken*);
json::Object describe(const CreatedToken*);

}
