#include "features/contract/profile_check.hpp"

#include "core/calendar.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::contract {
namespace {

constexpr const char* main_file = "contract.yaml";

class Checker {
public:
    explicit Checker(const Profile& profile)
        : profile_(profile)
    {
    }

    std::vector<Objection> run()
    {
        period();
        identifiers();
        work();
        services();
        passwords_and_checks();
        equipment();
        places();
        numbers();
        papers();
        calendars();
        page_survey();
        return std::move(found_);
    }

private:
    using Names = std::set<std::string, std::less<>>;

    void object(std::string file, std::string path, std::string code, Text text)
    {
        found_.push_back({std::move(file), std::move(path), std::move(code), std::move(text)});
    }

    // Whether `name` is one of `known`; objects otherwise.
    void reference(const char* file, std::string path, std::string_view name, const Names& known, const Text& kind)
    {
        if (known.contains(name))
            return;
        object(file, std::move(path), "contract/unknown_reference",
            {fmt::format("{}「{}」はこのプロファイルにありません。", kind.ja, name),
                fmt::format("there is no {} \"{}\" in this profile", kind.en, name)});
    }

    void references(const char* file, const std::string& path, const std::vector<std::string>& names,
        const Names& known, const Text& kind)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            reference(file, fmt::format("{}[{}]", path, i), names[i], known, kind);
    }

    // A profile without sites waits for the city's list of them.
    void site_references(const std::string& path, const std::vector<int>& numbers)
    {
        if (profile_.sites.empty())
            return;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (std::ranges::find(profile_.sites, numbers[i], &Site::number) == profile_.sites.end()) {
                object(main_file, fmt::format("{}[{}]", path, i), "contract/unknown_reference",
                    {fmt::format("拠点番号{}は sites.csv にありません。", numbers[i]),
                        fmt::format("sites.csv has no site {}", numbers[i])});
            }
        }
    }

    template <class T, class Member>
    void unique(const char* file, std::string_view list, const std::vector<T>& all, Member member)
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!seen.insert(all[i].*member).second) {
                object(file, fmt::format("{}[{}].id", list, i), "contract/duplicate_id",
                    {fmt::format("ID「{}」が二つあります。", all[i].*member),
                        fmt::format("the id \"{}\" stands twice", all[i].*member)});
            }
        }
    }

    template <class T, class Member>
    static Names names_in(const std::vector<T>& all, Member member)
    {
        Names names;
        for (const T& each : all)
            names.insert(each.*member);
        return names;
    }

    Names division_names() const
    {
        Names names{""};
        for (const Text& each : profile_.divisions)
            names.insert(each.ja);
        return names;
    }

    void period()
    {
        const DayRange& range = profile_.period;
        if (range.first > range.last || range.last - range.first > std::chrono::days{366 * 20}) {
            object(main_file, "period", "contract/period",
                {fmt::format("履行期間が {} から {} になっています。", to_text(range.first), to_text(range.last)),
                    fmt::format("the period runs from {} to {}", to_text(range.first), to_text(range.last))});
        }
        if (profile_.succeeds == profile_.id.text) {
            object(main_file, "succeeds", "contract/succeeds_itself",
                {"契約が自分自身の後継になっています。", "a contract cannot succeed itself"});
        }
    }

    void identifiers()
    {
        unique(main_file, "work_classes", profile_.work_classes, &WorkClass::id);
        unique(main_file, "overtime", profile_.overtime, &Overtime::id);
        unique(main_file, "families", profile_.families, &WorkFamily::id);
        unique(main_file, "work_types", profile_.work_types, &WorkType::id);
        unique(main_file, "quotas", profile_.quotas, &Quota::id);
        unique(main_file, "numbers", profile_.numbers, &NumberSeries::id);
        unique(main_file, "service_levels", profile_.service_levels, &ServiceLevel::id);
        unique(main_file, "support_windows", profile_.support_windows, &SupportWindow::id);
        unique(main_file, "device_classes", profile_.device_classes, &DeviceClass::id);
        unique(main_file, "generations", profile_.generations, &Generation::id);
        unique(main_file, "related_vendors", profile_.related_vendors, &RelatedVendor::id);
        unique(main_file, "ledgers", profile_.ledgers, &Ledger::id);
        unique("papers.yaml", "papers", profile_.papers, &Paper::id);
        unique("makers.yaml", "maker_desks", profile_.maker_desks, &MakerDesk::id);
        unique("security.yaml", "items", profile_.security.items, &SecurityItem::id);
    }

    void work()
    {
        const Names families = names_in(profile_.families, &WorkFamily::id);
        const Names quotas = names_in(profile_.quotas, &Quota::id);
        const Names classes = names_in(profile_.device_classes, &DeviceClass::id);
        Names drawn_on;
        Names counted;
        for (std::size_t i = 0; i < profile_.work_types.size(); ++i) {
            const WorkType& type = profile_.work_types[i];
            const std::string path = fmt::format("work_types[{}]", i);
            incident_classes(path + ".incident_classes", type.incident_classes, classes, counted);
            reference(main_file, path + ".family", type.family, families, {"作業の系統", "family"});
            references(main_file, path + ".quotas", type.quotas, quotas, {"見込み・上限", "quota"});
            drawn_on.insert(type.quotas.begin(), type.quotas.end());
        }
        for (std::size_t i = 0; i < profile_.quotas.size(); ++i)
            quota(fmt::format("quotas[{}]", i), profile_.quotas[i], drawn_on);
        if (profile_.benchmark) {
            references(main_file, "benchmark.quotas", profile_.benchmark->quotas, quotas, {"見込み・上限", "quota"});
            if (profile_.benchmark->low > profile_.benchmark->high) {
                object(main_file, "benchmark.low", "contract/benchmark",
                    {"下限が上限より大きくなっています。", "low is more than high"});
            }
        }
    }

    void incident_classes(
        const std::string& path, const std::vector<std::string>& own, const Names& classes, Names& counted)
    {
        references(main_file, path, own, classes, {"機器の種別", "device class"});
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (counted.insert(own[i]).second)
                continue;
            object(main_file, fmt::format("{}[{}]", path, i), "contract/counted_twice",
                {fmt::format("「{}」の障害は、別の作業としてすでに数えています。", own[i]),
                    fmt::format("faults of \"{}\" are counted as another work type already", own[i])});
        }
    }

    void quota(const std::string& path, const Quota& quota, const Names& drawn_on)
    {
        if ((quota.kind == QuotaKind::estimate) != (quota.at_limit == AtLimit::warn)) {
            object(main_file, path + ".at_limit", "contract/quota_kind",
                {"見込み（estimate）は warn、上限（cap）は recorded_agreement か block にしてください。",
                    "an estimate warns; a cap needs recorded_agreement or block"});
        }
        if (!drawn_on.contains(quota.id)) {
            object(main_file, path, "contract/quota_unused",
                {fmt::format("「{}」を使う作業種別がありません。", quota.id),
                    fmt::format("no work type draws on \"{}\"", quota.id)});
        }
    }

    void services()
    {
        const Names work_classes = names_in(profile_.work_classes, &WorkClass::id);
        const Names classes = names_in(profile_.device_classes, &DeviceClass::id);
        for (std::size_t i = 0; i < profile_.support_windows.size(); ++i) {
            const SupportWindow& window = profile_.support_windows[i];
            const std::string path = fmt::format("support_windows[{}]", i);
            reference(main_file, path + ".work_class", window.work_class, work_classes, {"作業区分", "work class"});
            references(main_file, path + ".classes", window.device_classes, classes, {"機器の種別", "device class"});
            site_days(path, window);
        }
        for (std::size_t i = 0; i < profile_.maker_desks.size(); ++i) {
            references("makers.yaml", fmt::format("maker_desks[{}].classes", i), profile_.maker_desks[i].device_classes,
                classes, {"機器の種別", "device class"});
        }
    }

    void site_days(const std::string& path, const SupportWindow& window)
    {
        for (std::size_t i = 0; i < window.site_days.size(); ++i) {
            const int number = window.site_days[i].site;
            if (std::ranges::find(profile_.sites, number, &Site::number) == profile_.sites.end()) {
                object(main_file, fmt::format("{}.site_days[{}].site", path, i), "contract/unknown_reference",
                    {fmt::format("拠点番号{}はこのプロファイルにありません。", number),
                        fmt::format("there is no site number {} in this profile", number)});
            }
        }
    }

    void passwords_and_checks()
    {
        const Names classes = names_in(profile_.device_classes, &DeviceClass::id);
        const Names generations = names_in(profile_.generations, &Generation::id);
        for (std::size_t i = 0; i < profile_.password_targets.size(); ++i) {
            const PasswordTargets& targets = profile_.password_targets[i];
            const std::string path = fmt::format("passwords.targets[{}]", i);
            reference(main_file, path + ".class", targets.device_class, classes, {"機器の種別", "device class"});
            for (std::size_t item = 0; item < targets.items.size(); ++item) {
                references(main_file, fmt::format("{}.items[{}].generations", path, item),
                    targets.items[item].generations, generations, {"世代", "generation"});
            }
        }
        for (std::size_t i = 0; i < profile_.check_lists.size(); ++i) {
            const CheckList& list = profile_.check_lists[i];
            const std::string path = fmt::format("check_lists[{}]", i);
            reference("checks.yaml", path + ".class", list.device_class, classes, {"機器の種別", "device class"});
            references("checks.yaml", path + ".generations", list.generations, generations, {"世代", "generation"});
            for (std::size_t item = 0; item < list.items.size(); ++item) {
                if (list.items[item].no != static_cast<int>(item) + 1) {
                    object("checks.yaml", fmt::format("{}.items[{}].no", path, item), "contract/check_number",
                        {fmt::format("項番は1から順に振ってください（ここは{}）。", item + 1),
                            fmt::format("items are numbered from 1 without a gap; this one is {}", item + 1)});
                }
            }
        }
    }

    void equipment()
    {
        const Names classes = names_in(profile_.device_classes, &DeviceClass::id);
        Names generations = names_in(profile_.generations, &Generation::id);
        const Names divisions = division_names();
        for (std::size_t i = 0; i < profile_.equipment.size(); ++i) {
            const Equipment& row = profile_.equipment[i];
            const std::string path = fmt::format("equipment[{}]", i);
            reference("equipment.yaml", path + ".class", row.device_class, classes, {"機器の種別", "device class"});
            reference("equipment.yaml", path + ".generation", row.generation, generations, {"世代", "generation"});
            reference("equipment.yaml", path + ".division", row.division, divisions, {"機器の区分", "division"});
        }
        for (std::size_t i = 0; i < profile_.generations.size(); ++i) {
            const Generation& generation = profile_.generations[i];
            if (!generation.replaces.empty())
                reference(main_file, fmt::format("generations[{}].replaces", i), generation.replaces, generations,
                    {"世代", "generation"});
            if (generation.planned && generation.planned->from > generation.planned->to) {
                object(main_file, fmt::format("generations[{}].planned", i), "contract/planned_span",
                    {"予定の終わりが始まりより前です。", "the plan ends before it begins"});
            }
        }
    }

    void places()
    {
        for (std::size_t i = 0; i < profile_.entry_permits.size(); ++i)
            site_references(fmt::format("entry_permits[{}].sites", i), profile_.entry_permits[i].sites);
        for (std::size_t i = 0; i < profile_.ledgers.size(); ++i) {
            site_references(fmt::format("ledgers[{}].excluded_sites", i), profile_.ledgers[i].excluded_sites);
            references(main_file, fmt::format("ledgers[{}].divisions", i), profile_.ledgers[i].divisions,
                division_names(), {"機器の区分", "division"});
        }
        std::set<int> numbers;
        for (std::size_t i = 0; i < profile_.sites.size(); ++i) {
            if (!numbers.insert(profile_.sites[i].number).second) {
                object("sites.csv", fmt::format("[{}].number", i), "contract/duplicate_id",
                    {fmt::format("拠点番号{}が二つあります。", profile_.sites[i].number),
                        fmt::format("site {} stands twice", profile_.sites[i].number)});
            }
        }
        devices();
    }

    void devices()
    {
        const Names classes = names_in(profile_.device_classes, &DeviceClass::id);
        const Names generations = names_in(profile_.generations, &Generation::id);
        const Names divisions = division_names();
        Names sites;
        for (const Site& site : profile_.sites)
            sites.insert(site.id.text);
        Names numbers;
        for (const Device& device : profile_.devices) {
            const std::string path = fmt::format("[{}]", device.row);
            if (!numbers.insert(device.number).second) {
                object("devices.csv", path + ".number", "contract/duplicate_id",
                    {fmt::format("機器ID「{}」が二つあります。", device.number),
                        fmt::format("the device \"{}\" stands twice", device.number)});
            }
            reference("devices.csv", path + ".class", device.device_class, classes, {"機器の種別", "device class"});
            reference("devices.csv", path + ".generation", device.generation, generations, {"世代", "generation"});
            reference("devices.csv", path + ".division", device.division, divisions, {"機器の区分", "division"});
            if (device.site)
                reference("devices.csv", path + ".site", device.site->text, sites, {"拠点", "site"});
        }
    }

    void numbers()
    {
        if (find_numbers(profile_, "work_request") == nullptr) {
            object(main_file, "numbers", "contract/no_work_request_series",
                {"作業依頼の番号（id: work_request）がありません。", "there is no series with the id work_request"});
        }
        const int year = fiscal_year_of(profile_.period.first);
        for (std::size_t i = 1; i < profile_.numbers.size(); ++i) {
            const std::string sample = format_number(profile_.numbers[i], year, 1);
            const bool taken =
                std::ranges::any_of(profile_.numbers.begin(), profile_.numbers.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const NumberSeries& other) { return parse_number(other, sample).has_value(); });
            if (taken) {
                object(main_file, fmt::format("numbers[{}].pattern", i), "contract/series_overlap",
                    {fmt::format("「{}」は他の番号と区別できません。", sample),
                        fmt::format("\"{}\" belongs to another series too", sample)});
            }
        }
    }

    void papers()
    {
        for (std::size_t i = 0; i < profile_.papers.size(); ++i) {
            const Paper& paper = profile_.papers[i];
            const std::string path = fmt::format("papers[{}]", i);
            if (paper.occasion == Occasion::event && paper.event.ja.empty()) {
                object("papers.yaml", path, "contract/paper_event",
                    {"occasion: event には event（何があったとき）が必要です。",
                        "occasion: event needs event (what happens)"});
            }
            if (paper.occasion == Occasion::monthly && !paper.limit) {
                object("papers.yaml", path, "contract/paper_limit",
                    {"毎月の書類には limit が必要です。", "a monthly paper needs a limit"});
            }
        }
    }

    void calendars()
    {
        for (std::size_t i = 0; i < profile_.work_classes.size(); ++i)
            calendar(
                main_file, fmt::format("work_classes[{}]", i), *calendar_terms(profile_, profile_.work_classes[i].id));
        for (std::size_t i = 0; i < profile_.maker_desks.size(); ++i) {
            if (profile_.maker_desks[i].calendar)
                calendar("makers.yaml", fmt::format("maker_desks[{}].calendar", i), *profile_.maker_desks[i].calendar);
        }
    }

    void calendar(const char* file, std::string path, const CalendarTerms& terms)
    {
        if (const auto checked = WorkingCalendar::check_terms(terms); !checked)
            object(file, std::move(path), checked.error().code, checked.error().text);
    }

    void page_survey()
    {
        if (profile_.page_survey)
            references(main_file, "page_survey.classes", profile_.page_survey->classes,
                names_in(profile_.device_classes, &DeviceClass::id), {"機器の種別", "device class"});
    }

    const Profile& profile_;
    std::vector<Objection> found_;
};

}

std::vector<Objection> check(const Profile& profile)
{
    std::vector<Objection> found = Checker(profile).run();
    std::ranges::move(check_gates(profile), std::back_inserter(found));
    std::ranges::move(check_equipment_terms(profile), std::back_inserter(found));
    std::ranges::move(check_totals(profile), std::back_inserter(found));
    std::ranges::move(check_levels(profile), std::back_inserter(found));
    std::ranges::move(check_visits(profile), std::back_inserter(found));
    std::ranges::move(check_branches(profile), std::back_inserter(found));
    return found;
}

}
