#include "features/trend/recurrence.hpp"

#include "features/trend/chance.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace hoshuban::trend {
namespace {

constexpr double significant = 0.05;
constexpr int least_repeated = 2;

/// What gathers on one subject.
struct Tally {
    Recurrence of = {};
    std::map<std::string, int> days = {}; ///< of its classes
    std::vector<LocalDay> on = {};
    LocalDay seen_until = {}; ///< until when it was in service
};

using Tallies = std::map<std::string, Tally>;

/// The three ways of telling the same faults apart, and the days and faults of each class.
struct Fleet {
    Tallies units = {};
    Tallies models = {};
    Tallies sites = {};
    std::map<std::string, int> days = {};
    std::map<std::string, int> faults = {}; ///< of units in service
    std::map<std::string, int> placed_days = {}; ///< at a site
    std::map<std::string, int> placed = {}; ///< at a site, with those of which only the site is known
    Recurrences found = {};
};

std::string model_key(const UnitStay& stay)
{
    return stay.device_class + '\n' + stay.model;
}

void add_days(Tally& tally, const UnitStay& stay)
{
    tally.of.unit_days += stay.days();
    tally.days[stay.device_class] += stay.days();
}

void add(Fleet& fleet, const UnitStay& stay)
{
    fleet.days[stay.device_class] += stay.days();
    fleet.found.unit_days += stay.days();
    Tally& unit = fleet.units[stay.device.text];
    add_days(unit, stay);
    if (unit.seen_until < stay.to) {
        unit.seen_until = stay.to;
        unit.of = {.subject = Subject::unit,
            .id = stay.device.text,
            .name = stay.number,
            .device_class = stay.device_class,
            .model = stay.model,
            .site_name = stay.site_name,
            .unit_days = unit.of.unit_days};
    }
    Tally& model = fleet.models[model_key(stay)];
    add_days(model, stay);
    model.of.subject = Subject::model;
    model.of.id = model.of.name = stay.model;
    model.of.device_class = stay.device_class;
    if (!stay.site)
        return;
    fleet.placed_days[stay.device_class] += stay.days();
    Tally& site = fleet.sites[stay.site->text];
    add_days(site, stay);
    site.of.subject = Subject::site;
    site.of.id = stay.site->text;
    site.of.name = stay.site_name;
}

/// The stays of each unit in the order of their days.
class Whereabouts {
public:
    explicit Whereabouts(std::span<const UnitStay> stays)
    {
        for (const UnitStay& stay : stays)
            by_day_.emplace(std::pair{stay.device.text, stay.from}, &stay);
    }

    const UnitStay* on(const DeviceId& device, LocalDay day) const
    {
        const auto next = by_day_.upper_bound({device.text, day});
        if (next == by_day_.begin())
            return nullptr;
        const auto& [key, stay] = *std::prev(next);
        return key.first == device.text && day < stay->to ? stay : nullptr;
    }

private:
    std::map<std::pair<std::string, LocalDay>, const UnitStay*> by_day_;
};

void add_to_site(Fleet& fleet, const std::string& site, const std::string& device_class, LocalDay day)
{
    ++fleet.placed[device_class];
    fleet.sites[site].on.push_back(day);
}

bool has_class(const Fleet& fleet, const std::string& site, const std::string& device_class)
{
    const auto found = fleet.sites.find(site);
    return found != fleet.sites.end() && found->second.days.contains(device_class);
}

void add(Fleet& fleet, const Whereabouts& whereabouts, const Fault& fault)
{
    if (const UnitStay* stay = fault.device ? whereabouts.on(*fault.device, fault.on) : nullptr) {
        ++fleet.faults[stay->device_class];
        fleet.units[stay->device.text].on.push_back(fault.on);
        fleet.models[model_key(*stay)].on.push_back(fault.on);
        if (stay->site)
            add_to_site(fleet, stay->site->text, stay->device_class, fault.on);
        ++fleet.found.counted;
    } else if (!fault.device && fault.site && has_class(fleet, fault.site->text, fault.device_class)) {
        add_to_site(fleet, fault.site->text, fault.device_class, fault.on);
        ++fleet.found.counted;
    } else {
        ++fleet.found.left_out;
    }
}

std::vector<Lot> lots_of(const Fleet& fleet, const Tally& tally)
{
    const bool at_site = tally.of.subject == Subject::site;
    const auto& faults = at_site ? fleet.placed : fleet.faults;
    const auto& all_days = at_site ? fleet.placed_days : fleet.days;
    std::vector<Lot> lots;
    for (const auto& [device_class, days] : tally.days) {
        const auto events = faults.find(device_class);
        if (events != faults.end())
            lots.push_back({events->second, static_cast<double>(days) / all_days.at(device_class)});
    }
    return lots;
}

std::optional<double> median_interval(std::vector<LocalDay>& days)
{
    if (days.size() < 2)
        return std::nullopt;
    std::ranges::sort(days);
    std::vector<long> gaps;
    for (std::size_t i = 1; i < days.size(); ++i)
        gaps.push_back((days[i] - days[i - 1]).count());
    std::ranges::sort(gaps);
    const std::size_t half = gaps.size() / 2;
    return gaps.size() % 2 == 1 ? static_cast<double>(gaps[half])
                                : static_cast<double>(gaps[half - 1] + gaps[half]) / 2.0;
}

// Without its chance corrected: that needs all the others.
Recurrence measured(const Fleet& fleet, Tally& tally)
{
    Recurrence found = tally.of;
    found.faults = static_cast<int>(tally.on.size());
    found.last_on = std::ranges::max(tally.on);
    found.interval_days = median_interval(tally.on);
    const std::vector<Lot> lots = lots_of(fleet, tally);
    for (const Lot& lot : lots)
        found.expected += lot.events * lot.share;
    if (found.faults < least_repeated)
        return found;
    const bool alone = std::ranges::all_of(lots, [](const Lot& lot) { return lot.share >= 1; });
    found.verdict = alone ? Verdict::alone : Verdict::usual;
    if (!alone)
        found.chance = chance_of_at_least(lots, found.faults);
    return found;
}

void correct(std::vector<Recurrence>& found, int compared)
{
    std::vector<double> chances;
    for (const Recurrence& each : found) {
        if (each.chance)
            chances.push_back(*each.chance);
    }
    const std::vector<double> corrected = holm(chances, compared);
    auto next = corrected.begin();
    for (Recurrence& each : found) {
        each.compared = compared;
        if (!each.chance)
            continue;
        each.corrected = *next++;
        if (*each.corrected <= significant)
            each.verdict = Verdict::striking;
        else if (*each.chance <= significant)
            each.verdict = Verdict::noticeable;
    }
}

std::vector<Recurrence> found_in(const Fleet& fleet, Tallies& tallies, int least)
{
    std::vector<Recurrence> found;
    for (auto& [key, tally] : tallies) {
        if (static_cast<int>(tally.on.size()) >= least)
            found.push_back(measured(fleet, tally));
    }
    correct(found, static_cast<int>(tallies.size()));
    std::ranges::stable_sort(found, {}, [](const Recurrence& each) {
        return std::tuple{each.chance.value_or(2), -each.faults, each.name, each.id};
    });
    return found;
}

Text times(int count)
{
    return {fmt::format("{}件", count), fmt::format("{} {}", count, count == 1 ? "fault" : "faults")};
}

Text counted(Subject subject, int number)
{
    switch (subject) {
    case Subject::unit:
        return {fmt::format("{}台", number), fmt::format("{} units", number)};
    case Subject::model:
        return {fmt::format("{}機種", number), fmt::format("{} models", number)};
    case Subject::site:
        return {fmt::format("{}拠点", number), fmt::format("{} sites", number)};
    }
    return {};
}

Text judgement(const Recurrence& found)
{
    const Text compared = counted(found.subject, found.compared);
    switch (found.verdict) {
    case Verdict::usual:
        return {"全体と違うとは言えません。", "It is not told apart from the rest."};
    case Verdict::noticeable:
        return {fmt::format("ただし{}を見比べているので、これだけでは偶然と区別できません。", compared.ja),
            fmt::format("With {} compared, that alone is not told apart from chance.", compared.en)};
    case Verdict::striking:
        return {fmt::format("{}を見比べていること（ホルム法）を考えても、偶然とは言いにくい数です。", compared.ja),
            fmt::format("Also with {} compared (Holm), chance hardly explains it.", compared.en)};
    case Verdict::too_few:
    case Verdict::alone:
        break;
    }
    return {};
}

}

Recurrences recurrences(std::span<const UnitStay> stays, std::span<const Fault> faults)
{
    Fleet fleet;
    for (const UnitStay& stay : stays)
        add(fleet, stay);
    const Whereabouts whereabouts{stays};
    for (const Fault& fault : faults)
        add(fleet, whereabouts, fault);
    fleet.found.units = found_in(fleet, fleet.units, least_repeated);
    fleet.found.models = found_in(fleet, fleet.models, 1);
    fleet.found.sites = found_in(fleet, fleet.sites, 1);
    return std::move(fleet.found);
}

Text percent(double chance)
{
    if (chance < 0.001)
        return {"0.1 % 未満", "less than 0.1 %"};
    const std::string text =
        chance < 0.0995 ? fmt::format("{:.1f} %", chance * 100) : fmt::format("{:.0f} %", chance * 100);
    return {text, text};
}

Text sentence(const Recurrence& found)
{
    const Text count = times(found.faults);
    if (found.verdict == Verdict::too_few)
        return {fmt::format("{}では、繰り返しとはまだ言えません。", count.ja),
            fmt::format("{}: too few to speak of a repetition.", count.en)};
    if (found.verdict == Verdict::alone || !found.chance)
        return {fmt::format("{}。同じ区分にほかの機器がないので、比べられません。", count.ja),
            fmt::format("{}; nothing else of its class is there to compare with.", count.en)};
    const Text chance = percent(*found.chance);
    const Text says = judgement(found);
    return {fmt::format("全体の割合なら{:.1f}件のところ{}。偶然これ以上になる確率は{}。{}", found.expected, count.ja,
                chance.ja, says.ja),
        fmt::format("{}, where the rate of all would give {:.1f}. As many or more by chance: {}. {}", count.en,
            found.expected, chance.en, says.en)};
}

}
