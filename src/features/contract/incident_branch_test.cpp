#include "features/contract/profile_doc.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

std::string usual(const char* contract, const char* device_class)
{
    const IncidentBranch* branch = usual_branch(test::profile(contract).branches, device_class);
    return branch == nullptr ? "none" : branch->id;
}

TEST(IncidentBranch, IsTakenByItselfWhereOneNamesTheClass)
{
    struct Case {
        const char* contract;
        const char* device_class;
        const char* branch;
    };
    const Case cases[] = {
        {test::ids::r5, "pc", "pc"},
        {test::ids::r5, "mono_printer", "printer"},
        {test::ids::r5, "numbering_scanner", "numbering_scanner"},
        {test::ids::r5, "barcode_reader", "small_peripheral"},
        {test::ids::r5, "small_printer", "small_peripheral"},
        {test::ids::r5, "", "none"},
        {test::ids::r6, "cs", "unit_fault"},
        {test::ids::r6, "touch_panel", "touch_panel"},
        {test::ids::r7, "terminal", "unit_fault"},
        {test::ids::r3, "terminal", "unit_fault"},
        {test::ids::other, "terminal", "terminal"},
        {test::ids::other, "cs", "none"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(usual(c.contract, c.device_class), c.branch) << c.contract << ' ' << c.device_class;

    auto branches = test::profile(test::ids::r5).branches;
    branches.push_back(*find_branch(branches, "pc"));
    branches.back().id = "another";
    EXPECT_EQ(usual_branch(branches, "pc"), nullptr) << "two name it: somebody chooses";
    branches.back().by_choice = true;
    EXPECT_EQ(usual_branch(branches, "pc")->id, "pc");
}

TEST(IncidentBranch, IsOfferedForItsClasses)
{
    struct Case {
        const char* contract;
        const char* device_class;
        const char* offered;
    };
    const Case cases[] = {
        {test::ids::r5, "pc", "pc changed_settings "},
        {test::ids::r5, "", "pc printer numbering_scanner small_peripheral changed_settings "},
        {test::ids::r7, "ad", "unit_fault reinstall software "},
        {test::ids::r7, "touch_panel", "touch_panel "},
    };
    for (const Case& c : cases) {
        std::string offered;
        for (const IncidentBranch& branch : test::profile(c.contract).branches) {
            if (fits(branch, c.device_class))
                offered += branch.id + " ";
        }
        EXPECT_EQ(offered, c.offered) << c.contract << ' ' << c.device_class;
    }
}

TEST(IncidentBranch, StepsAreForTheirClassesAndModels)
{
    const auto& branches = test::profile(test::ids::r5).branches;
    const BranchStep& reader = *find_step(*find_branch(branches, "small_peripheral"), "reader_settings");
    EXPECT_TRUE(is_for(reader, "magnetic_reader", "WELCOM_DESIGN 1023I-T123"));
    EXPECT_FALSE(is_for(reader, "ic_reader", "SONY_RC-S380"));
    const BranchStep& certificate = *find_step(*find_branch(branches, "pc"), "certificate");
    EXPECT_TRUE(is_for(certificate, "pc", "HP_ProDesk400G3DM/CT + HP_ProDisplay_P223"));
    EXPECT_FALSE(is_for(certificate, "pc", "HP_ProBook_450_G8"));
    EXPECT_FALSE(is_for(certificate, "pc", ""));
    EXPECT_EQ(find_branch(branches, "nothing"), nullptr);
    EXPECT_EQ(find_step(branches.front(), "nothing"), nullptr);
}

TEST(IncidentBranch, IsRefusedWhereItContradictsItself)
{
    struct Case {
        const char* from;
        const char* to;
        const char* message; // after the file and line
    };
    const Case cases[] = {
        {"- id: printer\n", "- id: pc\n", R"(branches[1].id: the id "pc" stands twice)"},
        {"classes: [pc]", "classes: [notebook]",
            R"(branches[0].classes[0]: there is no device class "notebook" in this profile)"},
        {"- id: spare_along\n", "- id: visit_announced\n",
            R"(branches[0].steps[2].id: the id "visit_announced" stands twice)"},
        {"when: {step: swap, is: done}", "when: {step: user_check, is: done}",
            R"(branches[0].steps[4].when.step: no earlier step is called "user_check": a step can only depend on one before it)"},
        {"when: {step: swap, is: done}", "when: {step: swop, is: done}",
            R"(branches[0].steps[4].when.step: no earlier step is called "swop": a step can only depend on one before it)"},
        {"when: {step: swap, is: done}", "when: {step: swap, is: yes}",
            R"(branches[0].steps[4].when.is: "swap" is no decision: write done)"},
        {"when: {step: drive_failed, is: yes}", "when: {step: drive_failed, is: done}",
            R"(branches[0].steps[10].when.is: "drive_failed" is a decision: write yes or no)"},
        {"kind: decision\n        mandatory: true\n        models: [HP_ProDesk400G3DM/CT",
            "kind: decision\n        mandatory: true\n        models: [HP_ProDesk",
            R"(branches[0].steps[9].models[0]: there is no model "HP_ProDesk + HP_ProDisplay_P223" in this profile)"},
        {"classes: [magnetic_reader, barcode_reader]", "classes: [pc, barcode_reader]",
            R"(branches[3].steps[4].classes[0]: this branch is not for the class "pc")"},
        {"mandatory: true\n        when: {step: swap", "waivable: true\n        when: {step: swap",
            "branches[0].steps[4].waivable: only a mandatory step can be waivable"},
        {"kind: swap\n", "kind: swap\n        shown_by: checked\n",
            "branches[0].steps[3].shown_by: only a step of the kind check is shown by records"},
        {"        shown_by: unit_tested\n", "        kind: swap\n",
            "branches[0].steps[8].kind: a branch has one step of the kind swap"},
        {"        turn: maker\n        shown_by: maker_came\n", "        turn: maker\n",
            R"(branches[2].steps[4].id: the step "maker_came" of another branch is of another kind: give it an id of its own)"},
        {"kind: swap\n", "kind: swop\n",
            R"(branches[0].steps[3].kind: expected one of check, swap, decision, found "swop")"},
    };
    for (const Case& c : cases) {
        ProfileFiles files = test::profile_files(test::ids::r5);
        std::string& terms = files["incidents.yaml"];
        const auto place = terms.find(c.from);
        ASSERT_NE(place, std::string::npos) << c.from;
        terms.replace(place, std::string_view{c.from}.size(), c.to);
        const auto profile = read_profile(files);
        ASSERT_FALSE(profile) << c.to;
        const std::string& said = profile.error().fields.at(0).text.en;
        EXPECT_EQ(said.substr(said.find(' ') + 1), c.message) << c.to;
    }
}

}
}
