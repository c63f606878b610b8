#include "features/procedure/comparison.hpp"

#include "features/attachment/passage_doc.hpp"
#include "formats/docx_package_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

using Lines = std::vector<std::string>;

// As a page prints it: "  " same, "- " removed, "+ " added, "~ n" folded, then the line numbers.
Lines printed(const std::vector<ShownLine>& lines)
{
    Lines out;
    for (const ShownLine& line : lines) {
        if (line.kind == LineKind::folded) {
            out.push_back("~ " + std::to_string(line.count));
            continue;
        }
        const std::string sign = line.kind == LineKind::removed ? "- " : line.kind == LineKind::added ? "+ " : "  ";
        const auto number = [](const std::optional<int>& n) { return n ? std::to_string(*n) : "_"; };
        out.push_back(sign + line.text + " " + number(line.before) + "/" + number(line.after));
    }
    return out;
}

Lines numbered(int count, const Lines& changes = {})
{
    Lines lines;
    for (int i = 1; i <= count; ++i)
        lines.push_back("行" + std::to_string(i));
    for (const std::string& change : changes)
        lines[static_cast<std::size_t>(std::stoi(change)) - 1] = "直した" + change;
    return lines;
}

TEST(Comparison, FoldsWhatIsEqualAndFarFromAnyDifference)
{
    EXPECT_EQ(printed(compare(numbered(12), numbered(12, {"6"}), Extent::differences)),
        (Lines{"~ 3", "  行4 4/4", "  行5 5/5", "- 行6 6/_", "+ 直した6 _/6", "  行7 7/7", "  行8 8/8", "~ 4"}));
}

TEST(Comparison, FoldsNoSingleLine)
{
    EXPECT_EQ(printed(compare(numbered(4), numbered(4, {"4"}), Extent::differences)),
        (Lines{"  行1 1/1", "  行2 2/2", "  行3 3/3", "- 行4 4/_", "+ 直した4 _/4"}));
}

TEST(Comparison, ShowsTheWholeTextWhenAsked)
{
    const auto all = compare(numbered(30), numbered(30, {"15"}), Extent::whole);
    EXPECT_EQ(all.size(), 31U);
    EXPECT_TRUE(differs(all));
    const auto equal = compare(numbered(30), numbered(30), Extent::differences);
    EXPECT_EQ(printed(equal), Lines{"~ 30"});
    EXPECT_FALSE(differs(equal));
    EXPECT_TRUE(compare({}, {}, Extent::differences).empty());
}

// The text of two Word documents, as an approver sees what changed.
TEST(Comparison, TellsWhatChangedInAWordDocument)
{
    const auto text = [](const Lines& lines) {
        Lines read;
        const auto passages = attachment::passages_of(test::docx_of_lines(lines), "手順.docx");
        EXPECT_TRUE(passages);
        for (const attachment::Passage& passage : *passages)
            read.push_back(passage.text);
        return read;
    };
    const Lines before = text({"1. 作業の準備", "2. 停止を確認する", "3. 適用前に控えを取る", "4. 再起動は利用者が行う",
        "5. 版を確かめる", "6. 記録する"});
    const Lines after = text({"1. 作業の準備", "2. 停止を確認する", "3. 適用前に控えを取る",
        "4. 再起動は作業者が閉庁後に行う", "5. 版を確かめる", "6. 記録する", "7. 現場へ伝える"});
    EXPECT_EQ(printed(compare(before, after, Extent::differences)),
        (Lines{"  1. 作業の準備 1/1", "  2. 停止を確認する 2/2", "  3. 適用前に控えを取る 3/3",
            "- 4. 再起動は利用者が行う 4/_", "+ 4. 再起動は作業者が閉庁後に行う _/4", "  5. 版を確かめる 5/5",
            "  6. 記録する 6/6", "+ 7. 現場へ伝える _/7"}));
}

TEST(Comparison, WritesStepsAsLines)
{
    const std::vector<Step> steps{{1, "控えを取る", false, false, false}, {2, "確認する", true, true, true}};
    EXPECT_EQ(lines_of(steps), (Lines{"控えを取る", "確認する（機器ごと・動作確認・写真）"}));
    EXPECT_EQ(lines_of(steps, Language::en), (Lines{"控えを取る", "確認する (per device, operation check, photo)"}));
}

TEST(Comparison, PairsFilesByNameAndASingleOneByItself)
{
    const NamedHash a1{"a.docx", "1"};
    const NamedHash a2{"a.docx", "2"};
    const NamedHash b1{"b.docx", "1"};
    const NamedHash b2{"b.docx", "2"};
    using Pairs = std::vector<FilePair>;
    EXPECT_EQ(pair_files({a1}, {a1}), (Pairs{{FileChange::same, a1, a1}}));
    EXPECT_EQ(pair_files({a1}, {a2}), (Pairs{{FileChange::changed, a1, a2}}));
    EXPECT_EQ(pair_files({a1}, {b2}), (Pairs{{FileChange::changed, a1, b2}})) << "renamed";
    EXPECT_EQ(pair_files({}, {a1}), (Pairs{{FileChange::added, std::nullopt, a1}}));
    EXPECT_EQ(pair_files({a1, b1}, {a1}), (Pairs{{FileChange::same, a1, a1}, {FileChange::removed, b1, std::nullopt}}));
    EXPECT_EQ(
        pair_files({a1}, {a2, b1}), (Pairs{{FileChange::changed, a1, a2}, {FileChange::added, std::nullopt, b1}}));
}

}
}
