#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/people/worker.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::people {

/// What a box of the organisation chart (作業体制図, PPL-05) stands for.
enum class BoxKind { city, duty, missing, company, worker };

constexpr auto names_of(const BoxKind*)
{
    return std::to_array<Name<BoxKind>>({{BoxKind::city, "city"}, {BoxKind::duty, "duty"},
        {BoxKind::missing, "missing"}, {BoxKind::company, "company"}, {BoxKind::worker, "worker"}});
}

/// Places are whole millimetres on a landscape page.
struct Box {
    BoxKind kind;
    int x;
    int y;
    int width;
    int height;
    std::vector<std::string> lines; ///< cut to what fits; the first is the heading
    bool subcontractor = false;

    bool operator==(const Box&) const = default;
};

struct Link {
    int x1;
    int y1;
    int x2;
    int y2;

    bool operator==(const Link&) const = default;
};

/// One person of the chart in full, for those who read a list instead.
struct ChartPerson {
    std::vector<StaffDuty> duties;
    std::string name;
    std::string kana;
    std::string company;
    bool subcontractor;
    std::string work;
    std::string contact;
};

struct Chart {
    int width;
    int height;
    std::vector<Box> boxes;
    std::vector<Link> links;
    std::vector<ChartPerson> people;
    std::vector<StaffDuty> missing;
};

/// Whose chart, of which day, and for whom: contact data only where they may be seen.
struct ChartTerms {
    const contract::Profile& profile;
    LocalDay day;
    bool contacts = false;
    Language language = Language::ja;
};

/// Lays out who is on the roster on the day: the city, the responsible person, officers beside him, workers by company
/// below, the contractor's own first.
Chart draw(std::span<const Worker>, const ChartTerms&);

/// The word of the contract for a duty.
Text duty_label(const contract::Profile&, StaffDuty);

}
