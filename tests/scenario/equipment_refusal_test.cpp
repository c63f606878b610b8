// What people, lists and hand scanners do wrong with equipment: a clear answer for each, nothing half-saved.
#include "story.hpp"

#include "app/commands/profile_folder.hpp"
#include "features/contract/contract_store.hpp"
#include "formats/xlsx_package_test.hpp"
#include "formats/zip.hpp"
#include "platform/db/test_database.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <yaml-cpp/yaml.h>

namespace hoshuban::scenario {
namespace {

constexpr const char* terminals = "sapporo-r5-core-terminals";

class WrongEquipment : public Story {
protected:
    void begin() override
    {
        Story::begin();
        for (const char* login : {city, responsible, worker})
            stage->sign_in(login);
    }

    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    std::string unit(const std::string& number) { return "/register/" + id_of(number); }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }

    Answer move(const std::string& number, const char* on, const std::string& to, const char* use = "in_service")
    {
        return stage->post(worker, unit(number) + "/moves",
            fmt::format(R"({{"on":"{}","site_id":"{}","place":"2階","use":"{}","cause":"relocation"}})", on, to, use));
    }
    Answer exchange(const std::string& failed, const std::string& spare, const char* note)
    {
        return stage->post(worker, unit(failed) + "/exchanges",
            fmt::format(R"({{"on":"2025-12-01","spare_id":"{}","use":"repair","note":"{}"}})", id_of(spare), note));
    }
    Answer put_serial(const std::string& number, const char* serial)
    {
        const int seen = std::stoi(stage->get(worker, unit(number) + "/facts").text("version"));
        return stage->send(
            worker, http::Method::put, unit(number) + "/facts", fmt::format(R"({{"serial":"{}"}})", serial), seen);
    }
    Answer give_address(const std::string& number, const char* address)
    {
        return stage->post(
            worker, unit(number) + "/addresses", fmt::format(R"({{"on":"2025-11-04","address":"{}"}})", address));
    }
    Answer upload(const char* name, const std::string& bytes, const char* on)
    {
        const Answer seen = stage->post(responsible, fmt::format("/register/imports?name={}&on={}", name, on), bytes);
        EXPECT_EQ(seen.status, 201) << seen.body;
        return seen;
    }
    Answer save(const Answer& seen, const char* more = "")
    {
        return stage->post(responsible, "/register/imports/" + seen.text("id") + "/save",
            R"({"preview":")" + seen.text("preview") + R"(","reason":"照合")" + more + "}");
    }
    std::string opened_site(int number, const char* from, const char* closed_from)
    {
        const Answer opened = stage->post(worker, "/site-register",
            fmt::format(R"({{"number":{},"from":"{}","name":"分庁舎{}","address":"","departments":"","remarks":"",)"
                        R"("aliases":[],"excluded":false,"reason":"新設"}})",
                number, from, number));
        EXPECT_EQ(opened.status, 201) << opened.body;
        const std::string id = opened.text("id");
        EXPECT_EQ(refusal(stage->post(worker, "/sites/" + id + "/close",
                      fmt::format(R"({{"from":"{}","reason":"統合"}})", closed_from), 1)),
            "");
        return id;
    }
};

// 「Bad input」: one case for each, and not a row differs afterwards.
TEST_P(WrongEquipment, is_answered_clearly_and_saves_nothing)
{
    const std::string north = site_of("D-0014");
    const std::string shut = opened_site(40, "2025-10-01", "2025-11-20");
    ASSERT_EQ(save(upload("new.csv", "機器ID,機器の種類,機器の区分,機種名,拠点番号\nNB-1,端末,統合端末,LIFEBOOK,3\n",
                       "2025-11-04"))
                  .status,
        200);
    ASSERT_EQ(put_serial("D-0003", "ABC-1").status, 200);
    ASSERT_EQ(give_address("D-0003", "10.1.20.5").status, 200);
    ASSERT_EQ(move("D-0015", "2025-11-04", north, "spare").status, 200);
    const Answer edition = stage->get(responsible, "/register/editions");
    const std::string submission = "/register/editions/" + edition.text("id") + "/submission";
    const int version = std::stoi(edition.text("version"));
    ASSERT_EQ(stage->post(responsible, submission, R"({"on":"2025-12-01"})", version).status, 200);
    const Answer stocktake = stage->post(worker, "/stocktakes", R"({"title":"秋の棚卸","on":"2025-12-01"})");
    const auto scanned = [&](const char* code) {
        return stage->post(worker, "/stocktakes/" + stocktake.text("id") + "/findings",
            fmt::format(R"({{"site_id":"{}","codes":["D-0014","{}"],"place":"","note":""}})", north, code));
    };
    struct Case {
        const char* story;
        Refusal expected;
        std::function<Answer()> act;
    };
    const Case cases[] = {
        {"two devices with one serial", {409, "device/serial_taken", "このシリアル番号は機器D-0003のものです。"},
            [&] { return put_serial("D-0004", "ａｂｃ－１"); }},
        {"a move before the device existed",
            {422, "device/before_first", "この機器は2025-11-04から台帳にあります。それより前の日には動かせません。"},
            [&] { return move("NB-1", "2025-11-03", north); }},
        {"a move into a site closed that day",
            {422, "device/site_closed", "分庁舎40は2025/11/20には開いていません（閉鎖した後か、開く前）。"},
            [&] { return move("D-0014", "2025-11-20", shut); }},
        {"a swap with a unit that is no spare",
            {409, "device/not_a_spare",
                "D-0016は予備機ではありません。この日は北区役所戸籍住民課で稼働中です。別の予備機を選んでください。"},
            [&] { return exchange("D-0014", "D-0016", ""); }},
        {"a swap with a spare of another model, lent without a word",
            {409, "device/other_model", "備考にその事情を書いて記録してください。"},
            [&] { return exchange("D-0008", "D-0015", ""); }},
        {"an address used twice", {409, "device/address_taken", "同じ日に機器D-0003が使っています。"},
            [&] { return give_address("D-0004", "１０．１．２０．５"); }},
        {"an edition submitted twice", {409, "device/edition_submitted", "令和7年12月1日"},
            [&] { return stage->post(responsible, submission, R"({"on":"2025-12-01"})", version + 1); }},
        {"a move before the contract", {422, "device/outside_period", "（2025-04-01から2026-03-31まで）"},
            [&] { return move("D-0014", "2025-03-31", north); }},
        {"a list of a day outside the contract", {422, "device/reference_day", ""},
            [&] { return stage->post(responsible, "/register/imports?name=a.csv&on=2026-04-01", "機器ID\nD-0014\n"); }},
        {"a stock-take outside the contract", {422, "stocktake/outside_period", ""},
            [&] { return stage->post(worker, "/stocktakes", R"({"title":"棚卸","on":"2025-03-31"})"); }},
        {"a label of another contract among those scanned",
            {422, "stocktake/other_contract", "「sapporo-r6-juki-cs/D-0014」は他の契約のラベルです。"},
            [&] { return scanned("sapporo-r6-juki-cs/D-0014"); }},
        {"the same as a hand scanner with the keyboard in full width types it",
            {422, "stocktake/other_contract", "他の契約のラベルです。"},
            [&] { return scanned("ｓａｐｐｏｒｏ－ｒ６－ｊｕｋｉ－ｃｓ／Ｄ－００１４"); }},
    };
    for (const Case& c : cases)
        refuses(c.story, c.expected, c.act);
    EXPECT_EQ(scanned("sapporo-r7-juki-cs/D-0016").status, 200) << "the contract's own labels are read";
}

// The ledger of 3 October as LibreOffice saved it: rows upside down, a row id cut, two torn from their rows, one pasted
// from another contract.
TEST_P(WrongEquipment, in_a_ledger_that_came_back_is_told_row_by_row)
{
    const Answer seen =
        upload("ledger.xlsx", file_bytes("tests/fixtures/registers/ledger-edited-libreoffice.xlsx"), "2025-10-03");
    std::map<std::string, std::string> rows;
    for (const YAML::Node& row : YAML::Load(seen.body)["plan"]["rows"]) {
        std::string told = row["outcome"].as<std::string>();
        for (const YAML::Node& problem : row["problems"])
            told += fmt::format(" {} {}", problem["cell"].as<std::string>(), problem["code"].as<std::string>());
        if (told != "unchanged")
            rows[row["number"].as<std::string>()] = told;
    }
    EXPECT_EQ(rows,
        (std::map<std::string, std::string>{{"D-0003", "changed"}, {"D-0004", "changed"}, {"D-0006", "changed"},
            {"D-0007", "refused A131 import/torn_row"}, {"D-0008", "refused A130 import/torn_row"},
            {"D-0009", "refused A129 import/foreign_row"}, {"D-0010", "changed"}}));
    refuses("saved with its refused rows", {409, "import/refused_rows", "取り込めない行があります。"},
        [&] { return save(seen); });
    const Answer saved = save(seen, R"(,"skip_refused":true)");
    EXPECT_EQ(saved.body, R"({"act":")" + saved.text("act") + R"(","entered":0,"taken":0,"changed":4,"moves":3})");
    EXPECT_EQ(stage->get(city, "/register?q=D-0004&on=2025-10-03").text("site"), "北区役所戸籍住民課");
    EXPECT_EQ(stage->get(city, "/register?q=D-0009&on=2025-10-03").text("use"), "in_service");
    refuses("saved twice", {409, "import/saved", "この取込はすでに登録されています。"},
        [&] { return save(seen, R"(,"skip_refused":true)"); });
}

TEST_P(WrongEquipment, takes_the_word_of_the_city_for_a_lent_spare_of_another_model)
{
    ASSERT_EQ(move("D-0015", "2025-11-04", site_of("D-0001"), "spare").status, 200);
    EXPECT_EQ(refusal(exchange("D-0008", "D-0015", "")), "device/other_model spare_id");
    const Answer done = exchange("D-0008", "D-0015", "市から貸与（課長の了解）");
    ASSERT_EQ(done.status, 200) << done.body;
    const Answer movements = stage->get(auditor, "/register/movements?q=D-0015&limit=1");
    EXPECT_EQ(movements.text("cause"), "exchange");
    EXPECT_EQ(movements.text("note"), "市から貸与（課長の了解）");
    EXPECT_EQ(stage->get(city, "/register?q=D-0015").text("site"), "中央区役所仮庁舎戸籍住民課");
}

class WrongCounters : public Story {
protected:
    void begin() override
    {
        open("2023-12-01T09:00");
        stage->enter({terminals});
        for (const char* login : {city, worker})
            stage->sign_in(login);
        const Answer planned = stage->post(worker, "/page-surveys",
            R"({"title":"印刷枚数調査","on":"2023-12-01","first":null,"last":null,"agreed":""})");
        EXPECT_EQ(planned.status, 201) << planned.body;
        survey = "/page-surveys/" + planned.text("id");
    }

    // What is pasted from a sheet goes as one batch.
    Answer paste(std::initializer_list<std::pair<const char*, const char*>> counters)
    {
        std::string body;
        for (const auto& [device, pages] : counters) {
            body += fmt::format(R"({}{{"device_id":"{}","pages":"{}","read_on":"2023-12-01","note":"","version":0}})",
                body.empty() ? "" : ",", device, pages);
        }
        return stage->post(worker, survey + "/readings", R"({"readings":[)" + body + "]}");
    }
    std::map<std::string, std::string> counters(const std::string& query = "")
    {
        std::map<std::string, std::string> found;
        for (const YAML::Node& unit : YAML::Load(stage->get(city, survey + "/units" + query).body)["items"]) {
            if (!unit["pages"].IsNull())
                found[unit["number"].as<std::string>()] = unit["pages"].as<std::string>();
        }
        return found;
    }

    std::string survey;
};

TEST_P(WrongCounters, in_full_width_digits_are_read_and_a_wrong_one_keeps_all_pasted_with_it_out)
{
    refuses("one of four is no number", {422, "page_count/no_number", ""}, [&] {
        const Answer answer =
            paste({{"D-0564", "１２，３４５"}, {"D-0565", "200"}, {"D-0566", "12O0"}, {"D-0567", "300"}});
        EXPECT_EQ(refusal(answer), "page_count/no_number readings[2].pages");
        return answer;
    });
    refuses("a unit that is no printer of the survey", {422, "page_count/unknown_unit", ""}, [&] {
        return paste({{"D-0564", "100"}, {"D-0001", "100"}});
    });
    ASSERT_EQ(paste({{"D-0564", "１２，３４５"}, {"D-0565", "２００枚"}, {"D-0566", " 1,200 "}}).status, 200);
    EXPECT_EQ(
        counters(), (std::map<std::string, std::string>{{"D-0564", "12345"}, {"D-0565", "200"}, {"D-0566", "1200"}}));
    refuses("pasted once more over what is there", {412, "page_count/reading_changed", ""}, [&] {
        return paste({{"D-0564", "１２，３４６"}});
    });
}

/// The sheet of a survey that LibreOffice saved, as one of the survey of this id.
std::string sheet_of_survey(const std::string& id)
{
    const std::string saved = file_bytes("tests/fixtures/page_counts/survey-edited-libreoffice.xlsx");
    auto archive = *zip::Archive::open(saved);
    test::Parts parts;
    for (const char* part :
        {"_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml", "docProps/core.xml", "docProps/app.xml", "[Content_Types].xml"}) {
        std::string bytes = *archive.read(part);
        const std::string placeholder = "00000000-0000-0000-0000-000000000000";
        for (auto at = bytes.find(placeholder); at != std::string::npos; at = bytes.find(placeholder, at))
            bytes.replace(at, placeholder.size(), id);
        parts.emplace_back(part, std::move(bytes));
    }
    return test::zipped(parts);
}

// Filled in and sorted upside down; a row id cut, one torn from its row, one pasted from another contract, one of last
// year's sheet.
TEST_P(WrongCounters, of_a_sheet_that_came_back_are_told_row_by_row)
{
    const std::string path = survey + "/reading-file?name=sheet.xlsx";
    const std::string sheet = sheet_of_survey(survey.substr(survey.rfind('/') + 1));
    std::string told;
    refuses("nothing is stored by reading", {200, "", ""}, [&] {
        Answer read = stage->post(worker, path, sheet);
        for (const YAML::Node& row : YAML::Load(read.body)["items"]) {
            told += fmt::format("{} {} {} {}{}\n", row["cell"].as<std::string>(), row["number"].as<std::string>(),
                row["pages"].as<std::string>(), row["note"].as<std::string>(), row["code"].as<std::string>());
        }
        read.body = R"({"code":"","detail_ja":""})";
        return read;
    });
    EXPECT_EQ(told,
        "G6 D-0570 １２３４５ \n"
        "G7 D-0569 2000 page_count/id_differs\n"
        "G8 D-0568 900 page_count/other_contract\n"
        "G9 D-0567 4567 page_count/other_survey\n"
        "I10 D-0566  故障中\n"
        "G11 D-0565 3210 \n"
        "G12 D-0564 12O0 page_count/no_number\n");
    EXPECT_EQ(counters(), (std::map<std::string, std::string>{}));
}

// 001 §5.2.1: five events of at most five devices. A city that wants it so has the cap hold without an agreement.
TEST_P(WrongEquipment, of_a_sixth_job_is_not_taken_on_where_the_cap_blocks)
{
    open("2023-12-01T09:00");
    stage->enter({terminals});
    for (const char* login : {city, worker})
        stage->sign_in(login);
    auto files = *read_profile_folder(std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "contracts" / terminals);
    std::string& yaml = files["contract.yaml"];
    const auto cap = yaml.find("at_limit: recorded_agreement", yaml.find("id: install_remove\n    label"));
    yaml.replace(cap, std::string_view{"at_limit: recorded_agreement"}.size(), "at_limit: block");
    const auto profile = contract::read_profile(files);
    ASSERT_TRUE(profile);
    stage->program().database().write([&](db::Tx& tx) {
        const Actor actor{{"command"}, "hoshuban", true, {}, Origin::command};
        const audit::Cause cause{actor, stage->clock.now()};
        contract::load(
            tx, *profile, files, audit::entry(cause, profile->id, "contract.loaded", {"contract", terminals}));
    });
    stage->program().profiles().forget({terminals});
    const auto planned = [&](int first, int count, const char* agreement) {
        std::string units;
        for (int i = first; i < first + count; ++i) {
            units += fmt::format(R"({}{{"device_id":"D-{:04}","place":""}})", units.empty() ? "" : ",", i);
        }
        return stage->post(worker, "/installations",
            fmt::format(R"({{"kind":"removal","planned_on":"2023-12-04","instruction":"12月1日 見本 太郎",)"
                        R"("agreement":"{}","units":[{}]}})",
                agreement, units));
    };
    refuses("six devices in one event", {409, "installation/cap_reached", ""}, [&] { return planned(1, 6, ""); });
    for (int job = 0; job < 5; ++job)
        ASSERT_EQ(planned(1 + 5 * job, 5, "").status, 201) << job;
    refuses("a sixth event, with an agreement too",
        {409, "installation/cap_reached", "設置・撤去は上限5回に達しているため、これ以上は受け付けられません。"},
        [&] { return planned(26, 1, "見本 太郎と合意"); });
}

HOSHUBAN_ON_BOTH_DATABASES(WrongEquipment);
HOSHUBAN_ON_BOTH_DATABASES(WrongCounters);

}
}
