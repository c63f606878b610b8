#include "features/device/movement_store.hpp"

#include "features/device/loaded_register_test.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

struct Entered {
    const char* id;
    const char* unit;
    const char* on;
    const char* planned_on; ///< null: nobody planned it
    Cause cause;
    int to_site;
    const char* person;
    const char* at;
};

const Entered ledger[] = {
    {"m1", "D-0014", "2025-06-01", nullptr, Cause::relocation, 4, "試作 次郎", "2025-06-01 09:00"},
    {"m2", "D-0014", "2025-08-01", "2025-08-01", Cause::relocation, 9, "試作 次郎", "2025-08-01 23:59"},
    {"m3", "D-0015", "2025-09-10", "2025-09-01", Cause::change_of_use, 4, "見本 花子", "2025-09-10 09:00"},
    {"m4", "D-0016", "2025-09-12", nullptr, Cause::repair, 9, "試作 次郎", "2025-09-13 00:00"},
};

class Movements : public LoadedRegister {
protected:
    void SetUp() override
    {
        LoadedRegister::SetUp();
        profile_ = &load("sapporo-r7-juki-cs");
        for (const Entered& each : ledger) {
            const Actor actor{{"p1"}, each.person, false, {}, Origin::screen};
            const audit::Cause cause{actor, test::at(each.at)};
            Move move{.on = test::day(each.on),
                .to = {site(each.to_site), "", Use::in_service, Keeper::contractor},
                .cause = each.cause};
            if (each.planned_on != nullptr)
                move.planned_on = test::day(each.planned_on);
            ASSERT_TRUE(database().write([&](db::Tx& tx) {
                return device::move(
                    tx, profile_->id, cause, {.id = {each.id}, .device = unit(each.unit), .move = move});
            }));
        }
    }

    SiteId site(int number) const { return std::ranges::find(profile_->sites, number, &contract::Site::number)->id; }
    DeviceId unit(const std::string& number) const
    {
        return std::ranges::find(profile_->devices, number, &contract::Device::number)->id;
    }

    std::string found(const MovementFilter& filter, int limit = 10)
    {
        return database().read([&](db::Reader& reader) {
            std::string ids;
            std::string cursor;
            do {
                const auto page = list_movements(reader, profile_->id, filter, cursor, limit).value();
                for (const ListedMovement& each : page.movements)
                    ids += (ids.empty() ? "" : " ") + each.movement.id.text;
                cursor = page.next;
            } while (!cursor.empty());
            return ids;
        });
    }

    const contract::Profile* profile_ = nullptr;
};
HOSHUBAN_ON_BOTH_DATABASES(Movements);

TEST_P(Movements, AreNarrowedByWhatPeopleAskOfTheLedger)
{
    const struct {
        MovementFilter filter;
        const char* ids;
    } cases[] = {
        {{}, "m4 m3 m2 m1"},
        {{.device = unit("D-0014").text}, "m2 m1"},
        {{.site = site(4).text}, "m3 m2 m1"},
        {{.site = "nowhere"}, ""},
        {{.device_class = "nothing"}, ""},
        {{.words = "Ｄ－００１５"}, "m3"},
        {{.cause = "repair"}, "m4"},
        {{.entered_by = "見本 花子"}, "m3"},
        {{.entered_by = "見本"}, ""},
        {{.first = test::day("2025-08-01")}, "m4 m3 m2"},
        {{.last = test::day("2025-08-01")}, "m2 m1"},
        {{.first = test::day("2025-08-02"), .last = test::day("2025-09-10")}, "m3"},
        {{.timing = Timing::planned}, "m3 m2"},
        {{.timing = Timing::after_plan}, "m3"},
        {{.timing = Timing::entered_later}, "m4"},
        {{.site = site(9).text, .entered_by = "試作 次郎", .timing = Timing::entered_later}, "m4"},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(found(each.filter), each.ids);
        EXPECT_EQ(found(each.filter, 1), each.ids) << "one on each page";
    }
}

TEST_P(Movements, KnowWhoEnteredThem)
{
    database().read([&](db::Reader& reader) {
        auto people = list_movers(reader, profile_->id, 10);
        std::ranges::sort(people);
        EXPECT_EQ(fmt::format("{}", fmt::join(people, ", ")), "見本 花子, 試作 次郎");
        EXPECT_EQ(list_movers(reader, profile_->id, 1).size(), 1U);
        EXPECT_EQ(list_movers(reader, ContractId{"none"}, 10).size(), 0U);
    });
}

// INC-07: both movements of an exchange name the incident; others name none.
TEST_P(Movements, NameTheIncidentThatTheyWereFor)
{
    const audit::Cause cause{Actor{{"p1"}, "試作 次郎", false, {}, Origin::screen}, test::at("2025-10-02 09:00")};
    const Move spare{.on = test::day("2025-10-01"),
        .to = {site(4), "棚", Use::spare, Keeper::contractor},
        .cause = Cause::change_of_use};
    const Exchange exchange{.on = test::day("2025-10-02"),
        .failed_to = {site(4), "", Use::repair, Keeper::contractor},
        .incident = IncidentName{"i1", "K-7"}};
    database().write([&](db::Tx& tx) {
        ASSERT_TRUE(device::move(tx, profile_->id, cause, {.id = {"m5"}, .device = unit("D-0017"), .move = spare}));
        ASSERT_TRUE(
            device::exchange(tx, profile_->id, cause, unit("D-0014"), unit("D-0017"), exchange, {{"m6"}, {"m7"}}));
    });
    std::string told;
    database().read([&](db::Reader& reader) {
        for (const ListedMovement& each : list_movements(reader, profile_->id, {}, "", 3).value().movements) {
            const auto& incident = each.movement.move.incident;
            told +=
                fmt::format("{} {}\n", each.movement.id.text, incident ? incident->id + " " + incident->number : "-");
        }
    });
    EXPECT_EQ(told, "m7 i1 K-7\nm6 i1 K-7\nm5 -\n");
}

}
}
