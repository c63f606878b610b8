#include "platform/db/sql.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::db {
namespace {

constexpr Migration first{1, "0001_first", "CREATE TABLE first (id TEXT NOT NULL PRIMARY KEY, n INTEGER, b BLOB);\n"};
constexpr Migration second{2, "0002_second", "CREATE TABLE second (id TEXT NOT NULL PRIMARY KEY);\n"};
constexpr Migration third{5, "0005_third", "ALTER TABLE first ADD COLUMN extra TEXT;\n"};
constexpr Migration first_changed{1, "0001_first", "CREATE TABLE first (id TEXT NOT NULL PRIMARY KEY);\n"};
constexpr Migration broken{5, "0005_third", "CREATE TABLE half (id TEXT NOT NULL);\nCREATE TABLE broken (;\n"};

class MigrationsOn : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        if (!IsSkipped())
            empty_ = open({.url = test::new_database_url(GetParam())});
    }
    Result<int> take(const std::vector<Migration>& steps, std::function<Result<void>(int, int)> before = {})
    {
        return migrate(*empty_, {.steps = steps, .now = test::migrated_at, .before = std::move(before)});
    }
    int version() { return empty_->read(schema_version); }
    int count(std::string_view table)
    {
        return empty_->read([&](Reader& reader) {
            return reader.query(sql::count_table, table).one([](const Row& row) { return row.get<int>("found"); });
        });
    }

    std::unique_ptr<Database> empty_;
};

HOSHUBAN_ON_BOTH_DATABASES(MigrationsOn);

TEST_P(MigrationsOn, TakesMissingStepsOnceAndAsksBeforeChangingASchemaInUse)
{
    std::vector<std::pair<int, int>> asked;
    const auto before = [&](int from, int to) -> Result<void> {
        asked.emplace_back(from, to);
        return {};
    };
    EXPECT_EQ(version(), 0);
    EXPECT_EQ(take({first, second}, before), 2);
    EXPECT_EQ(version(), 2);
    EXPECT_EQ(take({first, second}, before), 0);
    EXPECT_EQ(asked.size(), 0u) << "an empty database needs no backup";
    EXPECT_EQ(take({first, second, third}, before), 1);
    EXPECT_EQ(version(), 5);
    EXPECT_EQ(asked, (std::vector<std::pair<int, int>>{{2, 5}}));
}

TEST_P(MigrationsOn, RefusesWhatItDoesNotKnow)
{
    ASSERT_EQ(take({first, second}), 2);
    struct Case {
        const char* story;
        std::vector<Migration> steps;
        const char* code;
    };
    const Case cases[] = {
        {"the program is older", {first}, "db/schema_newer"},
        {"a step was edited", {first_changed, second}, "db/schema_changed"},
        {"another program's database", {second, third}, "db/schema_changed"},
        {"a step was slipped in between", {first, {2, "0002_other", "SELECT 1;"}, third}, "db/schema_changed"},
    };
    for (const Case& c : cases) {
        const auto done = take(c.steps);
        ASSERT_FALSE(done) << c.story;
        EXPECT_EQ(done.error().code, c.code) << c.story;
        EXPECT_EQ(version(), 2) << c.story;
    }
}

TEST_P(MigrationsOn, FailedStepOrBackupLeavesTheSchemaAsItWas)
{
    ASSERT_EQ(take({first, second}), 2);
    EXPECT_THROW(take({first, second, broken}), Broken);
    EXPECT_EQ(count("half"), 0);
    EXPECT_EQ(version(), 2);
    const auto refused = take({first, second, third}, [](int, int) -> Result<void> {
        return fail(ErrorKind::unavailable, "test/no_space", {"空きがありません", "no space"});
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "test/no_space");
    EXPECT_EQ(version(), 2);
}

TEST(Migrations, TextForEachDatabase)
{
    constexpr std::string_view text =
        "-- INTEGER stays; here\nCREATE TABLE t (\n    n INTEGER NOT NULL DEFAULT 3,\n    r REAL,\n"
        "    b BLOB,\n    t TEXT DEFAULT 'REAL;'\n);\nCREATE INDEX INTEGER_t ON t (n);\n";
    EXPECT_EQ(for_dialect(text, Dialect::sqlite),
        "-- INTEGER stays; here\nCREATE TABLE t (\n    n INTEGER NOT NULL DEFAULT 3,\n    r REAL,\n"
        "    b BLOB,\n    t TEXT DEFAULT 'REAL;'\n) STRICT;\nCREATE INDEX INTEGER_t ON t (n);\n");
    EXPECT_EQ(for_dialect(text, Dialect::postgres),
        "-- INTEGER stays; here\nCREATE TABLE t (\n    n BIGINT NOT NULL DEFAULT 3,\n    r DOUBLE PRECISION,\n"
        "    b BYTEA,\n    t TEXT DEFAULT 'REAL;'\n);\nCREATE INDEX INTEGER_t ON t (n);\n");
}

class SchemaOn : public test::OnBothDatabases { };

HOSHUBAN_ON_BOTH_DATABASES(SchemaOn);

TEST_P(SchemaOn, EmbeddedStepsWereTakenInOrder)
{
    const auto steps = embedded_migrations();
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(database().read(schema_version), steps.back().number);
    EXPECT_EQ(migrate(database(), {.now = test::migrated_at}), 0);
}

TEST_P(SchemaOn, EveryQueryOfThisRoomIsUnderstood)
{
    const Query queries[] = {sql::insert_blob, sql::insert_blob_chunk, sql::find_blob, sql::list_blob_chunks,
        sql::count_table, sql::list_migrations, sql::insert_migration};
    EXPECT_EQ(prepare_all(database(), queries), std::vector<std::string>{});
    const Query wrong[] = {{"test.wrong", "SELECT no_column FROM blob", "SELECT no_column FROM blob"}};
    EXPECT_EQ(prepare_all(database(), wrong).size(), 1u);
}

}
}
