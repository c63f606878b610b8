#include "features/site/site_list.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/site/site_list_doc.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iconv.h>

namespace hoshuban::site {
namespace {

SiteId id_of(int number)
{
    return {fmt::format("new-{}", number)};
}

std::string cell(std::string text)
{
    for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
        text.insert(at, "\"");
    return "\"" + text + "\"";
}

// The sites as the city's own CSV has them, in an order of its own.
std::string csv_of(const std::vector<contract::Site>& sites)
{
    std::string csv = "備考,名称,部署,住所,番号,別名,市が管理\r\n";
    for (const contract::Site& site : sites) {
        csv += fmt::format("{},{},{},{},{},{},{}\r\n", cell(site.remarks), cell(site.name), cell(site.departments),
            cell(site.address), site.number, cell(text_of({site}, SiteColumn::aliases)),
            text_of({site}, SiteColumn::excluded));
    }
    return csv;
}

// The same bytes as Excel saves a CSV in Japan.
std::string cp932_of(std::string text)
{
    std::string bytes(text.size(), '\0');
    char* from = text.data();
    char* to = bytes.data();
    std::size_t left = text.size();
    std::size_t room = bytes.size();
    const iconv_t converter = iconv_open("CP932", "UTF-8");
    EXPECT_NE(iconv(converter, &from, &left, &to, &room), static_cast<std::size_t>(-1)) << text;
    iconv_close(converter);
    bytes.resize(bytes.size() - room);
    return bytes;
}

std::string told(const SitePlan& plan)
{
    std::string text;
    for (const auto& row : plan.rows) {
        text += fmt::format("{} {} {}", row.row, row.number, name_of(row.outcome));
        for (const auto& change : row.changes)
            text += fmt::format(" {}:{}>{}", change.cell, change.before, change.after);
        for (const auto& problem : row.problems)
            text += fmt::format(" {}!{}", problem.cell, problem.code);
        text += '\n';
    }
    return text;
}

SitePlan plan_of(const contract::Profile& profile, std::string_view bytes, const char* on)
{
    const SiteState state{.profile = profile, .entered = {}, .units = {}};
    const auto sheet = read_site_list(bytes, {});
    return plan_sites(state, test::day(on), sheet.value().rows, id_of);
}

// What is stored of a plan, as the sites that every room then knows.
std::vector<contract::Site> stored(const SitePlan& plan, const std::vector<contract::Site>& like)
{
    std::vector<contract::Site> sites;
    for (const auto& row : plan.rows) {
        contract::Site site = row.saved.value().facts.back().site;
        const auto same = std::ranges::find(like, site.number, &contract::Site::number);
        EXPECT_EQ(site.id, id_of(site.number));
        site.id = same->id;
        site.planned = same->planned;
        sites.push_back(std::move(site));
    }
    return sites;
}

// The tables of the specifications: 22 sites of both Juki-Net contracts, 32 of the core contract, from files.
TEST(SiteList, ReproducesTheTablesOfTheContracts)
{
    for (const auto& [id, count] : {std::pair{test::ids::r6, 22}, {test::ids::r7, 22}, {test::ids::r5, 32}}) {
        contract::Profile profile = test::profile(id);
        const auto sites = profile.sites;
        ASSERT_EQ(sites.size(), count) << id;
        const std::string first = to_text(profile.period.first);
        const std::string csv = csv_of(sites);
        SiteFacts facts;
        for (const contract::Site& site : sites)
            facts.push_back({site, profile.period.first, true});
        const auto workbook = site_workbook(facts, Language::ja, *parse_instant("2025-12-01T00:00:00Z"));
        ASSERT_TRUE(workbook) << id << workbook.error().text.en;
        for (const std::string& bytes : {csv, cp932_of(csv), *workbook}) {
            const SitePlan same = plan_of(profile, bytes, first.c_str());
            EXPECT_EQ(same.count(sheet::Outcome::unchanged), count) << id << '\n' << told(same);
            contract::Profile empty = profile;
            empty.sites.clear();
            const SitePlan fresh = plan_of(empty, bytes, first.c_str());
            EXPECT_EQ(fresh.count(sheet::Outcome::created), count) << id << '\n' << told(fresh);
            EXPECT_EQ(stored(fresh, sites), sites) << id;
        }
    }
}

TEST(SiteList, TellsEachRowAndCell)
{
    struct Case {
        const char* what;
        const char* rows;
        const char* told;
    };
    const Case cases[] = {
        {"an address that changes", "4,北区役所,北区北30条\n",
            "2 4 changed C2:札幌市北区北24条西6丁目1-1>北区北30条\n"},
        {"nothing new", "4,北区役所,札幌市北区北24条西6丁目1-1\n", "2 4 unchanged\n"},
        {"a new site", "40,新しい拠点,東区\n", "2 40 new A2:>40 B2:>新しい拠点 C2:>東区\n"},
        {"full width", "４０,新しい拠点,\n", "2 40 new A2:>40 B2:>新しい拠点\n"},
        {"no number", "x,北区役所,\n", "2 x refused A2!site/number\n"},
        {"a number too high", "123456,新,\n", "2 123456 refused A2!site/number\n"},
        {"a number twice", "40,甲,\n40,乙,\n", "2 40 new A2:>40 B2:>甲\n3 40 refused A3!import/duplicate_site\n"},
        {"a new site without a name", "40,,東区\n", "2 40 refused B2!required\n"},
        {"the name of another", "40,北区役所,\n", "2 40 refused B2!site/name_taken\n"},
        {"one name for two new sites", "40,甲,\n41,甲,\n",
            "2 40 new A2:>40 B2:>甲\n3 41 refused A3:>41 B3:>甲 B3!site/name_taken\n"},
        {"a blank name keeps the name", "4,,北区北30条\n", "2 4 changed C2:札幌市北区北24条西6丁目1-1>北区北30条\n"},
        {"blank rows", ",,\n4,北区役所,札幌市北区北24条西6丁目1-1\n", "3 4 unchanged\n"},
    };
    for (const Case& each : cases) {
        const std::string csv = std::string{"拠点番号,拠点,所在地\n"} + each.rows;
        EXPECT_EQ(told(plan_of(test::profile(test::ids::r5), csv, "2023-10-01")), each.told) << each.what;
    }
}

TEST(SiteList, ReadsWhoKeepsASite)
{
    const auto kept = [](const char* said) {
        return told(plan_of(test::profile(test::ids::r5), fmt::format("番号,管理\n4,{}\n", said), "2023-10-01"));
    };
    EXPECT_EQ(kept("市が管理"), "2 4 changed B2:>市が管理\n");
    EXPECT_EQ(kept(""), "2 4 unchanged\n");
    EXPECT_EQ(kept("たぶん"), "2 4 refused B2!import/yes_or_blank\n");
}

TEST(SiteList, ClosesAndReopensWhereTheListSaysSo)
{
    contract::Profile profile = test::profile(test::ids::r5);
    const contract::Site north = *std::ranges::find(profile.sites, 4, &contract::Site::number);
    SiteState state{.profile = profile};
    const auto said = [&](const char* row, const char* on) {
        const auto sheet = read_site_list(fmt::format("拠点番号,所在地,状態\n{}\n", row), {});
        return plan_sites(state, test::day(on), sheet.value().rows, id_of);
    };
    const std::string here = north.address;
    EXPECT_EQ(told(said(fmt::format("4,{},", here).c_str(), "2023-10-01")), "2 4 unchanged\n") << "blank says nothing";
    EXPECT_EQ(told(said(fmt::format("4,{},開設", here).c_str(), "2023-10-01")), "2 4 unchanged\n");
    EXPECT_EQ(told(said("4,,たぶん", "2023-10-01")), "2 4 refused C2!import/open_or_closed\n");
    EXPECT_EQ(told(said("40,東区,閉鎖", "2023-10-01")), "2 40 refused C2!site/new_closed\n");

    state.units[north.id] = 13;
    EXPECT_EQ(told(said(fmt::format("4,{},閉鎖", here).c_str(), "2023-10-01")), "2 4 refused C2!site/units_there\n");
    state.units.clear();
    const SitePlan shut = said(fmt::format("4,{},閉鎖", here).c_str(), "2023-10-01");
    EXPECT_EQ(told(shut), "2 4 changed C2:開設>閉鎖\n");
    EXPECT_STREQ(shut.rows.at(0).saved->kind, "site.closed");
    state.entered[north.id] = shut.rows.at(0).saved->facts;
    EXPECT_FALSE(state.entered[north.id].back().open);
    const SitePlan again = said("4,北区北30条,開設", "2023-11-01");
    EXPECT_EQ(told(again), fmt::format("2 4 changed B2:{}>北区北30条 C2:閉鎖>開設\n", here)) << "and moved";
    EXPECT_STREQ(again.rows.at(0).saved->kind, "site.reopened");
    EXPECT_TRUE(again.rows.at(0).saved->facts.back().open);
    EXPECT_EQ(told(said("4,北区北30条,開設", "2023-09-01")), "2 4 refused C2!site/later_fact\n");
}

TEST(SiteList, AsksWhatAHeadingMeansAndRemembers)
{
    const std::string csv = "整理No,庁舎,ところ\n4,北区役所,北区北30条\n";
    const auto unread = read_site_list(csv, {});
    ASSERT_TRUE(unread);
    EXPECT_FALSE(unread->found);
    ASSERT_EQ(unread->headings.size(), 3U);
    EXPECT_EQ(unread->headings[2].text, "ところ");
    EXPECT_EQ(unread->headings[2].sample, "北区北30条");
    const std::vector<HeadingChoice> said{
        {"整理No", SiteColumn::number}, {"ところ", SiteColumn::address}, {"庁舎", std::nullopt}};
    const auto read = read_site_list(csv, said);
    ASSERT_TRUE(read && read->found);
    EXPECT_FALSE(read->headings[1].means);
    EXPECT_EQ(read->rows.at(0).value(SiteColumn::address), "北区北30条");
    EXPECT_FALSE(read->rows.at(0).values.contains(SiteColumn::name));
}

// Written by LibreOffice: a title and a blank row above the headings, columns in an order of its own, numbers as
// numbers, one of them in full width, a cell of two lines.
TEST(SiteList, OfLibreOfficeIsRead)
{
    const auto path = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "tests/fixtures/registers/sites-libreoffice.xlsx";
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(told(plan_of(test::profile(test::ids::r5), bytes, "2023-10-01")),
        "4 4 changed C4:保健福祉課、保護課、保険年金課、戸籍住民課>\n"
        "5  refused E5!site/number\n"
        "6 40 new E6:>40 B6:>新しい窓口 D6:>東区北10条東7丁目 C6:>市民課\n"
        "7 41 new E7:>41 B7:>もう一つの窓口 A7:>新築\n（仮）\n");
}

TEST(SiteList, RefusesWhatIsNoList)
{
    EXPECT_EQ(read_site_list("", {}).error().code, "import/no_head");
    EXPECT_EQ(read_site_list("PK\x03\x04 broken", {}).has_value(), false);
    std::string long_list = "拠点番号,拠点\n";
    for (int i = 1; i <= 2'001; ++i)
        long_list += fmt::format("{},拠点{}\n", i, i);
    EXPECT_EQ(read_site_list(long_list, {}).error().code, "import/too_many_rows");
}

}
}
