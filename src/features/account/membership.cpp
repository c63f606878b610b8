#include "features/account/membership.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::account {
namespace {

bool overlap(const Membership& a, const Membership& b)
{
    return (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

bool reach_the_same(const Membership& a, const Membership& b)
{
    return a.site == b.site && fold(a.division) == fold(b.division);
}

std::unexpected<Error> bad_scope(std::string field, std::string code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

bool are_opposed(Side a, Side b)
{
    return a != Side::neutral && b != Side::neutral && a != b;
}

}

Result<void> check_membership(std::span<const Membership> held, const Membership& wanted)
{
    if (wanted.to && *wanted.to <= wanted.from) {
        const Text text{"終了日は開始日より後にしてください。", "The end must be after the beginning."};
        return fail(
            ErrorKind::invalid, "account/membership_ends_first", text, {{"to", "account/membership_ends_first", text}});
    }
    for (const Membership& each : held) {
        if (each.contract != wanted.contract || !overlap(each, wanted))
            continue;
        if (are_opposed(side_of(each.role), side_of(wanted.role))) {
            return fail(ErrorKind::conflict, "account/both_sides",
                {"この人は、同じ契約で相手側の役割を持っています。ひとりが両方の側に立つことはできません。",
                    "This person has a role of the other side in the same contract; nobody can stand on both sides."});
        }
        if (each.role == wanted.role && reach_the_same(each, wanted)) {
            return fail(ErrorKind::conflict, "account/role_held",
                {"この人は、その期間にすでにこの役割を持っています。",
                    "This person already has this role at that time."});
        }
    }
    return {};
}

Result<void> check_scope(const Membership& wanted)
{
    const Scope scope = scope_of(wanted.role);
    const bool says_division = !fold(wanted.division).empty();
    if (scope == Scope::division && !says_division)
        return bad_scope("division", "account/division_missing",
            {"どの主管課の依頼を見るかを入力してください。", "Say of which division this person sees the requests."});
    if (scope == Scope::site && !wanted.site)
        return bad_scope("site_id", "account/site_missing",
            {"どの拠点の依頼を見るかを選んでください。", "Say of which site this person sees the requests."});
    if ((scope != Scope::division && says_division) || (scope != Scope::site && wanted.site))
        return bad_scope(says_division ? "division" : "site_id", "account/scope_unused",
            {"この役割は主管課や拠点に限られません。空にしてください。",
                "This role is not limited to a division or a site: leave it empty."});
    return {};
}

Result<void> check_duties(bool administrator, Role role)
{
    if (!administrator || !(allows(role, Permission::sign_city) || allows(role, Permission::sign_contractor)))
        return {};
    return fail(ErrorKind::conflict, "account/administrator_signs",
        {"管理者には、業務の確認（署名）をする役割を与えられません。別の利用者を登録して与えてください。",
            "An administrator cannot have a role that signs business: give it to another person."});
}

MembershipState state_on(const Membership& membership, LocalDay day)
{
    if (membership.to && *membership.to <= day)
        return MembershipState::ended;
    return membership.from <= day ? MembershipState::in_force : MembershipState::coming;
}

Result<void> check_end(const Membership& wanted, LocalDay today)
{
    if (!wanted.to || *wanted.to > today || *wanted.to <= wanted.from)
        return {};
    const Text last = {
        print_day(*wanted.to - std::chrono::days{1}, DayStyle::western), to_text(*wanted.to - std::chrono::days{1})};
    const Text text{
        fmt::format("この役割は{}で終わっています。終了日を今日以後にするか、開始日を今年度の日にしてください"
                    "（終了日を省くと、開始日の年度末までです）。",
            last.ja),
        fmt::format("This role is over since {}. Choose a last day from today on, or a beginning in this fiscal year "
                    "(without an end it lasts until the end of the fiscal year of its beginning).",
            last.en)};
    return fail(ErrorKind::invalid, "account/membership_over", text, {{"to", "account/membership_over", text}});
}

LocalDay default_end(LocalDay from)
{
    const std::chrono::year_month_day date{from};
    const auto april = make_day(static_cast<int>(date.year()), 4, 1);
    return from < april ? april : make_day(static_cast<int>(date.year()) + 1, 4, 1);
}

bool stands_behind(std::span<const Membership> maker, const ContractId& contract, Role role)
{
    const Side side = side_of(role);
    return std::ranges::any_of(maker, [&](const Membership& each) {
        return each.contract == contract && (side == Side::neutral || side_of(each.role) == side);
    });
}

Result<void> check_token_role(Role role, Side giver)
{
    if (scope_of(role) != Scope::contract) {
        return fail(ErrorKind::conflict, "account/token_without_scope",
            {"主管課や拠点に限られた役割のトークンは作れません。",
                "A token cannot have a role that is limited to a division or a site."});
    }
    const Side side = side_of(role);
    if (side == Side::neutral || side == giver)
        return {};
    return fail(ErrorKind::conflict, "account/token_other_side",
        {"相手側の役割を持つトークンは作れません。", "A token cannot have a role of the other side."});
}

}
