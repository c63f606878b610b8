#include "features/licence/licence_facts.hpp"

namespace hoshuban::licence {

std::map<std::string, std::string> facts_of(const Licence& licence)
{
    const Terms& terms = licence.terms;
    std::map<std::string, std::string> facts{{"number", std::to_string(licence.number)}, {"software", terms.software},
        {"edition", terms.edition}, {"publisher", terms.publisher}, {"licensee", terms.licensee},
        {"kind", std::string{name_of(terms.kind)}}, {"quantity", std::to_string(terms.quantity)},
        {"obtained_on", to_text(terms.obtained_on)},
        {"valid_until", terms.valid_until ? to_text(*terms.valid_until) : ""},
        {"payer", std::string{name_of(terms.cost.payer)}}, {"payer_name", terms.cost.name},
        {"payer_reason", terms.cost.reason}, {"purpose", terms.purpose},
        {"request", terms.request ? licence.request_number : ""}, {"certificate_place", terms.certificate_place},
        {"licence_note", terms.note}, {"ended_on", licence.ending ? to_text(licence.ending->on) : ""},
        {"ended_because", licence.ending ? licence.ending->reason : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}
