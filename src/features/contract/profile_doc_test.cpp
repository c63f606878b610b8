#include "features/contract/profile_doc.hpp"

#include "features/contract/profile_diff_doc.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

using namespace test::ids;

// The profile with one text replaced, which must stand there exactly once or be the first of several.
ProfileFiles changed(const std::string& id, const std::string& file, const std::string& from, const std::string& to)
{
    ProfileFiles files = test::profile_files(id);
    const auto at = files[file].find(from);
    if (at == std::string::npos)
        throw std::logic_error("not in the profile: " + from);
    files[file].replace(at, from.size(), to);
    return files;
}

int line_of(const std::string& id, const std::string& file, const std::string& text)
{
    const ProfileFiles files = test::profile_files(id);
    const std::string& bytes = files.at(file);
    return static_cast<int>(
               std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.find(text)), '\n')) +
        1;
}

TEST(ProfileDoc, AllFiveAreRead)
{
    for (const char* id : {"sapporo-r6-juki-cs", "sapporo-r5-core-terminals", "sapporo-r3-mynumber-centre",
             "other-city-r6-terminals", r7}) {
        const auto profile = read_profile(test::profile_files(id));
        EXPECT_TRUE(profile) << id << ": " << (profile ? "" : profile.error().fields.at(0).text.en);
        EXPECT_EQ(profile->id.text, id);
    }
}

// The totals and references of what the city's lists bring are not held against files without rows.
TEST(ProfileDoc, AContractMayWaitForTheListsOfSitesAndDevices)
{
    for (const char* id : {"sapporo-r6-juki-cs", "sapporo-r5-core-terminals", r7}) {
        auto files = test::profile_files(id);
        for (const char* file : {"sites.csv", "devices.csv"})
            files[file].erase(files[file].find('\n') + 1);
        const auto profile = read_profile(files);
        ASSERT_TRUE(profile) << id << ": " << profile.error().fields.at(0).text.en;
        EXPECT_EQ(profile->sites.size() + profile->devices.size(), 0U);
        EXPECT_EQ(profile->stated_totals, test::profile(id).stated_totals);
        files.erase("sites.csv");
        EXPECT_TRUE(read_profile(files)) << id << " without the file";
    }
}

TEST(ProfileDoc, EveryContradictionIsNamedAtItsPlace)
{
    struct Case {
        const char* file;
        const char* from;
        const char* to;
        const char* message; // after the file and line
    };
    const Case cases[] = {
        {"contract.yaml", "limit: 2\n  unit: open_days", "limit: 二日\n  unit: open_days",
            "minutes.limit: expected a whole number, found \"二日\""},
        {"contract.yaml", "quotas: [annual_check]", "quotas: [anual_check]",
            "work_types[5].quotas[0]: there is no quota \"anual_check\" in this profile"},
        {"contract.yaml", "family: support", "family: suport",
            "work_types[6].family: there is no family \"suport\" in this profile"},
        {"contract.yaml", "incident_classes: [touch_panel]", "incident_classes: [touch_screen]",
            "work_types[7].incident_classes[0]: there is no device class \"touch_screen\" in this profile"},
        {"contract.yaml", "incident_classes: [touch_panel]", "incident_classes: [terminal]",
            "work_types[7].incident_classes[0]: faults of \"terminal\" are counted as another work type already"},
        {"contract.yaml", "otherwise_by: next_opening",
            "otherwise_by: next_opening\n    site_days: [{site: 999, weekdays: [sat]}]",
            "support_windows[2].site_days[0].site: there is no site number 999 in this profile"},
        {"contract.yaml", "at_limit: warn", "at_limit: block",
            "quotas[0].at_limit: an estimate warns; a cap needs recorded_agreement or block"},
        {"contract.yaml", "count: 130", "count: 131",
            "stated_totals[1].count: Integrated terminals: the contract states 131, the register holds 130"},
        {"contract.yaml", "planned: 3", "planned: 2",
            "stated_totals[1].planned: Integrated terminals: the contract states 2, the register holds 3"},
        {"contract.yaml", "part: card_reader, ", "",
            "stated_totals[3].part: part belongs to totals with counts: parts, and each of those needs it"},
        {"contract.yaml", "class: cs, count: 2", "class: cs, part: storage, count: 2",
            "stated_totals[0].part: part belongs to totals with counts: parts, and each of those needs it"},
        {"contract.yaml", "from: 2025-04-01, to: 2026-03-31", "from: 2026-04-01, to: 2026-03-31",
            "period: the period runs from 2026-04-01 to 2026-03-31"},
        {"contract.yaml", "{seq:2}", "{seq}",
            "numbers[0].pattern: the number pattern does not know \"seq\"; use {prefix}, {suffix}, {yy}, {yyyy} or "
            "{seq:2}"},
        {"contract.yaml", "sites: [15]", "sites: [99]", "entry_permits[0].sites[0]: sites.csv has no site 99"},
        {"contract.yaml", "generations: [renewed]", "generations: [next]",
            "passwords.targets[0].items[1].generations[0]: there is no generation \"next\" in this profile"},
        {"contract.yaml", "work_class: server_fault", "work_class: night",
            "support_windows[0].work_class: there is no work class \"night\" in this profile"},
        {"contract.yaml", "id: sapporo-r7-juki-cs", "id: system",
            "id: \"system\" names the common chain of events and cannot be a contract's id"},
        {"contract.yaml", "sheet_name: 作業依頼一覧",
            "sheet_name: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
            "list.sheet_name: a sheet name has 1 to 31 characters, found 32"},
        {"contract.yaml", "sheet_name: 作業依頼一覧", "sheet_name: 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
            "list.sheet_name: a sheet name has 1 to 31 characters, found 32"},
        {"contract.yaml", "sheet_name: 作業依頼一覧", "sheet_name: ''",
            "list.sheet_name: a sheet name has 1 to 31 characters, found 0"},
        {"contract.yaml", "sheet_name: 作業依頼一覧", "sheet_name: 作業/依頼",
            "list.sheet_name: a sheet name holds none of [ ] : * ? / \\, found \"作業/依頼\""},
        {"contract.yaml", "sheet_name: 作業依頼一覧", "sheet_name: 作業依頼'",
            "list.sheet_name: a sheet name neither starts nor ends with an apostrophe, found \"作業依頼'\""},
        {"contract.yaml", "date_style: western_slash", "date_styl: western_slash",
            "list.date_styl: unknown key; did you mean \"date_style\"?"},
        {"checks.yaml", "- no: 2\n", "- no: 3\n",
            "check_lists[0].items[1].no: items are numbered from 1 without a gap; this one is 2"},
        {"equipment.yaml", "class: touch_panel", "class: panel",
            "equipment[30].class: there is no device class \"panel\" in this profile"},
        {"papers.yaml", "limit: {end_of_month: true, months_later: 1}", "limit: {months_later: 1}",
            "papers[1].limit: write exactly one of service_minutes, open_days, calendar_days, nth_open_day, "
            "end_of_month: true"},
        {"papers.yaml", "waivable: true", "form: 届.docx\n    waivable: true",
            "papers[0].form: there is no forms/届.docx"},
        {"devices.csv", "D-0003,5,terminal", "D-0002,5,terminal", "number: the device \"D-0002\" stands twice"},
        {"devices.csv", "D-0003,5,terminal", "D-0003,5,terminl",
            "class: there is no device class \"terminl\" in this profile"},
        {"devices.csv", "D-0003,5,terminal", "D-0003,五,terminal", "count: expected a whole number, found \"五\""},
        {"devices.csv", "D-0003,5,terminal", "D,5,terminal",
            "a row for several devices needs a number that ends in digits, not \"D\""},
        {"sites.csv", "\n2,", "\n1,", "number: site 1 stands twice"},
        {"sites.csv", "number,name", "number,nam", "nam: unknown key; did you mean \"name\"?"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.to);
        const auto profile = read_profile(changed(r7, c.file, c.from, c.to));
        ASSERT_FALSE(profile);
        EXPECT_EQ(profile.error().code, "contract/profile");
        const auto named = std::ranges::find_if(profile.error().fields, [&](const FieldError& each) {
            return each.text.en.starts_with(c.file) && each.text.en.ends_with(std::string(": ") + c.message);
        });
        EXPECT_NE(named, profile.error().fields.end()) << profile.error().fields.at(0).text.en;
    }
}

TEST(ProfileDoc, TheMessageNamesFileLineAndPath)
{
    const auto profile =
        read_profile(changed(r7, "contract.yaml", "limit: 2\n  unit: open_days", "limit: 二日\n  unit: open_days"));
    ASSERT_FALSE(profile);
    const int line = line_of(r7, "contract.yaml", "  limit: 2\n  unit: open_days");
    ASSERT_EQ(profile.error().fields.size(), 1U);
    EXPECT_EQ(profile.error().fields[0].path, "contract.yaml:" + std::to_string(line) + ":10");
    EXPECT_EQ(profile.error().fields[0].text.en,
        "contract.yaml:" + std::to_string(line) + ": minutes.limit: expected a whole number, found \"二日\"");
    EXPECT_EQ(profile.error().fields[0].text.ja,
        "contract.yaml:" + std::to_string(line) + ": minutes.limit: 整数を書いてください（「二日」とあります）。");
}

TEST(ProfileDoc, EveryFileIsReportedAtOnce)
{
    ProfileFiles files = test::profile_files(r7);
    files["contract.yaml"].replace(files["contract.yaml"].find("id: sapporo"), 11, "ID: Sapporo");
    files["checks.yaml"].replace(files["checks.yaml"].find("no: 1"), 5, "no: x");
    files["sites.csv"] += "x,y\n";
    files["notes.txt"] = "?";
    const auto profile = read_profile(files);
    ASSERT_FALSE(profile);
    std::vector<std::string> codes;
    for (const FieldError& each : profile.error().fields)
        codes.push_back(each.path.substr(0, each.path.find(':')) + " " + each.code);
    EXPECT_EQ(codes,
        (std::vector<std::string>{"notes.txt contract/file_unknown", "contract.yaml yaml/missing",
            "contract.yaml yaml/unknown_key", "checks.yaml yaml/whole_number", "sites.csv csv/columns"}));
}

TEST(ProfileDoc, NothingButContractYamlIsRequired)
{
    EXPECT_EQ(read_profile({}).error().fields.at(0).code, "contract/file_missing");
    EXPECT_FALSE(is_profile_file("../contract.yaml"));
    EXPECT_FALSE(is_profile_file("forms/../../etc/passwd"));
    EXPECT_TRUE(is_profile_file("forms/届.docx"));
}

TEST(ProfileDiff, NamesWhatChanged)
{
    const ProfileFiles before = test::profile_files(r7);
    EXPECT_TRUE(diff(before, before).empty());

    const auto limit = diff(before, changed(r7, "contract.yaml", "limit: 24", "limit: 30"));
    EXPECT_EQ(limit,
        (std::vector<Difference>{
            {"contract.yaml", "quotas[id=incident_recovery].limit", DifferenceKind::changed, "24", "30"}}));

    const auto comment = diff(before, changed(r7, "contract.yaml", "id: sapporo", "# a comment\nid: sapporo"));
    EXPECT_TRUE(comment.empty());

    const auto device = diff(before, changed(r7, "devices.csv", "D-0003,5,", "D-0003,4,"));
    EXPECT_EQ(
        device, (std::vector<Difference>{{"devices.csv", "[number=D-0003].count", DifferenceKind::changed, "5", "4"}}));

    ProfileFiles without = before;
    without.erase("forms/README.md");
    EXPECT_EQ(diff(before, without).at(0).kind, DifferenceKind::removed);
}

}
}
