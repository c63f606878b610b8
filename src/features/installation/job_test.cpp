#include "features/installation/job.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::installation {
namespace {

using test::at;
using test::day;

const LocalDay today = day("2023-12-01");

const contract::Profile& r5()
{
    return test::profile(test::ids::r5);
}

Job job_of(InstallationKind kind, int units = 1)
{
    Job job{.id = {"j1"},
        .contract_id = r5().id,
        .number = "E23-001",
        .kind = kind,
        .site = r5().sites.at(3).id,
        .planned_on = day("2023-12-05"),
        .instruction = "12月1日 見本 太郎 口頭",
        .medium = "第3版",
        .lent_on = day("2023-12-01"),
        .entered_by = "見本",
        .entered_at = at("2023-12-01 09:00")};
    for (int i = 0; i < units; ++i)
        job.units.push_back({DeviceId{fmt::format("D-{:04}", i + 1)}, "2階"});
    return job;
}

SiteId site_id(int number)
{
    return std::ranges::find(r5().sites, number, &contract::Site::number)->id;
}

KnownUnit known_unit(const char* device_class, device::Use use = device::Use::in_service)
{
    KnownUnit unit;
    unit.device.number = "D-0001";
    unit.device.device_class = device_class;
    unit.device.division = "住記・税";
    unit.device.generation = "current";
    unit.spot = device::Spot{site_id(32), "", use, {}};
    return unit;
}

std::vector<KnownUnit> pcs(std::size_t units)
{
    return std::vector<KnownUnit>(units, known_unit("pc"));
}

template <class T>
std::string code(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

Step step(Act act)
{
    return {.id = {"s1"},
        .act = act,
        .on = today,
        .person = "保全 三枝",
        .medium = "第3版",
        .note = "受領書 12",
        .entered_by = "見本",
        .entered_at = at("2023-12-01 09:00")};
}

TEST(Plan, brings_nothing_to_a_site_that_is_closed_on_its_day)
{
    contract::Profile profile = r5();
    profile.sites.at(3).closed = {{day("2023-12-05"), day("2023-12-31")}};
    Job job = job_of(InstallationKind::installation);
    EXPECT_EQ(code(plan(job, profile, pcs(1))), "device/site_closed");
    job.planned_on = day("2024-01-01");
    EXPECT_EQ(code(plan(job, profile, pcs(1))), "");
}

TEST(Plan, lies_within_the_contract)
{
    using enum InstallationKind;
    const struct {
        InstallationKind kind;
        const char* planned_on;
        const char* lent_on;
        const char* refusal;
    } cases[] = {
        {installation, "2023-04-01", "2023-12-01", ""}, {installation, "2024-03-31", "2023-12-01", ""},
        {installation, "2023-03-31", "2023-12-01", "planned_on device/outside_period"},
        {removal, "2024-04-01", "2023-12-01", "planned_on device/outside_period"},
        {resetup, "2023-12-05", "2023-04-01", ""},
        {resetup, "2023-12-05", "2023-03-31", "lent_on device/outside_period"},
        {resetup, "2023-12-05", "2023-12-02", "lent_on device/in_future"},
        {installation, "2023-12-05", "2023-12-02", ""}, // nothing was lent
    };
    for (const auto& each : cases) {
        Job job = job_of(each.kind);
        job.planned_on = day(each.planned_on);
        job.lent_on = day(each.lent_on);
        const auto planned = plan(job, r5(), pcs(1));
        EXPECT_EQ(planned ? "" : planned.error().fields.at(0).path + " " + planned.error().code, each.refusal)
            << each.planned_on << " " << each.lent_on;
    }
}

TEST(Plan, is_refused_with_what_is_missing)
{
    struct Case {
        const char* code;
        InstallationKind kind;
        void (*change)(Job&, KnownUnit&);
    };
    using enum InstallationKind;
    const Case cases[] = {
        {"", installation, [](Job&, KnownUnit&) {}},
        {"installation/site_needed", installation, [](Job& j, KnownUnit&) { j.site.reset(); }},
        {"", removal, [](Job& j, KnownUnit&) { j.site.reset(); }},
        {"installation/instruction_needed", removal, [](Job& j, KnownUnit&) { j.instruction = "　"; }},
        {"", removal,
            [](Job& j, KnownUnit&) {
                j.instruction.clear();
                j.request = WorkRequestId{"w1"};
            }},
        {"installation/medium_needed", installation, [](Job& j, KnownUnit&) { j.medium.clear(); }},
        {"", relocation, [](Job& j, KnownUnit&) { j.medium.clear(); }},
        {"installation/medium_needed", resetup, [](Job& j, KnownUnit&) { j.medium.clear(); }},
        {"installation/lent_on_needed", resetup, [](Job& j, KnownUnit&) { j.lent_on.reset(); }},
        {"installation/units_needed", removal, [](Job& j, KnownUnit&) { j.units.clear(); }},
        {"installation/excluded", installation, [](Job&, KnownUnit& u) { u.device.device_class = "color_printer"; }},
        {"installation/excluded", installation, [](Job&, KnownUnit& u) { u.device.generation = "renewed"; }},
        {"", relocation, [](Job&, KnownUnit& u) { u.device.generation = "renewed"; }},
        {"", installation,
            [](Job&, KnownUnit& u) {
                u.device.generation = "renewed";
                u.device.division = "国保福祉";
            }},
        {"installation/not_there", installation, [](Job&, KnownUnit& u) { u.spot.reset(); }},
        {"installation/not_there", installation, [](Job&, KnownUnit& u) { u.spot->use = device::Use::retired; }},
        {"installation/not_in_service", removal, [](Job&, KnownUnit& u) { u.spot->use = device::Use::stored; }},
        {"installation/unit_taken", removal, [](Job&, KnownUnit& u) { u.open_job = "E23-000"; }},
    };
    for (const Case& c : cases) {
        Job job = job_of(c.kind);
        std::vector<KnownUnit> known = pcs(1);
        c.change(job, known.front());
        EXPECT_EQ(code(plan(job, r5(), known)), c.code) << name_of(c.kind);
    }
}

// A medium is needed where a unit has one, of whatever class the others are (INS-03); a re-setup takes no other unit,
// and those that stand at Kikusui (RST-01).
TEST(Plan, needs_the_medium_for_units_that_are_set_up_from_one)
{
    using enum InstallationKind;
    const struct {
        InstallationKind kind;
        std::vector<const char*> classes;
        const char* medium;
        int stands_at;
        const char* refusal;
        const char* kept; ///< the medium of the job
    } cases[] = {
        {installation, {"barcode_reader"}, "", 32, "", ""},
        {installation, {"barcode_reader"}, "第3版", 32, "", ""},
        {installation, {"barcode_reader", "pc"}, "", 32, "medium installation/medium_needed", ""},
        {installation, {"barcode_reader", "pc"}, "第3版", 32, "", "第3版"},
        {installation, {"pc"}, "第3版", 3, "", "第3版"},
        {removal, {"pc"}, "第3版", 3, "", ""},
        {resetup, {"pc"}, "第3版", 32, "", "第3版"},
        {resetup, {"pc"}, "第3版", 3, "units[0] installation/not_at_base", ""},
        {resetup, {"mono_printer"}, "", 32, "units[0] installation/no_medium", ""},
        {resetup, {"pc", "ic_reader"}, "第3版", 32, "units[1] installation/no_medium", ""},
    };
    for (const auto& each : cases) {
        Job job = job_of(each.kind, static_cast<int>(each.classes.size()));
        job.medium = each.medium;
        std::vector<KnownUnit> known;
        for (const char* device_class : each.classes) {
            known.push_back(known_unit(device_class));
            known.back().spot->site = site_id(each.stands_at);
        }
        const auto planned = plan(std::move(job), r5(), known);
        EXPECT_EQ(planned ? "" : planned.error().fields.at(0).path + " " + planned.error().code, each.refusal)
            << name_of(each.kind) << ' ' << each.classes.front();
        if (planned)
            EXPECT_EQ(planned->medium, each.kept) << name_of(each.kind) << ' ' << each.classes.front();
    }
}

TEST(Plan, names_every_unit_that_is_excluded)
{
    Job job = job_of(InstallationKind::removal, 3);
    const std::vector<KnownUnit> known{known_unit("color_printer"), known_unit("pc"), known_unit("color_printer")};
    const auto planned = plan(job, r5(), known);
    ASSERT_FALSE(planned);
    ASSERT_EQ(planned.error().fields.size(), 2U);
    EXPECT_EQ(planned.error().fields[0].path, "units[0]");
    EXPECT_EQ(planned.error().fields[1].path, "units[2]");
    job.units[2] = job.units[0];
    EXPECT_EQ(code(plan(job, r5(), pcs(3))), "installation/unit_twice");
}

TEST(Plan, of_a_resetup_is_due_a_week_after_the_loan)
{
    const auto planned = plan(job_of(InstallationKind::resetup), r5(), pcs(1));
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->due_back, day("2023-12-08"));
    EXPECT_FALSE(planned->site);
    EXPECT_FALSE(plan(job_of(InstallationKind::removal), r5(), pcs(1))->due_back);
}

TEST(Plan, is_refused_where_the_contract_has_no_such_jobs)
{
    EXPECT_EQ(code(plan(job_of(InstallationKind::resetup), test::profile(test::ids::r7), pcs(1))),
        "installation/not_in_contract");
    EXPECT_EQ(code(plan(job_of(InstallationKind::removal), test::profile(test::ids::r3), pcs(1))),
        "installation/not_in_contract");
}

TEST(Caps, are_passed_only_with_a_recorded_agreement)
{
    struct Case {
        const char* what;
        InstallationKind kind;
        int before; ///< jobs of one unit each
        int units;
        const char* agreement;
        const char* code;
    };
    using enum InstallationKind;
    const Case cases[] = {
        {"the fifth event", installation, 4, 5, "", ""},
        {"the sixth event", installation, 5, 1, "", "installation/agreement_needed"},
        {"the sixth event, agreed", installation, 5, 1, "12月1日 見本 太郎", ""},
        {"six units at once", installation, 0, 6, "", "installation/agreement_needed"},
        {"the thirtieth unit", resetup, 25, 5, "", ""},
        {"the thirty-first unit", resetup, 25, 6, "", "installation/agreement_needed"},
        {"a re-setup draws on no event", resetup, 0, 6, "", ""},
    };
    for (const Case& c : cases) {
        const std::vector<ToldJob> before(static_cast<std::size_t>(c.before), ToldJob{job_of(c.kind)});
        Job job = job_of(c.kind, c.units);
        job.agreement = c.agreement;
        EXPECT_EQ(
            code(check_caps(job, objections_to(job, r5(), contract::all_runs({}, kept_runs(before, r5()))))), c.code)
            << c.what;
    }
}

TEST(Caps, count_a_request_and_its_job_once_and_nothing_that_was_given_up)
{
    Job told = job_of(InstallationKind::removal);
    told.request = WorkRequestId{"w1"};
    Job given_up = job_of(InstallationKind::removal);
    given_up.state = State::cancelled;
    const std::vector<ToldJob> jobs{{told, {"install_remove"}}, {given_up}, {job_of(InstallationKind::removal)}};
    const std::vector<contract::Run> requests{{{"install_remove"}, 1}, {{"install_remove", "resetup"}, 1}};
    const auto runs = contract::all_runs(requests, kept_runs(jobs, r5()));
    EXPECT_EQ(runs.size(), 3U) << "two jobs and the request that no job carries out";
}

// Thirty re-setups: two jobs carry out one request, and a request of other work stands beside its job.
TEST(Caps, leave_the_requests_of_others_alone)
{
    const auto told = [](const char* request, std::vector<std::string> types, int units) {
        ToldJob each{job_of(InstallationKind::resetup, units), std::move(types)};
        each.job.request = WorkRequestId{request};
        return each;
    };
    const contract::Run resetup{{"resetup"}, 1};
    const contract::Run recovery{{"incident_recovery"}, 1};
    const struct {
        std::vector<ToldJob> jobs;
        std::vector<contract::Run> requests;
        int used;
    } cases[] = {
        {{told("w1", {"resetup"}, 12), told("w1", {"resetup"}, 3)}, {resetup, resetup}, 16},
        {{told("w1", {"resetup"}, 12), told("w2", {"resetup"}, 3)}, {resetup, resetup}, 15},
        {{told("w1", {"incident_recovery"}, 12)}, {recovery, resetup}, 13},
        {{told("w1", {"resetup", "install_remove"}, 12)}, {{{"resetup", "install_remove"}, 1}, resetup}, 13},
    };
    for (const auto& each : cases) {
        const auto runs = contract::all_runs(each.requests, kept_runs(each.jobs, r5()));
        const auto report = contract::quota_use(contract::quota_terms(r5()), runs);
        const auto use = std::ranges::find(report.items, "resetup", &contract::QuotaUse::id);
        EXPECT_EQ(use->actual + use->planned, each.used) << each.jobs.size() << ' ' << each.requests.size();
    }
}

TEST(Steps, of_a_job_follow_the_contract)
{
    struct Case {
        const char* code;
        InstallationKind kind;
        State state;
        Act act;
        void (*change)(Job&, Step&);
    };
    using enum InstallationKind;
    const auto as_is = [](Job&, Step&) {};
    const Case cases[] = {
        {"installation/setup_first", installation, State::planned, Act::done, as_is},
        {"", installation, State::planned, Act::set_up, as_is},
        {"installation/other_medium", installation, State::planned, Act::set_up,
            [](Job&, Step& s) { s.medium = "第2版"; }},
        {"", installation, State::set_up, Act::done, as_is},
        {"", installation, State::planned, Act::done, [](Job& j, Step&) { j.medium.clear(); }},
        {"installation/does_not_follow", installation, State::planned, Act::set_up,
            [](Job& j, Step& s) {
                j.medium.clear();
                s.medium.clear();
            }},
        {"", removal, State::planned, Act::done, as_is},
        {"installation/does_not_follow", removal, State::planned, Act::set_up, as_is},
        {"installation/does_not_follow", removal, State::done, Act::cancelled, as_is},
        {"", resetup, State::set_up, Act::returned, as_is},
        {"installation/does_not_follow", resetup, State::planned, Act::returned, as_is},
        {"installation/note_needed", resetup, State::set_up, Act::returned, [](Job&, Step& s) { s.note.clear(); }},
        {"installation/note_needed", removal, State::planned, Act::cancelled, [](Job&, Step& s) { s.note.clear(); }},
        {"installation/in_future", removal, State::planned, Act::done, [](Job&, Step& s) { s.on = day("2023-12-02"); }},
        {"installation/before_step", installation, State::set_up, Act::done,
            [](Job& j, Step& s) {
                j.last_on = today;
                s.on = day("2023-11-30");
            }},
    };
    for (const Case& c : cases) {
        Job job = job_of(c.kind);
        job.state = c.state;
        Step done = step(c.act);
        c.change(job, done);
        EXPECT_EQ(code(carry_out(job, done, *contract::installation_work(*r5().installation, c.kind), today)), c.code)
            << name_of(c.kind) << " " << name_of(c.act);
    }
}

TEST(Spots, are_the_site_of_the_job_or_the_base)
{
    const Job job = job_of(InstallationKind::installation);
    EXPECT_EQ(spot_after(job, job.units[0], r5())->site, job.site);
    EXPECT_EQ(spot_after(job, job.units[0], r5())->use, device::Use::in_service);
    const auto back = spot_after(job_of(InstallationKind::removal), job.units[0], r5());
    EXPECT_EQ(contract::find_site(r5(), *back->site)->number, 32);
    EXPECT_EQ(back->use, device::Use::stored);
    EXPECT_FALSE(spot_after(job_of(InstallationKind::resetup), job.units[0], r5()));
}

}
}
