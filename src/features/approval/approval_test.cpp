#include "features/approval/approval.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/approval/event_words.hpp"
#include "features/approval/permission.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::approval {
namespace {

using test::at;

const contract::Profile& terminals()
{
    return test::profile("sapporo-r5-core-terminals");
}
const contract::Profile& servers()
{
    return test::profile("sapporo-r7-juki-cs");
}

Approval granted(const char* from, const char* until)
{
    Approval approval{};
    approval.state = State::granted;
    approval.begins_at = at(from);
    if (until)
        approval.asked.until = at(until);
    return approval;
}

TEST(InForce, IsFromItsBeginningUntilBeforeItsEnd)
{
    const Approval approval = granted("2025-10-01 09:00", "2025-10-03 17:00");
    struct Case {
        const char* now;
        bool in_force;
    };
    const Case cases[] = {{"2025-10-01 08:59", false}, {"2025-10-01 09:00", true}, {"2025-10-03 16:59", true},
        {"2025-10-03 17:00", false}};
    for (const Case& c : cases)
        EXPECT_EQ(in_force(approval, at(c.now)), c.in_force) << c.now;
    Approval asked = approval;
    asked.state = State::asked;
    EXPECT_FALSE(in_force(asked, at("2025-10-02 12:00")));
    EXPECT_TRUE(in_force(granted("2025-10-01 09:00", nullptr), at("2026-03-31 23:59")));
}

TEST(Covers, TheWholeTimeOfAWork)
{
    struct Case {
        const char *story, *from, *until;
        bool covered;
    };
    const Case cases[] = {
        {"all of it", "2025-10-01 09:00", "2025-10-03 17:00", true},
        {"begins a minute early", "2025-10-01 08:59", "2025-10-02 12:00", false},
        {"ends a minute late", "2025-10-02 12:00", "2025-10-03 17:01", false},
        {"begins as it ends", "2025-10-03 17:00", "2025-10-03 17:00", false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(covers(granted("2025-10-01 09:00", "2025-10-03 17:00"), at(c.from), at(c.until)), c.covered)
            << c.story;
}

TEST(Standing, FollowsTheClock)
{
    const Approval month = granted("2025-10-01 00:00", "2025-10-31 00:00");
    const Approval evening = granted("2025-10-01 17:15", "2025-10-01 22:00");
    struct Case {
        const char* story;
        const Approval& approval;
        const char* now;
        Standing standing;
    };
    const Case cases[] = {
        {"before", month, "2025-09-30 23:59", Standing::not_begun},
        {"in force", month, "2025-10-24 23:59", Standing::in_force},
        {"its last fifth", month, "2025-10-25 00:00", Standing::ends_soon},
        {"over", month, "2025-10-31 00:00", Standing::over},
        {"an evening is never told to end", evening, "2025-10-01 21:59", Standing::in_force},
    };
    for (const Case& c : cases)
        EXPECT_EQ(standing(c.approval, at(c.now)), c.standing) << c.story;
    EXPECT_EQ(test::print(*warned_from(granted("2025-04-01 00:00", "2026-04-01 00:00"))), "2026-03-18 00:00");
}

struct Given {
    const char* story;
    const contract::Profile& profile;
    const char* kind;
    Side asking;
    Turn turn;
    State state;
};

TEST(Entered, GoesToWhoeverTheContractNames)
{
    const Given cases[] = {
        {"the city approves", servers(), "procedure", Side::contractor, Turn::city, State::asked},
        {"an answer of the city is approved by the city", servers(), "spec_change", Side::city, Turn::city,
            State::asked},
        {"the other side agrees", servers(), "schedule", Side::contractor, Turn::city, State::asked},
        {"whoever proposes", servers(), "schedule", Side::city, Turn::contractor, State::asked},
        {"an agreement that the city proposes", servers(), "file_format", Side::city, Turn::contractor, State::asked},
        {"the site agrees", terminals(), "overtime_site", Side::contractor, Turn::site, State::asked},
        {"an oral instruction waits for the city", servers(), "emergency", Side::contractor, Turn::city, State::asked},
        {"an instruction of the city is in force", servers(), "emergency", Side::city, Turn::nobody, State::granted},
        {"a notice is in force and waits to be read", servers(), "roster_change", Side::contractor, Turn::city,
            State::granted},
        {"the reader's own notice", servers(), "roster_change", Side::city, Turn::nobody, State::granted},
    };
    for (const Given& c : cases) {
        const Role role = c.asking == Side::city ? Role::city_section : Role::responsible;
        const Actor actor{
            .person = {"p"}, .name = "例", .memberships = {{c.profile.id, role, c.profile.period.first, std::nullopt}}};
        const contract::ApprovalKind* kind = contract::find_approval_kind(c.profile, c.kind);
        ASSERT_NE(kind, nullptr) << c.kind;
        const auto row = entered(
            c.profile, *kind, actor, {"a"}, {.kind = c.kind, .title = "題", .reason = "理由"}, at("2025-10-01 09:00"));
        ASSERT_TRUE(row) << c.story;
        EXPECT_EQ(row->turn, c.turn) << c.story;
        EXPECT_EQ(row->state, c.state) << c.story;
        EXPECT_EQ(row->begins_at.has_value(), c.state == State::granted) << c.story;
    }
}

TEST(Entered, IsAppliedForByWhomTheContractNames)
{
    struct Case {
        const contract::Profile& profile;
        const char* kind;
        Side asking;
        const char* answer; ///< what is said in Japanese; empty: entered
    };
    const char* for_contractor = "時間外の作業（受託者の事情）」を申請するのは受託者です（004 §5(2)）。"
                                 "市の事情によるときは「時間外の作業（市の事情）」を記録してください。";
    const Case cases[] = {
        {servers(), "overtime_contractor", Side::city, for_contractor},
        {servers(), "overtime_contractor", Side::contractor, ""},
        {servers(), "overtime_city", Side::city, ""},
        {servers(), "overtime_city", Side::contractor, ""},
        {servers(), "entry_annex", Side::city, "菊水分庁舎への入館」を申請するのは受託者です（004 §5(4)）。"},
        {servers(), "take_out", Side::city, "保管場所からの持出し」を申請するのは受託者です（004 別紙3 §2(1)）。"},
        {servers(), "document_waiver", Side::city, ""},
        {servers(), "check_correction", Side::city, ""},
        {terminals(), "own_equipment", Side::city, "受託者の機器の持込み・使用」を申請するのは"},
        {terminals(), "own_equipment", Side::contractor, ""},
        {terminals(), "overtime_site", Side::city, ""},
    };
    for (const Case& c : cases) {
        const Role role = c.asking == Side::city ? Role::city_section : Role::responsible;
        const Actor actor{
            .person = {"p"}, .name = "例", .memberships = {{c.profile.id, role, c.profile.period.first, std::nullopt}}};
        const auto row = entered(c.profile, *contract::find_approval_kind(c.profile, c.kind), actor, {"a"},
            {.kind = c.kind, .title = "題", .reason = "理由"}, at("2025-10-01 09:00"));
        if (std::string_view{c.answer}.empty()) {
            EXPECT_TRUE(row) << c.kind;
            continue;
        }
        ASSERT_FALSE(row) << c.kind;
        EXPECT_EQ(row.error().code, "approval/applicant") << c.kind;
        EXPECT_EQ(row.error().fields.at(0).path, "kind") << c.kind;
        EXPECT_NE(row.error().text.ja.find(c.answer), std::string::npos) << row.error().text.ja;
    }
}

TEST(Entered, NeedsASide)
{
    const Actor auditor{.person = {"p"},
        .name = "監査",
        .memberships = {{servers().id, Role::auditor, servers().period.first, std::nullopt}}};
    const auto row = entered(servers(), *contract::find_approval_kind(servers(), "procedure"), auditor, {"a"},
        {.kind = "procedure", .title = "題", .reason = ""}, at("2025-10-01 09:00"));
    EXPECT_EQ(row ? "" : row.error().code, "approval/no_side");
}

TEST(Check, NamesEveryWrongField)
{
    struct Case {
        const char* story;
        Application asked;
        std::vector<std::string> problems; ///< path and code
    };
    const std::string hash(64, 'a');
    const Case cases[] = {
        {"as it should be",
            {.kind = "prohibited_act",
                .title = "題",
                .reason = "理由",
                .acts = {"copy"},
                .until = at("2025-10-02 17:00")},
            {}},
        {"nothing said", {.kind = "prohibited_act", .title = "", .reason = ""},
            {"title required", "reason required", "acts approval/act_missing"}},
        {"what is about a row needs no reason",
            {.kind = "procedure",
                .title = "題",
                .reason = "",
                .subject = {"procedure_version", "v"},
                .content_sha256 = hash},
            {}},
        {"half a hash", {.kind = "procedure", .title = "題", .reason = "理由", .content_sha256 = "abc"},
            {"content_sha256 approval/hash"}},
        {"things of another contract",
            {.kind = "prohibited_act",
                .title = "題",
                .reason = "理由",
                .acts = {"fly"},
                .devices = {{"none"}},
                .site = SiteId{"none"}},
            {"acts approval/unknown_act", "devices approval/unknown_device", "site_id approval/unknown_site"}},
        {"backwards",
            {.kind = "bundling",
                .title = "題",
                .reason = "理由",
                .from = at("2025-10-03 09:00"),
                .until = at("2025-10-03 09:00")},
            {"until approval/period_backwards"}},
        {"over", {.kind = "bundling", .title = "題", .reason = "理由", .until = at("2025-10-01 09:00")},
            {"until approval/period_over"}},
        {"an instruction may be over when it is recorded",
            {.kind = "emergency",
                .title = "題",
                .reason = "電話",
                .from = at("2025-09-30 22:00"),
                .until = at("2025-10-01 02:00")},
            {}},
        {"a room", {.kind = "entry_room", .title = "題", .reason = "理由"}, {"room approval/room_missing"}},
        {"a place", {.kind = "entry_annex", .title = "題", .reason = "理由"}, {"site_id approval/site_missing"}},
        {"a My Number", {.kind = "bundling", .title = "123456789018", .reason = "理由"}, {"title text/my_number"}},
    };
    for (const Case& c : cases) {
        const auto checked = check(servers(), c.asked, at("2025-10-01 09:00"));
        std::vector<std::string> problems;
        if (!checked) {
            for (const FieldError& field : checked.error().fields)
                problems.push_back(field.path + " " + field.code);
        }
        EXPECT_EQ(problems, c.problems) << c.story;
    }
    EXPECT_EQ(
        check(servers(), {.kind = "none", .title = "題", .reason = "理由"}, {}).error().code, "approval/unknown_kind");
}

class Permits : public testing::Test {
protected:
    static Approval with(const char* kind, const char* number, std::vector<std::string> acts,
        std::vector<DeviceId> devices, const char* until)
    {
        Approval approval = granted("2025-10-01 09:00", until);
        approval.number = number;
        approval.id = {number};
        approval.asked.kind = kind;
        approval.asked.acts = std::move(acts);
        approval.asked.devices = std::move(devices);
        return approval;
    }

    const std::vector<Approval> granted_ones{
        with("prohibited_act", "P1", {"connect_device"}, {{"d1"}}, "2025-10-03 17:00"),
        with("procedure", "P2", {"install_software", "save_data"}, {{"d1"}, {"d2"}}, nullptr),
        with("bundling", "P3", {"copy"}, {}, nullptr),
        with("copy", "P4", {"copy"}, {}, "2025-10-02 12:00"),
    };
};

TEST_F(Permits, ByExceptionsAndByApprovedProcedures)
{
    const auto found = permits(servers(), granted_ones, at("2025-10-02 13:00"), at("2025-10-02 17:00"));
    const std::vector<Permitted> expected{
        {"connect_device", {{"d1"}}, {"P1"}, "P1"},
        {"install_software", {{"d1"}, {"d2"}}, {"P2"}, "P2"},
        {"save_data", {{"d1"}, {"d2"}}, {"P2"}, "P2"},
    };
    EXPECT_EQ(found, expected);
}

TEST_F(Permits, NoUseOutsideOfIt)
{
    struct Case {
        const char *story, *act, *device, *from, *until, *answer;
    };
    const Case cases[] = {
        {"an exception", "connect_device", "d1", "2025-10-02 09:00", "2025-10-02 10:00", "P1"},
        {"another device", "connect_device", "d2", "2025-10-02 09:00", "2025-10-02 10:00", "approval/not_permitted"},
        {"no device in particular", "connect_device", "", "2025-10-02 09:00", "2025-10-02 10:00",
            "approval/not_permitted"},
        {"after its end", "connect_device", "d1", "2025-10-03 16:00", "2025-10-03 17:01", "approval/permission_over"},
        {"before its beginning", "connect_device", "d1", "2025-10-01 08:00", "2025-10-01 10:00",
            "approval/permission_not_begun"},
        {"by the procedure", "save_data", "d2", "2026-03-01 09:00", "2026-03-01 10:00", "P2"},
        {"every device of the job", "copy", "d9", "2025-10-02 09:00", "2025-10-02 12:00", "P4"},
        {"what only another kind lists", "copy", "d9", "2025-10-05 09:00", "2025-10-05 10:00",
            "approval/permission_over"},
        {"never applied for", "move_terminal", "d1", "2025-10-02 09:00", "2025-10-02 10:00", "approval/not_permitted"},
    };
    for (const Case& c : cases) {
        Use use{.act = c.act, .from = at(c.from), .until = at(c.until)};
        if (*c.device)
            use.device = DeviceId{c.device};
        const auto found = permission_for(servers(), granted_ones, use);
        EXPECT_EQ(found ? found->number : found.error().code, c.answer) << c.story;
    }
}

TEST(EventWords, EveryFactHasALabel)
{
    Approval full = granted("2025-10-01 09:00", "2025-10-03 17:00");
    full.asked = {"k", "t", "r", {"s", "1"}, "h", WorkRequestId{"w"}, {"a"}, {{"d"}}, SiteId{"s"}, "room",
        at("2025-10-01 09:00"), at("2025-10-03 17:00")};
    full.number = "P25-001";
    full.conditions = "条件";
    const audit::Words words = event_words();
    EXPECT_EQ(facts_of(full).size(), 15U);
    for (const auto& [field, value] : facts_of(full))
        EXPECT_NE(words.field("approval", field).ja, field) << "event_words.cpp lacks " << field;
}

}
}
