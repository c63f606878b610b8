#include "features/audit/fact_change.hpp"

#include "features/audit/facts.hpp"

namespace hoshuban::audit {
namespace {

const std::string& fact(const Facts& facts, const std::string& field)
{
    static const std::string none;
    const auto found = facts.find(field);
    return found == facts.end() ? none : found->second;
}

}

void put_change(Entry& entry, const Facts& before, const Facts& after)
{
    Facts was;
    Facts is;
    for (const auto& [field, value] : after) {
        const std::string& old = fact(before, field);
        if (old == value)
            continue;
        is[field] = value;
        if (!before.empty())
            was[field] = old;
    }
    if (!was.empty())
        entry.before = facts_json(was);
    if (!is.empty())
        entry.after = facts_json(is);
}

}
