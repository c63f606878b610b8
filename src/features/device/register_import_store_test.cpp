#include "features/device/register_import_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/ledger_import_doc.hpp"
#include "features/device/listed_facts_store.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/part_store.hpp"
#include "features/device/undo_store.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace hoshuban::device {
namespace {

class RegisterImports : public LoadedRegister {
protected:
    Result<SavedRegister> import(const contract::Profile& profile, const std::string& csv, const char* on)
    {
        const RegisterImport list{
            {fmt::format("i{}", ++m_imports)}, "一覧.csv", "", test::day(on), Cause::correction, {}};
        const ImportTerms terms{profile, list.on, list.cause, test::day(on)};
        const auto rows = read_ledger(csv, terms.today).value();
        const auto state =
            database().read([&](db::Reader& reader) { return register_state(reader, profile.id, list.on); });
        const auto plan = plan_import(terms, state, rows);
        for (const PlannedUnit& row : plan.rows)
            for (const LedgerProblem& problem : row.problems)
                ADD_FAILURE() << row.row << " " << problem.cell << " " << problem.text.ja;
        database().write([&](db::Tx& tx) {
            static constexpr std::string_view text =
                "INSERT INTO person (id, login, login_key, name, language, administrator, password_hash, failures, "
                "version, created_at) VALUES ('p1', 'p', 'p', '試作 次郎', 'ja', 0, '', 0, 1, '') ON CONFLICT (id) DO "
                "NOTHING";
            tx.execute(db::Query{"test.person", text, text});
            insert(tx, profile.id, list, {"p1"}, cause().now());
        });
        return database().write([&](db::Tx& tx) {
            return save_plan(
                tx, profile.id, cause(), list, "", state, plan, [&] { return fmt::format("n{}", ++m_ids); });
        });
    }

    int counted(const contract::Profile& profile, const char* day)
    {
        int units = 0;
        for (const Count& count :
            database().read([&](db::Reader& reader) { return count_units(reader, profile.id, test::day(day)); }))
            units += count.units;
        return units;
    }

private:
    int m_imports = 0;
    int m_ids = 0;
};
HOSHUBAN_ON_BOTH_DATABASES(RegisterImports);

/// The list that a city lends: every unit of the specification with a number and a place of its own.
std::string lent_list(const contract::Profile& profile)
{
    std::string csv = "機器ID,機種名,システムの区分,拠点番号,場所\n";
    std::size_t number = 0;
    for (const contract::Device& device : profile.devices) {
        ++number;
        csv += fmt::format("KZ-{:05},{},{},{},{}階\n", number, device.model, device.division,
            profile.sites[number % profile.sites.size()].number, number % 9 + 1);
    }
    return csv;
}

TEST_P(RegisterImports, OfTheLentListFillTheCountedRegisterWithoutChangingItsTotal)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    const std::string first = to_text(r5.period.first);
    const auto saved = import(r5, lent_list(r5), first.c_str());
    ASSERT_TRUE(saved) << saved.error().text.ja;
    EXPECT_EQ(fmt::format("{} {} {} {}", saved->entered, saved->taken, saved->changed, saved->moves), "0 2062 0 2062");
    EXPECT_EQ(counted(r5, first.c_str()), 2'062);
    const auto units = units_on(r5, "2025-10-03");
    EXPECT_EQ(units.front().device.number, "KZ-00001");
    EXPECT_TRUE(std::ranges::all_of(units,
        [](const Unit& unit) { return unit.device.known == contract::DeviceKnown::unit && unit.placement.spot.site; }));
    // The profile comes again, with another file: what was entered stays.
    auto files = test::profile_files(r5.id.text);
    files.begin()->second += "\n";
    database().write([&](db::Tx& tx) {
        contract::load(tx, r5, files, audit::entry(cause(), r5.id, "contract.loaded", {"contract", r5.id.text}));
        open_register(tx, r5.id);
    });
    EXPECT_EQ(units_on(r5, "2025-10-03").front().device.number, "KZ-00001");
    EXPECT_EQ(counted(r5, "2025-10-03"), 2'062);
}

TEST_P(RegisterImports, WriteMovesNewUnitsAndEventsOnce)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const std::string before = database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); });
    const auto saved = import(r7,
        "機器ID,機器の種類,機器の区分,機種名,拠点番号,場所,備考\n"
        "D-0014,端末,統合端末,ESPRIMO D588/T,4,2階,窓口用\nNB-1,端末,統合端末,LIFEBOOK,3,1階,\n",
        "2025-10-03");
    ASSERT_TRUE(saved) << saved.error().text.ja;
    EXPECT_EQ(fmt::format("{} {} {} {}", saved->entered, saved->taken, saved->changed, saved->moves), "1 0 1 1");
    EXPECT_NE(database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); }), before);
    EXPECT_EQ(counted(r7, "2025-10-02"), 134);
    EXPECT_EQ(counted(r7, "2025-10-03"), 135);
    const auto course = database().read([&](db::Reader& reader) { return course_of(reader, r7.id, {"D-0014"}); });
    ASSERT_EQ(course.size(), 2U);
    EXPECT_EQ(course[1].spot.place, "2階");
    const auto moves = database().read([&](db::Reader& reader) {
        return list_movements(reader, r7.id, {.device = "D-0014"}, "", 10).value().movements;
    });
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].movement.move.cause, Cause::correction);
    std::string kinds;
    for (const audit::Event& event : database().read([&](db::Reader& reader) {
             return audit::events_of(reader, r7.id, {"device", "D-0014"}, 10);
         }))
        kinds += event.entry.kind + " " + event.entry.reason + "\n";
    EXPECT_EQ(kinds, "device.moved 一覧の取込: 一覧.csv\ndevice.described 一覧の取込: 一覧.csv\n");
    const auto again = database().write([&](db::Tx& tx) {
        return save_plan(tx, r7.id, cause(), {{"i1"}, "", ""}, "", {}, {}, [] { return std::string{}; });
    });
    EXPECT_EQ(again.error().code, "import/saved");
}

// Serial numbers, addresses and what else is known of units come with a list, and go back with it.
TEST_P(RegisterImports, WriteTheFactsOfUnitsAndTakeThemBack)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const auto told = [&] {
        std::string text;
        for (const auto& [id, known] :
            database().read([&](db::Reader& reader) { return known_facts(reader, r7.id); })) {
            const ListedFacts facts = facts_on(known, test::day("2025-10-03"));
            text += fmt::format("{} v{} {} {} {} {}\n", known.number, known.detail.version, facts.serial,
                facts.medium_edition, facts.wire.value_or(false), facts.address);
        }
        return text;
    };
    const std::string head =
        "機器ID,機器の種類,機器の区分,機種名,拠点番号,シリアル番号,セキュリティワイヤー,IPアドレス\n";
    ASSERT_TRUE(import(r7, head + "D-0014,,,,3,AA-1,あり,10.1.20.5\nD-0015,,,,3,AA-2,,\n", "2025-10-02"));
    EXPECT_EQ(told(), "D-0014 v2 AA-1  true 10.1.20.5\nD-0015 v2 AA-2  false \n");
    const std::string stamp = database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); });
    const auto saved = import(r7,
        head +
            "D-0014,,,,3,AA-2,,10.1.20.6\nD-0015,,,,3,AA-1,なし,10.1.20.5\nNB-1,端末,統合端末,LIFEBOOK,3,AA-9,,10.1.20."
            "9\n",
        "2025-10-03");
    ASSERT_TRUE(saved) << saved.error().text.ja;
    EXPECT_EQ(fmt::format("{} {} {} {}", saved->entered, saved->taken, saved->changed, saved->moves), "1 0 2 0");
    EXPECT_EQ(
        told(), "D-0014 v3 AA-2  false 10.1.20.6\nD-0015 v3 AA-1  false 10.1.20.5\nNB-1 v2 AA-9  false 10.1.20.9\n");
    EXPECT_NE(database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); }), stamp);
    std::string kinds;
    for (const audit::Event& event : database().read([&](db::Reader& reader) {
             return audit::events_of(reader, r7.id, {"device", "D-0014"}, 10);
         }))
        kinds += event.entry.kind + " ";
    EXPECT_EQ(kinds, "device.addressed device.detailed device.addressed device.detailed ");

    const auto undone = database().write([&](db::Tx& tx) {
        return undo(tx, r7.id, cause(), saved->act, {{"p1"}, true, test::day("2025-10-03")}, "別の契約の一覧だった。",
            [] { return std::string{"back"}; }, {});
    });
    ASSERT_TRUE(undone) << undone.error().text.ja;
    EXPECT_EQ(told(), "D-0014 v4 AA-1  true 10.1.20.5\nD-0015 v4 AA-2  false \n");
}

// What is attached to units comes with a list, changes with the next one, and goes back with it.
TEST_P(RegisterImports, WriteThePartsOfUnitsAndTakeThemBack)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const auto told = [&](const char* unit) {
        std::string text;
        for (const Part& part : database().read([&](db::Reader& reader) { return parts_of(reader, r7.id, {unit}); })) {
            text += fmt::format("{} {} {} {}-{} v{}\n", name_of(part.kind), part.model, part.serial, to_text(part.from),
                part.to == no_end ? "" : to_text(part.to), part.version);
        }
        return text;
    };
    const std::string head = "機器ID,機器の種類,機器の区分,機種名,拠点番号,ICカードR/W,操作者認証装置\n";
    ASSERT_TRUE(import(r7, head + "D-0014,,,,3,FC4510HT22,FAT11FPJL1\nD-0015,,,,3,FC4510HT22,\n", "2025-10-02"));
    const std::string reader = "card_reader FC4510HT22  2025-10-02- v1\n";
    EXPECT_EQ(told("D-0015"), reader);
    const std::string stamp = database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); });
    const auto saved = import(r7,
        head +
            "D-0014,,,,3,RC-S380/S,ＦＡＴ11FPJL1\nD-0015,,,,3,FC4510HT22（S/N 77）,FAT13FPJL1\n"
            "NB-1,端末,統合端末,LIFEBOOK,3,RC-S280/S,\n",
        "2025-10-03");
    ASSERT_TRUE(saved) << saved.error().text.ja;
    EXPECT_EQ(fmt::format("{} {} {} {}", saved->entered, saved->taken, saved->changed, saved->moves), "1 0 2 0");
    EXPECT_EQ(
        told("D-0015"), "card_reader FC4510HT22 77 2025-10-02- v2\nauthentication_reader FAT13FPJL1  2025-10-03- v1\n");
    const std::string changed = told("D-0014");
    EXPECT_NE(changed.find("card_reader FC4510HT22  2025-10-02-2025-10-03 v2\n"), std::string::npos) << changed;
    EXPECT_NE(changed.find("authentication_reader FAT11FPJL1  2025-10-02- v1\n"), std::string::npos) << changed;
    EXPECT_NE(changed.find("card_reader RC-S380/S  2025-10-03- v1\n"), std::string::npos) << changed;
    EXPECT_NE(database().read([&](db::Reader& reader) { return register_stamp(reader, r7.id); }), stamp);
    std::string kinds;
    for (const audit::Event& event : database().read([&](db::Reader& reader) {
             return audit::events_of(reader, r7.id, {"device", "D-0014"}, 10);
         }))
        kinds += event.entry.kind + " ";
    EXPECT_EQ(kinds, "device.part_recorded device.part_recorded device.part_recorded device.part_recorded ");

    const auto undone = database().write([&](db::Tx& tx) {
        return undo(tx, r7.id, cause(), saved->act, {{"p1"}, true, test::day("2025-10-03")}, "別の契約の一覧だった。",
            [] { return std::string{"back"}; }, {});
    });
    ASSERT_TRUE(undone) << undone.error().text.ja;
    EXPECT_EQ(told("D-0015"), reader);
}

TEST_P(RegisterImports, OfRetiredUnitsGiveTheirAddressesUp)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    ASSERT_TRUE(import(r7, "機器ID,IPアドレス\nD-0014,10.1.20.5\n", "2025-10-01"));
    const auto saved = import(r7, "機器ID,使い方,IPアドレス\nD-0014,廃止,\nD-0015,,10.1.20.5\n", "2025-10-03");
    ASSERT_TRUE(saved) << saved.error().text.ja;
    const auto address = [&](const char* unit, const char* day) {
        const auto spans = database().read([&](db::Reader& reader) { return addresses_of(reader, r7.id, {unit}); });
        const auto* span = on(spans, test::day(day));
        return span == nullptr ? std::string{} : span->value;
    };
    EXPECT_EQ(address("D-0014", "2025-10-02") + " " + address("D-0014", "2025-10-03"), "10.1.20.5 ");
    EXPECT_EQ(address("D-0015", "2025-10-02") + " " + address("D-0015", "2025-10-03"), " 10.1.20.5");
}

// The ledger of 3 October as it left, edited and written by LibreOffice: rows upside down, a row id cut, two torn from
// their rows, one of another contract, and a row that is gone.
TEST_P(RegisterImports, OfALedgerThatLibreOfficeWroteTellEachRow)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const auto path =
        std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "tests/fixtures/registers/ledger-edited-libreoffice.xlsx";
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const LocalDay day = test::day("2025-10-03");
    const auto rows = read_ledger(bytes, day);
    ASSERT_TRUE(rows) << rows.error().text.ja;
    const auto state = database().read([&](db::Reader& reader) { return register_state(reader, r7.id, day); });
    const auto plan = plan_import({r7, day, Cause::relocation, day}, state, *rows);
    std::string told;
    for (const PlannedUnit& row : plan.rows) {
        if (row.outcome == sheet::Outcome::unchanged)
            continue;
        told += row.number + ":";
        for (const auto& change : row.changes)
            told += fmt::format(" {} {}→{}", change.cell, change.before, change.after);
        for (const auto& problem : row.problems)
            told += fmt::format(" {}!{}", problem.cell, problem.code);
        told += "\n";
    }
    EXPECT_EQ(told,
        "D-0010: K128 稼働中→予備機 M128 2025/04/01→2025/10/03\n"
        "D-0009: A129!import/foreign_row\n"
        "D-0008: A130!import/torn_row\n"
        "D-0007: A131!import/torn_row\n"
        "D-0006: N132 →窓口用\n"
        "D-0004: I133 中央区役所仮庁舎戸籍住民課→北区役所戸籍住民課 M133 2025/04/01→2025/10/03\n"
        "D-0003: J134 →２階　税証明窓口 M134 2025/04/01→2025/10/03\n");
    std::string left_out;
    for (const LeftOut& each : plan.left_out)
        left_out += each.unit->device.number + " ";
    EXPECT_EQ(left_out, "D-0005 ") << "a refused row speaks of its unit";
}

TEST_P(RegisterImports, RememberNamesOfSitesButNotTheContractsOwn)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const SiteId north = std::ranges::find(r7.sites, 3, &contract::Site::number)->id;
    const auto put = [&](const std::string& alias, const SiteId& site) {
        const auto done = database().write([&](db::Tx& tx) { return remember(tx, r7, cause(), alias, site); });
        return done ? std::string{} : done.error().code;
    };
    EXPECT_EQ(put(" 北区分庁舎 ", north), "");
    EXPECT_EQ(put("北区 分庁舎", r7.sites.front().id), "");
    EXPECT_EQ(put("北区役所戸籍住民課", north), "device/known_site_name");
    EXPECT_EQ(put("南極", {"x"}), "device/unknown_site");
    EXPECT_EQ(put("　", north), "required");
    const auto aliases = database().read([&](db::Reader& reader) { return site_aliases(reader, r7.id); });
    ASSERT_EQ(aliases.size(), 1U) << "said again, it is the last word that counts";
    EXPECT_EQ(aliases[0].site, r7.sites.front().id);
}

}
}
