#include "platform/db/many.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::db {
namespace {

TEST(RepeatedValues, CountThePlaceholdersOn)
{
    EXPECT_EQ(repeated_values("INSERT INTO t (a, b, c) VALUES ($1, $2, 1) ON CONFLICT (a) DO NOTHING", 3),
        "INSERT INTO t (a, b, c) VALUES ($1, $2, 1), ($3, $4, 1), ($5, $6, 1) ON CONFLICT (a) DO NOTHING");
    EXPECT_EQ(
        repeated_values("INSERT INTO t (a, b) VALUES ($2, $1)", 2), "INSERT INTO t (a, b) VALUES ($2, $1), ($4, $3)");
}

class ManyRows : public test::OnBothDatabases { };
HOSHUBAN_ON_BOTH_DATABASES(ManyRows);

constexpr Query insert_thing = test::same("test.insert_thing",
    "INSERT INTO thing (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = excluded.name");
constexpr Query sum_things = test::same("test.sum_things", "SELECT COUNT(*) AS things, MAX(name) AS last FROM thing");

TEST_P(ManyRows, AreAllInsertedAndChangedWhereTheyAre)
{
    database().write([](Tx& tx) { tx.script("CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT)"); });
    for (const std::string name : {"a", "b"}) {
        std::vector<std::vector<Param>> rows;
        for (int i = 0; i < 5'003; ++i)
            rows.push_back({fmt::format("id{:05}", i), name});
        EXPECT_EQ(database().write([&](Tx& tx) { return insert_many(tx, insert_thing, rows); }), 5'003);
        const auto found = database().read([](Reader& reader) {
            return reader.query(sum_things).one([](const Row& row) {
                return fmt::format("{} {}", row.get<int>("things"), row.get<std::string>("last"));
            });
        });
        EXPECT_EQ(found, "5003 " + name);
    }
    database().write([](Tx& tx) { tx.script("DROP TABLE thing"); });
}

}
}
