#pragma once
#include "core/sheet_plan.hpp"
#include "features/site/site.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::site {

/// The columns of a list of sites.
enum class SiteColumn { number, name, address, departments, remarks, aliases, excluded, state };

constexpr auto names_of(const SiteColumn*)
{
    return std::to_array<Name<SiteColumn>>({
        {SiteColumn::number, "number"},
        {SiteColumn::name, "name"},
        {SiteColumn::address, "address"},
        {SiteColumn::departments, "departments"},
        {SiteColumn::remarks, "remarks"},
        {SiteColumn::aliases, "aliases"},
        {SiteColumn::excluded, "excluded"},
        {SiteColumn::state, "state"},
    });
}

/// 拠点番号, 拠点, 所在地, …
const Text& label_of(SiteColumn);

/// What stands in a list for a site, as it leaves and comes back.
std::string text_of(const SiteFact&, SiteColumn);

/// What somebody said that a heading means; none: the column is passed over.
struct HeadingChoice {
    std::string heading = {};
    std::optional<SiteColumn> column = {};
};

/// A heading of a list that came in.
struct Heading {
    std::string column = {}; ///< `C`
    std::string text = {};
    std::optional<SiteColumn> means = {}; ///< none: nobody knows it, or it is passed over
    std::string sample = {}; ///< what stands in the first row below it
};

using SiteRow = sheet::ImportedRow<SiteColumn>;

/// A list that was read. When its headings are not understood there are no rows, and somebody says what they mean.
struct SiteSheet {
    std::vector<Heading> headings = {};
    bool found = false;
    std::vector<SiteRow> rows = {};
};

/// What a list says of one site.
struct ListedSite {
    SiteFacts facts; ///< to be stored, the new one last
    bool fresh = false;
    const char* kind = "site.changed"; ///< of its event
};
using SitePlan = sheet::ImportPlan<SiteColumn, ListedSite>;

/// Compares a list with the sites of a contract. What it says holds from `on`. A row is a site's by its number, never
/// by its name; columns that the list does not have, and sites that it leaves out, stay as they are. A site closes or
/// opens again where its state says so; a blank state says nothing. Refuses numbers that stand twice and whatever may
/// not be entered by hand either. `new_id` names the new sites.
SitePlan plan_sites(
    const SiteState&, LocalDay on, std::span<const SiteRow>, const std::function<SiteId(int number)>& new_id);

}
