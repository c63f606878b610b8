// Lists of devices that come in, what a person chooses while looking at them, changes at once, and taking them back.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <vector>

namespace hoshuban::scenario {
namespace {

class ListsThatComeIn : public Story {
protected:
    /// The register of today, to be compared with itself.
    std::string register_now() { return stage->get(responsible, "/register?limit=200").body; }

    struct Known {
        std::string id;
        std::string number;
        std::string model;
    };
    Known unit(int place)
    {
        std::string body = register_now();
        body.erase(0, body.find("\"items\""));
        for (int i = 0; i < place; ++i)
            body.erase(0, body.find("\"id\"", body.find("\"id\"") + 4));
        const Answer page{200, body, {}};
        return {page.text("id"), page.text("number"), page.text("model")};
    }

    Answer upload(const std::string& csv, const char* name = "list.csv")
    {
        const Answer read = stage->post(responsible, fmt::format("/register/imports?name={}&on=2025-12-01", name), csv);
        EXPECT_EQ(read.status, 201) << read.body;
        return read;
    }

    Answer save(const Answer& preview, const std::string& more = R"(,"reason":"年次の照合")")
    {
        return stage->post(responsible, "/register/imports/" + preview.text("id") + "/save",
            R"({"preview":")" + preview.text("preview") + "\"" + more + "}");
    }

    Answer choose(const Answer& preview, const std::string& choices)
    {
        return stage->send(
            responsible, http::Method::put, "/register/imports/" + preview.text("id") + "/choices", choices);
    }

    Answer undo(const char* who, const std::string& act)
    {
        return stage->post(who, "/register/acts/" + act + "/undo", R"({"reason":"別の月の一覧だった"})");
    }

    Answer moved(const std::string& id, const std::string& place)
    {
        const std::string site = stage->get(responsible, "/sites").text("id");
        return stage->post(responsible, "/register/" + id + "/moves",
            fmt::format(R"({{"on":"2025-12-01","site_id":"{}","place":"{}","use":"in_service","cause":"relocation"}})",
                site, place));
    }
};

TEST_P(ListsThatComeIn, bring_serial_numbers_and_addresses_and_answer_each_row_that_would_double_one)
{
    const Known one = unit(0);
    const Known other = unit(1);
    const auto facts = [&](const Known& known, const char* field) {
        return stage->get(responsible, "/register/" + known.id + "/facts?on=2025-12-01").text(field);
    };
    const std::string head = "機器ID,シリアル番号,保証の終わり,IPアドレス\n";
    const Answer doubled =
        upload(head + one.number + ",AA-1,令和12年2月28日,10.1.20.5\n" + other.number + ",ａａ-1,,10.1.20.5\n");
    EXPECT_NE(doubled.body.find(R"("cell":"B3","code":"device/serial_taken")"), std::string::npos) << doubled.body;
    EXPECT_NE(doubled.body.find(R"("cell":"D3","code":"device/address_taken")"), std::string::npos) << doubled.body;
    EXPECT_EQ(save(doubled).text("code"), "import/refused_rows");
    EXPECT_EQ(facts(one, "serial"), "");

    ASSERT_EQ(save(doubled, R"(,"reason":"年次の照合","skip_refused":true)").status, 200);
    EXPECT_EQ(facts(one, "serial") + " " + facts(one, "warranty_ends_on") + " " + facts(one, "address"),
        "AA-1 2030-02-28 10.1.20.5");
    const Answer again = upload(head + other.number + ",AA-1,,10.1.20.5\n");
    EXPECT_NE(again.body.find(one.number + "のものです"), std::string::npos) << again.body;
    EXPECT_NE(again.body.find("機器" + one.number + "が使っています"), std::string::npos) << again.body;

    // What leaves with its facts comes back without a change.
    const Answer left = stage->get(responsible, "/register/export?on=2025-12-01");
    ASSERT_EQ(left.status, 200);
    const Answer back = upload(left.body, "list.xlsx");
    EXPECT_NE(back.body.find(R"("changed":0)"), std::string::npos) << back.body.substr(0, 600);
    EXPECT_NE(back.body.find(R"("refused":0)"), std::string::npos) << back.body.substr(0, 600);

    const std::string change = R"({"on":"2025-12-01","units":[")" + one.id + R"(",")" + other.id +
        R"("],"edit":{"wire":true,"spare_key":true,"warranty_ends_on":"2031-03-31"}})";
    const Answer preview = stage->post(responsible, "/register/bulk/preview", change);
    ASSERT_EQ(preview.status, 200) << preview.body;
    const Answer changed = stage->post(responsible, "/register/bulk",
        R"({"change":)" + change + R"(,"preview":")" + preview.text("preview") + R"(","reason":"保守の更新"})");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(facts(one, "warranty_ends_on") + facts(other, "warranty_ends_on"), "2031-03-312031-03-31");
    ASSERT_EQ(undo(responsible, changed.text("act")).status, 200);
    EXPECT_EQ(facts(one, "warranty_ends_on") + facts(other, "warranty_ends_on"), "2030-02-28null");
    EXPECT_EQ(facts(one, "serial"), "AA-1");
}

TEST_P(ListsThatComeIn, are_taken_back_exactly_on_their_day)
{
    const Known known = unit(0);
    const std::string before = register_now();
    const Answer saved = save(upload("機器ID,機器の種類,機器の区分,機種名,拠点番号,場所,備考\n" + known.number +
        ",,,,1,9階,窓口用\nNB-1,端末,統合端末,LIFEBOOK,3,1階,\n"));
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_NE(saved.body.find(R"("entered":1,"taken":0,"changed":1,"moves":1)"), std::string::npos) << saved.body;
    EXPECT_NE(register_now(), before);
    EXPECT_NE(stage->get(responsible, "/register?q=NB-1").body.find("LIFEBOOK"), std::string::npos);

    const Answer acts = stage->get(worker, "/register/acts");
    EXPECT_EQ(acts.text("kind"), "import");
    EXPECT_EQ(acts.text("name"), "list.csv");
    EXPECT_EQ(acts.text("reason"), "年次の照合");
    EXPECT_EQ(acts.text("units"), "2");
    EXPECT_NE(acts.body.find(R"("may_undo":false)"), std::string::npos) << "neither made it nor is responsible";
    EXPECT_NE(stage->get(responsible, "/register/acts").body.find(R"("may_undo":true)"), std::string::npos);
    EXPECT_EQ(undo(worker, saved.text("act")).text("code"), "device/not_your_act");
    EXPECT_EQ(undo(site, saved.text("act")).status, 403);
    EXPECT_EQ(undo(responsible, "nobody").text("code"), "device/act_not_found");
    EXPECT_EQ(
        stage->post(responsible, "/register/acts/" + saved.text("act") + "/undo", R"({"reason":"　"})").text("code"),
        "required");

    const Answer undone = undo(responsible, saved.text("act"));
    ASSERT_EQ(undone.status, 200) << undone.body;
    EXPECT_EQ(undone.text("undone_reason"), "別の月の一覧だった");
    EXPECT_EQ(register_now(), before);
    EXPECT_EQ(stage->get(responsible, "/register?q=NB-1").body.find("LIFEBOOK"), std::string::npos);
    EXPECT_EQ(undo(responsible, saved.text("act")).text("code"), "device/act_undone");
    const std::string course = stage->get(responsible, "/register/" + known.id).body;
    EXPECT_NE(course.find("一覧の取込: list.csv。年次の照合"), std::string::npos) << "both stay in the ledger of moves";
    EXPECT_NE(course.find("取消（一覧の取込: list.csv。年次の照合）: 別の月の一覧だった"), std::string::npos) << course;

    // The same list again is another act.
    EXPECT_EQ(save(upload("機器ID,場所\n" + known.number + ",9階\n")).text("changed"), "1");
}

TEST_P(ListsThatComeIn, stay_when_something_builds_on_them_or_the_day_is_over)
{
    const Known first = unit(0);
    const Known second = unit(1);
    const std::string first_list = save(upload("機器ID,場所\n" + first.number + ",9階\n")).text("act");
    const std::string second_list = save(upload("機器ID,場所\n" + second.number + ",8階\n")).text("act");
    at("2025-12-01T11:00");
    EXPECT_EQ(moved(first.id, "2階").status, 200);
    const Answer refused = undo(responsible, first_list);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "device/built_upon");
    EXPECT_NE(refused.body.find(first.number), std::string::npos) << "says which unit";
    EXPECT_NE(refused.body.find("機器の異動を記録"), std::string::npos) << "and what happened to it: " << refused.body;
    at("2025-12-02T09:00");
    EXPECT_EQ(undo(responsible, second_list).text("code"), "device/act_of_another_day");
}

TEST_P(ListsThatComeIn, undo_in_turn_what_was_built_and_taken_back)
{
    const Known known = unit(0);
    const std::string before = register_now();
    const std::string first = save(upload("機器ID,備考\n" + known.number + ",甲\n")).text("act");
    at("2025-12-01T11:00");
    const std::string second = save(upload("機器ID,備考\n" + known.number + ",乙\n")).text("act");
    EXPECT_EQ(undo(responsible, first).text("code"), "device/built_upon");
    at("2025-12-01T12:00");
    EXPECT_EQ(undo(responsible, second).status, 200);
    at("2025-12-01T13:00");
    EXPECT_EQ(undo(responsible, first).status, 200);
    EXPECT_EQ(register_now(), before);
}

TEST_P(ListsThatComeIn, with_headings_of_the_citys_own_are_matched_once)
{
    const Known known = unit(0);
    const std::string csv = "端末の呼び名,置き場,メモ欄\n" + known.number + ",7階,点検済\n";
    const Answer unread = upload(csv);
    EXPECT_NE(unread.body.find(R"("readable":false)"), std::string::npos) << unread.body;
    EXPECT_NE(unread.body.find(R"({"column":"A","text":"端末の呼び名","means":null,"sample":")" + known.number),
        std::string::npos)
        << unread.body;
    EXPECT_EQ(save(unread).text("code"), "import/columns_unknown");
    EXPECT_EQ(
        choose(unread,
            R"({"columns":[{"heading":"端末の呼び名","column":"number"},{"heading":"置き場","column":"number"}]})")
            .text("code"),
        "import/column_twice");

    const std::string said = R"([{"heading":"端末の呼び名","column":"number"},{"heading":"置き場","column":"place"},)"
                             R"({"heading":"メモ欄","column":null}])";
    const Answer read = choose(unread, R"({"columns":)" + said + "}");
    EXPECT_NE(read.body.find(R"("readable":true)"), std::string::npos) << read.body;
    EXPECT_NE(read.body.find(R"("counts":{"new":0,"changed":1,"unchanged":0,"refused":0})"), std::string::npos);
    EXPECT_EQ(read.body.find("点検済\",\"new"), std::string::npos) << "what is passed over changes nothing";
    const Answer kept =
        stage->post(responsible, "/register/column-mappings", R"({"name":"年次の一覧","columns":)" + said + "}");
    EXPECT_EQ(kept.text("name"), "年次の一覧") << kept.body;

    const Answer next = upload(csv);
    EXPECT_EQ(next.text("mapping"), "年次の一覧");
    EXPECT_NE(next.body.find(R"("readable":true)"), std::string::npos);
    EXPECT_EQ(save(read).text("changed"), "1");
    EXPECT_EQ(choose(read, "{}").text("code"), "import/saved");
}

TEST_P(ListsThatComeIn, ask_about_units_that_moved_since_and_about_those_left_out)
{
    const Known known = unit(0);
    const std::string list = fmt::format(
        "行ID,機器ID,場所,この場所に来た日\n{}/{},{},5階,2025-10-01\n", contract.text, known.id, known.number);
    ASSERT_EQ(moved(known.id, "2階").status, 200);
    const Answer preview = upload(list);
    EXPECT_NE(preview.body.find("import/moved_meanwhile"), std::string::npos) << preview.body;
    EXPECT_EQ(preview.text("conflicts_open"), "1");
    EXPECT_NE(preview.text("listed").find("5階"), std::string::npos);
    EXPECT_NE(preview.text("present").find("2階"), std::string::npos);
    EXPECT_EQ(save(preview).text("code"), "import/refused_rows") << "nothing is overwritten without a choice";

    const auto held = [&](const char* side) {
        return choose(preview, fmt::format(R"({{"conflicts":[{{"unit":"{}","holds":"{}"}}]}})", known.id, side));
    };
    EXPECT_NE(
        held("register").body.find(R"("counts":{"new":0,"changed":0,"unchanged":1,"refused":0})"), std::string::npos);
    EXPECT_NE(held("list").body.find(R"("counts":{"new":0,"changed":1,"unchanged":0,"refused":0})"), std::string::npos);

    const Known gone = unit(1);
    EXPECT_EQ(preview.text("left_out_units"), "133");
    const std::string imported = "/register/imports/" + preview.text("id") + "/left-out?cursor=";
    const std::string next = held("list").text("left_out_next");
    EXPECT_EQ(refusal(stage->get(responsible, imported + preview.text("left_out_next"))), "import/changed")
        << "somebody has chosen since";
    const Answer others = stage->get(responsible, imported + next);
    EXPECT_EQ(others.body.find("next_cursor\":\""), std::string::npos) << "the last page";
    std::size_t more = 0;
    for (auto at = others.body.find("\"unit\":"); at != std::string::npos; at = others.body.find("\"unit\":", at + 1))
        ++more;
    EXPECT_EQ(more, 33U);
    EXPECT_EQ(refusal(stage->get(responsible, imported + "nonsense")), "list/cursor");
    EXPECT_EQ(choose(preview, fmt::format(R"({{"left_out":[{{"unit":"{}","use":"repair"}}]}})", gone.id)).text("code"),
        "import/left_out_use");
    const Answer chosen = choose(preview,
        fmt::format(
            R"({{"conflicts":[{{"unit":"{}","holds":"register"}}],"left_out":[{{"unit":"{}","use":"retired"}}]}})",
            known.id, gone.id));
    EXPECT_NE(chosen.body.find(R"("counts":{"new":0,"changed":1,"unchanged":1,"refused":0})"), std::string::npos)
        << chosen.body;
    EXPECT_NE(chosen.body.find(R"("before":130,"after":129)"), std::string::npos) << "a total of the contract";
    const Answer saved = save(chosen);
    EXPECT_EQ(saved.text("moves"), "1") << saved.body;
    EXPECT_NE(stage->get(responsible, "/register/" + gone.id).body.find(R"("use":"retired")"), std::string::npos);
    EXPECT_NE(stage->get(responsible, "/register/" + known.id).body.find("2階"), std::string::npos);
}

// A ledger that left us says in its row ids what it knew: what was written into the register since is not written over
// unseen.
TEST_P(ListsThatComeIn, ask_about_units_that_were_described_since)
{
    const Known known = unit(0);
    const std::string ledger = stage->get(responsible, "/register/export?on=2025-12-01").body;
    const auto facts = stage->get(responsible, "/register/" + known.id + "/facts");
    ASSERT_EQ(stage
                  ->send(worker, http::Method::put, "/register/" + known.id + "/facts",
                      R"({"type_number":"FMVD38001","remarks":"窓口の奥"})", std::stoi(facts.text("version")))
                  .status,
        200);
    const Answer preview = stage->post(responsible, "/register/imports?name=ledger.xlsx&on=2025-12-01", ledger);
    ASSERT_EQ(preview.status, 201) << preview.body;
    EXPECT_NE(preview.body.find("import/described_meanwhile"), std::string::npos);
    EXPECT_EQ(preview.text("conflicts_open"), "1");
    EXPECT_EQ(preview.text("listed"), "備考「」");
    EXPECT_EQ(preview.text("present"), "備考「窓口の奥」");
    const auto held = [&](const char* side) {
        return choose(preview, fmt::format(R"({{"conflicts":[{{"unit":"{}","holds":"{}"}}]}})", known.id, side)).body;
    };
    EXPECT_NE(held("register").find(R"("counts":{"new":0,"changed":0,)"), std::string::npos);
    EXPECT_NE(held("list").find(R"("counts":{"new":0,"changed":1,)"), std::string::npos);
}

TEST_P(ListsThatComeIn, names_of_sites_are_remembered_and_forgotten_with_a_reason)
{
    const std::string site_id = stage->get(responsible, "/sites").text("id");
    const std::string aliases = "/register/site-aliases";
    EXPECT_EQ(
        stage->post(responsible, aliases, R"({"alias":"誰も知らない分室","site_id":")" + site_id + "\"}").status, 200);
    const std::string list = "機器ID,拠点\n" + unit(0).number + ",誰も知らない分室\n";
    EXPECT_EQ(upload(list).body.find("import/unknown_site"), std::string::npos);
    const auto removal = [&](const std::string& alias, const std::string& reason) {
        return stage->post(
            responsible, aliases + "/removal", fmt::format(R"({{"alias":"{}","reason":"{}"}})", alias, reason));
    };
    EXPECT_EQ(removal("誰も知らない分室", "　").text("code"), "required");
    EXPECT_EQ(removal("別の分室", "閉鎖").text("code"), "device/alias_not_found");
    EXPECT_EQ(removal("誰も知らない分室", "別の拠点だった").status, 200);
    EXPECT_NE(upload(list).body.find("import/unknown_site"), std::string::npos);
    EXPECT_EQ(stage->get(auditor, aliases).status, 404);
}

TEST_P(ListsThatComeIn, and_changes_at_once_are_one_act)
{
    const Known first = unit(0);
    const Known second = unit(1);
    const std::string before = register_now();
    const std::string change = fmt::format(
        R"({{"on":"2025-12-01","units":["{}","{}"],"edit":{{"use":"stored","place":"倉庫","remarks":"入替待ち"}}}})",
        first.id, second.id);
    const Answer preview = stage->post(responsible, "/register/bulk/preview", change);
    ASSERT_EQ(preview.status, 200) << preview.body;
    EXPECT_NE(preview.body.find(R"("counts":{"new":0,"changed":2,"unchanged":0,"refused":0})"), std::string::npos);
    EXPECT_EQ(register_now(), before) << "a preview saves nothing";
    const auto save_bulk = [&](const std::string& seen, const std::string& reason) {
        return stage->post(responsible, "/register/bulk",
            R"({"change":)" + change + R"(,"preview":")" + seen + R"(","reason":")" + reason + "\"}");
    };
    EXPECT_EQ(save_bulk(std::string(64, '0'), "入替").text("code"), "import/changed");
    EXPECT_EQ(save_bulk(preview.text("preview"), "").status, 422);
    const Answer saved = save_bulk(preview.text("preview"), "入替の準備");
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(saved.text("changed"), "2");
    EXPECT_NE(stage->get(responsible, "/register/" + second.id).body.find("入替の準備"), std::string::npos);
    EXPECT_EQ(stage->get(responsible, "/register/acts").text("kind"), "bulk");
    EXPECT_EQ(undo(responsible, saved.text("act")).status, 200);
    EXPECT_EQ(register_now(), before);

    const auto refused = [&](const std::string& body) {
        return stage->post(responsible, "/register/bulk/preview", body).text("code");
    };
    EXPECT_EQ(refused(R"({"on":"2025-12-01","units":[],"filter":{},"edit":{}})"), "device/nothing_to_change");
    EXPECT_EQ(refused(R"({"on":"2025-12-01","units":[],"edit":{"use":"stored"}})"), "device/no_units");
    EXPECT_EQ(refused(R"({"on":"2030-12-01","units":["x"],"edit":{"use":"stored"}})"), "device/reference_day");
    EXPECT_NE(stage
                  ->post(responsible, "/register/bulk/preview",
                      R"({"on":"2025-12-01","filter":{"use":"in_service"},"edit":{"use":"stored"}})")
                  .body.find(R"("unchanged":0,"refused":0})"),
        std::string::npos);
    EXPECT_EQ(stage->post(site, "/register/bulk/preview", change).status, 403);
    EXPECT_EQ(stage->post(division, "/register/bulk/preview", change).status, 403);
}

HOSHUBAN_ON_BOTH_DATABASES(ListsThatComeIn);

}
}
