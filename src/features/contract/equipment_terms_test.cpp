#include "features/contract/profile_doc.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

TEST(EquipmentTerms, AreRefusedWhereTheyContradictTheContract)
{
    struct Case {
        const char* from;
        const char* to;
        const char* message; // after the file and line
    };
    const Case cases[] = {
        {"  site: 32\n  warn_days", "  site: 99\n  warn_days", "repair.site: there is no site \"99\" in this profile"},
        {"{class: usb_scanner, swap", "{class: scanner, swap",
            "repair.rules[3].class: there is no device class \"scanner\" in this profile"},
        {"models: [HP_ProDesk400G3DM/CT + HP_ProDisplay_P223], drive", "models: [HP_ProDesk], drive",
            "repair.rules[0].models[0]: there is no model \"HP_ProDesk\" in this profile"},
        {"{class: numbering_scanner, drive: true, certificate", "{class: numbering_scanner, certificate",
            "repair.rules[2].certificate: a certificate of erasure needs a drive to be erased (drive: true)"},
        {"kind: removal, work_type: install_remove", "kind: removal, work_type: remove",
            "installation.work[1].work_type: there is no work type \"remove\" in this profile"},
        {"setup_first: true, setup_classes: [pc]", "setup_first: true, setup_classes: [pc, laptop]",
            "installation.work[0].setup_classes[1]: there is no device class \"laptop\" in this profile"},
        {"installation:\n  site: 32",
            "installation:", "installation.work[3].at_base: at_base needs the number of the site (installation.site)"},
        {"{class: color_printer, kinds:", "{kinds:",
            "installation.excluded[0]: an exclusion names a class, a division or a generation"},
        {"{division: 住記・税, generation: renewed, kinds:", "{division: 税, generation: renewed, kinds:",
            "installation.excluded[1].division: there is no division \"税\" in this profile"},
        {"  work_type: media_update", "  work_type: media",
            "recovery.work_type: there is no work type \"media\" in this profile"},
        {"{id: kokuho_operation, label", "{id: kokuho_window, label",
            "recovery.families[3].id: the id \"kokuho_window\" stands twice"},
        {"label: {ja: 中間サーバ, en: Intermediate server}, class: pc,",
            "label: {ja: 中間サーバ, en: Intermediate server}, class: notebook,",
            "recovery.families[4].class: there is no device class \"notebook\" in this profile"},
        {"division: 中間サーバ接続端末, models: [HP_ProBook_450_G8]", "division: 中間, models: [HP_ProBook_450_G8]",
            "recovery.families[4].division: there is no division \"中間\" in this profile"},
        {"models: [HP_ProBook_450_G8], clause", "models: [HP_ProBook], clause",
            "recovery.families[4].models[0]: there is no model \"HP_ProBook\" in this profile"},
        {"{id: image_guide, label", "{id: setup_guide, label",
            "recovery.papers[3].id: the id \"setup_guide\" stands twice"},
    };
    for (const Case& c : cases) {
        ProfileFiles files = test::profile_files(test::ids::r5);
        std::string& equipment = files["equipment.yaml"];
        const auto place = equipment.find(c.from);
        ASSERT_NE(place, std::string::npos) << c.from;
        equipment.replace(place, std::string_view{c.from}.size(), c.to);
        const auto profile = read_profile(files);
        ASSERT_FALSE(profile) << c.to;
        EXPECT_TRUE(profile.error().fields.at(0).text.en.ends_with(c.message)) << profile.error().fields.at(0).text.en;
        EXPECT_EQ(profile.error().fields.size(), 1U) << c.to;
    }
}

}
}
