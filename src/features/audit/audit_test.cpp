#include "features/audit/audit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace hoshuban::audit {
namespace {

Event sample()
{
    return {.entry = {.chain = {"c"},
                .at = *parse_instant("2026-05-01T08:00:00Z"),
                .actor = {"p1"},
                .actor_name = "見本 太郎",
                .side = Side::city,
                .roles = "city_section",
                .origin = Origin::screen,
                .remote_address = "192.0.2.7",
                .request_id = "r1",
                .kind = "work_request.created",
                .subject = {"work_request", "w1"},
                .before = "",
                .after = R"({"title":"a"})",
                .reason = "because"},
        .sequence = 12,
        .previous_hash = "abc",
        .hash = ""};
}

TEST(Canonical, WritesEachFieldWithItsLength)
{
    EXPECT_EQ(canonical(sample()),
        "16:hoshuban-event-1"
        "1:c"
        "2:12"
        "20:2026-05-01T08:00:00Z"
        "2:p1"
        "13:見本 太郎"
        "4:city"
        "12:city_section"
        "6:screen"
        "9:192.0.2.7"
        "2:r1"
        "6:change"
        "20:work_request.created"
        "12:work_request"
        "2:w1"
        "0:"
        "13:{\"title\":\"a\"}"
        "7:because"
        "3:abc");
}

TEST(Canonical, DiffersWhenAnyFieldDoes)
{
    const std::function<void(Event&)> changes[] = {
        [](Event& e) { e.entry.chain = {"d"}; },
        [](Event& e) { e.sequence = 13; },
        [](Event& e) { e.entry.at += std::chrono::seconds{1}; },
        [](Event& e) { e.entry.actor = {"p2"}; },
        [](Event& e) { e.entry.actor_name = "見本 次郎"; },
        [](Event& e) { e.entry.side = Side::contractor; },
        [](Event& e) { e.entry.roles = "worker"; },
        [](Event& e) { e.entry.origin = Origin::token; },
        [](Event& e) { e.entry.remote_address = ""; },
        [](Event& e) { e.entry.request_id = "r2"; },
        [](Event& e) { e.entry.act = Act::reading; },
        [](Event& e) { e.entry.kind = "work_request.signed"; },
        [](Event& e) { e.entry.subject.kind = "person"; },
        [](Event& e) { e.entry.subject.id = "w2"; },
        [](Event& e) { e.entry.before = "{}"; },
        [](Event& e) { e.entry.after = "{}"; },
        [](Event& e) { e.entry.reason = ""; },
        [](Event& e) { e.previous_hash = "abd"; },
        // the same characters, cut at another place
        [](Event& e) {
            e.entry.subject = {"work_requestw", "1"};
        },
    };
    std::vector<std::string> seen{canonical(sample())};
    for (const auto& change : changes) {
        Event event = sample();
        change(event);
        const std::string bytes = canonical(event);
        EXPECT_EQ(std::ranges::count(seen, bytes), 0) << bytes;
        seen.push_back(bytes);
    }
}

TEST(ChainWalk, NamesTheFirstBreak)
{
    struct Step {
        std::int64_t sequence;
        const char* previous;
        const char* hash;
        const char* recomputed;
    };
    struct Case {
        const char* story;
        std::vector<Step> steps;
        std::optional<Head> head;
        std::optional<Break> broken;
        std::int64_t verified;
    };
    const Head end2{{"c"}, 2, "b"};
    const Case cases[] = {
        {"nothing yet", {}, {}, {}, 0},
        {"whole", {{1, "", "a", "a"}, {2, "a", "b", "b"}}, end2, {}, 2},
        {"altered", {{1, "", "a", "x"}, {2, "a", "b", "b"}}, end2, Break{1, BreakKind::altered}, 0},
        {"first removed", {{2, "a", "b", "b"}}, end2, Break{1, BreakKind::missing}, 0},
        {"middle removed", {{1, "", "a", "a"}, {3, "b", "c", "c"}}, Head{{"c"}, 3, "c"}, Break{2, BreakKind::missing},
            1},
        {"replaced by a well-made one", {{1, "", "z", "z"}, {2, "a", "b", "b"}}, end2, Break{2, BreakKind::unlinked},
            1},
        {"first continues something", {{1, "q", "a", "a"}}, Head{{"c"}, 1, "a"}, Break{1, BreakKind::unlinked}, 0},
        {"the tail is cut off", {{1, "", "a", "a"}}, end2, Break{2, BreakKind::cut_off}, 1},
        {"everything is cut off", {}, end2, Break{1, BreakKind::cut_off}, 0},
        {"one more behind the end", {{1, "", "a", "a"}, {2, "a", "b", "b"}, {3, "b", "c", "c"}}, end2,
            Break{3, BreakKind::beyond_end}, 3},
        {"the last replaced by a well-made one", {{1, "", "a", "a"}, {2, "a", "y", "y"}}, end2,
            Break{2, BreakKind::end_differs}, 2},
        {"the end is gone", {{1, "", "a", "a"}}, {}, Break{1, BreakKind::no_end}, 1},
    };
    for (const Case& c : cases) {
        ChainWalk walk;
        for (const Step& step : c.steps)
            walk.step({step.sequence, step.previous, step.hash}, step.recomputed);
        walk.finish(c.head);
        EXPECT_EQ(walk.broken(), c.broken) << c.story;
        EXPECT_EQ(walk.verified_until(), c.verified) << c.story;
    }
}

TEST(Entry, KeepsWhoActedAsHeWas)
{
    const LocalDay day = make_day(2026, 4, 1);
    const Actor actor{.person = {"p"},
        .name = "n",
        .administrator = true,
        .memberships = {{{"c"}, Role::city_section, day, {}}, {{"c"}, Role::auditor, day, {}},
            {{"d"}, Role::worker, day, {}}},
        .origin = Origin::token};
    const Cause cause{actor, *parse_instant("2026-05-01T08:00:00Z"), "192.0.2.1", "r"};
    const Entry made = entry(cause, ContractId{"c"}, "k", {"s", "1"});
    EXPECT_EQ(made.side, Side::city);
    EXPECT_EQ(made.roles, "administrator,city_section,auditor");
    EXPECT_EQ(made.origin, Origin::token);
    EXPECT_EQ(made.remote_address, "192.0.2.1");
    EXPECT_EQ(made.request_id, "r");
    EXPECT_EQ(entry(cause, system_chain, "k", {"s", "1"}).side, Side::neutral);
    EXPECT_EQ(entry(cause, system_chain, "k", {"s", "1"}).roles, "administrator");
}

}
}
