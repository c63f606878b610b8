#include "features/people/change_text.hpp"

#include "features/people/worker_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

RosterChange announced()
{
    RosterChange change{.id = {"c1"}, .kind = ChangeKind::change, .takes_effect_on = day("2025-12-10")};
    change.entry = entry_of("見本 一郎", {StaffDuty::security_officer, StaffDuty::responsible});
    change.entry.kana = "みほん";
    change.reason = "担当替え";
    return change;
}

// What approvals are tied to: it never changes for what was announced.
TEST(ChangeText, IsOneThatIsWrittenDown)
{
    EXPECT_EQ(text_of_change({"w1"}, announced()),
        "15:roster_change/12:w16:change10:2025-12-10"
        "13:見本 一郎9:みほん30:例示システム株式会社"
        "15:端末の設定21:端末の設定情報1:0"
        "1:211:responsible16:security_officer"
        "12:担当替え1:00:0:");
}

TEST(ChangeText, DiffersWithAnythingThatIsApproved)
{
    struct Case {
        const char* story;
        void (*change)(RosterChange&);
        bool different = true;
    };
    const Case cases[] = {
        {"nothing", [](RosterChange&) {}, false},
        {"another order of duties", [](RosterChange& c) { std::ranges::reverse(c.entry.duties); }, false},
        {"the telephone number", [](RosterChange& c) { c.entry.contact = "090-0000-9999"; }, false},
        {"where it stands", [](RosterChange& c) { c.standing = Standing::settled; }, false},
        {"the kind", [](RosterChange& c) { c.kind = ChangeKind::entry; }},
        {"the day", [](RosterChange& c) { c.takes_effect_on += std::chrono::days{1}; }},
        {"the name", [](RosterChange& c) { c.entry.name += "子"; }},
        {"the reading", [](RosterChange& c) { c.entry.kana.clear(); }},
        {"the affiliation", [](RosterChange& c) { c.entry.company = "別の会社"; }},
        {"a subcontractor's", [](RosterChange& c) { c.entry.subcontractor = true; }},
        {"the duties", [](RosterChange& c) { c.entry.duties.pop_back(); }},
        {"the work", [](RosterChange& c) { c.entry.work = "点検"; }},
        {"the assets", [](RosterChange& c) { c.entry.assets = "名簿"; }},
        {"the reason", [](RosterChange& c) { c.reason.clear(); }},
        {"an emergency", [](RosterChange& c) { c.emergency = true; }},
        {"who asked for it", [](RosterChange& c) { c.city_request = "市の求め"; }},
        {"told on paper", [](RosterChange& c) { c.reported_on = day("2025-12-01"); }},
        {"a sign from one field to the next",
            [](RosterChange& c) {
                c.entry.work += "端";
                c.entry.assets.erase(0, 3);
            }},
    };
    for (const Case& c : cases) {
        RosterChange other = announced();
        c.change(other);
        EXPECT_EQ(text_of_change({"w1"}, other) != text_of_change({"w1"}, announced()), c.different) << c.story;
    }
    EXPECT_NE(text_of_change({"w2"}, announced()), text_of_change({"w1"}, announced())) << "somebody else's";
}

}
}
