#include "features/incident/flow.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

constexpr const char* hp_desktop = "HP_ProDesk400G3DM/CT + HP_ProDisplay_P223";

Instant after_nine(int minutes)
{
    return *parse_instant("2023-06-01T09:00") + std::chrono::minutes{minutes};
}

StepEntry taken(const char* step, StepAct act = StepAct::done)
{
    return {.id = {std::string{"e-"} + step},
        .act = act,
        .step = step,
        .at = after_nine(10),
        .person = "保守 太郎",
        .city_person = "市 次郎",
        .text = "記録"};
}

StepEntry chosen(const char* branch)
{
    return {.id = {std::string{"c-"} + branch}, .act = StepAct::chosen, .branch = branch};
}

const std::vector<contract::IncidentBranch>& branches_of(const char* contract)
{
    return test::profile(contract).branches;
}

std::string stands(const Flow& flow)
{
    std::string all = flow.branch == nullptr ? "none" : flow.branch->id + (flow.by_itself ? "*" : "");
    for (const FlowStep& each : flow.steps)
        all += fmt::format(" {}:{}", each.step->id, name_of(each.standing));
    return all + (flow.next() == nullptr ? "" : fmt::format(" > {}", flow.next()->step->id));
}

std::string missing(const Flow& flow)
{
    std::string all;
    for (const Text& each : missing_steps(flow))
        all += each.en + "; ";
    return all;
}

TEST(Flow, LeadsByTheHand)
{
    struct Case {
        const char* contract;
        FlowSource source;
        const char* stands;
        const char* missing;
    };
    const Case cases[] = {
        {test::ids::r5, {}, "none", ""},
        {test::ids::r5, {.device_class = "color_printer"},
            "printer* facts:open maker_called:open maker_appointed:open site_told:open maker_came:open user_check:open "
            "> "
            "facts",
            "\"The user checks that it works\" of the flow is not done (001 §5.1.2); "},
        {test::ids::r5,
            {.device_class = "barcode_reader",
                .entries = {taken("swap"), taken("in_warranty", StepAct::no)},
                .proofs = {{contract::StepProof::contacted, {}}}},
            "small_peripheral* facts:done visit_announced:open spare_along:open swap:done reader_settings:open "
            "user_check:open in_warranty:no repair_opened:off sent_to_maker:off handed_over:open > visit_announced",
            "\"Make the further settings of the reader\" of the flow is not done (001 §5.1.2); "
            "\"The user checks that it works\" of the flow is not done (001 §5.1.2); "},
        {test::ids::r5, {.device_class = "ic_reader", .entries = {taken("swap", StepAct::not_needed)}},
            "small_peripheral* facts:open visit_announced:open spare_along:open swap:not_needed user_check:open "
            "in_warranty:off repair_opened:off sent_to_maker:off handed_over:off > facts",
            "\"The user checks that it works\" of the flow is not done (001 §5.1.2); "},
        {test::ids::r5,
            {.device_class = "pc",
                .model = hp_desktop,
                .entries = {taken("swap"), taken("settings_restored"), taken("drive_failed", StepAct::yes)},
                .proofs = {{contract::StepProof::contacted, {}}, {contract::StepProof::checked, {}},
                    {contract::StepProof::repair_opened, {}}}},
            "pc* facts:done visit_announced:open spare_along:open swap:done settings_restored:done user_check:done "
            "repair_opened:done carried_back:open reproduction:open drive_failed:yes certificate:open > "
            "visit_announced",
            "\"Receive and keep the certificate of erasure\" of the flow is not done (001 §5.1.2, 別表3); "},
        {test::ids::r5, {.device_class = "pc", .model = "HP_ProBook_450_G8"},
            "pc* facts:open visit_announced:open spare_along:open swap:open settings_restored:waits user_check:open "
            "repair_opened:waits carried_back:waits reproduction:waits > facts",
            "whether \"Give the spare the settings of the failed unit\" of the flow is needed is open: record "
            "\"Exchange the failed unit for a spare\" first (001 §5.1.2); \"The user checks that it works\" of the "
            "flow is not done (001 §5.1.2); "},
        {test::ids::r5, {.device_class = "pc", .entries = {taken("visit_announced"), chosen("changed_settings")}},
            "changed_settings facts:open adjustment_asked:open maker_needed:open maker_called:waits "
            "maker_appointed:waits site_told:waits maker_came:waits visit_announced:done adjusted:waits "
            "user_check:open instructed:open > facts",
            "\"The user checks that it works\" of the flow is not done (001 §5.1.2); "},
        {test::ids::r7, {.device_class = "touch_panel", .entries = {taken("hardware_suspected", StepAct::yes)}},
            "touch_panel* facts:open adjusted:open hardware_suspected:yes lessor_told:open lessor_exchanged:open "
            "readjusted:open user_check:open > facts",
            "\"Adjust and check it after the exchange\" of the flow is not done (004 §4(3)イ); "
            "\"The user checks that it works\" of the flow is not done (（仕様書に定めなし）); "},
        {test::ids::other, {.device_class = "terminal", .entries = {taken("hardware_suspected", StepAct::no)}},
            "terminal* facts:open logs:open hardware_suspected:no lessor_repaired:off initial_setup:off "
            "user_check:open > facts",
            "\"The user checks that it works\" of the flow is not done (（仕様書に定めなし）); "},
    };
    for (const Case& c : cases) {
        const Flow flow = flow_of(branches_of(c.contract), c.source);
        EXPECT_EQ(stands(flow), c.stands);
        EXPECT_EQ(missing(flow), c.missing) << c.stands;
    }
}

TEST(Flow, RefusesWhatDoesNotFollow)
{
    struct Case {
        const char* contract;
        FlowSource source;
        StepEntry entry;
        const char* refusal; // code and field; empty: it is taken
    };
    const FlowSource pc{.device_class = "pc", .model = hp_desktop};
    const FlowSource swapped{.device_class = "pc", .model = hp_desktop, .entries = {taken("swap")}};
    const FlowSource panel{.device_class = "touch_panel"};
    auto blank = [](StepEntry entry) {
        entry.text.clear();
        entry.city_person.clear();
        return entry;
    };
    auto at = [](StepEntry entry, int minutes) {
        entry.at = after_nine(minutes);
        return entry;
    };
    const Case cases[] = {
        {test::ids::r5, pc, taken("visit_announced"), ""},
        {test::ids::r5, pc, taken("visit_announced", StepAct::not_needed), ""},
        {test::ids::r5, pc, blank(taken("visit_announced")), ""},
        {test::ids::r5, pc, blank(taken("visit_announced", StepAct::not_needed)), "required text"},
        {test::ids::r5, pc, at(taken("visit_announced"), 90), "incident/in_future at"},
        {test::ids::r5, pc, at(taken("visit_announced"), -1), "incident/out_of_order at"},
        {test::ids::r5, pc, taken("visit_announced", StepAct::yes), "incident/step_act act"},
        {test::ids::r5, pc, taken("nothing"), "incident/no_step step"},
        {test::ids::r5, pc, taken("facts"), "incident/step_by_course step"},
        {test::ids::r5, pc, taken("settings_restored"), "incident/step_waits step"},
        {test::ids::r5, swapped, taken("swap"), "incident/step_taken step"},
        {test::ids::r5, swapped, taken("settings_restored"), ""},
        {test::ids::r5, swapped, taken("settings_restored", StepAct::not_needed), "incident/step_mandatory act"},
        {test::ids::r5, swapped, blank(taken("repair_opened")), "required text"},
        {test::ids::r5, swapped, taken("certificate"), "incident/step_waits step"},
        {test::ids::r5,
            {.device_class = "pc", .model = hp_desktop, .entries = {taken("swap"), taken("drive_failed", StepAct::no)}},
            taken("certificate"), "incident/step_off step"},
        {test::ids::r7, panel, taken("hardware_suspected", StepAct::yes), ""},
        {test::ids::r7, panel, taken("hardware_suspected"), "incident/step_act act"},
        {test::ids::r7, panel, blank(taken("hardware_suspected", StepAct::no)), "required city_person"},
        {test::ids::r7, panel, taken("lessor_told"), "incident/step_waits step"},
    };
    for (const Case& c : cases) {
        StepEntry entry = c.entry;
        const Flow flow = flow_of(branches_of(c.contract), c.source);
        const auto checked = check_step(flow, entry, after_nine(0), after_nine(60));
        std::string refusal;
        if (!checked)
            refusal = checked.error().code + " " + checked.error().fields.at(0).path;
        EXPECT_EQ(refusal, c.refusal) << c.entry.step << ' ' << name_of(c.entry.act);
        if (checked)
            EXPECT_EQ(entry.branch, flow.branch->id);
    }
}

TEST(Flow, BranchIsChangedWithAReason)
{
    struct Case {
        const char* device_class;
        const char* branch;
        const char* reason;
        const char* refusal;
    };
    const Case cases[] = {
        {"pc", "changed_settings", "設定だった", ""},
        {"pc", "changed_settings", " ", "required reason"},
        {"pc", "pc", "同じ", "incident/branch_taken branch"},
        {"pc", "printer", "別", "incident/no_branch branch"},
        {"pc", "nothing", "別", "incident/no_branch branch"},
        {"", "printer", "", ""},
    };
    const auto& branches = branches_of(test::ids::r5);
    for (const Case& c : cases) {
        std::string reason = c.reason;
        const Flow flow = flow_of(branches, {.device_class = c.device_class});
        const auto checked = check_choice(branches, flow, c.device_class, c.branch, reason);
        std::string refusal;
        if (!checked)
            refusal = checked.error().code + " " + checked.error().fields.at(0).path;
        EXPECT_EQ(refusal, c.refusal) << c.device_class << ' ' << c.branch;
    }
}

TEST(Flow, IsTakenBackFromItsEnd)
{
    auto wrong = taken("carried_back");
    wrong.id = {"wrong"};
    wrong.taken_back = "誤記";
    const std::vector<StepEntry> entries{chosen("pc"), taken("swap"), taken("settings_restored"), wrong};
    const Flow flow = flow_of(branches_of(test::ids::r5), {.device_class = "pc", .entries = holding(entries)});
    struct Case {
        const char* entry;
        const char* reason;
        const char* code;
    };
    const Case cases[] = {
        {"e-settings_restored", "誤記", ""},
        {"e-settings_restored", "", "required"},
        {"e-swap", "誤記", "incident/step_builds_on"},
        {"wrong", "誤記", "incident/no_step_entry"},
        {"c-pc", "誤記", "incident/no_step_entry"},
        {"nothing", "誤記", "incident/no_step_entry"},
    };
    for (const Case& c : cases) {
        std::string reason = c.reason;
        const auto checked = check_take_back(flow, entries, {c.entry}, reason);
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.entry;
    }
}

}
}
