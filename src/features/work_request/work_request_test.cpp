#include "features/work_request/work_request.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

const LocalDay signed_on = make_day(2025, 10, 1);

WorkRequest requested()
{
    WorkRequest request;
    request.contract_id = {"c"};
    request.number = "A25A-01";
    request.entered_on = make_day(2025, 9, 1);
    request.title = "パッチ適用";
    request.body = "通知のとおり適用してください。";
    return request;
}

WorkRequest accepted()
{
    return *accept(requested(), {Hours{200}, "架空 一郎", make_day(2025, 9, 1)});
}

WorkRequest in_progress()
{
    return *begin(accepted(), Start::regular);
}

const Report full_report{"手順どおり完了", "手順書 v2", make_day(2025, 9, 30), {}, "架空 一郎", Hours{195}};

WorkRequest reported()
{
    return *record_result(in_progress(), full_report, signed_on);
}

const Signer signing_contractor{{"p-contractor"}, "架空 一郎", signed_on};
const Signer signing_city{{"p-city"}, "見本 太郎", signed_on};

WorkRequest confirming()
{
    return *sign(reported(), Side::contractor, signing_contractor);
}
WorkRequest done()
{
    return *sign(confirming(), Side::city, signing_city);
}

TEST(Hours, read_and_print_one_decimal)
{
    struct Case {
        const char* text;
        std::optional<int> tenths;
    };
    const Case cases[] = {
        {"20", 200},
        {"20.0", 200},
        {"5.5", 55},
        {"0", 0},
        {"9999.9", 99'999},
        {"20.00", 200},
        {"20.05", {}},
        {"-1", {}},
        {"", {}},
        {"1e3", {}},
        {"10000", {}},
        {"5.", {}},
        {".5", {}},
        {"二日", {}},
        {"1.5h", {}},
    };
    for (const Case& c : cases) {
        const auto hours = parse_hours(c.text);
        EXPECT_EQ(hours ? std::optional{hours->tenths} : std::nullopt, c.tenths) << c.text;
    }
    EXPECT_EQ(to_text(Hours{200}), "20.0");
    EXPECT_EQ(to_text(Hours{5}), "0.5");
}

TEST(WishDate, is_one_month_after_the_entry)
{
    struct Case {
        LocalDay entered;
        LocalDay wish;
    };
    const Case cases[] = {
        {make_day(2021, 9, 1), make_day(2021, 10, 1)},
        {make_day(2021, 9, 8), make_day(2021, 10, 8)},
        {make_day(2021, 9, 15), make_day(2021, 10, 15)},
        {make_day(2021, 9, 22), make_day(2021, 10, 22)},
        {make_day(2025, 1, 31), make_day(2025, 2, 28)},
        {make_day(2024, 1, 30), make_day(2024, 2, 29)},
        {make_day(2025, 12, 15), make_day(2026, 1, 15)},
    };
    for (const Case& c : cases)
        EXPECT_EQ(default_wish_on(c.entered), c.wish) << hoshuban::to_text(c.entered);
}

TEST(Flow, runs_from_request_to_done_in_order)
{
    EXPECT_EQ(requested().status, Status::requested);
    EXPECT_EQ(in_progress().status, Status::in_progress);
    EXPECT_EQ(confirming().status, Status::confirming);
    const WorkRequest finished = done();
    EXPECT_EQ(finished.status, Status::done);
    EXPECT_EQ(finished.contractor_confirmed,
        (Signature{Confirmation::given, signed_on, "架空 一郎", PersonId{"p-contractor"}}));
    EXPECT_EQ(finished.city_confirmed, (Signature{Confirmation::given, signed_on, "見本 太郎", PersonId{"p-city"}}));
}

TEST(Flow, refuses_steps_out_of_order)
{
    struct Case {
        const char* story;
        Result<WorkRequest> outcome;
        const char* code;
    };
    const Case cases[] = {
        {"accepted twice", accept(in_progress(), {Hours{10}, "", signed_on}), "work_request/wrong_state"},
        {"result before acceptance", record_result(requested(), full_report, signed_on), "work_request/wrong_state"},
        {"result after the signature", record_result(confirming(), full_report, signed_on), "work_request/wrong_state"},
        {"contractor signs before acceptance", sign(requested(), Side::contractor, signing_contractor),
            "work_request/gate_shut"},
        {"contractor signs without a result", sign(in_progress(), Side::contractor, signing_contractor),
            "work_request/gate_shut"},
        {"contractor signs twice", sign(confirming(), Side::contractor, signing_contractor),
            "work_request/wrong_state"},
        {"city signs first", sign(reported(), Side::city, signing_city), "work_request/gate_shut"},
        {"city signs twice", sign(done(), Side::city, signing_city), "work_request/wrong_state"},
        {"one account signs both sides", sign(confirming(), Side::city, signing_contractor), "work_request/both_sides"},
        {"an auditor signs", sign(confirming(), Side::neutral, signing_city), "work_request/no_side"},
        {"started before acceptance", begin(requested(), Start::regular), "work_request/wrong_state"},
        {"started twice", begin(in_progress(), Start::regular), "work_request/wrong_state"},
        {"started after the signature", begin(confirming(), Start::emergency), "work_request/wrong_state"},
        {"result before the start", record_result(accepted(), full_report, signed_on), "work_request/not_started"},
        {"contractor signs before the start", sign(accepted(), Side::contractor, signing_contractor),
            "work_request/gate_shut"},
        {"declined after acceptance", decline(accepted(), "理由"), "work_request/wrong_state"},
        {"declined without a reason", decline(requested(), ""), "work_request/reason"},
        {"sent back too early", send_back(in_progress(), "理由"), "work_request/wrong_state"},
        {"sent back without a reason", send_back(confirming(), ""), "work_request/reason"},
    };
    for (const Case& c : cases) {
        ASSERT_FALSE(c.outcome) << c.story;
        EXPECT_EQ(c.outcome.error().code, c.code) << c.story;
    }
}

TEST(Flow, an_emergency_starts_before_the_request_is_accepted)
{
    const WorkRequest begun = *begin(requested(), Start::emergency);
    EXPECT_EQ(begun.start, Start::emergency);
    EXPECT_EQ(begun.status, Status::requested);
    EXPECT_EQ(accept(begun, {Hours{10}, "", signed_on})->start, Start::emergency);
}

TEST(Flow, what_was_declined_says_why_and_can_be_taken_on_after_all)
{
    const WorkRequest declined = *decline(requested(), "その日は人がいません。");
    EXPECT_EQ(declined.status, Status::requested);
    EXPECT_EQ(declined.declined, "その日は人がいません。");
    EXPECT_EQ(accept(declined, {Hours{10}, "", signed_on})->declined, "");
}

TEST(Flow, names_every_missing_fact_of_the_result)
{
    std::vector<std::string> paths;
    for (const FieldError& gap : missing_for_signature(in_progress(), Side::contractor))
        paths.push_back(gap.path);
    EXPECT_EQ(paths,
        (std::vector<std::string>{"result", "procedure_followed", "performed_on", "performed_by", "actual_hours"}));
    EXPECT_TRUE(missing_for_signature(reported(), Side::contractor).empty());
}

TEST(Flow, a_request_sent_back_loses_the_contractors_signature)
{
    const WorkRequest back = *send_back(confirming(), "写真がありません");
    EXPECT_EQ(back.status, Status::in_progress);
    EXPECT_EQ(back.contractor_confirmed, Signature{});
    EXPECT_EQ(back.result, full_report.result);
}

TEST(Result, refuses_days_that_contradict_each_other)
{
    Report tomorrow = full_report;
    tomorrow.performed_on = make_day(2025, 10, 2);
    Report reversed = full_report;
    reversed.performed_until = make_day(2025, 9, 29);
    const auto late = record_result(in_progress(), tomorrow, signed_on);
    const auto wrong = record_result(in_progress(), reversed, signed_on);
    ASSERT_FALSE(late);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(late.error().fields.at(0).path, "performed_on");
    EXPECT_EQ(wrong.error().fields.at(0).path, "performed_until");
}

TEST(Edit, nobody_writes_of_work_that_has_not_begun)
{
    const auto refused = [](const WorkRequest& request, Column column) {
        const auto allowed = may_edit(request, column, Side::contractor);
        return allowed ? std::string{} : allowed.error().code;
    };
    EXPECT_EQ(refused(accepted(), Column::result), "work_request/not_started");
    EXPECT_EQ(refused(accepted(), Column::actual_hours), "work_request/not_started");
    EXPECT_EQ(refused(accepted(), Column::planned_hours), "");
    EXPECT_EQ(refused(in_progress(), Column::result), "");
}

TEST(Edit, each_side_writes_its_own_columns_only)
{
    struct Case {
        const char* story;
        WorkRequest request;
        Column column;
        Side side;
        const char* refused;
    };
    const Case cases[] = {
        {"city writes the title", requested(), Column::title, Side::city, ""},
        {"city corrects the body during the work", in_progress(), Column::body, Side::city, ""},
        {"contractor writes the title", requested(), Column::title, Side::contractor, "work_request/other_side"},
        {"city writes the result", in_progress(), Column::result, Side::city, "work_request/other_side"},
        {"contractor writes the result", in_progress(), Column::result, Side::contractor, ""},
        {"contractor plans before accepting", requested(), Column::planned_hours, Side::contractor,
            "work_request/wrong_state"},
        {"nobody types a status", requested(), Column::status, Side::city, "work_request/column_is_an_act"},
        {"nobody types a signature", confirming(), Column::city_confirmed_on, Side::city,
            "work_request/column_is_an_act"},
        {"nobody changes a number", requested(), Column::number, Side::city, "work_request/column_is_an_act"},
        {"nothing changes under confirmation", confirming(), Column::body, Side::city, "work_request/wrong_state"},
        {"nothing changes when done", done(), Column::body, Side::city, "work_request/wrong_state"},
        {"an auditor writes nothing", requested(), Column::title, Side::neutral, "work_request/other_side"},
    };
    for (const Case& c : cases) {
        const auto allowed = may_edit(c.request, c.column, c.side);
        EXPECT_EQ(allowed ? "" : allowed.error().code, c.refused) << c.story;
    }
}

TEST(Canonical, every_column_comes_back_as_it_was_assigned)
{
    const std::pair<Column, const char*> values[] = {
        {Column::number, "A21A-01"},
        {Column::entered_on, "2021-09-01"},
        {Column::city_person, "見本 太郎"},
        {Column::division, "窓口課"},
        {Column::division_person, "見本 花子"},
        {Column::contractor, "(株)架空"},
        {Column::contractor_person, "架空 一郎"},
        {Column::status, "done"},
        {Column::title, "題"},
        {Column::body, "本文\n二行目"},
        {Column::wish_on, "2021-10-01"},
        {Column::received_on, "2021-09-01"},
        {Column::result, "完了"},
        {Column::contractor_confirmed_on, "2021-10-01"},
        {Column::contractor_confirmed_by, "架空 一郎"},
        {Column::city_confirmed_on, "2021-10-02"},
        {Column::city_confirmed_by, "見本 太郎"},
        {Column::planned_hours, "20.0"},
        {Column::actual_hours, "19.5"},
    };
    WorkRequest request;
    for (const auto& [column, text] : values)
        ASSERT_TRUE(assign(request, column, text)) << name_of(column);
    for (const auto& [column, text] : values)
        EXPECT_EQ(canonical(request, column), text) << name_of(column);
    EXPECT_EQ(request.contractor_confirmed.kind, Confirmation::imported);
    EXPECT_EQ(request.city_confirmed.kind, Confirmation::imported);
}

TEST(WritingSide, belongs_to_the_roles_that_write)
{
    struct Case {
        Role role;
        std::optional<Side> side;
    };
    const Case cases[] = {
        {Role::city_section, Side::city},
        {Role::city_division, {}},
        {Role::site_contact, Side::city},
        {Role::responsible, Side::contractor},
        {Role::worker, Side::contractor},
        {Role::security_officer, {}},
        {Role::auditor, {}},
    };
    for (const Case& c : cases) {
        const Actor actor{{"p"}, "名", false, {{{"c"}, c.role, make_day(2025, 4, 1), {}, "窓口課", SiteId{"s1"}}}};
        WorkRequest request = requested();
        request.contract_id = {"c"};
        request.site = SiteId{"s1"};
        const auto side = writing_side(actor, request);
        EXPECT_EQ(side ? std::optional{*side} : std::nullopt, c.side) << name_of(c.role);
    }
}

TEST(Actions, depend_on_role_and_state)
{
    const auto actor = [](Role role) { return Actor{{"p"}, "名", false, {{{"c"}, role, make_day(2025, 4, 1), {}}}}; };
    using List = std::vector<Action>;
    EXPECT_EQ(actions(requested(), actor(Role::city_section)), List{Action::edit_city});
    EXPECT_EQ(actions(requested(), actor(Role::responsible)), (List{Action::accept, Action::decline}));
    EXPECT_EQ(actions(*decline(requested(), "理由"), actor(Role::responsible)), List{Action::accept});
    EXPECT_EQ(actions(accepted(), actor(Role::worker)), List{Action::start});
    EXPECT_EQ(actions(accepted(), actor(Role::responsible)), List{Action::start});
    EXPECT_EQ(actions(accepted(), actor(Role::city_section)), List{Action::edit_city});
    EXPECT_EQ(actions(in_progress(), actor(Role::worker)), List{Action::record_result});
    EXPECT_EQ(actions(in_progress(), actor(Role::responsible)), (List{Action::record_result, Action::sign_contractor}));
    EXPECT_EQ(actions(confirming(), actor(Role::city_section)), (List{Action::sign_city, Action::send_back}));
    EXPECT_EQ(actions(confirming(), actor(Role::responsible)), List{});
    EXPECT_EQ(actions(confirming(), actor(Role::auditor)), List{});
    EXPECT_EQ(actions(done(), actor(Role::city_section)), List{});
}

}
}
