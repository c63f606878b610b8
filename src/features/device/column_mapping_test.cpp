#include "features/device/column_mapping.hpp"

#include "features/device/ledger_import_doc.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

std::string heads_of(const LedgerSheet& sheet)
{
    std::string text = sheet.found ? "found " : "lost ";
    for (const Heading& each : sheet.headings)
        text += each.column + ":" + each.text + "=" + (each.means ? std::string{name_of(*each.means)} : "-") + "/" +
            each.sample + " ";
    return text;
}

TEST(ColumnMapping, IsAskedForAndGoesBeforeTheWordsThatAreKnown)
{
    const LocalDay today = test::day("2025-10-03");
    const auto read = [&](const std::string& csv, std::vector<ColumnChoice> said) {
        return read_ledger_sheet(csv, today, said).value();
    };
    const std::string own = "令和7年度の一覧\n呼び名,置き場,備考\nD-1,3階,可\n";
    EXPECT_EQ(heads_of(read(own, {})), "lost A:呼び名=-/D-1 B:置き場=-/3階 C:備考=-/可 ");
    const std::vector<ColumnChoice> said{
        {"呼び名", LedgerColumn::number}, {"置き場", LedgerColumn::place}, {"備考", std::nullopt}};
    const auto sheet = read(own, said);
    EXPECT_EQ(heads_of(sheet), "found A:呼び名=number/D-1 B:置き場=place/3階 C:備考=-/可 ");
    ASSERT_EQ(sheet.rows.size(), 1U);
    EXPECT_EQ(sheet.rows[0].value(LedgerColumn::place), "3階");
    EXPECT_EQ(sheet.rows[0].cell(LedgerColumn::place), "B3");
    EXPECT_FALSE(sheet.rows[0].values.contains(LedgerColumn::remarks)) << "passed over";
    // Another meaning for a word that is known, in another order of columns.
    EXPECT_EQ(heads_of(read("拠点,機器ID\n3階,D-1\n", {{"拠点", LedgerColumn::place}})),
        "found A:拠点=place/3階 B:機器ID=number/D-1 ");
    EXPECT_EQ(read_ledger_sheet("甲,乙\n1,2\n", today, {}).error().code, "import/no_head");
}

TEST(ColumnMapping, FitsAListWhenItSpeaksOfEveryUnknownHeading)
{
    const std::vector<ColumnMapping> known{{"甲", {{"呼び名", LedgerColumn::number}}},
        {"乙", {{"呼び名", LedgerColumn::number}, {"置き場", LedgerColumn::place}}}};
    const std::vector<Heading> list{{"A", "呼び名"}, {"B", " 置き場"}, {"C", "備考", LedgerColumn::remarks}};
    EXPECT_EQ(fitting(known, list), &known[1]);
    EXPECT_EQ(fitting(known, std::vector<Heading>{{"A", "別の列"}}), nullptr);
    EXPECT_EQ(fitting(known, std::vector<Heading>{{"C", "備考", LedgerColumn::remarks}}), nullptr);
}

TEST(ColumnMapping, RefusesWhatWouldBeUnclear)
{
    const auto refusal = [](ColumnMapping mapping) {
        const auto taken = take(mapping);
        return taken ? std::string{} : taken.error().code;
    };
    EXPECT_EQ(refusal({" 年次 ", {{"甲", LedgerColumn::number}, {"乙", {}}, {"丙", {}}}}), "");
    EXPECT_EQ(refusal({"　", {{"甲", LedgerColumn::number}}}), "required");
    EXPECT_EQ(refusal({"年次", {{"甲", LedgerColumn::number}, {"乙", LedgerColumn::number}}}), "import/column_twice");
    EXPECT_EQ(refusal({"年次", {{"甲", LedgerColumn::number}, {"甲", {}}}}), "import/heading_twice");
}

}
}
