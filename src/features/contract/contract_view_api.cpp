#include "features/contract/contract_view_api.hpp"

#include "core/calendar.hpp"
#include "features/contract/level_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

constexpr auto weekday_names = std::to_array<std::string_view>({"sun", "mon", "tue", "wed", "thu", "fri", "sat"});

template <class T>
Text label_of(const std::vector<T>& all, std::string_view id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? Text{std::string(id), std::string(id)} : found->label;
}

std::string print_time(MinuteOfDay time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

// A severity is called as the support window that asks for it.
Text severity_label(const Profile& profile, const std::string& severity)
{
    const auto window = std::ranges::find(profile.support_windows, severity, &SupportWindow::severity);
    return window == profile.support_windows.end() ? Text{severity, severity} : window->label;
}

ServiceLevelView view_of(const ServiceLevel& level, const Profile& profile)
{
    ServiceLevelView view{.id = level.id,
        .label = level.label,
        .target = target_words(level),
        .classes = {},
        .severities = {},
        .valid_from = level.valid_from,
        .valid_until = level.valid_until,
        .maker_apart = level.maker_apart,
        .from = level.from,
        .to = level.to,
        .nature = level.nature,
        .exception = {},
        .clause = level.clause};
    for (const std::string& each : level.device_classes)
        view.classes.push_back(label_of(profile.device_classes, each));
    for (const std::string& each : level.severities)
        view.severities.push_back(severity_label(profile, each));
    if (level.exception)
        view.exception = level.exception->agreement;
    return view;
}

HoursWindowView view_of(const ServiceWindow& window, const Weekdays& closed)
{
    HoursWindowView view{{}, print_time(window.window.opens), print_time(window.window.closes)};
    for (unsigned day : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
        if (window.days.contains(std::chrono::weekday{day}) && !closed.contains(std::chrono::weekday{day}))
            view.days.emplace_back(weekday_names[day]);
    }
    return view;
}

HoursView view_of(const WorkClass& work_class, const Weekdays& closed)
{
    HoursView view{work_class.id, work_class.label, {}, work_class.always, work_class.basis, work_class.clause};
    for (const ServiceWindow& window : work_class.windows)
        view.windows.push_back(view_of(window, closed));
    return view;
}

int months_in(const DayRange& period)
{
    const auto first = date_of(period.first);
    const auto last = date_of(period.last);
    const auto months = (last.year() / last.month()) - (first.year() / first.month());
    return static_cast<int>(months.count()) + 1;
}

Result<PeriodView> period_of(const Profile& profile)
{
    TRY_ASSIGN(const CalendarTerms terms, calendar_terms(profile));
    TRY_ASSIGN(const WorkingCalendar calendar, WorkingCalendar::create(terms, HolidayTable::official()));
    const DayRange& period = profile.period;
    TRY_ASSIGN(const DayAnswer first, calendar.roll(period.first, Roll::next));
    TRY_ASSIGN(const DayAnswer last, calendar.roll(period.last, Roll::previous));
    PeriodView view{months_in(period), static_cast<int>((period.last - period.first).count()) + 1,
        calendar.open_days_between(period.first, period.last), first.day, last.day};
    if (view.open_days == 0)
        view.first_open_day = view.last_open_day = std::nullopt;
    return view;
}

std::vector<Text> closures_of(const Closures& closures)
{
    std::vector<Text> lines;
    std::string ja;
    std::string en;
    for (unsigned day : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
        if (!closures.closed_weekdays.contains(std::chrono::weekday{day}))
            continue;
        const Text name = weekday_text(std::chrono::weekday{day});
        ja += (ja.empty() ? "" : "・") + name.ja;
        en += (en.empty() ? "" : ", ") + name.en;
    }
    if (!ja.empty())
        lines.push_back({ja, en});
    if (closures.national_holidays == HolidayRule::closed)
        lines.push_back({"国民の祝日・休日", "National holidays"});
    for (const YearlyClosure& each : closures.yearly) {
        const auto day = [](std::chrono::month_day date) {
            return std::pair{static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
        };
        const auto [from_month, from_day] = day(each.first);
        const auto [to_month, to_day] = day(each.last);
        lines.push_back({fmt::format(
                             "{}月{}日～{}月{}日（{}）", from_month, from_day, to_month, to_day, each.reason.ja),
            fmt::format("{:02}-{:02} to {:02}-{:02} ({})", from_month, from_day, to_month, to_day, each.reason.en)});
    }
    for (const SpecialClosure& each : closures.special_closures) {
        lines.push_back({fmt::format("{}～{}（{}）", day_text(each.first).ja, day_text(each.last).ja, each.reason.ja),
            fmt::format("{} to {} ({})", day_text(each.first).en, day_text(each.last).en, each.reason.en)});
    }
    return lines;
}

void add_work(ContractView& view, const Profile& profile)
{
    for (const WorkType& type : profile.work_types) {
        view.work_types.push_back({type.id, type.label, label_of(profile.families, type.family), type.in_scope,
            type.on_equipment, type.quotas, type.acts, type.clause});
    }
    view.number_pattern = find_numbers(profile, "work_request")->pattern;
    view.date_style = profile.list.date_style;
}

void add_services(ContractView& view, const Profile& profile)
{
    for (const WorkClass& work_class : profile.work_classes)
        view.hours.push_back(view_of(work_class, profile.closures.closed_weekdays));
    view.closures = closures_of(profile.closures);
    for (const Overtime& each : profile.overtime)
        view.overtime.push_back({each.id, each.label, each.needs, each.approval, each.clause});
    for (const ServiceLevel& level : profile.service_levels)
        view.service_levels.push_back(view_of(level, profile));
    for (const SupportWindow& window : profile.support_windows) {
        view.support_windows.push_back({window.id, window.label, window.device_classes, window.severity,
            window.work_class, window.response, window.guide, window.basis, window.clause});
    }
}

void add_passwords(ContractView& view, const Profile& profile)
{
    for (const PasswordTargets& targets : profile.password_targets) {
        PasswordTargetsView group{targets.device_class, label_of(profile.device_classes, targets.device_class),
            targets.basis, {}, targets.clause};
        for (const PasswordTarget& target : targets.items) {
            PasswordTargetView& item = group.items.emplace_back(target.mark, target.label, std::vector<Text>{});
            for (const std::string& generation : target.generations)
                item.generations.push_back(label_of(profile.generations, generation));
        }
        view.password_targets.push_back(std::move(group));
    }
}

void add_checks(ContractView& view, const Profile& profile)
{
    for (const CheckList& list : profile.check_lists) {
        CheckItemsView group{list.device_class, label_of(profile.device_classes, list.device_class),
            static_cast<int>(list.items.size()), list.basis, {}, list.clause};
        for (const CheckItem& item : list.items)
            group.items.push_back({item.no, item.label, item.observation, item.conditions});
        view.check_items.push_back(std::move(group));
    }
}

void add_papers(ContractView& view, const Profile& profile)
{
    for (const Paper& paper : profile.papers) {
        view.papers.push_back(
            {paper.id, paper.names, paper.occasion, paper.due, paper.medium, paper.copies, paper.basis, paper.clause});
    }
    for (const Note& note : profile.notes)
        view.notes.push_back({note.id, note.clause, note.text, note.kind});
}

QuestionRuleView view_of(const QuestionRule& rule)
{
    QuestionRuleView view{rule.mode, rule.blocks_start, rule.oral_if_minor, rule.answer_approved, std::nullopt,
        DayUnit::open_days, rule.answer_basis, rule.clause};
    if (rule.answer_within) {
        view.answer_days = rule.answer_within->amount;
        view.answer_unit = rule.answer_within->kind == DueKind::open_days ? DayUnit::open_days : DayUnit::calendar_days;
    }
    return view;
}

void add_permissions(ContractView& view, const Profile& profile)
{
    for (const ApprovalKind& kind : profile.approvals) {
        view.approvals.push_back({kind.id, kind.requirement, kind.effect, kind.nature, kind.decider, kind.applicant,
            kind.label, kind.steps, kind.basis, kind.clause});
    }
    for (const ProhibitedAct& act : profile.acts)
        view.acts.push_back({act.id, act.label, act.article, act.basis, act.clause});
    view.questions = view_of(profile.questions);
}

void add_equipment(ContractView& view, const Profile& profile)
{
    for (const Generation& each : profile.generations) {
        GenerationView generation{
            each.id, each.label, std::nullopt, std::nullopt, each.actual_from, each.actual_to, each.clause};
        if (each.planned) {
            generation.planned_from = each.planned->from;
            generation.planned_to = each.planned->to;
        }
        view.generations.push_back(std::move(generation));
    }
    for (std::size_t i = 0; i < profile.equipment.size(); ++i) {
        const Equipment& row = profile.equipment[i];
        view.equipment.push_back({fmt::format("E-{:03}", i + 1), label_of(profile.device_classes, row.device_class),
            label_of(profile.generations, row.generation), row.division, row.part, row.model, row.type_number,
            row.quantity, row.software, row.support, row.clause});
    }
    view.counts = {static_cast<int>(profile.sites.size()), static_cast<int>(profile.devices.size())};
}

}

ContractState state_of(const DayRange& period, LocalDay today)
{
    if (today < period.first)
        return ContractState::upcoming;
    return today > period.last ? ContractState::ended : ContractState::running;
}

ContractSummary summary_of(const ContractRow& row, const Actor& actor, LocalDay today)
{
    return {row.id, row.title, row.municipality, row.starts_on, row.ends_on,
        state_of({row.starts_on, row.ends_on}, today), actor.roles(row.id), actor.side(row.id)};
}

Result<ContractView> view_of(const Profile& profile, int version, LocalDay today)
{
    ContractView view{};
    view.id = profile.id;
    view.title = profile.title;
    view.municipality = profile.municipality;
    view.purpose = profile.purpose;
    view.starts_on = profile.period.first;
    view.ends_on = profile.period.last;
    view.state = state_of(profile.period, today);
    TRY_ASSIGN(view.period, period_of(profile));
    view.words.insert(profile.words.begin(), profile.words.end());
    view.status_labels.insert(profile.list.statuses.begin(), profile.list.statuses.end());
    view.column_labels.insert(profile.list.columns.begin(), profile.list.columns.end());
    view.group_labels.insert(profile.list.groups.begin(), profile.list.groups.end());
    add_work(view, profile);
    add_services(view, profile);
    add_passwords(view, profile);
    add_checks(view, profile);
    add_papers(view, profile);
    add_permissions(view, profile);
    add_equipment(view, profile);
    view.version = version;
    return view;
}

SiteView view_of(const SiteRegister& entry)
{
    const Site& site = entry.site;
    return {site.id, site.number, site.name, site.address, site.departments, site.planned, site.excluded, site.remarks,
        site.aliases, entry.device_count};
}

DeviceView view_of(const DeviceRegister& entry)
{
    const Device& device = entry.device;
    return {device.id, device.number, device.device_class, device.kind, device.model, device.type_number, device.site,
        entry.site_name, device.division, device.generation, device.status, device.known, device.remarks};
}

}
