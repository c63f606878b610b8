#include "features/account/account_view_api.hpp"

namespace hoshuban::account {
namespace {

const Text login_label{"利用者ID", "User ID"};
const Text name_label{"氏名", "Name"};
const Text password_label{"パスワード", "Password"};
const Text role_label{"役割", "Role"};
const Text side_label{"側", "Side"};
const Text person_label{"利用者", "Person"};
const Text language_label{"言語", "Language"};
const Text mail_label{"メールアドレス", "Mail address"};
const Text administrator_label{"管理者", "Administrator"};
const Text disabled_label{"停止中", "Disabled"};
const Text from_label{"開始日", "From"};
const Text to_label{"終了日（この日から無効）", "To (over from this day on)"};
const Text version_label{"版", "Version"};
const Text division_label{"見られる主管課", "Owning division whose requests are seen"};
const Text site_label{"見られる拠点", "Site whose requests are seen"};
const Text expires_label{"期限", "Expires"};

}

json::Object describe(const SessionPersonView*)
{
    using V = SessionPersonView;
    return json::object<V>("SessionPerson", json::field("id", &V::id), json::field("name", &V::name, name_label),
        json::field("login", &V::login, login_label), json::field("mail", &V::mail, mail_label));
}

json::Object describe(const MembershipView*)
{
    using V = MembershipView;
    return json::object<V>("Membership", json::field("contract_id", &V::contract_id, {"契約", "Contract"}),
        json::field("contract_title", &V::contract_title, {"契約名", "Title of the contract"}),
        json::field("municipality", &V::municipality, {"自治体", "Municipality"}),
        json::field("role", &V::role, role_label), json::field("side", &V::side, side_label),
        json::field("division", &V::division, division_label), json::field("site_id", &V::site_id, site_label),
        json::field("permissions", &V::permissions, {"権限", "Permissions"}));
}

json::Object describe(const SessionView*)
{
    using V = SessionView;
    return json::object<V>("Session", json::field("person", &V::person, person_label), json::field("csrf", &V::csrf),
        json::field("administrator", &V::administrator, administrator_label),
        json::field("language", &V::language, language_label),
        json::field("memberships", &V::memberships, {"契約での役割", "Roles in contracts"}),
        json::field("server_time", &V::server_time, {"サーバーの時刻", "Time of the server"}),
        json::field("version", &V::version, {"プログラムの版", "Version of the program"}));
}

json::Object describe(const SignIn*)
{
    using V = SignIn;
    return json::object<V>("SignIn", json::field("login", &V::login, login_label, json::length(1, 200)),
        json::field("password", &V::password, password_label, json::length(1, 1000)));
}

json::Object describe(const ChangeMail*)
{
    return json::object<ChangeMail>(
        "ChangeMail", json::field("mail", &ChangeMail::mail, mail_label, json::length(0, 254)));
}

json::Object describe(const ChangePassword*)
{
    using V = ChangePassword;
    return json::object<V>("ChangePassword",
        json::field("current", &V::current, {"今のパスワード", "Present password"}, json::length(1, 1000)),
        json::field("next", &V::next, {"新しいパスワード", "New password"}, json::length(1, 1000)));
}

json::Object describe(const SetupQuery*)
{
    return json::object<SetupQuery>("SetupQuery", json::field("token", &SetupQuery::token, json::length(1, 200)));
}

json::Object describe(const SetupView*)
{
    using V = SetupView;
    return json::object<V>("Setup", json::field("purpose", &V::purpose, {"目的", "Purpose"}),
        json::field("name", &V::name, name_label), json::field("login", &V::login, login_label));
}

json::Object describe(const CompleteSetup*)
{
    using V = CompleteSetup;
    return json::object<V>("CompleteSetup", json::field("token", &V::token, json::length(1, 200)),
        json::field("login", &V::login, login_label, json::length(1, 200)),
        json::field("name", &V::name, name_label, json::length(1, 200)),
        json::field("password", &V::password, password_label, json::length(1, 1000)));
}

json::Object describe(const PersonView*)
{
    using V = PersonView;
    return json::object<V>("Person", json::field("id", &V::id), json::field("login", &V::login, login_label),
        json::field("name", &V::name, name_label), json::field("language", &V::language, language_label),
        json::field("mail", &V::mail, mail_label), json::field("disabled", &V::disabled, disabled_label),
        json::field("administrator", &V::administrator, administrator_label),
        json::field("has_password", &V::has_password, {"パスワード設定済み", "Has chosen a password"}),
        json::field("version", &V::version, version_label));
}

json::Object describe(const PersonListView*)
{
    return json::object<PersonListView>("PersonList", json::field("items", &PersonListView::items));
}

json::Object describe(const CreatePerson*)
{
    using V = CreatePerson;
    return json::object<V>("CreatePerson", json::field("login", &V::login, login_label, json::length(1, 200)),
        json::field("name", &V::name, name_label, json::length(1, 200)),
        json::field("language", &V::language, language_label),
        json::field("mail", &V::mail, mail_label, json::length(0, 254)),
        json::field("administrator", &V::administrator, administrator_label));
}

json::Object describe(const EditPerson*)
{
    using V = EditPerson;
    return json::object<V>("EditPerson", json::field("name", &V::name, name_label, json::length(1, 200)),
        json::field("language", &V::language, language_label),
        json::field("mail", &V::mail, mail_label, json::length(0, 254)),
        json::field("administrator", &V::administrator, administrator_label),
        json::field("disabled", &V::disabled, disabled_label));
}

json::Object describe(const LinkView*)
{
    using V = LinkView;
    return json::object<V>("PersonLink", json::field("url", &V::url, {"リンク", "Link"}),
        json::field("expires_at", &V::expires_at, expires_label));
}

json::Object describe(const MemberView*)
{
    using V = MemberView;
    return json::object<V>("Member", json::field("id", &V::id), json::field("person_id", &V::person_id, person_label),
        json::field("name", &V::name, name_label), json::field("role", &V::role, role_label),
        json::field("side", &V::side, side_label), json::field("from", &V::from, from_label),
        json::field("to", &V::to, to_label), json::field("state", &V::state, {"状態", "State"}),
        json::field("division", &V::division, division_label), json::field("site_id", &V::site_id, site_label),
        json::field("site_name", &V::site_name, {"拠点名", "Name of the site"}));
}

json::Object describe(const ScopeSiteView*)
{
    using V = ScopeSiteView;
    return json::object<V>(
        "ScopeSite", json::field("id", &V::id), json::field("name", &V::name, {"拠点名", "Name of the site"}));
}

json::Object describe(const MemberListView*)
{
    using V = MemberListView;
    return json::object<V>("MemberList", json::field("items", &V::items),
        json::field("sites", &V::sites, {"拠点", "Sites"}),
        json::field("divisions", &V::divisions, {"依頼にある主管課", "Divisions that requests name"}));
}

json::Object describe(const CreateMember*)
{
    using V = CreateMember;
    return json::object<V>("CreateMember", json::field("person_id", &V::person_id, person_label),
        json::field("role", &V::role, role_label), json::field("from", &V::from, from_label),
        json::field("to", &V::to, to_label),
        json::field("division", &V::division, division_label, json::length(0, 200)),
        json::field("site_id", &V::site_id, site_label));
}

json::Object describe(const ColleagueView*)
{
    using V = ColleagueView;
    return json::object<V>("PersonInContract", json::field("person_id", &V::person_id, person_label),
        json::field("name", &V::name, name_label), json::field("role", &V::role, role_label),
        json::field("side", &V::side, side_label), json::field("from", &V::from, from_label),
        json::field("to", &V::to, to_label));
}

json::Object describe(const ColleagueListView*)
{
    return json::object<ColleagueListView>("PersonInContractList", json::field("items", &ColleagueListView::items));
}

json::Object describe(const TokenView*)
{
    using V = TokenView;
    return json::object<V>("Token", json::field("id", &V::id), json::field("name", &V::name, {"名前", "Name"}),
        json::field("role", &V::role, role_label), json::field("created_at", &V::created_at, {"作成日時", "Made at"}),
        json::field("expires_at", &V::expires_at, expires_label),
        json::field("last_used_at", &V::last_used_at, {"最後の使用", "Last used at"}));
}

json::Object describe(const TokenListView*)
{
    return json::object<TokenListView>("TokenList", json::field("items", &TokenListView::items));
}

json::Object describe(const CreateToken*)
{
    using V = CreateToken;
    return json::object<V>("CreateToken", json::field("name", &V::name, {"名前", "Name"}, json::length(1, 100)),
        json::field("role", &V::role, role_label),
        json::field("expires_on", &V::expires_on, {"期限日（この日から無効）", "Expires on (over from this day on)"}));
}

json::Object describe(const CreatedToken*)
{
    using V = CreatedToken;
    return json::object<V>("CreatedToken", json::field("id", &V::id), json::field("name", &V::name, {"名前", "Name"}),
        json::field("secret", &V::secret, {"トークン（一度だけ表示）", "Token (shown once)"}),
        json::field("expires_at", &V::expires_at, expires_label));
}

}
