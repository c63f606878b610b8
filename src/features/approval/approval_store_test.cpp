#include "features/approval/approval_store.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/approval/approval_job.hpp"
#include "features/approval/approver_store.hpp"
#include "features/approval/register_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/due/due_store.hpp"
#include "features/work_request/opening_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

using test::at;
using test::day;

const ContractId contract_id{"sapporo-r7-juki-cs"};
const std::string content(64, 'a');

using Texts = std::vector<std::string>;

Actor person(const char* id, Role role, std::string division = {}, const char* site = nullptr)
{
    Membership held{contract_id, role, day("2025-04-01"), std::nullopt, std::move(division)};
    if (site)
        held.site = SiteId{site};
    return {.person = {id}, .name = id, .memberships = {held}};
}

class ApprovalStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        run(R"(INSERT INTO person (id, login, login_key, name, language, administrator, password_hash, failures, version, created_at)
            SELECT v.id, v.id, v.id, v.id, 'ja', 0, '', 0, 1, '2025-04-01T00:00:00Z'
              FROM (SELECT 'kakari' AS id UNION SELECT 'kacho' UNION SELECT 'dairi' UNION SELECT 'sekinin') v)");
        database().write([&](db::Tx& tx) {
            const audit::Cause cause{city, at("2025-04-01 09:00")};
            contract::load(tx, profile, test::profile_files(contract_id.text),
                audit::entry(cause, contract_id, "contract.loaded", {"contract", contract_id.text}));
        });
        run(R"(INSERT INTO membership (contract_id, id, person_id, role, from_day, to_day, division, site_id)
            SELECT 'sapporo-r7-juki-cs', p.id, p.id, CASE p.id WHEN 'sekinin' THEN 'responsible' ELSE 'city_section' END,
                   '2025-04-01', NULL, '', NULL
              FROM person p)");
        open("w1", "市民課", "");
        open("w2", "税務課", profile.sites.front().id.text);
    }

    void run(std::string_view text)
    {
        const db::Query query{"test.run", text, text};
        database().write([&](db::Tx& tx) { tx.execute(query); });
    }
    void open(const char* id, const char* division, std::string site)
    {
        const work_request::Opening opening{.title = "設定",
            .body = "",
            .entered_on = day("2025-10-01"),
            .wish_on = day("2025-11-01"),
            .city_person = "",
            .division = division,
            .division_person = "",
            .contractor = "",
            .contractor_person = "",
            .work_types = {"settings_change_city"},
            .site = site.empty() ? std::nullopt : std::optional{SiteId{site}},
            .device = {},
            .agreement = ""};
        const auto opened = database().write(
            [&](db::Tx& tx) { return work_request::open_request(tx, profile, opening, {id}, at("2025-10-01 09:00")); });
        ASSERT_TRUE(opened) << opened.error().text.en;
    }

    Result<Approval> ask_as(const Actor& actor, const char* id, const Application& asked, const char* now)
    {
        const audit::Cause cause{actor, at(now)};
        return database().write([&](db::Tx& tx) { return ask(tx, terms, test::office(), cause, {id}, asked); });
    }
    Result<Approval> decide_as(const Actor& actor, const char* id, const Judgement& judgement, const char* now)
    {
        const audit::Cause cause{actor, at(now)};
        return database().write([&](db::Tx& tx) {
            return decide(tx, terms, test::office(), cause, *find(tx, contract_id, {id}), judgement);
        });
    }
    Approval stored(const char* id)
    {
        return *database().read([&](db::Reader& reader) { return find(reader, contract_id, {id}); });
    }
    Texts events(const char* id)
    {
        Texts kinds;
        database().read([&](db::Reader& reader) {
            for (const auto& event : audit::events_of(reader, contract_id, {"approval", id}, 20))
                kinds.insert(kinds.begin(), event.entry.kind);
        });
        return kinds;
    }
    // Running clocks as "kind side due", with "guide" where passing them breaks nothing.
    Texts clocks()
    {
        Texts found;
        database().read([&](db::Reader& reader) {
            for (const due::Due& due : due::open_of(reader, contract_id, {}))
                found.push_back(fmt::format("{} {} {}{}", due.terms.kind, name_of(due.terms.side),
                    test::print(due.terms.due_at), due.terms.guide ? " guide" : ""));
        });
        return found;
    }
    Texts listed(const work_request::Reach& reach, const Filter& filter)
    {
        return database().read([&](db::Reader& reader) {
            Texts ids;
            const auto page = list(reader, reach, filter, "", 50);
            EXPECT_TRUE(page);
            for (const Listed& row : page->items)
                ids.push_back(row.approval.id.text);
            EXPECT_EQ(reader.statements(), 1) << "a list is one query";
            return ids;
        });
    }
    Filter waiting_for(const Actor& actor, const char* today)
    {
        return {.inbox = inbox_of(actor, contract_id, day(today))};
    }

    const contract::Profile& profile = test::profile(contract_id.text);
    // The contract with an answer in time for procedures, and two steps.
    const contract::Profile terms = [] {
        contract::Profile changed = test::profile(contract_id.text);
        for (contract::ApprovalKind& kind : changed.approvals) {
            if (kind.id != "procedure")
                continue;
            kind.steps = {{"係長", "section chief"}, {"課長", "division chief"}};
            kind.answer_within = DueRule{.kind = DueKind::open_days, .amount = 3};
            kind.answer_basis = contract::Basis::contract;
        }
        return changed;
    }();
    const Actor city = person("kakari", Role::city_section);
    const Actor kacho = person("kacho", Role::city_section);
    const Actor dairi = person("dairi", Role::city_section);
    const Actor contractor = person("sekinin", Role::responsible);
    const work_request::Reach everything = work_request::whole(contract_id);
    const Application procedure{.kind = "procedure",
        .title = "設定変更の手順書",
        .reason = "",
        .subject = {"procedure_version", "v1"},
        .content_sha256 = content,
        .request = WorkRequestId{"w1"},
        .acts = {"install_software"},
        .devices = {}};
};
HOSHUBAN_ON_BOTH_DATABASES(ApprovalStore);

TEST_P(ApprovalStore, DecidesStepByStepInTime)
{
    const auto asked = ask_as(contractor, "a1", procedure, "2025-10-01 10:00");
    ASSERT_TRUE(asked) << asked.error().text.en;
    EXPECT_EQ(asked->number, "P25-001");
    EXPECT_EQ(clocks(), Texts{"approval.decide city 2025-10-06 23:59"});
    const auto first = decide_as(city, "a1", {Verdict::grant, content, "よい", "立会いのもとで"}, "2025-10-02 10:00");
    ASSERT_TRUE(first) << first.error().text.en;
    EXPECT_EQ(first->state, State::asked);
    const auto twice = decide_as(city, "a1", {Verdict::grant, content}, "2025-10-02 11:00");
    EXPECT_EQ(twice ? "" : twice.error().code, "approval/signed_twice");
    EXPECT_EQ(stored("a1").version, 2) << "a refused decision changes nothing";
    EXPECT_EQ(clocks().size(), 1U) << "the second step is in time too";
    ASSERT_TRUE(decide_as(kacho, "a1", {Verdict::grant, content}, "2025-10-03 10:00"));
    const Approval granted = stored("a1");
    EXPECT_EQ(granted.state, State::granted);
    EXPECT_EQ(granted.conditions, "立会いのもとで");
    EXPECT_EQ(test::print(*granted.begins_at), "2025-10-03 10:00");
    EXPECT_EQ(granted.asked.acts, procedure.acts);
    EXPECT_EQ(granted.asked.content_sha256, content);
    EXPECT_EQ(clocks(), Texts{});
    EXPECT_EQ(events("a1"), (Texts{"approval.asked", "approval.step_granted", "approval.granted"}));
    const auto decisions =
        database().read([&](db::Reader& reader) { return decisions_of(reader, contract_id, {"a1"}); });
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(decisions[1].by_name, "kacho");
    EXPECT_EQ(decisions[0].opinion, "よい");
}

TEST_P(ApprovalStore, VoidsWhatWasAskedOrGrantedAboutARow)
{
    ASSERT_TRUE(ask_as(contractor, "a1", procedure, "2025-10-01 10:00"));
    const audit::Cause cause{contractor, at("2025-10-02 10:00")};
    const auto void_it = [&] {
        return database().write([&](db::Tx& tx) {
            return void_of(tx, cause, contract_id, {"procedure_version", "v1"}, "新しい版を出したため");
        });
    };
    EXPECT_EQ(void_it(), 1);
    EXPECT_EQ(stored("a1").state, State::voided);
    EXPECT_EQ(clocks(), Texts{});
    EXPECT_EQ(events("a1"), (Texts{"approval.asked", "approval.voided"}));
    EXPECT_EQ(void_it(), 0) << "once";
    const auto late = decide_as(city, "a1", {Verdict::grant, content}, "2025-10-02 11:00");
    EXPECT_EQ(late ? "" : late.error().code, "approval/settled");
}

TEST_P(ApprovalStore, WithdrawsForTheAskingSideOnly)
{
    ASSERT_TRUE(ask_as(contractor, "a1", procedure, "2025-10-01 10:00"));
    const auto withdraw_as = [&](const Actor& actor) {
        const audit::Cause cause{actor, at("2025-10-01 11:00")};
        const auto done =
            database().write([&](db::Tx& tx) { return withdraw(tx, cause, *find(tx, contract_id, {"a1"}), "誤り"); });
        return done ? std::string{name_of(done->state)} : done.error().code;
    };
    EXPECT_EQ(withdraw_as(city), "approval/not_the_asking_side");
    EXPECT_EQ(withdraw_as(contractor), "withdrawn");
    EXPECT_EQ(withdraw_as(contractor), "approval/settled");
    EXPECT_EQ(clocks(), Texts{});
}

TEST_P(ApprovalStore, RefusesAJobThatIsNotThere)
{
    Application asked = procedure;
    asked.request = WorkRequestId{"none"};
    const auto row = ask_as(contractor, "a1", asked, "2025-10-01 10:00");
    EXPECT_EQ(row ? "" : row.error().code, "work_request/not_found");
}

TEST_P(ApprovalStore, TellsTheEndOnce)
{
    Application asked{.kind = "prohibited_act",
        .title = "計測器の接続",
        .reason = "原因の切り分け",
        .request = WorkRequestId{"w1"},
        .acts = {"connect_device"},
        .until = at("2025-10-20 17:00")};
    ASSERT_TRUE(ask_as(contractor, "a1", asked, "2025-10-01 10:00"));
    EXPECT_EQ(clocks(), Texts{"approval.decide city 2025-10-06 23:59 guide"}) << "our reading breaks nothing";
    ASSERT_TRUE(decide_as(city, "a1", {Verdict::grant}, "2025-10-02 10:00"));
    EXPECT_EQ(clocks(), Texts{"approval.ends contractor 2025-10-20 17:00 guide"});
    EXPECT_EQ(record_ends(database(), at("2025-10-20 16:59")), 0);
    EXPECT_EQ(record_ends(database(), at("2025-10-20 17:00")), 1);
    EXPECT_EQ(record_ends(database(), at("2025-10-21 09:00")), 0);
    EXPECT_EQ(clocks(), Texts{});
    EXPECT_EQ(events("a1"), (Texts{"approval.asked", "approval.granted", "approval.ended"}));
}

TEST_P(ApprovalStore, PermitsNothingAfterItsEnd)
{
    Application asked{.kind = "prohibited_act",
        .title = "計測器の接続",
        .reason = "原因の切り分け",
        .request = WorkRequestId{"w1"},
        .acts = {"connect_device"},
        .until = at("2025-10-03 17:00")};
    ASSERT_TRUE(ask_as(contractor, "a1", asked, "2025-10-01 10:00"));
    ASSERT_TRUE(decide_as(city, "a1", {Verdict::grant}, "2025-10-01 11:00"));
    struct Case {
        const char *job, *from, *until, *answer;
    };
    const Case cases[] = {
        {"w1", "2025-10-02 09:00", "2025-10-02 10:00", "P25-001"},
        {"w1", "2025-10-03 16:00", "2025-10-03 18:00", "approval/permission_over"},
        {"w1", "2025-10-04 09:00", "2025-10-04 10:00", "approval/permission_over"},
        {"w2", "2025-10-02 09:00", "2025-10-02 10:00", "approval/not_permitted"},
    };
    database().read([&](db::Reader& reader) {
        for (const Case& c : cases) {
            const Use use{.act = "connect_device", .from = at(c.from), .until = at(c.until)};
            const auto found = permission_for(reader, profile, {c.job}, use);
            EXPECT_EQ(found ? found->number : found.error().code, c.answer) << c.job << c.from;
        }
        EXPECT_EQ(permits(reader, profile, {"w1"}, at("2025-10-02 09:00"), at("2025-10-02 10:00")).size(), 1U);
        EXPECT_EQ(granted_for(reader, contract_id, {"w1"}, at("2025-10-03 17:00"), at("2025-10-04 09:00")).size(), 0U);
        EXPECT_EQ(of_request(reader, contract_id, {"w1"}).size(), 1U);
    });
}

TEST_P(ApprovalStore, ShowsEverybodyWhatWaitsForHim)
{
    ASSERT_TRUE(ask_as(contractor, "a1", procedure, "2025-10-01 10:00"));
    ASSERT_TRUE(ask_as(city, "a2",
        {.kind = "schedule", .title = "10月8日", .reason = "", .subject = {"work_window", "n"}}, "2025-10-01 11:00"));
    EXPECT_EQ(listed(everything, waiting_for(city, "2025-10-01")), Texts{"a1"});
    EXPECT_EQ(listed(everything, waiting_for(contractor, "2025-10-01")), Texts{"a2"});
    EXPECT_EQ(listed(everything, waiting_for(person("x", Role::worker), "2025-10-01")), Texts{});
    ASSERT_TRUE(decide_as(city, "a1", {Verdict::grant, content}, "2025-10-01 12:00"));
    EXPECT_EQ(listed(everything, waiting_for(city, "2025-10-01")), Texts{}) << "his step is done";
    EXPECT_EQ(listed(everything, waiting_for(kacho, "2025-10-01")), Texts{"a1"});

    const audit::Cause cause{city, at("2025-10-01 12:00")};
    const auto named = database().write([&](db::Tx& tx) -> Result<void> {
        TRY(name_approver(tx, terms, cause, {{"v1"}, "procedure", 1, Side::city, {"kacho"}, ""}));
        TRY(add_deputy(tx, cause, contract_id,
            {{"y1"}, Side::city, {"kacho"}, "", {"dairi"}, "", day("2025-10-06"), day("2025-10-08")}));
        return {};
    });
    ASSERT_TRUE(named) << named.error().text.en;
    EXPECT_EQ(listed(everything, waiting_for(dairi, "2025-10-05")), Texts{});
    EXPECT_EQ(listed(everything, waiting_for(dairi, "2025-10-06")), Texts{"a1"});
    EXPECT_EQ(listed(everything, waiting_for(dairi, "2025-10-08")), Texts{});
    EXPECT_EQ(listed(everything, waiting_for(kacho, "2025-10-06")), Texts{"a1"});
    const auto early = decide_as(dairi, "a1", {Verdict::grant, content}, "2025-10-05 23:59");
    EXPECT_EQ(early ? "" : early.error().code, "approval/deputy_outside_period");
    const auto in_time = decide_as(dairi, "a1", {Verdict::grant, content}, "2025-10-06 00:00");
    EXPECT_TRUE(in_time) << in_time.error().text.en;
}

TEST_P(ApprovalStore, NamesOnlyWhoMayDecide)
{
    const audit::Cause cause{city, at("2025-10-01 12:00")};
    const auto name = [&](const char* kind, int step, const char* who) -> std::string {
        const auto named = database().write([&](db::Tx& tx) {
            return name_approver(
                tx, terms, cause, {{fmt::format("{}{}", kind, step)}, kind, step, Side::city, {who}, ""});
        });
        return named ? named->name : named.error().code;
    };
    EXPECT_EQ(name("procedure", 1, "kacho"), "kacho");
    EXPECT_EQ(name("procedure", 1, "kacho"), "approval/named_already");
    EXPECT_EQ(name("procedure", 2, "kacho"), "approval/unknown_step");
    EXPECT_EQ(name("none", 0, "kacho"), "approval/unknown_step");
    EXPECT_EQ(name("procedure", 0, "sekinin"), "approval/cannot_decide") << "of the other side";
    const auto gone = database().write([&](db::Tx& tx) {
        return remove_approver(tx, audit::Cause{contractor, at("2025-10-01 12:00")}, contract_id, {"procedure1"});
    });
    EXPECT_EQ(gone ? "" : gone.error().code, "approval/no_such_row") << "the other side's";
}

TEST_P(ApprovalStore, ListsWhatOneReaches)
{
    Application elsewhere = procedure;
    elsewhere.request = WorkRequestId{"w2"};
    Application nowhere = procedure;
    nowhere.request = {};
    ASSERT_TRUE(ask_as(contractor, "a1", procedure, "2025-10-01 10:00"));
    ASSERT_TRUE(ask_as(contractor, "a2", elsewhere, "2025-10-01 11:00"));
    ASSERT_TRUE(ask_as(contractor, "a3", nowhere, "2025-10-01 12:00"));
    const std::string first_site = profile.sites.front().id.text;
    const auto reach = [](const Actor& actor) {
        return work_request::reach_of(actor, contract_id, Permission::view_approval);
    };
    EXPECT_EQ(listed(everything, {}), (Texts{"a3", "a2", "a1"}));
    EXPECT_EQ(listed(reach(person("d", Role::city_division, "市民課")), {}), Texts{"a1"});
    EXPECT_EQ(listed(reach(person("s", Role::site_contact, "", first_site.c_str())), {}), Texts{"a2"});
    EXPECT_EQ(listed(everything, {.request = WorkRequestId{"w2"}}), Texts{"a2"});
    EXPECT_EQ(listed(everything, {.site = SiteId{first_site}}), Texts{"a2"}) << "the site of its job";
    EXPECT_EQ(listed(everything, {.words = {"p25-003"}}), Texts{"a3"});
    EXPECT_EQ(listed(everything, {.states = {State::granted}}), Texts{});
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(count(reader, everything, {}), 3);
        const auto page = list(reader, everything, {}, "", 2);
        ASSERT_TRUE(page);
        EXPECT_EQ(page->items.size(), 2U);
        const auto rest = list(reader, everything, {}, page->next, 2);
        ASSERT_TRUE(rest);
        ASSERT_EQ(rest->items.size(), 1U);
        EXPECT_EQ(rest->items[0].approval.id.text, "a1");
        EXPECT_EQ(rest->next, "");
        EXPECT_EQ(list(reader, everything, {}, "zz", 2).error().code, "list/cursor");
        EXPECT_EQ(
            get(reader, reach(person("d", Role::city_division, "市民課")), {"a2"}).error().code, "approval/not_found");
    });
}

TEST_P(ApprovalStore, KnowsWhatWasInForceOnADay)
{
    Application asked{.kind = "bundling",
        .title = "まとめて実施",
        .reason = "移動を減らす",
        .from = at("2025-10-10 00:00"),
        .until = at("2025-10-12 00:00")};
    ASSERT_TRUE(ask_as(contractor, "a1", asked, "2025-10-01 10:00"));
    ASSERT_TRUE(decide_as(city, "a1", {Verdict::grant}, "2025-10-02 10:00"));
    const std::pair<const char*, Texts> cases[] = {
        {"2025-10-09", {}}, {"2025-10-10", {"a1"}}, {"2025-10-11", {"a1"}}, {"2025-10-12", {}}};
    for (const auto& [today, found] : cases)
        EXPECT_EQ(listed(everything, {.on = day(today)}), found) << today;
}

}
}
