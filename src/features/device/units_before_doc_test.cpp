#include "features/device/units_before_doc.hpp"

#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

UnitBefore moved_printer()
{
    UnitBefore unit;
    unit.device.id = {"D-0014"};
    unit.device.number = "実機-00014";
    unit.device.device_class = "color_printer";
    unit.device.kind = "プリンタ";
    unit.device.model = "RICOH_SP_C840";
    unit.device.division = "住記・税";
    unit.device.known = contract::DeviceKnown::count;
    unit.device.pair_unit = contract::PairUnit::standby;
    unit.device.remarks = "窓口, \"二階\"\n改行も";
    unit.described = true;
    unit.detail = UnitDetail{.serial = "R-00014",
        .bought_on = make_day(2025, 3, 1),
        .wire = false,
        .spare_key = true,
        .medium_edition = "窓口端末 第2版",
        .version = 7};
    unit.addresses =
        Addresses{{make_day(2025, 4, 1), make_day(2025, 12, 1), "10.1.2.3"}, {make_day(2025, 12, 1), no_end, ""}};
    unit.parts = std::vector<Part>{
        {{"p-1"}, PartKind::card_reader, "RC-S380/S", "0012345", make_day(2025, 4, 1), make_day(2025, 12, 1), 2},
        {{"p-2"}, PartKind::other, "棚, \"上\"", "", make_day(2025, 12, 1), no_end, 1}};
    unit.course = {{make_day(2025, 4, 1), make_day(2025, 12, 1), {SiteId{"S-003"}, "2階", Use::spare, Keeper::city}},
        {make_day(2025, 12, 1), no_end, {}}};
    return unit;
}

TEST(UnitsBefore, ComeBackAsTheyWere)
{
    UnitBefore fresh;
    fresh.device.id = {"D-0015"};
    fresh.fresh = true;
    fresh.entered = true;
    fresh.detail.emplace();
    fresh.addresses.emplace();
    fresh.parts.emplace();
    const std::vector units{moved_printer(), fresh};
    const auto back = units_before_from(units_before_document(units));
    ASSERT_TRUE(back) << back.error().text.en;
    ASSERT_EQ(back->size(), units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const UnitBefore& was = units[i];
        const UnitBefore& read = back->at(i);
        EXPECT_EQ(read.device, was.device);
        EXPECT_EQ(read.course, was.course);
        EXPECT_EQ(read.detail, was.detail);
        EXPECT_EQ(read.addresses, was.addresses);
        EXPECT_EQ(read.parts, was.parts);
        EXPECT_EQ(read.fresh, was.fresh);
        EXPECT_EQ(read.described, was.described);
        EXPECT_EQ(read.entered, was.entered);
    }
}

TEST(UnitsBefore, OfActsBeforeListsHadPartsAreReadToo)
{
    const auto units = units_before_from("D-0014,実機-00014,pc,端末,LIFEBOOK,,住記・税,current,unit,both,,0,1,1,0,0\r\n"
                                         "2025-04-01,9999-12-31,S-003,2階,in_service,contractor\r\n");
    ASSERT_TRUE(units) << units.error().text.en;
    ASSERT_EQ(units->size(), 1U);
    EXPECT_EQ(units->front().device.number, "実機-00014");
    EXPECT_EQ(units->front().course.size(), 1U);
    EXPECT_FALSE(units->front().parts);
}

TEST(UnitsBefore, RefuseWhatIsNoSuchDocument)
{
    const std::string whole = units_before_document(std::vector{moved_printer()});
    for (const std::string& document : {std::string{"a,b\r\n"}, "2025-04-01,2025-12-01,,2階,spare,city\r\n" + whole,
             std::string{whole}.replace(whole.find("spare"), 5, "lost"),
             std::string{whole}.replace(whole.find("card_reader"), 11, "card_writer"),
             std::string{whole}.replace(whole.find("2025-04-01"), 10, "2025-04-31")})
        EXPECT_FALSE(units_before_from(document)) << document;
    EXPECT_TRUE(units_before_from("")->empty());
}

}
}
