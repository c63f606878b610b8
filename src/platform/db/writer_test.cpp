#include "platform/db/test_database.hpp"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

namespace hoshuban::db {
namespace {

constexpr Query insert_empty_blob =
    test::same("test.insert", "INSERT INTO blob (sha256, size, chunks) VALUES ($1, $2, 0)");
constexpr Query list_sizes = test::same("test.list", "SELECT size FROM blob ORDER BY size");
constexpr Query highest = test::same("test.highest", "SELECT COALESCE(MAX(size), 0) AS size FROM blob");

std::int64_t size_of(const Row& row)
{
    return row.get<std::int64_t>("size");
}

class WriterOn : public test::OnBothDatabases { };

HOSHUBAN_ON_BOTH_DATABASES(WriterOn);

/// Runs the writes on threads of their own while the writer is held up by the first of them, so that they form one
/// group. `first` runs its own write and calls what it is given in the midst of it.
template <class F, class First>
void in_one_group(int writes, F write, First first)
{
    std::latch holding{1};
    std::latch all_wait{1};
    std::thread holder([&] {
        first([&] {
            holding.count_down();
            all_wait.wait();
        });
    });
    holding.wait();
    std::vector<std::jthread> threads;
    for (int i = 0; i < writes; ++i)
        threads.emplace_back([&, i] { write(i); });
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    all_wait.count_down();
    holder.join();
}

template <class F>
void in_one_group(Database& database, int writes, F write)
{
    in_one_group(writes, write, [&](const auto& hold) { database.write([&](Tx&) { hold(); }); });
}

enum class Fate { kept, failed, thrown };

Fate fate_of(int i)
{
    return i % 5 == 0 ? Fate::failed : i % 5 == 1 ? Fate::thrown : Fate::kept;
}

Result<void> insert_or_fail(Tx& tx, int i)
{
    tx.execute(insert_empty_blob, fmt::format("{}", i), i);
    if (fate_of(i) == Fate::failed)
        return fail(ErrorKind::conflict, "test/failed", {"だめ", "no"});
    if (fate_of(i) == Fate::thrown)
        tx.execute(insert_empty_blob, fmt::format("{}", i), i); // the key is taken
    return {};
}

TEST_P(WriterOn, WaitingWritesShareOneCommitAndFailuresUndoOnlyThemselves)
{
    Database patient{{.url = test_database().url(), .group_time = std::chrono::seconds{60}}};
    std::vector<Fate> fates(20);
    in_one_group(patient, 20, [&](int i) {
        try {
            const auto done = patient.write([&](Tx& tx) { return insert_or_fail(tx, i); });
            fates[static_cast<std::size_t>(i)] = done ? Fate::kept : Fate::failed;
        } catch (const Broken&) {
            fates[static_cast<std::size_t>(i)] = Fate::thrown;
        }
    });
    std::vector<std::int64_t> kept;
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(fates[static_cast<std::size_t>(i)], fate_of(i)) << i;
        if (fate_of(i) == Fate::kept)
            kept.push_back(i);
    }
    EXPECT_EQ(database().read([](Reader& reader) { return reader.query(list_sizes).map(size_of); }), kept);
    EXPECT_EQ(patient.write_statistics().groups, 1u);
    EXPECT_EQ(patient.write_statistics().largest_group, 21u);
}

// The first write of a group has no savepoint: what it leaves is undone all the same, and the others are kept.
TEST_P(WriterOn, TheFirstOfAGroupFailsAlone)
{
    Database patient{{.url = test_database().url(), .group_time = std::chrono::seconds{60}}};
    for (const Fate fate : {Fate::failed, Fate::thrown}) {
        const int first = fate == Fate::failed ? 100 : 200;
        const auto failing = [&](const auto& hold) {
            const auto write = [&] {
                return patient.write([&](Tx& tx) -> Result<void> {
                    tx.execute(insert_empty_blob, fmt::format("{}", first), first);
                    hold();
                    if (fate == Fate::thrown)
                        tx.execute(insert_empty_blob, fmt::format("{}", first), first);
                    return fail(ErrorKind::conflict, "test/failed", {"だめ", "no"});
                });
            };
            if (fate == Fate::thrown)
                EXPECT_THROW(static_cast<void>(write()), Broken);
            else
                EXPECT_FALSE(write());
        };
        const auto kept = [&](int i) {
            patient.write([&](Tx& tx) { tx.execute(insert_empty_blob, fmt::format("{}", first + i), first + i); });
        };
        in_one_group(
            3, [&](int i) { kept(i + 1); }, failing);
    }
    const std::vector<std::int64_t> kept{101, 102, 103, 201, 202, 203};
    EXPECT_EQ(database().read([](Reader& reader) { return reader.query(list_sizes).map(size_of); }), kept);
}

TEST_P(WriterOn, GroupIsBounded)
{
    Database bounded{{.url = test_database().url(), .group_limit = 4, .group_time = std::chrono::seconds{60}}};
    in_one_group(bounded, 11,
        [&](int i) { bounded.write([&](Tx& tx) { tx.execute(insert_empty_blob, fmt::format("{}", i), i); }); });
    EXPECT_EQ(bounded.write_statistics().writes, 12u);
    EXPECT_EQ(bounded.write_statistics().groups, 3u);
    EXPECT_EQ(bounded.write_statistics().largest_group, 4u);
}

std::atomic<int> stores = 0;

/// Writes down what a group left; refuses a thirteen.
void store_left(Tx& tx, std::span<const int> values)
{
    ++stores;
    for (const int value : values) {
        if (value == 13)
            throw std::invalid_argument{"thirteen"};
        tx.execute(insert_empty_blob, fmt::format("{}", value), value);
    }
}

/// The numbers whose writes failed.
std::vector<int> left_by_one_group(Database& patient, int writes)
{
    std::vector<char> failed(static_cast<std::size_t>(writes));
    in_one_group(patient, writes, [&](int i) {
        try {
            const auto done = patient.write([&](Tx& tx) -> Result<void> {
                tx.store_at_commit(store_left, std::vector{i});
                if (fate_of(i) == Fate::failed)
                    return fail(ErrorKind::conflict, "test/failed", {"だめ", "no"});
                return {};
            });
            failed[static_cast<std::size_t>(i)] = done ? 0 : 1;
        } catch (const std::invalid_argument&) {
            failed[static_cast<std::size_t>(i)] = 1;
        }
    });
    std::vector<int> numbers;
    for (int i = 0; i < writes; ++i) {
        if (failed[static_cast<std::size_t>(i)] != 0)
            numbers.push_back(i);
    }
    return numbers;
}

TEST_P(WriterOn, WhatAGroupLeavesForItsCommitIsStoredOnce)
{
    Database patient{{.url = test_database().url(), .group_time = std::chrono::seconds{60}}};
    stores = 0;
    EXPECT_EQ(left_by_one_group(patient, 8), (std::vector{0, 5}));
    EXPECT_EQ(stores, 1);
    EXPECT_EQ(database().read([](Reader& reader) { return reader.query(list_sizes).map(size_of); }),
        (std::vector<std::int64_t>{1, 2, 3, 4, 6, 7}));
}

TEST_P(WriterOn, WhatCannotBeStoredAtTheCommitFailsItsOwnWriteOnly)
{
    Database patient{{.url = test_database().url(), .group_time = std::chrono::seconds{60}}};
    EXPECT_EQ(left_by_one_group(patient, 15), (std::vector{0, 5, 10, 13}));
    EXPECT_EQ(database().read([](Reader& reader) { return reader.query(list_sizes).map(size_of); }),
        (std::vector<std::int64_t>{1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 14}));
}

// Two programs over one database: what one reads inside a write is still true when it commits.
TEST_P(WriterOn, TwoProgramsCountWithoutLosingOne)
{
    constexpr int each = 50;
    Database other{{.url = test_database().url()}};
    const auto count_up = [](Database& program) {
        for (int i = 0; i < each; ++i) {
            program.write([](Tx& tx) {
                const auto next = tx.query(highest).one(size_of) + 1;
                tx.execute(insert_empty_blob, fmt::format("{}", next), next);
            });
        }
    };
    {
        std::jthread here([&] { count_up(database()); });
        std::jthread there([&] { count_up(other); });
    }
    EXPECT_EQ(database().read([](Reader& reader) { return reader.query(highest).one(size_of); }), 2 * each);
}

TEST_P(WriterOn, ManyThreadsReadAndWriteAtOnce)
{
    constexpr int threads = 16;
    constexpr int each = 25;
    {
        std::vector<std::jthread> crowd;
        for (int t = 0; t < threads; ++t) {
            crowd.emplace_back([&, t] {
                for (int i = 0; i < each; ++i) {
                    const int number = t * each + i;
                    database().write([&](Tx& tx) { tx.execute(insert_empty_blob, fmt::format("{}", number), number); });
                    const auto sizes =
                        database().read([](Reader& reader) { return reader.query(list_sizes).map(size_of); });
                    EXPECT_TRUE(std::ranges::binary_search(sizes, number)) << "a confirmed write is seen at once";
                }
            });
        }
    }
    EXPECT_EQ(database().write_statistics().writes, static_cast<std::uint64_t>(threads * each));
    EXPECT_LT(database().write_statistics().groups, static_cast<std::uint64_t>(threads * each));
}

TEST(PostgresWriter, ReconnectsWhenTheServerEndedTheSession)
{
    if (test::postgres_server() == nullptr)
        GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: run this through tools/with-postgres";
    test::TestDatabase database{Dialect::postgres};
    const Query end_others = test::same("test.end_others",
        "SELECT COUNT(pg_terminate_backend(pid, 60000)) AS size FROM pg_stat_activity" // waits until they are gone
        " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    database->write([](Tx& tx) { tx.execute(insert_empty_blob, "a", 1); });
    database->read([](Reader& reader) { return reader.query(highest).one(size_of); });
    Database executioner{{.url = database.url()}};
    EXPECT_GE(executioner.read([&](Reader& reader) { return reader.query(end_others).one(size_of); }), 2);

    database->write([](Tx& tx) { tx.execute(insert_empty_blob, "b", 2); });
    EXPECT_EQ(database->read([](Reader& reader) { return reader.query(highest).one(size_of); }), 2);
}

TEST(PostgresWriter, SessionLostInsideAWriteIsTriedAgain)
{
    if (test::postgres_server() == nullptr)
        GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: run this through tools/with-postgres";
    test::TestDatabase database{Dialect::postgres};
    const Query end_me = test::same("test.end_me", "SELECT COUNT(pg_terminate_backend(pg_backend_pid())) AS size");
    int attempts = 0;
    database->write([&](Tx& tx) {
        tx.execute(insert_empty_blob, "a", 1);
        if (++attempts == 1)
            tx.query(end_me).one(size_of);
    });
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(database->write_statistics().retries, 1u);
    EXPECT_EQ(database->read([](Reader& reader) { return reader.query(highest).one(size_of); }), 1);
}

}
}
