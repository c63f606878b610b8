// December 2025 of one contract: every gate once in the wrong order, refused with its exact reason, and once in the
// right one. The chapters stand in month_*.cpp.
#include "month.hpp"

#include "platform/db/test_database.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>

namespace hoshuban::scenario {

void Month::begin()
{
    const char* const clamd = std::getenv("HOSHUBAN_TEST_CLAMD");
    if (!clamd)
        GTEST_SKIP() << "HOSHUBAN_TEST_CLAMD is not set: start through tools/with-clamd";
    const char* const ports = std::getenv("HOSHUBAN_TEST_SMTP");
    if (!ports)
        GTEST_SKIP() << "HOSHUBAN_TEST_SMTP is not set: start through tools/with-smtp";
    outbound::SmtpServer mail{
        .host = "127.0.0.1", .tls = outbound::MailTls::none, .from = "noreply@example.jp", .from_name = "保守番"};
    std::istringstream{ports} >> mail.port;
    open("2025-12-01T09:00", *scan::Scanner::at(clamd), {.mail = mail});
}

void Month::at(std::string_view time)
{
    Story::at(time);
    for (const char* each : {head, deputy})
        stage->sign_in(each);
}

std::string Month::person_id(const std::string& name)
{
    const std::string panel = stage->get(city, "/approvers").body;
    const std::size_t mark =
        panel.rfind("\"id\":\"", panel.find("\"name\":\"" + name + "\"", panel.find("candidates"))) + 6;
    return panel.substr(mark, panel.find('"', mark) - mark);
}

std::string Month::worker_id(const std::string& name)
{
    const std::string roster = stage->get(responsible, "/roster").body;
    const std::size_t mark = roster.rfind("{\"id\":\"", roster.find("\"name\":\"" + name + "\"")) + 7;
    return roster.substr(mark, roster.find('"', mark) - mark);
}

Answer Month::assign(const std::string& name, std::string_view first, std::string_view last)
{
    return stage->post(responsible, job_path() + "/assignments",
        R"({"worker_id":")" + worker_id(name) + R"(","task":"現地作業","first_day":")" + std::string{first} +
            R"(","last_day":")" + std::string{last} + "\"}");
}

Answer Month::record_step(int step, const std::string& more)
{
    return stage->post(worker, job_path() + "/steps/records",
        R"({"version_id":")" + version + R"(","step":)" + std::to_string(step) + "," + more + "}");
}

Answer Month::use_medium(const std::string& planned)
{
    return stage->post(worker, planned + "/record", R"({"used_by":"試作 次郎"})");
}

std::string Month::check_of(const std::string& medium)
{
    const Answer answer = stage->post(worker, medium + "/checks", "");
    EXPECT_EQ(answer.status, 201) << answer.body;
    return medium + "/checks/" + answer.text("id");
}

Answer Month::loan_act(const std::string& lent, const std::string& what, const std::string& more)
{
    return stage->post(officer, lent + "/acts", R"({"act":")" + what + R"(","person":"保全 三枝")" + more + "}",
        std::stoi(stage->get(auditor, lent).text("version")));
}

TEST_P(Month, opens_every_gate_once_in_the_wrong_order_and_once_in_the_right_one)
{
    the_city_asks_for_work();
    a_question_is_settled();
    a_procedure_is_approved();
    a_window_is_agreed();
    its_permits_are_given();
    kinds_of_work_are_consulted_about();
    an_exception_is_given_by_a_deputy();
    other_vendors_are_told_of();
    people_are_in_force_on_the_day();
    media_are_checked();
    the_work_is_done();
    a_permission_is_over();
    both_sides_confirm();
    what_is_lent_goes_out_with_permission();
    an_emergency_owes_its_papers();
    what_is_lent_comes_back();
    everybody_is_told_in_time();
}

HOSHUBAN_ON_BOTH_DATABASES(Month);

}
