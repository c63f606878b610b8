#include "features/device/renewal.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

using test::day;

std::string text_of(const Spans<std::string>& spans)
{
    std::string text;
    for (const auto& span : spans)
        text += fmt::format("{}{}..{} {}", text.empty() ? "" : " | ", to_text(span.from),
            span.to == no_end ? "" : to_text(span.to), span.value);
    return text;
}

TEST(Spans, HoldUntilWhatIsEnteredForALaterDay)
{
    const Spans<std::string> two{{day("2025-04-01"), day("2025-10-01"), "a"}, {day("2025-10-01"), no_end, "b"}};
    struct Case {
        const char* on;
        const char* value;
        const char* spans;
    };
    for (const Case& c :
        {Case{"2025-03-01", "c", "2025-03-01..2025-04-01 c | 2025-04-01..2025-10-01 a | 2025-10-01.. b"},
            {"2025-04-01", "c", "2025-04-01..2025-10-01 c | 2025-10-01.. b"},
            {"2025-06-01", "c", "2025-04-01..2025-06-01 a | 2025-06-01..2025-10-01 c | 2025-10-01.. b"},
            {"2025-06-01", "b", "2025-04-01..2025-06-01 a | 2025-06-01.. b"}, {"2025-10-01", "a", "2025-04-01.. a"},
            {"2025-12-01", "c", "2025-04-01..2025-10-01 a | 2025-10-01..2025-12-01 b | 2025-12-01.. c"}}) {
        EXPECT_EQ(text_of(changed(two, day(c.on), std::string{c.value})), c.spans) << c.on << c.value;
    }
    EXPECT_EQ(text_of(changed(Spans<std::string>{}, day("2025-04-01"), std::string{"a"})), "2025-04-01.. a");
    EXPECT_EQ(on(two, day("2025-03-31")), nullptr);
    EXPECT_EQ(on(two, day("2025-09-30"))->value, "a");
}

Unit unit_of(const char* device_class, const char* generation, Use use)
{
    Unit unit;
    unit.device.device_class = device_class;
    unit.device.generation = generation;
    unit.placement.spot.use = use;
    return unit;
}

TEST(Renewal, IsLeftDoneOrNoConcernOfAUnit)
{
    const auto& r7 = test::profile("sapporo-r7-juki-cs");
    const auto& renewed = *find_generation(r7, "renewed");
    struct Case {
        const char* device_class;
        const char* generation;
        Use use;
        RenewalState state;
    };
    for (const Case& c : {Case{"terminal", "current", Use::in_service, RenewalState::left},
             {"terminal", "current", Use::spare, RenewalState::left},
             {"terminal", "current", Use::retired, RenewalState::apart},
             {"terminal", "renewed", Use::in_service, RenewalState::done},
             {"terminal", "renewed", Use::planned, RenewalState::left},
             {"terminal", "renewed", Use::retired, RenewalState::apart},
             {"terminal", "other", Use::in_service, RenewalState::apart},
             {"ad", "current", Use::in_service, RenewalState::left},
             {"ad", "current", Use::retired, RenewalState::done}}) {
        const bool ends = ends_with(r7, c.device_class, renewed);
        EXPECT_EQ(name_of(renewal_state(renewed, ends, unit_of(c.device_class, c.generation, c.use))), name_of(c.state))
            << c.device_class << " " << c.generation << " " << name_of(c.use);
    }
    EXPECT_TRUE(ends_with(r7, "ad", renewed)) << "004: the AD is abolished";
    EXPECT_FALSE(ends_with(r7, "cs", renewed));
    const auto& r5 = test::profile("sapporo-r5-core-terminals");
    for (const contract::DeviceClass& each : r5.device_classes)
        EXPECT_FALSE(ends_with(r5, each.id, *find_generation(r5, "renewed"))) << each.id << ": no equipment is listed";
}

TEST(Renewal, NamesTheGenerationOfAUnitThatComesByAList)
{
    struct Case {
        const char *contract, *device_class, *model;
        bool planned;
        const char* generation;
    };
    for (const Case& c : {Case{"sapporo-r7-juki-cs", "terminal", "ESPRIMO D588/T", false, "current"},
             {"sapporo-r7-juki-cs", "terminal", "ESPRIMO D588/T", true, "current"},
             {"sapporo-r7-juki-cs", "terminal", "ESPRIMO D6012/N", false, "renewed"},
             {"sapporo-r7-juki-cs", "cs", "PRIMERGY RX2540 M7", false, "renewed"},
             {"sapporo-r7-juki-cs", "cs", "ESPRIMO D6012/N", false, "current"},
             {"sapporo-r6-juki-cs", "terminal", "ESPRIMO D6012/N", true, "renewed"},
             {"sapporo-r6-juki-cs", "terminal", "ESPRIMO D6012/N", false, "current"}}) {
        EXPECT_EQ(generation_of(test::profile(c.contract), c.device_class, c.model, c.planned), c.generation)
            << c.contract << c.device_class << c.model << c.planned;
    }
}

TEST(Renewal, TakesTheModelThatTheContractSettles)
{
    const auto& r7 = test::profile("sapporo-r7-juki-cs");
    contract::Device device;
    device.number = "D-0001";
    const auto model = [&](const char* device_class, const char* generation, const ModelChoice& stated) {
        device.device_class = device_class;
        const auto found = model_for(r7, device, generation, stated);
        return found ? found->model + " " + found->type_number : found.error().code;
    };
    EXPECT_EQ(model("terminal", "renewed", {}), "ESPRIMO D6012/N FMVD5800K");
    EXPECT_EQ(model("cs", "renewed", {}), "PRIMERGY RX2540 M7 PYR2547R2N");
    EXPECT_EQ(model("terminal", "current", {}), "renewal/model_needed") << "three models";
    EXPECT_EQ(model("ad", "renewed", {}), "renewal/model_needed");
    EXPECT_EQ(model("ad", "renewed", {"RX1330 M5", "T"}), "RX1330 M5 T");
}

TEST(RenewalPlan, SlipsWhenItsEndMovesAwayFromWhatTheContractSays)
{
    const auto plan = [](const char* from, const char* to, bool entered) {
        RenewalPlan made{.from = day(from), .to = day(to)};
        if (entered)
            made.entered_at = Instant{};
        return made;
    };
    const auto older = plan("2024-11-01", "2024-12-31", false);
    const auto stated = plan("2025-05-01", "2025-06-30", false);
    EXPECT_EQ(slips_of({older, stated}), 0) << "the contract's own slip is no slip of a site";
    EXPECT_EQ(slips_of({stated, plan("2025-05-10", "2025-05-31", true)}), 0) << "nearer is no slip";
    EXPECT_EQ(slips_of({stated, plan("2025-05-10", "2025-05-31", true), plan("2025-06-15", "2025-06-30", true)}), 1);
    EXPECT_EQ(slips_of({stated, plan("2025-07-01", "2025-07-31", true), plan("2025-08-01", "2025-08-31", true)}), 2);
}

TEST(PlanChange, NeedsAReasonAndARangeOfTheContract)
{
    const auto& r7 = test::profile("sapporo-r7-juki-cs");
    struct Case {
        const char* from;
        const char* to;
        const char* reason;
        const char* code;
    };
    for (const Case& c : {Case{"2025-05-01", "2025-05-01", "日程の調整", ""},
             {"2025-05-02", "2025-05-01", "日程の調整", "renewal/range_backwards"},
             {"2025-03-31", "2025-05-01", "日程の調整", "renewal/before_contract"},
             {"2025-05-01", "2025-05-31", " ", "required"}}) {
        PlanChange change{day(c.from), day(c.to), c.reason};
        const auto taken = take(r7, change);
        EXPECT_EQ(taken ? "" : taken.error().code, c.code) << c.from;
    }
}

}
}
