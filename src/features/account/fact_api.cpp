#include "features/account/fact_api.hpp"

#include "formats/json.hpp"

namespace hoshuban::account {
namespace {

std::string yes_or_no(bool value)
{
    return value ? "true" : "false";
}

std::string text_of(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : "";
}

}

Facts facts_of(const Person& person)
{
    return {
        {"login", person.login},
        {"name", person.name},
        {"language", std::string{name_of(person.language)}},
        {"mail", person.mail},
        {"administrator", yes_or_no(person.administrator)},
        {"disabled", yes_or_no(person.disabled_at.has_value())},
    };
}

Facts facts_of(const Member& member)
{
    const Membership& held = member.membership;
    Facts facts{
        {"person", member.person.text},
        {"name", member.name},
        {"role", std::string{name_of(held.role)}},
        {"from", to_text(held.from)},
        {"to", text_of(held.to)},
    };
    if (!held.division.empty())
        facts["division"] = held.division;
    if (held.site)
        facts["site_id"] = held.site->text;
    return facts;
}

Facts facts_of(const Token& token)
{
    return {
        {"name", token.name},
        {"role", std::string{name_of(token.role)}},
        {"expires_at", to_text(token.expires_at)},
    };
}

audit::Entry with_facts(audit::Entry entry, Facts before, Facts after)
{
    std::erase_if(before, [&](const auto& fact) {
        const auto same = after.find(fact.first);
        if (same == after.end() || same->second != fact.second)
            return false;
        after.erase(same);
        return true;
    });
    entry.before = before.empty() ? "" : json::print(before);
    entry.after = after.empty() ? "" : json::print(after);
    return entry;
}

}
