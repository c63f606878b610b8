#include "features/loan/loan_facts.hpp"

#include <fmt/format.h>

namespace hoshuban::loan {
namespace {

using Facts = std::map<std::string, std::string>;

Facts stated(Facts facts)
{
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

std::string text_of_day(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

std::string text_of_finding(const std::optional<bool>& in_order)
{
    if (!in_order)
        return {};
    return *in_order ? "in_order" : "differs";
}

}

Facts facts_of(const Loan& loan)
{
    return stated({{"number", loan.number}, {"kind", std::string{name_of(loan.kind)}}, {"title", loan.title},
        {"lent_by", loan.lent_by}, {"lent_to", loan.lent_to}, {"holder", loan.holder},
        {"storage_place", loan.storage_place}, {"lent_on", to_text(loan.lent_on)},
        {"due_back", text_of_day(loan.due_back)}, {"returned_on", text_of_day(loan.returned_on)},
        {"returned_to", loan.returned_to}, {"state", std::string{name_of(loan.state)}},
        {"checked_on", text_of_day(loan.checked_on)}, {"next_check_on", text_of_day(loan.next_check_on)},
        {"loan_note", loan.note}, {"device", loan.device ? loan.device->text : ""},
        {"medium", loan.medium ? loan.medium->text : ""}, {"job", loan.job_number}});
}

Facts facts_of(const Entry& entry)
{
    return stated({{"act", std::string{name_of(entry.act)}}, {"on", to_text(entry.on)}, {"person", entry.person},
        {"place", entry.place}, {"in_order", text_of_finding(entry.in_order)}, {"permission", entry.permission},
        {"note", entry.note}});
}

security_incident::Intake incident_of(const Loan& loan, const Entry& entry)
{
    using security_incident::Kind;
    const bool stolen = entry.act == Act::stolen;
    const bool damaged = entry.act == Act::damaged;
    return {.kind = damaged ? Kind::damage
            : stolen        ? Kind::theft
                            : Kind::loss,
        .title = fmt::format("貸与品 {} の{}", loan.number,
            damaged      ? "破損"
                : stolen ? "盗難"
                         : "紛失"),
        .what = entry.note,
        .noticed_at = entry.entered_at,
        .place = entry.place.empty() ? loan.storage_place : entry.place,
        .assets = fmt::format("{}（{}）", loan.title, loan.number),
        .subject = {"loan", loan.id.text}};
}

}
