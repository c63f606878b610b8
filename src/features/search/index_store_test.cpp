#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/search/follow_job.hpp"
#include "features/search/hit_store.hpp"
#include "features/search/index_store.hpp"
#include "features/search/word.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hoshuban::search {
namespace {

const ContractId contract{"c"};
const Actor writer{{"p"}, "見本 太郎"};

/// A room of things in memory: what it writes is followed like the rows of any other.
class Index : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        sources.push_back({"thing", {"もの", "Things"}, Permission::view_work_request, same_subject("thing"),
            [this](db::Reader&, const ContractId&, const std::string& id) -> std::optional<Document> {
                const auto found = things.find(id);
                return found == things.end() ? std::nullopt : std::optional{found->second};
            }});
    }

    void write(const Document& document)
    {
        things[document.subject_id] = document;
        record(document.subject_id);
    }
    void write(const std::string& id, const std::string& number, const std::string& title, const std::string& text,
        std::vector<std::string> reaches = {everyone()})
    {
        write({.subject_id = id,
            .number = number,
            .title = title,
            .fields = {{{"本文", "Body"}, text}},
            .reaches = std::move(reaches)});
    }
    void remove(const std::string& id)
    {
        things.erase(id);
        record(id);
    }
    void record(const std::string& id)
    {
        const audit::Cause cause{writer, test::migrated_at};
        database().write([&](db::Tx& tx) {
            audit::record(tx, audit::entry(cause, contract, "thing.changed", {"thing", id}));
        });
    }
    void follow() { Follower{database(), sources}.catch_up(); }

    std::vector<KindHits> ask(const std::string& typed, const Limit& limit = {"thing", true, {}},
        std::optional<Position> after = {}, int most = 50)
    {
        return database().read([&](db::Reader& reader) {
            return find(reader, memory, contract, question_of(typed), std::span{&limit, 1}, after, most).kinds;
        });
    }
    /// The ids that are found, in their order.
    std::string ids(const std::string& typed, const Limit& limit = {"thing", true, {}})
    {
        std::string text;
        for (const KindHits& kind : ask(typed, limit)) {
            for (const Hit& hit : kind.hits)
                text += (text.empty() ? "" : " ") + hit.subject_id;
        }
        return text;
    }
    std::vector<std::string> stamps()
    {
        std::vector<std::string> found;
        database().read([&](db::Reader& reader) {
            for (const auto& [id, thing] : things) {
                for (const IndexedPiece& piece : indexed_pieces(reader, contract, "thing", id))
                    found.push_back(fmt::format("{} {} {}", piece.subject_id, piece.part, piece.stamp));
            }
        });
        std::ranges::sort(found);
        return found;
    }

    std::map<std::string, Document> things;
    std::vector<Source> sources;
    Memory memory{std::chrono::milliseconds{0}};
};

HOSHUBAN_ON_BOTH_DATABASES(Index);

TEST_P(Index, finds_what_a_reader_takes_for_the_same)
{
    write("1", "A25A-03", "端末の交換",
        "髙橋様の定山溪ｵｰﾄﾛｰﾀﾞを ウィルス 対策ソフトごと入れ替える。サーバーは止めない。");
    follow();
    for (const char* typed :
        {"端末", "交換", "高橋", "髙橋", "定山渓", "定山溪", "オートローダ", "ｵｰﾄﾛｰﾀﾞ", "おーとろーだ", "ウイルス",
            "ウィルス", "サーバ", "ｻｰﾊﾞｰ", "A25A-03", "a25a−03", "Ａ２５Ａ－０３", "25A", "入れ 替える", "換"})
        EXPECT_EQ(ids(typed), "1") << typed;
    for (const char* typed : {"末端", "A25A-04", "A25A-033", "端末 プリンタ", "サーバル", "橋"})
        EXPECT_EQ(ids(typed), "") << typed;
}

TEST_P(Index, takes_every_sign_as_text)
{
    write("1", "", "\"端末\" OR NEAR * - ( )", "50% の_設定; 'DROP' {a} ^b \\c");
    write("2", "", "端末", "設定");
    follow();
    for (const char* typed :
        {"\"端末\"", "OR", "NEAR", "端末\" OR", "50%", "の_設", "'DROP'", "{a}", "^b", "\\c", "* -"})
        EXPECT_EQ(ids(typed), "1") << typed;
    EXPECT_EQ(ids("*"), "1") << "one sign in a heading";
    EXPECT_EQ(ids("端末\" OR \"設定"), "");
    EXPECT_EQ(ids("\" * NEAR OR -"), "1");
    EXPECT_EQ(ids(std::string(200, '"')), "");
    EXPECT_EQ(ids("端末 " + std::string(2000, 'x')), "");
}

TEST_P(Index, orders_by_where_it_stands_then_by_the_latest_change)
{
    write("text", "1", "別の件", "端末が動かない");
    write("heading", "2", "端末が動かない", "別の文");
    write("exact", "3", "端末", "別の文");
    write("later", "4", "別の件", "この端末");
    follow();
    EXPECT_EQ(ids("端末"), "exact heading later text");
    write("text", "1", "別の件", "端末が動かない！");
    follow();
    EXPECT_EQ(ids("端末"), "exact heading text later");
    record("later"); // an event that changes no text
    follow();
    EXPECT_EQ(ids("端末"), "exact heading text later");
}

TEST_P(Index, shows_where_a_word_stands)
{
    write({.subject_id = "1",
        .number = "A25A-03",
        .title = "端末の件",
        .fields = {{{"作業内容", "Work"}, "設定を変える"}, {{"対応結果", "Result"}, "ﾌﾟﾘﾝﾀを替えた"}},
        .reaches = {everyone()}});
    follow();
    const Hit hit = ask("プリンタ 端末").at(0).hits.at(0);
    EXPECT_EQ(hit.place.ja, "対応結果");
    EXPECT_EQ(hit.excerpt, (std::vector<Span>{{"ﾌﾟﾘﾝﾀ", true}, {"を替えた", false}}));
    EXPECT_EQ(hit.title, (std::vector<Span>{{"端末", true}, {"の件", false}}));
    EXPECT_EQ(ask("A25A").at(0).hits.at(0).place.ja, "");
}

TEST_P(Index, does_not_take_scattered_pairs_for_a_word)
{
    write("1", "", "件", "ぷり、りん、んた");
    follow();
    EXPECT_EQ(ids("プリンタ"), "");
    EXPECT_EQ(ids("プリ"), "1");
}

TEST_P(Index, shows_everyone_only_what_he_reaches)
{
    write("all", "", "端末", "", {everyone()});
    write("division", "", "端末", "", {division("総務課"), site("s1")});
    write("site", "", "端末", "", {site("s2")});
    write("whole", "", "端末", "", {});
    follow();
    EXPECT_EQ(ids("端末"), "whole site division all");
    EXPECT_EQ(ids("端末", {"thing", false, {everyone(), division("総務課")}}), "division all");
    EXPECT_EQ(ids("端末", {"thing", false, {everyone(), site("s2")}}), "site all");
    EXPECT_EQ(ids("端末", {"thing", false, {everyone(), site("s1"), site("s2")}}), "site division all");
    EXPECT_EQ(ids("端末", {"thing", false, {}}), "");
    EXPECT_EQ(ids("端末", {"other", true, {}}), "") << "another kind";
    const Limit reached{"thing", false, {everyone(), site("s2")}};
    EXPECT_EQ(ask("端末", reached, {}, 2).at(0).next, std::nullopt) << "what is hidden does not even show as more";
    write("division", "", "端末", "", {division("税務課")});
    follow();
    EXPECT_EQ(ids("端末", {"thing", false, {everyone(), division("総務課")}}), "all");
}

TEST_P(Index, follows_changes_and_removals)
{
    write("1", "", "端末の件", "古い文");
    follow();
    write("1", "", "端末の件", "新しい文");
    write("2", "", "端末の件", "文");
    remove("2");
    follow();
    EXPECT_EQ(ids("古い"), "");
    EXPECT_EQ(ids("新しい"), "1");
    EXPECT_EQ(ids("端末"), "1");
    remove("1");
    follow();
    EXPECT_EQ(ids("端末"), "");
    EXPECT_TRUE(stamps().empty());
}

TEST_P(Index, gives_each_hit_once_over_pages)
{
    for (int i = 0; i < 23; ++i)
        write(fmt::format("{}", i), "", i % 3 == 0 ? "端末" : i % 3 == 1 ? "端末の件" : "件", "端末");
    follow();
    std::string paged;
    std::optional<Position> after;
    int pages = 0;
    do {
        const auto page = ask("端末", {"thing", true, {}}, after, 5).at(0);
        for (const Hit& hit : page.hits)
            paged += (paged.empty() ? "" : " ") + hit.subject_id;
        after = page.next;
        ++pages;
    } while (after);
    EXPECT_EQ(pages, 5);
    EXPECT_EQ(paged, ids("端末"));
}

TEST_P(Index, long_texts_are_one_hit)
{
    std::string text = "はじめ";
    for (int i = 0; i < 2000; ++i)
        text += "端末の設定";
    write("1", "", "長い件", text + "おわり");
    follow();
    EXPECT_EQ(ids("端末"), "1");
    EXPECT_EQ(ids("長い はじめ"), "1");
    EXPECT_EQ(ids("長い おわり"), "1");
    EXPECT_GT(stamps().size(), 1U);
}

TEST_P(Index, made_anew_equals_the_one_that_followed)
{
    for (int i = 0; i < 40; ++i) {
        write(fmt::format("{}", i % 15), fmt::format("N-{}", i), "端末の件", fmt::format("変更{}回目", i));
        if (i % 7 == 0)
            remove(fmt::format("{}", i % 5));
        if (i % 4 == 0)
            follow();
    }
    follow();
    const auto before = stamps();
    const std::string found = ids("端末");
    EXPECT_EQ((Follower{database(), sources}.start_over()), 1);
    EXPECT_EQ(ids("端末"), "");
    follow();
    EXPECT_EQ(stamps(), before);
    EXPECT_EQ(ids("端末"), found);
    EXPECT_EQ(ids("変更39回目"), "9");
    EXPECT_EQ(ids("変更24回目"), "") << "replaced since";
}

TEST_P(Index, is_never_taken_for_what_a_process_remembers_of_an_earlier_one)
{
    const auto add = [&](const char* id, const char* title) {
        write(id, "", title, "");
        follow();
    };
    add("a", "端末の件");
    add("b", "回線の件");
    add("a", "端末と回線の件");
    EXPECT_EQ(ids("回線"), "a b");
    EXPECT_EQ(ids("端末"), "a");
    things.at("b").title = "端末の件";
    Follower{database(), sources}.start_over();
    follow();
    EXPECT_EQ(ids("端末"), "a b");
    EXPECT_EQ(ids("回線"), "a");
    Follower{database(), sources}.start_over();
    things.at("a").title = "別の件";
    follow();
    EXPECT_EQ(ids("端末"), "b") << "the events are the same as before";
    EXPECT_EQ(ids("回線"), "");
}

TEST_P(Index, answers_again_without_reading_it)
{
    for (int i = 0; i < 20; ++i)
        write(fmt::format("{}", i), "", "端末の件", "設定");
    follow();
    const Limit whole{"thing", true, {}};
    const auto statements = [&] {
        return database().read([&](db::Reader& reader) {
            const auto found = find(reader, memory, contract, question_of("端末 設定"), std::span{&whole, 1}, {}, 5);
            EXPECT_EQ(found.kinds.at(0).hits.size(), 5U);
            return reader.statements();
        });
    };
    EXPECT_EQ(statements(), 3) << "the state, the postings, the pieces";
    EXPECT_EQ(statements(), 1) << "the state";
    write("20", "", "端末の件", "設定");
    follow();
    EXPECT_EQ(statements(), 3) << "a new state";
    EXPECT_EQ(ids("端末").substr(0, 2), "20");
}

TEST_P(Index, is_not_asked_for_its_state_again_before_it_may_have_changed)
{
    write("1", "", "端末の件", "設定");
    follow();
    Memory patient{std::chrono::hours{1}};
    const Limit whole{"thing", true, {}};
    const auto asked = [&](const char* typed) {
        return database().read([&](db::Reader& reader) {
            const auto found = find(reader, patient, contract, question_of(typed), std::span{&whole, 1}, {}, 5);
            return fmt::format("{} in {}", found.kinds.empty() ? 0 : found.kinds[0].hits.size(), reader.statements());
        });
    };
    EXPECT_EQ(asked("端末"), "1 in 3");
    EXPECT_EQ(asked("端末"), "1 in 0");
    write("2", "", "端末の件", "回線");
    Follower{database(), sources}.catch_up(); // another process
    EXPECT_EQ(asked("端末"), "1 in 0") << "found a little later";
    EXPECT_EQ(asked("回線"), "1 in 3") << "what was not remembered is read with the state it belongs to";
    EXPECT_EQ(asked("端末"), "2 in 2");
    write("3", "", "端末の件", "");
    Follower{database(), sources, &patient}.catch_up(); // this process
    EXPECT_EQ(asked("端末"), "3 in 3");
}

TEST_P(Index, is_moved_on_by_one_process_only)
{
    write("1", "", "端末", "");
    const Cursor to{1, 1};
    const auto move = [&](const std::optional<Cursor>& from, const Cursor& next) {
        return database().write([&](db::Tx& tx) { return apply(tx, contract, from, next, {}); });
    };
    EXPECT_TRUE(move(std::nullopt, to));
    EXPECT_FALSE(move(std::nullopt, to)) << "begun already";
    EXPECT_FALSE(move(Cursor{0, 0}, to)) << "not where it stands";
    EXPECT_TRUE(move(to, {2, 1}));
}

TEST_P(Index, two_followers_do_each_step_once)
{
    Follower one{database(), sources};
    Follower other{database(), sources};
    for (int i = 0; i < 6; ++i) {
        write(fmt::format("{}", i), "", "端末", "");
        (i % 2 == 0 ? one : other).catch_up();
    }
    one.catch_up();
    other.catch_up();
    EXPECT_EQ(ids("端末"), "5 4 3 2 1 0");
    EXPECT_EQ(stamps().size(), 6U);
}

TEST_P(Index, a_document_is_found_by_every_pair_of_its_text)
{
    const auto alphabet = std::to_array<const char*>(
        {"端", "末", "髙", "ｶﾞ", "ー", "ｰ", "A", "ａ", "-", "０", " ", "㈱", "ﾊﾟ", "\n", "、", "\"", "*"});
    rc::check("for texts of awkward characters", [&](const std::vector<unsigned>& drawn) {
        std::string text;
        for (const unsigned each : drawn)
            text += alphabet[each % alphabet.size()];
        write("1", "", "件", text);
        follow();
        const std::string key = fold(text);
        for (const std::string& pair : pairs_of(key))
            RC_ASSERT(ids(pair) == "1");
    });
}

}
}
