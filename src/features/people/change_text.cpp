#include "features/people/change_text.hpp"

#include <algorithm>

namespace hoshuban::people {
namespace {

constexpr std::string_view layout = "roster_change/1";

void put(std::string& out, std::string_view value)
{
    out += std::to_string(value.size());
    out += ':';
    out += value;
}

void put_duties(std::string& out, std::vector<StaffDuty> duties)
{
    std::ranges::sort(duties);
    put(out, std::to_string(duties.size()));
    for (const StaffDuty duty : duties)
        put(out, name_of(duty));
}

}

std::string text_of_change(const WorkerId& worker, const RosterChange& change)
{
    const Entry& entry = change.entry;
    std::string out;
    put(out, layout);
    put(out, worker.text);
    put(out, name_of(change.kind));
    put(out, to_text(change.takes_effect_on));
    for (const std::string* text : {&entry.name, &entry.kana, &entry.company, &entry.work, &entry.assets})
        put(out, *text);
    put(out, entry.subcontractor ? "1" : "0");
    put_duties(out, entry.duties);
    put(out, change.reason);
    put(out, change.emergency ? "1" : "0");
    put(out, change.city_request);
    put(out, change.reported_on ? to_text(*change.reported_on) : "");
    return out;
}

}
