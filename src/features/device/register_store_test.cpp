#include "features/device/register_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/holding_store.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

using test::day;

class Register : public LoadedRegister {
protected:
    std::vector<Count> counted(const contract::Profile& profile, const char* on_day)
    {
        return database().read([&](db::Reader& reader) { return count_units(reader, profile.id, day(on_day)); });
    }

    std::string found(const contract::Profile& profile, const UnitFilter& filter)
    {
        return database().read([&](db::Reader& reader) {
            std::string numbers;
            for (const Unit& unit : list_units(reader, profile.id, filter, "", 200)->units)
                numbers += (numbers.empty() ? "" : " ") + unit.device.number;
            return numbers;
        });
    }

    Result<Movement> moved(
        const contract::Profile& profile, const DeviceId& id, const char* on_day, const Spot& to, const char* as)
    {
        return database().write([&](db::Tx& tx) {
            return move(tx, profile.id, cause(),
                {.id = {as}, .device = id, .move = {.on = day(on_day), .to = to, .cause = Cause::relocation}});
        });
    }
};
HOSHUBAN_ON_BOTH_DATABASES(Register);

const contract::Device& numbered(const contract::Profile& profile, const std::string& number)
{
    return *std::ranges::find(profile.devices, number, &contract::Device::number);
}

const contract::Site& place(const contract::Profile& profile, int number)
{
    return *std::ranges::find(profile.sites, number, &contract::Site::number);
}

std::string text_of(const std::vector<Comparison>& comparisons)
{
    std::string text;
    for (const Comparison& each : comparisons) {
        text += fmt::format("{} {} = {}", each.stated.label.ja, each.stated.count, each.counted.units);
        if (each.stated.planned)
            text += fmt::format(", planned {} = {}", *each.stated.planned, each.counted.planned);
        text += each.agrees() ? "\n" : " differs\n";
    }
    return text;
}

TEST_P(Register, MeetsTheTotalsThatTheContractsState)
{
    std::string text;
    for (const char* id : {"sapporo-r5-core-terminals", "sapporo-r6-juki-cs", "sapporo-r7-juki-cs"}) {
        const auto& profile = load(id);
        const Holding holding =
            database().read([&](db::Reader& reader) { return holding_on(reader, profile, profile.period.first); });
        text += fmt::format("{}\n{}", id, text_of(compare_all(profile.stated_totals, holding)));
    }
    EXPECT_EQ(text,
        "sapporo-r5-core-terminals\n"
        "住記・税系 1077 = 1077\n"
        "国保福祉系 725 = 725\n"
        "中間サーバ接続端末 260 = 260\n"
        "保守対象機器の合計 2062 = 2062, planned 0 = 0\n"
        "設置拠点 32 = 32\n"
        "sapporo-r6-juki-cs\n"
        "CS 2 = 2, planned 0 = 0\n"
        "統合端末 130 = 130, planned 3 = 3\n"
        "設置拠点 22 = 22\n"
        "ICカードR/W 127 = 0 differs\n"
        "sapporo-r7-juki-cs\n"
        "CS 2 = 2, planned 0 = 0\n"
        "統合端末 130 = 130, planned 3 = 3\n"
        "設置拠点 22 = 22\n"
        "ICカードR/W 127 = 0 differs\n");
}

/// The rows of a matrix as the tables of 000 and 004 print them, by their models; planned units in brackets.
std::string printed(const Matrix& matrix, const std::vector<std::string>& models)
{
    std::string text;
    for (const MatrixRow& row : matrix.rows) {
        for (const std::string& model : models) {
            const auto column = std::ranges::find(matrix.columns, model, &MatrixColumn::model);
            const Sum& sum = row.cells.at(static_cast<std::size_t>(column - matrix.columns.begin()));
            text += fmt::format("{}{} ", sum.units, sum.planned > 0 ? fmt::format("({})", sum.planned) : "");
        }
        text += fmt::format("= {}\n", row.total.units);
    }
    return text;
}

// 000 and 004 別紙1 §1(1), 1 to 20: AD, CS, D588/C, D588/T, D7010/E and what comes at the renewal. They print no AD
// servers: those are the pair that they do not count.
constexpr std::string_view sites_1_to_20 = "0 0 0 2 0 0 = 2\n"
                                           "0 0 6 5 0 0 = 11\n"
                                           "0 0 7 6 0 0 = 13\n"
                                           "0 0 7 5 0 0 = 12\n"
                                           "0 0 4 5 0 0 = 9\n"
                                           "0 0 6 4 0 0 = 10\n"
                                           "0 0 4 5 0 0 = 9\n"
                                           "0 0 6 4 0 0 = 10\n"
                                           "0 0 6 4 0 0 = 10\n"
                                           "0 0 3 5 0 0 = 8\n"
                                           "0 0 6 4 0 0 = 10\n"
                                           "0 0 0 2 0 0 = 2\n"
                                           "0 0 0 0 9 0 = 9\n"
                                           "0 0 0 1 0 0 = 1\n"
                                           "2 2 0 1 0 0 = 5\n"
                                           "0 0 0 2 0 0 = 2\n"
                                           "0 0 0 2 0 0 = 2\n"
                                           "0 0 0 2 0 0 = 2\n"
                                           "0 0 0 2 0 0 = 2\n"
                                           "0 0 0 2 0 0 = 2\n";

TEST_P(Register, CountsSitesByModelsLikeTheSpecifications)
{
    struct Case {
        const char* contract;
        const char* day;
        const char* renewed; ///< the model of the renewal: 000 does not know it yet
        const char* branches; ///< 21 定山渓 and 22 篠路, planned with the renewal (X-02, X-11)
    };
    for (const Case& each : {Case{"sapporo-r6-juki-cs", "2024-04-01", "", "0 0 0 0 0 1(1) = 1\n0 0 0 0 0 2(2) = 2\n"},
             Case{"sapporo-r7-juki-cs", "2025-04-01", "ESPRIMO D6012/N", "0 0 0 0 0 0 = 0\n0 0 0 0 0 3(3) = 3\n"}}) {
        const auto& profile = load(each.contract);
        const Matrix matrix = matrix_of(profile.sites, counted(profile, each.day));
        EXPECT_EQ(matrix.columns.size(), 6U);
        EXPECT_EQ(printed(matrix,
                      {"PRIMERGY RX1330 M4", "PRIMERGY RX2540 M4", "ESPRIMO D588/C", "ESPRIMO D588/T",
                          "ESPRIMO D7010/E", each.renewed}),
            fmt::format("{}{}", sites_1_to_20, each.branches))
            << each.contract;
        EXPECT_EQ(fmt::format("{} of which {}", matrix.total.units, matrix.total.planned), "134 of which 3");
    }
}

// 001 別表1: its rows by division and model; which site a unit stands at is not told.
TEST_P(Register, CountsModelsLikeTheTableOfTheCoreTerminals)
{
    const auto& profile = load("sapporo-r5-core-terminals");
    std::map<std::string, int> units;
    for (const Count& count : counted(profile, "2023-04-01"))
        units[count.division + " " + count.model] += count.units;
    std::string text;
    for (const auto& [name, all] : units)
        text += fmt::format("{} {}\n", name, all);
    EXPECT_EQ(text,
        "中間サーバ接続端末 HP_ProBook_450_G8 90\n"
        "中間サーバ接続端末 RICOH_IPSiO_SP_3400L 80\n"
        "中間サーバ接続端末 SONY_RC-S380 90\n"
        "住記・税 EPSON_GT-S650 77\n"
        "住記・税 EPSON_VP-4300N 6\n"
        "住記・税 HP_ProDesk400G3DM/CT + HP_ProDisplay_P223 563\n"
        "住記・税 RICOH_P501 5\n"
        "住記・税 RICOH_SP_4510 37\n"
        "住記・税 RICOH_SP_C840 219\n"
        "住記・税 WELCOM_DESIGN 1023I-T123 86\n"
        "住記・税 WELCOM_DESIGN SSH65LVU 77\n"
        "住記・税 ジェイエスキューブ TOM9000-SC + NEC_MK32M/B-U 7\n"
        "国保福祉 Canon_CanonScan_LiDE220 22\n"
        "国保福祉 Lenovo_ThinkCentre_M720q_Tiny + Lenovo_T2224dA 312\n"
        "国保福祉 RICOH_SP_C840 228\n"
        "国保福祉 WELCOM_DESIGN SSH65LVU 163\n");
}

TEST_P(Register, AnswersWhereAUnitStoodOnEachDay)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const contract::Device& unit = numbered(r7, "D-0014");
    const Spot east{place(r7, 4).id, "2階 窓口", Use::in_service, Keeper::contractor};
    ASSERT_TRUE(moved(r7, unit.id, "2025-10-03", east, "m1"));

    UnitFilter north{.day = day("2025-10-02"), .site = unit.site->text, .words = "d-0014"};
    EXPECT_EQ(found(r7, north), "D-0014");
    north.day = day("2025-10-03");
    EXPECT_EQ(found(r7, north), "");
    EXPECT_EQ(found(r7, {.day = day("2025-10-03"), .words = "窓口"}), "D-0014");
    EXPECT_EQ(found(r7, {.day = day("2025-10-02"), .words = "窓口"}), "");
    EXPECT_EQ(found(r7, {.day = day("2025-03-31")}), "") << "before the contract";
    EXPECT_EQ(found(r7, {.day = day("2025-10-03"), .words = "Ｄ－００１４", .only = {{place(r7, 4).id}}}), "D-0014");
    EXPECT_EQ(found(r7, {.day = day("2025-10-02"), .words = "D-0014", .only = {{place(r7, 4).id}}}), "");

    EXPECT_EQ(found(r7, {.day = day("2025-10-03"), .only = std::vector<SiteId>{}}), "") << "who sees no site";

    // Entered late: what came after stays.
    const Spot south{place(r7, 9).id, "", Use::in_service, Keeper::contractor};
    ASSERT_TRUE(moved(r7, unit.id, "2025-06-01", south, "m2"));
    const auto course = database().read([&](db::Reader& reader) { return course_of(reader, r7.id, unit.id); });
    ASSERT_EQ(course.size(), 3U);
    EXPECT_EQ(to_text(course[1].from) + " " + to_text(course[1].to), "2025-06-01 2025-10-03");
    EXPECT_EQ(moved(r7, unit.id, "2025-10-03", east, "m3").error().code, "device/already_there");

    const auto page = database().read(
        [&](db::Reader& reader) { return list_movements(reader, r7.id, {.device = unit.id.text}, "", 10).value(); });
    std::string lines;
    for (const ListedMovement& each : page.movements)
        lines += fmt::format(
            "{} {} {} → {}\n", to_text(each.movement.move.on), each.device_number, each.from_site_name, each.site_name);
    EXPECT_EQ(lines,
        "2025-10-03 D-0014 北区役所戸籍住民課 → 東区役所戸籍住民課\n"
        "2025-06-01 D-0014 北区役所戸籍住民課 → 南区役所戸籍住民課\n");
    const auto events = database().read([&](db::Reader& reader) {
        return audit::events_of(reader, r7.id, {"device", unit.id.text}, 10);
    });
    EXPECT_EQ(events.size(), 2U);
}

// A list that is loaded again corrects where nobody moved anything, and moves nothing back.
TEST_P(Register, FollowsACorrectedListUntilSomebodyMovesAUnit)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const SiteId south = place(r7, 9).id;
    ASSERT_TRUE(moved(r7, numbered(r7, "D-0014").id, "2025-10-03", {south, "", Use::spare, Keeper::contractor}, "m1"));

    contract::Profile corrected = r7;
    for (contract::Device& device : corrected.devices) {
        if (device.number == "D-0014" || device.number == "D-0015")
            device.site = place(r7, 4).id;
    }
    auto files = test::profile_files(r7.id.text);
    files["devices.csv"] += "\n";
    database().write([&](db::Tx& tx) {
        contract::load(tx, corrected, files, audit::entry(cause(), r7.id, "contract.loaded", {"contract", r7.id.text}));
        open_register(tx, r7.id);
    });
    const auto stands = [&](const char* number) {
        const DeviceId id = numbered(r7, number).id;
        return database().read([&](db::Reader& reader) {
            const Spot spot = course_of(reader, r7.id, id).back().spot;
            const auto listed = contract::find_device(reader, r7.id, id)->device;
            return fmt::format(
                "{} {}, {} {}", spot.site->text, name_of(spot.use), listed.site->text, name_of(listed.status));
        });
    };
    EXPECT_EQ(stands("D-0014"), fmt::format("{0} spare, {0} spare", south.text));
    EXPECT_EQ(stands("D-0015"), fmt::format("{0} in_service, {0} in_service", place(r7, 4).id.text));
}

TEST_P(Register, PagesByNumberWithoutMissingAUnit)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const UnitFilter all{.day = day("2025-10-03")};
    std::vector<std::string> numbers;
    std::string cursor;
    do {
        const auto page =
            database().read([&](db::Reader& reader) { return list_units(reader, r7.id, all, cursor, 17).value(); });
        for (const Unit& unit : page.units)
            numbers.push_back(unit.device.number);
        cursor = page.next;
    } while (!cursor.empty());
    EXPECT_EQ(numbers.size(), r7.devices.size());
    EXPECT_TRUE(std::ranges::is_sorted(numbers));
}

// What the rules refuse is impossible in the tables too.
TEST_P(Register, TheDatabaseRefusesTwoPlacesOnOneDayAndGaps)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const DeviceId unit = numbered(r7, "D-0014").id;
    struct Case {
        const char* story;
        const char *from, *to;
        std::optional<std::string> previous;
    };
    const Case cases[] = {
        {"a second first one", "2025-05-01", "2025-06-01", std::nullopt},
        {"over what lasts", "2025-05-01", "9999-12-31", "2025-05-01"},
        {"after a gap", "2025-05-01", "2025-06-01", "2025-04-30"},
        {"backwards", "2025-05-02", "2025-05-01", "2025-05-02"},
    };
    for (const Case& c : cases) {
        const auto insert = [&](db::Tx& tx) {
            static constexpr std::string_view text =
                "INSERT INTO placement (contract_id, device_id, begins_on, ends_on, previous_ends_on, place, used_as, "
                "keeper) VALUES ($1, $2, $3, $4, $5, '', 'stored', 'contractor')";
            tx.execute(db::Query{"placement.test", text, text}, r7.id, unit, std::string{c.from}, std::string{c.to},
                c.previous);
        };
        EXPECT_ANY_THROW(database().write(insert)) << c.story;
    }
}

TEST_P(Register, AnExchangeWritesBothMovementsOrNone)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    const contract::Device& failed = numbered(r7, "D-0014");
    const contract::Device& other = numbered(r7, "D-0015");
    const Spot seat =
        database().read([&](db::Reader& reader) { return course_of(reader, r7.id, failed.id); }).back().spot;
    const Exchange exchange{.on = day("2025-10-03"),
        .failed_to = {place(r7, 1).id, "", Use::repair, Keeper::contractor},
        .note = "電源が入らない"};
    const auto carry_out = [&] {
        return database().write([&](db::Tx& tx) {
            return device::exchange(tx, r7.id, cause(), failed.id, other.id, exchange, {{"a"}, {"b"}});
        });
    };
    EXPECT_EQ(carry_out().error().code, "device/not_a_spare");
    EXPECT_EQ(database().read([&](db::Reader& reader) { return course_of(reader, r7.id, failed.id).size(); }), 1U);

    ASSERT_TRUE(moved(r7, other.id, "2025-09-01", {place(r7, 1).id, "", Use::spare, Keeper::contractor}, "s"));
    const auto movements = carry_out();
    ASSERT_TRUE(movements);
    EXPECT_EQ(movements->front().act, movements->back().act);
    EXPECT_EQ(movements->back().move.to, seat);
    const auto course = database().read([&](db::Reader& reader) { return course_of(reader, r7.id, other.id); });
    EXPECT_EQ(course.back().spot, seat);
    EXPECT_EQ(found(r7, {.day = day("2025-10-03"), .use = Use::repair}), "D-0014");
}

}
}
