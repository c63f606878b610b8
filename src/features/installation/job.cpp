#include "features/installation/job.hpp"

#include "core/era.hpp"
#include "core/typed_fields.hpp"
#include "features/contract/site_fact.hpp"
#include "features/device/ipv4.hpp"
#include "features/device/movement.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace hoshuban::installation {
namespace {

constexpr std::size_t most_words = 200;
constexpr std::size_t most_text = 1000;
constexpr std::size_t most_units = 200;

std::unexpected<Error> refused_field(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

const contract::InstallationWork* work_of(const contract::Profile& profile, InstallationKind kind)
{
    return profile.installation ? contract::installation_work(*profile.installation, kind) : nullptr;
}

bool needs_site(InstallationKind kind)
{
    return kind == InstallationKind::installation || kind == InstallationKind::relocation;
}

bool needs_medium(const contract::InstallationWork& work, std::span<const KnownUnit> known)
{
    return std::ranges::any_of(
        known, [&](const KnownUnit& unit) { return contract::sets_up(work, unit.device.device_class); });
}

const contract::Site* base_of(const contract::Profile& profile)
{
    const std::optional<int>& number = profile.installation->site;
    const auto site = number ? std::ranges::find(profile.sites, *number, &contract::Site::number) : profile.sites.end();
    return site == profile.sites.end() ? nullptr : &*site;
}

bool excludes(const contract::InstallationExclusion& each, InstallationKind kind, const contract::Device& device)
{
    return (each.kinds.empty() || std::ranges::find(each.kinds, kind) != each.kinds.end()) &&
        (each.device_class.empty() || each.device_class == device.device_class) &&
        (each.division.empty() || each.division == device.division) &&
        (each.generation.empty() || each.generation == device.generation);
}

/// What one unit is refused for.
struct UnitProblem {
    const char* code = "";
    Text text = {};
};

std::optional<UnitProblem> exclusion_of(
    InstallationKind kind, const contract::InstallationTerms& terms, const contract::Device& device)
{
    for (const contract::InstallationExclusion& each : terms.excluded) {
        if (excludes(each, kind, device)) {
            return UnitProblem{"installation/excluded",
                {fmt::format("対象外です（{}、{}）。この機器を外してください。", each.reason.ja, each.clause),
                    fmt::format("excluded ({}, {}): take it out of the job", each.reason.en, each.clause)}};
        }
    }
    return std::nullopt;
}

// A re-setup is of units that have a medium, and that stand where the contract says (RST-01).
std::optional<UnitProblem> setup_problem_of(
    const contract::InstallationWork& work, const contract::Site* base, const KnownUnit& unit)
{
    if (work.kind == InstallationKind::resetup && !contract::sets_up(work, unit.device.device_class)) {
        return UnitProblem{"installation/no_medium",
            {fmt::format("媒体から再セットアップする機器ではありません（{}）。この機器を外してください。", work.clause),
                fmt::format("it is not set up from a medium ({}): take it out of the job", work.clause)}};
    }
    if (work.at_base && base != nullptr && unit.spot->site != base->id) {
        return UnitProblem{"installation/not_at_base",
            {fmt::format(
                 "{}にある機器が対象です（{}）。先に撤去で戻してから予定してください。", base->name, work.clause),
                fmt::format(
                    "only units that stand at {} ({}): have it taken back there first", base->name, work.clause)}};
    }
    return std::nullopt;
}

std::optional<UnitProblem> problem_of(
    const contract::InstallationWork& work, const contract::Profile& profile, const KnownUnit& unit)
{
    if (auto excluded = exclusion_of(work.kind, *profile.installation, unit.device))
        return excluded;
    if (!unit.spot || unit.spot->use == device::Use::retired) {
        return UnitProblem{
            "installation/not_there", {"台帳にないか、廃止された機器です。", "it is not in the register, or retired"}};
    }
    if (!unit.open_job.empty()) {
        return UnitProblem{"installation/unit_taken",
            {fmt::format("{}の作業が済んでいません。", unit.open_job),
                fmt::format("{} waits for it already", unit.open_job)}};
    }
    if (work.kind == InstallationKind::removal && unit.spot->use != device::Use::in_service) {
        return UnitProblem{
            "installation/not_in_service", {"稼働していない機器は撤去できません。", "it is not in service"}};
    }
    return setup_problem_of(work, base_of(profile), unit);
}

std::vector<FieldError> unit_problems(const Job& job, const contract::InstallationWork& work,
    const contract::Profile& profile, std::span<const KnownUnit> known)
{
    std::vector<FieldError> problems;
    std::set<DeviceId> seen;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::string path = fmt::format("units[{}]", i);
        const std::string& number = known[i].device.number;
        if (!seen.insert(job.units[i].device).second) {
            problems.push_back({path, "installation/unit_twice",
                {fmt::format("{}が二度入っています。", number), fmt::format("{} stands twice", number)}});
        } else if (const auto problem = problem_of(work, profile, known[i])) {
            problems.push_back(
                {path, problem->code, {number + "：" + problem->text.ja, number + ": " + problem->text.en}});
        }
    }
    return problems;
}

Result<void> check_instruction(const Job& job, const contract::InstallationWork& work, std::span<const KnownUnit> known)
{
    if (!job.request && job.instruction.empty()) {
        return refused_field("instruction", "installation/instruction_needed",
            {"市の指示を入力してください（作業依頼を選ぶか、だれがいつ何を指示したか）。",
                "say what the city instructed: choose its work request, or say who told what when"});
    }
    if (needs_medium(work, known) && job.medium.empty()) {
        return refused_field("medium", "installation/medium_needed",
            {"市が指定した媒体の版を入力してください。", "name the edition of the medium that the city names"});
    }
    if (work.return_days && !job.lent_on) {
        return refused_field("lent_on", "installation/lent_on_needed",
            {"機器を借りた日を入力してください。", "say on which day the units were lent"});
    }
    return {};
}

Result<void> check_place(const Job& job, const contract::Profile& profile)
{
    if (!needs_site(job.kind))
        return {};
    const contract::Site* site = job.site ? contract::find_site(profile, *job.site) : nullptr;
    if (site == nullptr) {
        return refused_field("site_id", "installation/site_needed",
            {"置く拠点を選んでください。", "choose the site where the units are put"});
    }
    if (!contract::is_open(*site, job.planned_on)) {
        return refused_field("site_id", "device/site_closed",
            {fmt::format("{}は{}には開いていません。日か拠点を直してください。", site->name,
                 print_day(job.planned_on, DayStyle::slash)),
                fmt::format("{} is not open on {}: correct the day or the site", site->name, to_text(job.planned_on))});
    }
    return {};
}

Result<void> take_places(std::vector<JobUnit>& units)
{
    for (std::size_t i = 0; i < units.size(); ++i) {
        JobUnit& unit = units[i];
        TRY(take_fields({{"units", unit.place, most_words}, {"units", unit.address, most_words}}));
        if (unit.address.empty())
            continue;
        const auto address = device::parse_ipv4(unit.address);
        if (!address) {
            return refused_field(fmt::format("units[{}].address", i), "device/address_invalid",
                {"IPアドレスを「10.1.20.5」の形で入れてください。", "enter an IPv4 address such as 10.1.20.5"});
        }
        unit.address = device::written(*address);
    }
    return {};
}

State after_act(Act act)
{
    switch (act) {
    case Act::set_up:
        return State::set_up;
    case Act::done:
        return State::done;
    case Act::returned:
        return State::returned;
    case Act::cancelled:
        break;
    }
    return State::cancelled;
}

}

const Text& label(InstallationKind kind)
{
    static const Text labels[] = {
        {"設置", "Installation"}, {"撤去", "Removal"}, {"移設", "Relocation"}, {"再セットアップ", "Re-setup"}};
    return labels[std::to_underlying(kind)];
}

const Text& label(State state)
{
    static const Text labels[] = {{"予定", "Planned"}, {"セットアップ済み", "Set up"}, {"完了", "Done"},
        {"返却済み", "Returned"}, {"取りやめ", "Given up"}};
    return labels[std::to_underlying(state)];
}

Result<Job> plan(Job job, const contract::Profile& profile, std::span<const KnownUnit> known)
{
    const contract::InstallationWork* work = work_of(profile, job.kind);
    if (work == nullptr) {
        return fail(ErrorKind::conflict, "installation/not_in_contract",
            {fmt::format("この契約には{}の業務がありません。", label(job.kind).ja),
                fmt::format("{} is no work of this contract", label(job.kind).en)});
    }
    TRY(take_fields({{"instruction", job.instruction, most_text}, {"medium", job.medium, most_words},
        {"agreement", job.agreement, most_text}, {"note", job.note, most_text}}));
    if (job.units.empty() || job.units.size() > most_units) {
        return refused_field("units", "installation/units_needed",
            {fmt::format("機器を1台から{}台まで選んでください。", most_units),
                fmt::format("choose 1 to {} units", most_units)});
    }
    TRY(take_places(job.units));
    TRY(device::check_within(profile, job.planned_on, "planned_on"));
    TRY(check_place(job, profile));
    TRY(check_instruction(job, *work, known));
    if (work->return_days)
        TRY(device::check_done_on(profile, *job.lent_on, day_of(job.entered_at), "lent_on"));
    if (!needs_site(job.kind))
        job.site.reset();
    if (auto problems = unit_problems(job, *work, profile, known); !problems.empty()) {
        const FieldError first = problems.front();
        return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
    }
    if (!needs_medium(*work, known))
        job.medium.clear();
    if (work->return_days)
        job.due_back = *job.lent_on + std::chrono::days{*work->return_days};
    else
        job.lent_on.reset();
    return job;
}

std::optional<contract::Run> run_of(const Job& job, const contract::Profile& profile)
{
    const contract::InstallationWork* work = work_of(profile, job.kind);
    if (work == nullptr || job.state == State::cancelled)
        return std::nullopt;
    const bool carried_out = job.state == State::done || job.state == State::returned ||
        (job.kind == InstallationKind::resetup && job.state == State::set_up);
    return contract::Run{{work->work_type}, static_cast<int>(job.units.size()),
        carried_out ? contract::RunState::actual : contract::RunState::planned};
}

std::vector<contract::KeptRun> kept_runs(std::span<const ToldJob> jobs, const contract::Profile& profile)
{
    std::vector<contract::KeptRun> kept;
    for (const ToldJob& told : jobs) {
        if (const auto run = run_of(told.job, profile))
            kept.push_back({*run, told.job.request ? told.job.request->text : "", told.request_types});
    }
    return kept;
}

std::vector<contract::QuotaObjection> objections_to(
    const Job& job, const contract::Profile& profile, std::span<const contract::Run> so_far)
{
    const auto run = run_of(job, profile);
    if (!run)
        return {};
    return contract::objections(contract::quota_terms(profile), so_far, *run);
}

Result<void> check_caps(const Job& job, std::span<const contract::QuotaObjection> objections)
{
    return contract::check_caps(objections, job.agreement, "installation");
}

std::vector<Act> possible_acts(const Job& job, const contract::InstallationWork& work)
{
    const bool resetup = job.kind == InstallationKind::resetup;
    switch (job.state) {
    case State::planned:
        if (resetup || (work.setup_first && !job.medium.empty()))
            return {Act::set_up, Act::cancelled};
        return {Act::done, Act::cancelled};
    case State::set_up:
        if (resetup)
            return {Act::returned};
        return {Act::done, Act::cancelled};
    default:
        return {};
    }
}

Result<Job> carry_out(Job job, Step& step, const contract::InstallationWork& work, LocalDay today)
{
    TRY(take_fields({{"person", step.person, most_words, true}, {"medium", step.medium, most_words},
        {"note", step.note, most_text}}));
    const auto possible = possible_acts(job, work);
    if (std::ranges::find(possible, step.act) == possible.end()) {
        const bool setup_missing = step.act == Act::done && job.state == State::planned;
        return setup_missing
            ? fail(ErrorKind::conflict, "installation/setup_first",
                  {"先に、市が指定した媒体から再セットアップして記録してください。",
                      "set the units up anew from the medium that the city names first, and record it"})
            : fail(ErrorKind::conflict, "installation/does_not_follow",
                  {fmt::format("「{}」の後にはできない記録です。", label(job.state).ja),
                      fmt::format("this cannot follow \"{}\"", label(job.state).en)});
    }
    if (step.on > today) {
        return refused_field("on", "installation/in_future",
            {"これからの日は実績として記録できません。", "a day to come cannot be recorded as done"});
    }
    if (job.last_on && step.on < *job.last_on) {
        return refused_field("on", "installation/before_step",
            {fmt::format("前の記録（{}）より前の日です。", to_text(*job.last_on)),
                fmt::format("before the step before it ({})", to_text(*job.last_on))});
    }
    if (step.act == Act::set_up && step.medium != job.medium) {
        return refused_field("medium", "installation/other_medium",
            {fmt::format("市が指定した版は「{}」です。使った版を確かめてください。", job.medium),
                fmt::format("the city named \"{}\": check which edition was used", job.medium)});
    }
    if ((step.act == Act::returned || step.act == Act::cancelled) && step.note.empty()) {
        return refused_field("note", "installation/note_needed",
            {step.act == Act::returned ? "受領書の番号や、受け取りの確認の方法を入力してください。"
                                       : "取りやめの理由を入力してください。",
                step.act == Act::returned ? "name the receipt of the return" : "say why it is given up"});
    }
    job.state = after_act(step.act);
    job.last_on = step.on;
    return job;
}

std::optional<device::Spot> spot_after(const Job& job, const JobUnit& unit, const contract::Profile& profile)
{
    if (job.kind == InstallationKind::resetup)
        return std::nullopt;
    if (job.kind != InstallationKind::removal)
        return device::Spot{job.site, unit.place, device::Use::in_service, {}};
    device::Spot spot{std::nullopt, unit.place, device::Use::stored, {}};
    if (const contract::Site* base = base_of(profile))
        spot.site = base->id;
    return spot;
}

}
