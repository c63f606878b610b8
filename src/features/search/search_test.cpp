#include "core/fold.hpp"
#include "features/search/document.hpp"
#include "features/search/marked.hpp"
#include "features/search/posting.hpp"
#include "features/search/question.hpp"
#include "features/search/recent.hpp"
#include "features/search/word.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

namespace hoshuban::search {
namespace {

TEST(Words, are_folded_and_separated_by_spaces_only)
{
    struct Case {
        const char* typed;
        std::vector<std::string> words;
    };
    const Case cases[] = {
        {"端末", {"端末"}},
        {" 南支所　ﾉｰﾄ ", {"南支所", "の-と"}},
        {"髙橋 高橋", {"高橋"}},
        {"A25A－03", {"a25a-03"}},
        {R"("端末" OR -プリンタ* NEAR(a b))", {"\"端末\"", "or", "-ぷりんた*", "near(a", "b)"}},
        {"a\nb\tc", {"a", "b", "c"}},
        {"'; DROP TABLE x; --", {"';", "drop", "table", "x;", "--"}},
        {"　 ", {}},
        {"1 2 3 4 5 6 7 8 9", {"1", "2", "3", "4", "5", "6", "7", "8"}},
        {"a\x01z", {"a", "z"}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(words_of(c.typed), c.words) << c.typed;
    const auto words = words_of(std::string(1000, 'x'));
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0], std::string(most_characters, 'x'));
}

TEST(Pairs, stand_for_neighbouring_characters)
{
    EXPECT_EQ(pairs_of("端末の端末"), (std::vector<std::string>{"の端", "末の", "端末"}));
    EXPECT_EQ(pairs_of("a𠮷b"), (std::vector<std::string>{"a𠮷", "𠮷b"}));
    EXPECT_TRUE(pairs_of("鍵").empty());
    EXPECT_TRUE(pairs_of("").empty());
    EXPECT_EQ(characters_of("端末端"), (std::vector<std::string>{"末", "端"}));
    EXPECT_EQ(telling_pairs("abcdefgh", 3), (std::vector<std::string>{"ab", "de", "gh"}));
    EXPECT_EQ(telling_pairs("abab", 3), (std::vector<std::string>{"ab", "ba"}));
}

TEST(DocumentSet, keeps_what_was_stored_short_or_as_a_bitmap)
{
    for (const int step : {1, 3, 16, 17, 400, 8191}) {
        DocumentSet set;
        for (int number = 0; number < block_size; number += step)
            set.add(number);
        EXPECT_LE(set.stored().size(), 1024U);
        EXPECT_EQ(DocumentSet::from(set.stored()), set) << step;
        EXPECT_EQ(set.last_below(block_size), (block_size - 1) / step * step);
        EXPECT_EQ(set.last_below(0), std::nullopt);
        EXPECT_EQ(set.last_below(1), 0);
    }
    EXPECT_EQ(DocumentSet{}.stored(), "");
    EXPECT_TRUE(DocumentSet::from("").empty());
    EXPECT_EQ(DocumentSet{}.last_below(block_size), std::nullopt);
    EXPECT_TRUE(DocumentSet::from("\xff\xff").empty()) << "a number beyond the block";
}

std::string shown(const std::vector<Span>& spans)
{
    std::string text;
    for (const Span& span : spans)
        text += span.hit ? "[" + span.text + "]" : span.text;
    return text;
}

TEST(Marking, shows_the_words_as_they_were_written)
{
    struct Case {
        const char* text;
        const char* typed;
        const char* shown;
    };
    const Case cases[] = {
        {"南支所の ﾌﾟﾘﾝﾀ が停止", "プリンタ", "南支所の [ﾌﾟﾘﾝﾀ] が停止"},
        {"髙橋 一郎", "高橋一郎", "[髙橋 一郎]"},
        {"端末の端末", "端末", "[端末]の[端末]"},
        {"端末設定", "端末 末設", "[端末設]定"},
        {"端末A２５A－０３", "a25a-03", "端末[A２５A－０３]"},
        {"一行目\n二行目", "二行", "一行目 [二行]目"},
        {"何もない", "端末", "何もない"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(shown(Marking{c.text}.all(words_of(c.typed))), c.shown);
}

TEST(Marking, shows_the_neighbourhood_of_the_first_word)
{
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "あい";
    text += "端末";
    for (int i = 0; i < 40; ++i)
        text += "うえ";
    EXPECT_EQ(shown(Marking{text}.around({"端末"}, 20)), "…いあいあい[端末]うえうえうえうえうえうえう…");
    EXPECT_EQ(shown(Marking{"端末"}.around({"端末"}, 20)), "[端末]");
    EXPECT_EQ(shown(Marking{"なし"}.around({"端末"}, 20)), "なし");
}

TEST(Pieces, repeat_what_stands_at_a_border)
{
    std::string text;
    while (text.size() < 3 * most_piece_bytes)
        text += "端末の設定を変更する";
    const auto pieces = pieces_of("", {{{"本文", "Body"}, text}, {{"短い", "Short"}, "短文"}});
    ASSERT_GE(pieces.size(), 3U);
    EXPECT_EQ(pieces[1].part, "1");
    for (const Piece& piece : pieces) {
        std::size_t bytes = 0;
        for (const Field& field : piece.fields)
            bytes += field.text.size();
        EXPECT_LE(bytes, most_piece_bytes);
    }
    const std::string& first = pieces[0].fields[0].text;
    const std::string border = first.substr(first.size() - std::string_view{"設定を変更する"}.size());
    EXPECT_NE(pieces[1].fields[0].text.find(border), std::string::npos);
    EXPECT_EQ(pieces_of("f/", {})[0].part, "f/0");
}

TEST(Fields, come_back_as_they_were_stored)
{
    const std::vector<Field> fields{{{"本文", "Body"}, "一\n二"}, {{"空", "Empty"}, ""}};
    EXPECT_EQ(fields_from(stored(fields)), fields);
    EXPECT_TRUE(fields_from("broken").empty());
    EXPECT_EQ(reaches_from(stored_reaches({"*", "d総務課"})), (std::vector<std::string>{"*", "d総務課"}));
    EXPECT_TRUE(reaches_from("").empty());
    EXPECT_EQ(pieces_of("", {{{"本文", "Body"}, "a\x1e\x1fz"}})[0].fields[0].text, "a  z");
}

/// Postings of documents by hand: number → terms.
Blocks blocks_of(const std::map<int, std::vector<std::string>>& documents, const std::vector<int>& removed = {})
{
    std::map<std::pair<int, std::string>, DocumentSet> sets;
    for (const auto& [number, terms] : documents) {
        for (const std::string& term : terms)
            sets[{number / block_size, term}].add(number % block_size);
        if (std::ranges::find(removed, number) == removed.end())
            sets[{number / block_size, "*"}].add(number % block_size);
    }
    Blocks blocks;
    for (const auto& [where, set] : sets)
        blocks[where.first][where.second] = std::make_shared<const DocumentSet>(set);
    return blocks;
}

std::vector<std::string> all_of(Candidates candidates)
{
    std::vector<std::string> order;
    while (const auto position = candidates.next())
        order.push_back(to_text(*position));
    return order;
}

TEST(Candidates, come_by_tier_then_the_latest_first_over_all_blocks)
{
    const Blocks blocks = blocks_of({
        {5, {"=端末", "h端末", "t端末"}},
        {7, {"t端末"}},
        {block_size - 1, {"h端末", "t端末"}},
        {block_size, {"t端末"}},
        {3 * block_size + 1, {"h端末", "t端末"}},
        {3 * block_size + 2, {"t設定"}},
    });
    const Question question = question_of("端末");
    const Limit whole{.kind = "x", .whole = true};
    const std::vector<std::string> order{"0.5", "1.24577", "1.8191", "2.8192", "2.7"};
    EXPECT_EQ(all_of({question, whole, blocks, {}}), order);
    for (std::size_t i = 0; i < order.size(); ++i) {
        EXPECT_EQ(all_of({question, whole, blocks, parse_position(order[i])}),
            std::vector<std::string>(order.begin() + static_cast<std::ptrdiff_t>(i) + 1, order.end()));
    }
    EXPECT_TRUE(all_of({question_of("設 末"), whole, blocks, {}}).empty()) << "one character: headings only";
    EXPECT_TRUE(all_of({question_of(" "), whole, blocks, {}}).empty());
}

TEST(Candidates, hold_only_what_is_reached)
{
    const std::map<int, std::vector<std::string>> documents{
        {1, {"t端末", "r*"}},
        {2, {"t端末", "rd総務課"}},
        {3, {"t端末", "rssite"}},
        {4, {"t端末"}},
        {5, {"t端末", "r*"}},
    };
    const Blocks blocks = blocks_of(documents, {5});
    const Question question = question_of("端末");
    const auto found = [&](Limit limit) { return all_of({question, limit, blocks, {}}); };
    using Order = std::vector<std::string>;
    EXPECT_EQ(found({"x", true, {}}), (Order{"2.4", "2.3", "2.2", "2.1"}));
    EXPECT_EQ(found({"x", false, {everyone(), division("総務課")}}), (Order{"2.2", "2.1"}));
    EXPECT_EQ(found({"x", false, {everyone(), site("site")}}), (Order{"2.3", "2.1"}));
    EXPECT_EQ(found({"x", false, {}}), (Order{}));
}

TEST(Recent, keeps_what_is_asked_for_within_its_bounds)
{
    Recent<int> recent{1000};
    for (int i = 0; i < 100; ++i) {
        recent.keep(std::to_string(i), std::make_shared<int>(i), 100);
        const auto first = recent.find("0");
        ASSERT_TRUE(first) << i;
        EXPECT_EQ(*first, 0);
        EXPECT_LE(recent.bytes(), 1000U);
    }
    EXPECT_TRUE(recent.find("99"));
    EXPECT_FALSE(recent.find("50"));
    recent.keep("large", std::make_shared<int>(1), 5000);
    recent.keep("next", std::make_shared<int>(2), 100);
    recent.keep("after", std::make_shared<int>(3), 400);
    recent.keep("last", std::make_shared<int>(4), 400);
    EXPECT_FALSE(recent.find("large"));
}

TEST(Position, is_read_strictly)
{
    EXPECT_EQ(parse_position("1.4711"), (Position{Tier::heading, 4711}));
    for (const char* broken : {"", "1", "1.", "3.1", "1.-1", "1.1x", "x.1", "1.99999999999"})
        EXPECT_EQ(parse_position(broken), std::nullopt) << broken;
}

TEST(Terms, of_a_piece_hold_every_pair_of_its_text)
{
    rc::check("for any text", [](const std::vector<std::string>& texts) {
        std::vector<Field> fields;
        for (const std::string& text : texts)
            fields.push_back({{"本文", "Body"}, text});
        const Document document{.subject_id = "1", .number = "A25A-03", .title = "端末"};
        for (const Piece& piece : pieces_of("", fields)) {
            const auto terms = terms_of(document, piece);
            const std::set<std::string> held{terms.begin(), terms.end()};
            for (const Field& field : piece.fields) {
                for (const std::string& pair : pairs_of(fold(field.text)))
                    RC_ASSERT(held.contains('t' + pair));
            }
            RC_ASSERT(held.contains("=a25a-03") && held.contains("h端末") && held.contains("t端末"));
        }
    });
}

}
}
