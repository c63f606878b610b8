// What a unit is and has on each day: its facts, its address, and its generation through a renewal in mid-year.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace hoshuban::scenario {
namespace {

/// The parts of an answer that begin with a mark, each up to the next one.
std::vector<Answer> parts_of(const std::string& body, const std::string& mark)
{
    std::vector<Answer> parts;
    for (auto at = body.find(mark); at != std::string::npos;) {
        const auto next = body.find(mark, at + mark.size());
        parts.push_back({200, body.substr(at, next == std::string::npos ? next : next - at), {}});
        at = next;
    }
    return parts;
}

std::string sum_of(const Answer& answer)
{
    return answer.text("units") + (answer.text("planned") == "0" ? "" : "(" + answer.text("planned") + ")");
}

class Renewals : public Story {
protected:
    void begin() override { open("2025-04-14T09:00"); }

    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    std::string unit(const std::string& number) { return "/register/" + id_of(number); }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }

    Answer saved(const std::string& path, const std::string& body)
    {
        const Answer preview = stage->post(worker, path, "{" + body + "}");
        EXPECT_EQ(preview.status, 200) << preview.body;
        return stage->post(worker, path, "{" + body + R"(,"seen":")" + preview.text("stamp") + "\"}");
    }
    Answer plan(const std::string& site_id, const char* from, const char* to, const char* reason)
    {
        return saved("/register/renewals/plans",
            fmt::format(R"("generation":"renewed","site_id":"{}","from":"{}","to":"{}","reason":"{}")", site_id, from,
                to, reason));
    }
    Answer renewed(const std::string& site_id, const char* day, const std::string& units = "")
    {
        return saved("/register/renewals/done",
            fmt::format(R"("generation":"renewed","site_id":"{}","on":"{}","units":[{}])", site_id, day, units));
    }

    /// Models, generations and units of a day as the matrix counts them; in brackets what is only planned.
    std::string counted(const std::string& day)
    {
        const std::string body = stage->get(auditor, "/register/matrix?on=" + day).body;
        std::string text;
        for (const Answer& column : parts_of(body.substr(0, body.find("\"rows\":")), "\"model\":"))
            text += fmt::format("{} {} {}, ", column.text("model"), column.text("ja"), sum_of(column));
        const std::string total = body.substr(0, body.find("\"comparisons\":"));
        return text + "= " + sum_of({200, total.substr(total.rfind("\"total\":")), {}});
    }

    /// done/left, slips and late of a site, with the plans that it had.
    std::string progress(const std::string& site_id, const std::string& day)
    {
        const std::string body = stage->get(auditor, "/register/renewals?on=" + day).body;
        for (const Answer& site : parts_of(body, "\"site_id\":")) {
            if (site.text("site_id") != site_id)
                continue;
            std::string text = fmt::format("{}/{} slips {}{}", site.text("done"), site.text("left"), site.text("slips"),
                site.text("late") == "true" ? " late" : "");
            for (const Answer& plan : parts_of(site.body, "\"plan\":"))
                text += fmt::format(" | {}..{} {}", plan.text("from"), plan.text("to"), plan.text("reason"));
            return text;
        }
        return "-";
    }
};

// A unit may be planned for a site that is still to open; it comes there when the site is open.
TEST_P(Renewals, bring_no_unit_to_a_site_that_is_closed)
{
    const Answer opened = stage->post(worker, "/site-register",
        R"({"number":90,"from":"2025-06-01","name":"新庁舎","address":"中央区","departments":"","remarks":"",)"
        R"("aliases":[],"excluded":false,"reason":"新設"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string fresh = opened.text("id");
    ASSERT_EQ(refusal(stage->post(worker, unit("D-0132") + "/moves",
                  R"({"on":"2025-04-14","site_id":")" + fresh + R"(","use":"planned","cause":"relocation"})")),
        "");
    at("2025-06-10T10:00");
    const auto done = [&](const char* day) {
        return fmt::format(R"("generation":"renewed","site_id":"{}","on":"{}","units":[])", fresh, day);
    };
    EXPECT_EQ(refusal(saved("/register/renewals/done", done("2025-05-31"))).substr(0, 18), "device/site_closed");
    EXPECT_EQ(stage->get(city, "/register?q=D-0132").text("use"), "planned") << "nothing half-saved";
    EXPECT_EQ(refusal(saved("/register/renewals/done", done("2025-06-01"))), "");
    EXPECT_EQ(stage->get(city, "/register?q=D-0132").text("use"), "in_service");
}

// 004: about May to June 2025 every terminal becomes an ESPRIMO D6012/N, the CS is replaced and the AD is abolished.
TEST_P(Renewals, go_site_by_site_in_mid_year_and_one_site_slips_twice)
{
    const std::string first = site_of("D-0001");
    const std::string slow = site_of("D-0003");
    const std::string branch = site_of("D-0132");
    const std::string centre = site_of("D-0117");
    ASSERT_EQ(plan(slow, "2025-05-10", "2025-05-31", "区役所と日程を調整").status, 200);
    at("2025-05-13T10:00");
    ASSERT_EQ(renewed(first, "2025-05-12").status, 200);
    at("2025-05-28T10:00");
    ASSERT_EQ(plan(slow, "2025-06-15", "2025-06-30", "仮庁舎の電源工事").status, 200);
    ASSERT_EQ(renewed(branch, "2025-05-20").status, 200);
    at("2025-06-27T10:00");
    ASSERT_EQ(plan(slow, "2025-07-01", "2025-07-15", "選挙事務のため").status, 200);
    const auto of = [&](const std::string& number) { return "\"" + id_of(number) + "\""; };
    ASSERT_EQ(renewed(centre, "2025-06-07", of("D-0117") + "," + of("D-0121")).status, 200);
    ASSERT_EQ(renewed(centre, "2025-06-14", of("D-0118") + "," + of("D-0119")).status, 200);
    ASSERT_EQ(renewed(centre, "2025-06-21", of("D-0120")).status, 200);
    EXPECT_EQ(progress(slow, "2025-06-27"),
        "0/11 slips 2 | 2024-11-01..2024-12-31  | 2025-05-01..2025-06-30  | 2025-05-10..2025-05-31 区役所と日程を調整"
        " | 2025-06-15..2025-06-30 仮庁舎の電源工事 | 2025-07-01..2025-07-15 選挙事務のため");
    EXPECT_EQ(progress(slow, "2025-07-16").substr(0, 19), "0/11 slips 2 late |");
    at("2025-07-14T10:00");
    ASSERT_EQ(renewed(slow, "2025-07-12").status, 200);
    EXPECT_EQ(refusal(stage->post(worker, "/register/renewals/done",
                  R"({"generation":"renewed","site_id":")" + slow + R"(","on":"2025-07-12"})")),
        "renewal/nothing_left");

    struct Case {
        const char* day;
        const char* counted;
    };
    constexpr auto before =
        "PRIMERGY RX1330 M4 現行機器 2, PRIMERGY RX2540 M4 現行機器 2, ESPRIMO D588/C 現行機器 55, ";
    for (const Case& c : {
             Case{"2025-05-11",
                 "ESPRIMO D588/T 現行機器 63, ESPRIMO D6012/N 更改機器 3(3), ESPRIMO D7010/E 現行機器 9, = 134(3)"},
             Case{"2025-05-12",
                 "ESPRIMO D588/T 現行機器 61, ESPRIMO D6012/N 更改機器 5(3), ESPRIMO D7010/E 現行機器 9, = 134(3)"},
             Case{"2025-05-20",
                 "ESPRIMO D588/T 現行機器 61, ESPRIMO D6012/N 更改機器 5, ESPRIMO D7010/E 現行機器 9, = 134"},
         }) {
        EXPECT_EQ(counted(c.day), std::string{before} + c.counted) << c.day;
    }
    EXPECT_EQ(counted("2025-06-13"),
        "PRIMERGY RX1330 M4 現行機器 2, PRIMERGY RX2540 M4 現行機器 1, PRIMERGY RX2540 M7 更改機器 1, "
        "ESPRIMO D588/C 現行機器 55, ESPRIMO D588/T 現行機器 60, ESPRIMO D6012/N 更改機器 6, "
        "ESPRIMO D7010/E 現行機器 9, = 134");
    EXPECT_EQ(counted("2025-06-14"),
        "PRIMERGY RX1330 M4 現行機器 1, PRIMERGY RX2540 M7 更改機器 2, ESPRIMO D588/C 現行機器 55, "
        "ESPRIMO D588/T 現行機器 60, ESPRIMO D6012/N 更改機器 6, ESPRIMO D7010/E 現行機器 9, = 133");
    EXPECT_EQ(counted("2025-07-12"),
        "PRIMERGY RX2540 M7 更改機器 2, ESPRIMO D588/C 現行機器 49, ESPRIMO D588/T 現行機器 55, "
        "ESPRIMO D6012/N 更改機器 17, ESPRIMO D7010/E 現行機器 9, = 132");
    EXPECT_EQ(progress(slow, "2025-07-12").substr(0, 14), "11/0 slips 2 |");
    EXPECT_NE(stage->get(auditor, unit("D-0117") + "/facts?on=2025-06-06").body.find("Oracle Database 11g"),
        std::string::npos);
    EXPECT_NE(stage->get(auditor, unit("D-0117") + "/facts?on=2025-06-07").body.find("Oracle Database 19c"),
        std::string::npos);
}

// What a device carries is answered for each day: the old generation's until the day before, the new one's from it on.
TEST_P(Renewals, leave_what_each_generation_carried_to_its_days)
{
    at("2025-05-20T10:00");
    const std::string one = unit("D-0003");
    const std::string facts =
        R"({"serial":"OLD-1","type_number":"FMVD38001","wire":true,"spare_key":true,"medium_edition":"第3版",)"
        R"("bought_on":"2021-01-15","warranty_ends_on":"2026-01-31"})";
    ASSERT_EQ(stage->send(worker, http::Method::put, one + "/facts", facts, 1).status, 200);
    ASSERT_EQ(stage->post(worker, one + "/addresses", R"({"on":"2025-04-02","address":"10.1.20.5"})").status, 200);
    ASSERT_EQ(stage->post(worker, one + "/addresses", R"({"on":"2025-05-19","address":"10.1.30.5"})").status, 200);
    for (const char* part : {R"("model":"FC4510HT22","from":"2025-04-02","to":"2025-05-19")",
             R"("model":"RC-S300/S1","from":"2025-05-19")"}) {
        ASSERT_EQ(stage->post(worker, one + "/parts", fmt::format(R"({{"kind":"card_reader",{}}})", part)).status, 200);
    }
    ASSERT_EQ(stage
                  ->post(worker, one + "/renewals",
                      R"({"generation":"renewed","on":"2025-05-19","serial":"NEW-1","note":"更改"})")
                  .status,
        200);
    const auto carried = [&](const std::string& day) {
        const Answer unit = stage->get(auditor, "/register?q=D-0003&on=" + day);
        const YAML::Node known = YAML::Load(stage->get(auditor, one + "/facts?on=" + day).body);
        std::string text = fmt::format("{} {} {}", unit.text("model"), unit.text("generation"), unit.text("keeper"));
        for (const YAML::Node& each : known["generations"]) {
            if (each["from"].as<std::string>() <= day && (each["to"].IsNull() || each["to"].as<std::string>() > day))
                text += fmt::format(" {} {}", each["type_number"].as<std::string>(),
                    each["serial"].as<std::string>().empty() ? known["serial"].as<std::string>()
                                                             : each["serial"].as<std::string>());
        }
        for (const YAML::Node& each : known["parts"]) {
            if (each["from"].as<std::string>() <= day && (each["to"].IsNull() || each["to"].as<std::string>() > day))
                text += ", " + each["model"].as<std::string>();
        }
        text += ", " + known["address"].as<std::string>();
        for (const YAML::Node& each : known["software"])
            text += ", " + each["name"].as<std::string>() + (each["distributed"].as<bool>() ? "*" : "");
        return text;
    };
    EXPECT_EQ(carried("2025-05-18"),
        "ESPRIMO D588/T current contractor FMVD38001 OLD-1, FC4510HT22, 10.1.20.5, Windows 10 Pro（64bit）, "
        "生体認証ソフトウェア, 業務アプリケーションソフト*");
    EXPECT_EQ(carried("2025-05-19"),
        "ESPRIMO D6012/N renewed contractor FMVD5800K NEW-1, RC-S300/S1, 10.1.30.5, Windows 11 Pro（64bit）, "
        "生体認証ソフトウェア, 業務アプリケーションソフト*");
    const Answer now = stage->get(auditor, one + "/facts");
    EXPECT_EQ(now.text("serial") + " " + now.text("wire") + " " + now.text("spare_key"), "NEW-1 true true");
    EXPECT_EQ(now.text("medium_edition"), "") << "nobody has applied a medium to the new one";
}

TEST_P(Renewals, put_a_new_unit_in_the_place_and_at_the_address_of_the_old_one)
{
    at("2025-05-20T10:00");
    const std::string old = unit("D-0003");
    ASSERT_EQ(stage->post(worker, old + "/addresses", R"({"on":"2025-04-20","address":"10.1.20.5"})").status, 200);
    const std::string body =
        R"({"generation":"renewed","on":"2025-05-19","successor_number":"D-0900","serial":"NEW-1","note":"更改"})";
    ASSERT_EQ(stage->post(worker, old + "/renewals", body).status, 200);
    EXPECT_EQ(stage->get(city, "/register?q=D-0900&on=2025-05-18").body.find("D-0900"), std::string::npos);
    const Answer fresh = stage->get(city, "/register?q=D-0900");
    EXPECT_EQ(fresh.text("model"), "ESPRIMO D6012/N");
    EXPECT_EQ(fresh.text("site"), "中央区役所仮庁舎戸籍住民課");
    EXPECT_EQ(stage->get(city, "/register?q=D-0003").text("use"), "retired");
    EXPECT_EQ(stage->get(city, unit("D-0900") + "/facts").text("address"), "10.1.20.5");
    EXPECT_EQ(stage->get(city, unit("D-0900") + "/facts").text("serial"), "NEW-1");
    EXPECT_EQ(stage->get(city, old + "/facts").text("address"), "");
    EXPECT_EQ(stage->get(city, old + "/facts?on=2025-05-18").text("address"), "10.1.20.5");
    EXPECT_EQ(refusal(stage->post(worker, unit("D-0004") + "/renewals", body)), "device/number_taken number");
    EXPECT_EQ(stage->get(city, "/register?q=D-0004").text("use"), "in_service") << "nothing half-saved";
}

TEST_P(Renewals, refuse_an_address_twice_and_one_that_the_city_did_not_give_the_site)
{
    const std::string first = unit("D-0003");
    const std::string second = unit("D-0004");
    const std::string range = "/register/site-ranges/" + site_of("D-0003");
    EXPECT_EQ(stage->send(worker, http::Method::put, range, R"({"addresses":"10.1.20.0/24"})", 1).status, 403);
    ASSERT_EQ(stage->send(city, http::Method::put, range, R"({"addresses":"10.1.20.0/24"})", 1).status, 200);
    EXPECT_EQ(stage->send(city, http::Method::put, range, R"({"addresses":"10.1.21.0/24"})", 1).status, 412);
    const auto give = [&](const std::string& to, const char* day, const char* address) {
        return stage->post(worker, to + "/addresses", fmt::format(R"({{"on":"{}","address":"{}"}})", day, address));
    };
    EXPECT_EQ(give(first, "2025-04-02", "１０．１．２０．５").text("address"), "10.1.20.5");
    const Answer twice = give(second, "2025-04-10", "10.1.20.5");
    EXPECT_EQ(refusal(twice), "device/address_taken address");
    EXPECT_EQ(said(twice, "address"), "10.1.20.5は、同じ日に機器D-0003が使っています。番号か日付を確かめてください。");
    EXPECT_EQ(refusal(give(second, "2025-04-10", "10.1.21.5")), "device/address_outside address");
    EXPECT_EQ(refusal(give(second, "2025-04-10", "10.1.20.256")), "device/address_invalid address");
    ASSERT_EQ(give(first, "2025-04-12", "10.1.20.6").status, 200);
    EXPECT_EQ(refusal(give(second, "2025-04-11", "10.1.20.5")), "device/address_taken address");
    EXPECT_EQ(give(second, "2025-04-12", "10.1.20.5").status, 200) << "free from that day on";

    const Answer moved = stage->post(worker, first + "/moves",
        R"({"on":"2025-04-13","site_id":")" + site_of("D-0001") +
            R"(","use":"in_service","cause":"relocation","address":"10.9.0.7"})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_EQ(stage->get(city, first + "/facts").text("address"), "10.9.0.7");
    EXPECT_EQ(stage->get(city, first + "/facts?on=2025-04-12").text("address"), "10.1.20.6");
    EXPECT_EQ(refusal(stage->post(worker, second + "/moves",
                  R"({"on":"2025-04-13","site_id":")" + site_of("D-0001") +
                      R"(","use":"in_service","cause":"relocation","address":"10.9.0.7"})")),
        "device/address_taken address");
    EXPECT_EQ(stage->get(city, "/register?q=D-0004").text("site"), "中央区役所仮庁舎戸籍住民課") << "one act";
}

TEST_P(Renewals, keep_the_facts_of_a_unit_and_one_serial_number_for_one_unit)
{
    const std::string first = unit("D-0003");
    const std::string second = unit("D-0004");
    const auto put = [&](const std::string& to, const std::string& body, int seen) {
        return stage->send(worker, http::Method::put, to + "/facts", body, seen);
    };
    const Answer stored =
        put(first, R"({"serial":"ＡＢＣ-１２３","wire":true,"spare_key":true,"remarks":"窓口側"})", 1);
    ASSERT_EQ(stored.status, 200) << stored.body;
    EXPECT_EQ(stored.text("version"), "2");
    EXPECT_EQ(stage->get(city, "/register?q=D-0003").text("remarks"), "窓口側");
    EXPECT_EQ(put(first, R"({"serial":"X"})", 1).status, 412);
    const Answer same = put(second, R"({"serial":"abc-123"})", 1);
    EXPECT_EQ(refusal(same), "device/serial_taken serial");
    EXPECT_EQ(said(same, "serial"), "このシリアル番号は機器D-0003のものです。どちらの機器か、銘板で確かめてください。");
    EXPECT_EQ(refusal(put(second, R"({"spare_key":true})", 1)), "device/key_without_wire spare_key");
    EXPECT_EQ(refusal(put(second, R"({"bought_on":"2024-01-02","warranty_ends_on":"2024-01-01"})", 1)),
        "device/warranty_before_purchase warranty_ends_on");
    ASSERT_EQ(
        stage->post(worker, first + "/moves", R"({"on":"2025-04-14","use":"retired","cause":"removal"})").status, 200);
    EXPECT_EQ(put(second, R"({"serial":"abc-123"})", 1).status, 200) << "the other one is retired";
    const Answer part = stage->post(
        worker, second + "/parts", R"({"kind":"card_reader","model":"RC-S300/S1","serial":"R1","from":"2025-04-02"})");
    ASSERT_EQ(part.status, 200) << part.body;
    EXPECT_NE(part.body.find("RC-S300/S1"), std::string::npos);
    EXPECT_EQ(stage->get(site, second + "/facts").status, 404) << "another site's";
    EXPECT_EQ(stage->get(division, second + "/facts").status, 404);
    EXPECT_EQ(stage->send(auditor, http::Method::put, second + "/facts", "{}", 2).status, 403);
}

// A list of the city's says what a renewed unit is on its reference day; taking it back leaves the generations as they
// were.
TEST_P(Renewals, are_described_anew_by_a_list_and_by_its_being_taken_back)
{
    at("2025-05-20T10:00");
    ASSERT_EQ(renewed(site_of("D-0003"), "2025-05-19").status, 200);
    const std::string of_today = stage->get(responsible, "/register?limit=200").body;
    const std::string of_april = stage->get(responsible, "/register?limit=200&on=2025-04-20").body;
    at("2025-05-20T11:00");
    const auto list = [&](const char* day) {
        const Answer read = stage->post(responsible, fmt::format("/register/imports?name=list.csv&on={}", day),
            "機器ID,機種名\nD-0003,ESPRIMO D6012/N 改\n");
        return stage->post(responsible, "/register/imports/" + read.text("id") + "/save",
            R"({"preview":")" + read.text("preview") + R"(","reason":"照合"})");
    };
    const auto model_on = [&](const char* day) {
        return stage->get(city, fmt::format("/register?q=D-0003&on={}", day)).text("model");
    };
    const std::string old_model = model_on("2025-04-20");
    const Answer saved = list("2025-05-20");
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(model_on("2025-05-20"), "ESPRIMO D6012/N 改");
    EXPECT_EQ(model_on("2025-04-20"), old_model);
    const Answer undone =
        stage->post(responsible, "/register/acts/" + saved.text("act") + "/undo", R"({"reason":"別の月"})");
    ASSERT_EQ(undone.status, 200) << undone.body;
    EXPECT_EQ(stage->get(responsible, "/register?limit=200").body, of_today);
    EXPECT_EQ(stage->get(responsible, "/register?limit=200&on=2025-04-20").body, of_april);
    ASSERT_EQ(list("2025-04-20").status, 200);
    EXPECT_EQ(model_on("2025-04-20"), "ESPRIMO D6012/N 改") << "a list of April corrects the old generation";
    EXPECT_EQ(model_on("2025-05-20"), "ESPRIMO D6012/N");
}

TEST_P(Renewals, leave_no_address_with_what_a_list_retires_and_give_it_back)
{
    const std::string first = unit("D-0003");
    ASSERT_EQ(stage->post(worker, first + "/addresses", R"({"on":"2025-04-02","address":"10.1.20.5"})").status, 200);
    ASSERT_EQ(stage->send(worker, http::Method::put, first + "/facts", R"({"serial":"ABC-1"})", 1).status, 200);
    const auto list = [&](const std::string& row) {
        return stage->post(
            responsible, "/register/imports?name=list.csv&on=2025-04-14", "機器ID,使い方\n" + row + "\n");
    };
    const auto save = [&](const Answer& read) {
        return stage->post(responsible, "/register/imports/" + read.text("id") + "/save",
            R"({"preview":")" + read.text("preview") + R"(","reason":"照合"})");
    };
    const Answer retired = save(list("D-0003,廃止"));
    ASSERT_EQ(retired.status, 200) << retired.body;
    EXPECT_EQ(stage->get(city, first + "/facts").text("address"), "");
    EXPECT_EQ(stage->get(city, first + "/facts?on=2025-04-13").text("address"), "10.1.20.5");
    ASSERT_EQ(
        stage->post(responsible, "/register/acts/" + retired.text("act") + "/undo", R"({"reason":"誤り"})").status,
        200);
    EXPECT_EQ(stage->get(city, first + "/facts").text("address"), "10.1.20.5");
    EXPECT_EQ(stage->get(city, "/register?q=D-0003").text("use"), "in_service");

    at("2025-04-15T09:00");
    ASSERT_EQ(
        stage->post(worker, first + "/moves", R"({"on":"2025-04-14","use":"retired","cause":"removal"})").status, 200);
    ASSERT_EQ(
        stage->send(worker, http::Method::put, unit("D-0004") + "/facts", R"({"serial":"ABC-1"})", 1).status, 200);
    EXPECT_NE(list("D-0003,稼働中").body.find("device/serial_taken"), std::string::npos);
    EXPECT_EQ(
        refusal(stage->post(worker, first + "/moves",
            R"({"on":"2025-04-15","site_id":")" + site_of("D-0004") + R"(","use":"in_service","cause":"correction"})")),
        "device/serial_taken serial");
}

HOSHUBAN_ON_BOTH_DATABASES(Renewals);

}
}
