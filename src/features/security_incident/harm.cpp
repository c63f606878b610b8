#include "features/security_incident/harm.hpp"

#include "core/typed_fields.hpp"

namespace hoshuban::security_incident {
namespace {

std::unexpected<Error> not_of_category(std::string field)
{
    const Text text{"この区分の記録には書きません。区分を確かめてください。",
        "records of this category do not have this: look at the category"};
    return fail(ErrorKind::invalid, "security_incident/not_of_category", text,
        {{std::move(field), "security_incident/not_of_category", text}});
}

Result<void> check_whose(const Harm& harm)
{
    if (!harm.party) {
        const Text text{"だれの損害かを選んでください。", "say whose damage it is"};
        return fail(ErrorKind::invalid, "required", text, {{"party", "required", text}});
    }
    if (*harm.party == Party::third_party || harm.party_name.empty())
        return {};
    return not_of_category("party_name");
}

// What nobody may say of this category: the first field that says something.
std::string_view said_beside(Category category, const Harm& harm)
{
    if (category == Category::security)
        for (const auto& [field, text] : {std::pair{"cause", &harm.cause}, std::pair{"extent", &harm.extent},
                 std::pair{"affected", &harm.affected}, std::pair{"first_measures", &harm.first_measures}})
            if (!text->empty())
                return field;
    if (category == Category::damage)
        return {};
    if (harm.party)
        return "party";
    if (!harm.party_name.empty())
        return "party_name";
    return harm.amount_yen ? std::string_view{"amount_yen"} : std::string_view{};
}

}

Result<void> take_harm(Category category, Harm& harm)
{
    const bool damage = category == Category::damage;
    TRY(take_fields({{"cause", harm.cause, 5000}, {"extent", harm.extent, 5000},
        {"affected", harm.affected, 500, damage}, {"first_measures", harm.first_measures, 5000},
        {"party_name", harm.party_name, 200, damage && harm.party == Party::third_party}}));
    if (const auto field = said_beside(category, harm); !field.empty())
        return not_of_category(std::string{field});
    return damage ? check_whose(harm) : Result<void>{};
}

}
