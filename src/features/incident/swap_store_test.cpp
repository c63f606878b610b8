#include "features/incident/swap_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/incident/incident_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

constexpr const char* reader_model = "WELCOM_DESIGN SSH65LVU";

class SwapStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile_, test::profile_files(test::ids::r5),
                audit::entry(cause_, profile_.id, "contract.loaded", {"contract", profile_.id.text}));
            device::open_register(tx, profile_.id);
            place("at-counter", 0, {.site = profile_.sites.at(0).id, .place = "1階"}, tx);
            place("to-depot", 1, {.site = profile_.sites.at(1).id, .place = "棚", .use = device::Use::spare}, tx);
            ASSERT_TRUE(insert(tx, cause_, incident_, {.id = {"i1-1"}, .act = Act::handed_over, .at = cause_.now()}));
        });
    }

    // The n-th reader of the contract's list.
    const contract::Device& reader(int n) const
    {
        int left = n;
        for (const contract::Device& each : profile_.devices) {
            if (each.model == reader_model && left-- == 0)
                return each;
        }
        throw std::runtime_error("no such reader");
    }

    void place(const char* id, int n, device::Spot spot, db::Tx& tx)
    {
        ASSERT_TRUE(device::move(tx, profile_.id, cause_,
            {.id = {id},
                .device = reader(n).id,
                .move = {.on = make_day(2023, 5, 1), .to = std::move(spot), .cause = device::Cause::relocation}}));
    }

    Swap swap(const char* id, int spare) const
    {
        return {.entry = {.id = {id},
                    .act = StepAct::done,
                    .branch = "small_peripheral",
                    .step = "swap",
                    .at = cause_.now(),
                    .person = "保守 太郎",
                    .failed = reader(0).id,
                    .spare = reader(spare).id,
                    .movement = std::string{id} + "-failed",
                    .entered_by = "保守 太郎",
                    .entered_at = cause_.now()},
            .exchange = {.on = day_of(cause_.now()),
                .failed_to = {.site = profile_.sites.at(0).id, .place = "1階", .use = device::Use::repair},
                .note = "読み取れない"}};
    }

    Result<StepEntry> exchange(const char* id, int spare)
    {
        return database().write([&](db::Tx& tx) {
            return store_swap(tx, profile_, cause_, incident_, swap(id, spare), {std::string{id} + "-spare"});
        });
    }

    // Where both units stand on the day of the exchange, how many movements there are, and what the flow says.
    std::string stored()
    {
        return database().read([&](db::Reader& reading) {
            std::string all;
            for (const int n : {0, 1}) {
                const auto course = device::course_of(reading, profile_.id, reader(n).id);
                const device::Spot& spot = device::on(course, day_of(cause_.now()))->spot;
                all += fmt::format("{} {} ", spot.place, name_of(spot.use));
            }
            const auto movements = device::list_movements(reading, profile_.id, {}, "", 100).value();
            all += fmt::format("{}", movements.movements.size());
            for (const StepEntry& each : steps_of(reading, profile_.id, incident_.id))
                all += fmt::format(" {}>{}{}", each.failed_number, each.spare_number, each.taken_back);
            return all;
        });
    }

    const contract::Profile& profile_ = test::profile(test::ids::r5);
    const Incident incident_{.id = {"i1"},
        .contract_id = profile_.id,
        .intake = {.phenomenon = "読み取れない", .device = reader(0).id, .device_class = "barcode_reader"},
        .state = State::handed_over,
        .entered_by = "市 次郎",
        .entered_at = *parse_instant("2023-06-01T09:00")};
    const Actor actor_{.person = {"p"}, .name = "架空 一郎"};
    const audit::Cause cause_{actor_, *parse_instant("2023-06-01T10:00")};
};
HOSHUBAN_ON_BOTH_DATABASES(SwapStore);

TEST_P(SwapStore, WritesTheRegisterAndTheStepTogether)
{
    EXPECT_EQ(stored(), "1階 in_service 棚 spare 2");
    const auto entry = exchange("s1", 1);
    ASSERT_TRUE(entry) << entry.error().text.en;
    const std::string numbers = reader(0).number + ">" + reader(1).number;
    EXPECT_EQ(stored(), "1階 repair 1階 in_service 4 " + numbers);
    database().read([&](db::Reader& reading) {
        EXPECT_EQ(steps_of(reading, profile_.id, incident_.id), std::vector{*entry});
        const auto movements = device::list_movements(reading, profile_.id, {.device = reader(1).id.text}, "", 1);
        EXPECT_EQ(movements->movements.at(0).movement.act.text, entry->movement);
        const device::IncidentName name{incident_.id.text, incident_.case_number};
        EXPECT_EQ(movements->movements.at(0).movement.move.incident, name);
    });
}

// A second step of the same id cannot be stored: by then both movements are written, and nothing of them stays.
TEST_P(SwapStore, LeavesNothingWhenItBreaksHalfWay)
{
    database().write([&](db::Tx& tx) {
        StepEntry other = swap("s1", 1).entry;
        other.step = "visit_announced";
        other.failed = other.spare = std::nullopt;
        insert_step(tx, incident_, other);
    });
    const std::string before = stored();
    EXPECT_ANY_THROW(static_cast<void>(exchange("s1", 1)));
    EXPECT_EQ(stored(), before);
    EXPECT_EQ(before, "1階 in_service 棚 spare 2 >");
}

TEST_P(SwapStore, RefusesASpareThatIsElsewhere)
{
    const auto elsewhere = exchange("s1", 2);
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().code, "device/not_a_spare");
    EXPECT_EQ(stored(), "1階 in_service 棚 spare 2");
    ASSERT_TRUE(exchange("s1", 1));
    const auto none = exchange("s2", 1);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "incident/no_spare_left");
}

TEST_P(SwapStore, IsTakenBackInTheRegisterToo)
{
    const auto entry = exchange("s1", 1);
    ASSERT_TRUE(entry);
    const auto back = [&](const char* id) {
        return database().write([&](db::Tx& tx) {
            return take_swap_back(tx, profile_, cause_, incident_, *entry, "別の機器", {std::string{id} + "-failed"},
                {std::string{id} + "-spare"});
        });
    };
    ASSERT_TRUE(back("t1"));
    const std::string numbers = reader(0).number + ">" + reader(1).number;
    EXPECT_EQ(stored(), "1階 in_service 棚 spare 6 " + numbers + "別の機器");
    EXPECT_EQ(back("t2").error().code, "incident/swap_built_upon");
    ASSERT_TRUE(exchange("u2", 1)) << "the step is open again";
}

}
}
