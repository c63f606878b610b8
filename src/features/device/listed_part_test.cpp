#include "features/device/listed_part.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

const LocalDay april = make_day(2025, 4, 1);
const LocalDay october = make_day(2025, 10, 3);

TEST(ListedParts, AreReadFromACell)
{
    struct Case {
        const char* cell;
        const char* told;
    };
    const Case cases[] = {
        {"", ""},
        {"なし", ""},
        {"－", ""},
        {"RC-S380/S", "RC-S380/S "},
        {"RC-S380/S（S/N 0012345）", "RC-S380/S 0012345"},
        {"RC-S380/S (Ｓ／Ｎ：00123)", "RC-S380/S 00123"},
        {"住民基本台帳用ICカードリーダライタ（富士通）", "住民基本台帳用ICカードリーダライタ（富士通） "},
        {"住民基本台帳用ICカードリーダライタ（富士通）（S/N 7）", "住民基本台帳用ICカードリーダライタ（富士通） 7"},
        {"B；A（S/N 1）\nC; ", "A 1,B ,C "},
        {"あり", "import/part_without_model"},
        {"○", "import/part_without_model"},
    };
    for (const Case& c : cases) {
        std::string told;
        if (const auto parts = listed_parts(PartKind::card_reader, c.cell)) {
            for (const ListedPart& part : *parts)
                told += fmt::format("{}{} {}", told.empty() ? "" : ",", part.model, part.serial);
        } else {
            told = parts.error().code;
        }
        EXPECT_EQ(told, c.told) << c.cell;
    }
}

TEST(ListedParts, ComeBackAsTheyWereWritten)
{
    const std::vector<ListedPart> parts{{PartKind::touch_panel, "TD1701SBP", ""},
        {PartKind::card_reader, "RC-S280/S", "0042"}, {PartKind::card_reader, "RC-S380/S", ""}};
    EXPECT_EQ(written(parts, PartKind::card_reader), "RC-S280/S（S/N 0042）；RC-S380/S");
    EXPECT_EQ(written(parts, PartKind::storage), "");
    EXPECT_EQ(listed_parts(PartKind::card_reader, written(parts, PartKind::card_reader)).value(),
        (std::vector<ListedPart>{parts[1], parts[2]}));
}

// Before, the list, and after: model, serial number, days and version of each part.
TEST(ListedParts, BecomeThePartsOfTheUnit)
{
    const auto reader = [](const char* id, const char* model, const char* serial, LocalDay from = april,
                            LocalDay to = no_end) {
        return Part{{id}, PartKind::card_reader, model, serial, from, to, 1};
    };
    struct Case {
        const char* story;
        std::vector<Part> was;
        const char* cell;
        const char* is;
    };
    const Case cases[] = {
        {"the first one", {}, "A", "new A  2025-10-03.. v1\n"},
        {"nothing changes", {reader("1", "A", "7")}, "a", "1 A 7 2025-04-01.. v1\n"},
        {"its serial number is told", {reader("1", "A", "")}, "A（S/N 7）", "1 A 7 2025-04-01.. v2\n"},
        {"another of its model", {reader("1", "A", "7")}, "A（S/N 8）",
            "1 A 7 2025-04-01..2025-10-03 v2\nnew A 8 2025-10-03.. v1\n"},
        {"of two of one model the one with this number stays", {reader("1", "A", "7"), reader("2", "A", "8")},
            "A（S/N 8）", "1 A 7 2025-04-01..2025-10-03 v2\n2 A 8 2025-04-01.. v1\n"},
        {"a second one of its model", {reader("1", "A", "")}, "A；A", "1 A  2025-04-01.. v1\nnew A  2025-10-03.. v1\n"},
        {"taken off", {reader("1", "A", "")}, "なし", "1 A  2025-04-01..2025-10-03 v2\n"},
        {"it came on that very day by mistake", {reader("1", "A", "", october)}, "B", "new B  2025-10-03.. v1\n"},
        {"what is over and what is to come stay",
            {reader("1", "A", "", april, make_day(2025, 5, 1)), reader("2", "A", "", make_day(2025, 12, 1))}, "A",
            "1 A  2025-04-01..2025-05-01 v1\n2 A  2025-12-01.. v1\nnew A  2025-10-03.. v1\n"},
    };
    for (const Case& c : cases) {
        const auto listed =
            in_known_words(listed_parts(PartKind::card_reader, c.cell).value(), parts_on(c.was, october));
        std::string is;
        for (const Part& part : parts_with(c.was, october, listed, [] { return std::string{"new"}; })) {
            is += fmt::format("{} {} {} {}..{} v{}\n", part.id.text, part.model, part.serial, to_text(part.from),
                part.to == no_end ? "" : to_text(part.to), part.version);
        }
        EXPECT_EQ(is, c.is) << c.story;
    }
}

}
}
