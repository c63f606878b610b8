#include "features/media/media_facts.hpp"

namespace hoshuban::media {
namespace {

using Facts = std::map<std::string, std::string>;

Facts stated(Facts facts)
{
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

template <class Named>
std::string text_of(Named value)
{
    return std::string{name_of(value)};
}

std::string text_of_day(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

}

Facts facts_of(const Medium& medium)
{
    return stated({{"label", medium.label}, {"kind", text_of(medium.kind)}, {"name", medium.name},
        {"purpose", medium.purpose}, {"keeper", medium.keeper}, {"storage_place", medium.storage_place},
        {"recovery", medium.recovery ? "yes" : ""}, {"state", text_of(medium.state)}, {"holder", medium.holder}});
}

Facts facts_of(const Movement& movement)
{
    return stated({{"move", text_of(movement.move)}, {"at", to_text(movement.at)}, {"person", movement.person},
        {"place", movement.place}, {"note", movement.note}});
}

Facts facts_of(const Check& check)
{
    return stated({{"check", check.id.text}, {"method", text_of(check.method)}, {"verdict", text_of(check.verdict)},
        {"checked_by", check.checked_by}, {"tool", check.tool}, {"definitions_on", text_of_day(check.definitions_on)},
        {"checked_from", to_text(check.started_at)},
        {"checked_at", check.finished_at ? to_text(*check.finished_at) : ""}, {"note", check.note}});
}

Facts facts_of(const CheckedFile& file)
{
    return stated({{"file", file.name}, {"sha256", file.sha256}, {"size", std::to_string(file.size)},
        {"verdict", text_of(file.verdict)}, {"threat", file.threat}, {"tool", file.engine},
        {"definitions_on", text_of_day(file.definitions_on)}});
}

Facts facts_of(const Use& use)
{
    return stated({{"use", use.id.text}, {"request", use.request.text}, {"device", use.device ? use.device->text : ""},
        {"planned_at", to_text(use.planned_at)}, {"use_purpose", use.purpose}, {"use_state", text_of(use.state)},
        {"used_at", use.used_at ? to_text(*use.used_at) : ""}, {"used_by", use.used_by}, {"permission", use.permission},
        {"check", use.check ? use.check->text : ""}});
}

}
