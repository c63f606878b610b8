#include "core/role.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <thread>

namespace hoshuban::db {
namespace {

constexpr std::string_view create_note = R"(
CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER,
    ratio REAL,
    bytes BLOB
);)";

constexpr Query insert_note =
    test::same("test.insert_note", "INSERT INTO note (id, number, ratio, bytes) VALUES ($1, $2, $3, $4)");
constexpr Query insert_id = test::same("test.insert_id", "INSERT INTO note (id) VALUES ($1)");
constexpr Query list_notes = test::same("test.list_notes", "SELECT id, number, ratio, bytes FROM note ORDER BY id");
constexpr Query count_notes = test::same("test.count_notes", "SELECT COUNT(*) AS n FROM note");
constexpr Query backwards = test::same("test.backwards", "SELECT id FROM note WHERE number = $2 AND id = $1");

std::string id_of(const Row& row)
{
    return row.get<std::string>("id");
}
int number_of(const Row& row)
{
    return row.get<int>("n");
}

class DatabaseOn : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([](Tx& tx) {
            tx.script("DROP TABLE IF EXISTS note");
            tx.script(for_dialect(create_note, tx.dialect()));
        });
    }
    void TearDown() override
    {
        if (!IsSkipped())
            database().write([](Tx& tx) { tx.script("DROP TABLE note"); });
    }

    void add(const std::string& id)
    {
        database().write([&](Tx& tx) { tx.execute(insert_id, id); });
    }
    std::vector<std::string> ids()
    {
        return database().read([](Reader& reader) { return reader.query(list_notes).map(id_of); });
    }
};

HOSHUBAN_ON_BOTH_DATABASES(DatabaseOn);

TEST_P(DatabaseOn, KeepsEveryValueAsItWas)
{
    struct Case {
        const char* story;
        std::string id;
        std::optional<std::int64_t> number;
        std::optional<double> ratio;
        std::optional<Bytes> bytes;
    };
    const Case cases[] = {
        {"all null", "a", {}, {}, {}},
        {"empty text and bytes", "", 0, 0.0, Bytes{""}},
        {"Japanese, a variation selector and a private-use character", "葛\U000E0100飾\uE000", -1, -0.5,
            Bytes{"\0\xff\n"}},
        {"extremes", "z", std::numeric_limits<std::int64_t>::max(), 1.7976931348623157e308,
            Bytes{std::string(100'000, '\0')}},
        {"the other extremes", "y", std::numeric_limits<std::int64_t>::min(), 5e-324, Bytes{"x"}},
    };
    for (const Case& c : cases) {
        const auto changed =
            database().write([&](Tx& tx) { return tx.execute(insert_note, c.id, c.number, c.ratio, c.bytes); });
        EXPECT_EQ(changed, 1) << c.story;
        const auto check = [&](const Row& row) {
            EXPECT_EQ(id_of(row), c.id) << c.story;
            EXPECT_EQ(row.get<std::optional<std::int64_t>>("number"), c.number) << c.story;
            EXPECT_EQ(row.get<std::optional<double>>("ratio"), c.ratio) << c.story;
            EXPECT_EQ(row.get<std::optional<Bytes>>("bytes"), c.bytes) << c.story;
            return true;
        };
        EXPECT_TRUE(database().read([&](Reader& reader) { return reader.query(list_notes).one(check); }));
        database().write([](Tx& tx) { tx.execute(test::same("test.clear", "DELETE FROM note")); });
    }
}

TEST_P(DatabaseOn, StoresDomainValuesAsTheirText)
{
    const auto at = *parse_instant("2026-05-01T08:00:00Z");
    const Query echo = test::same("test.echo",
        "SELECT CAST($1 AS TEXT) AS at, CAST($2 AS TEXT) AS day, CAST($3 AS TEXT) AS side, CAST($4 AS TEXT) AS "
        "contract,"
        " CAST($5 AS BIGINT) AS yes, CAST($6 AS TEXT) AS none");
    database().read([&](Reader& reader) {
        reader
            .query(echo, at, make_day(2026, 5, 1), Side::contractor, ContractId{"c1"}, true, std::optional<LocalDay>{})
            .for_each([&](const Row& row) {
                EXPECT_EQ(row.get<std::string>("at"), "2026-05-01T08:00:00Z");
                EXPECT_EQ(row.get<Instant>("at"), at);
                EXPECT_EQ(row.get<LocalDay>("day"), make_day(2026, 5, 1));
                EXPECT_EQ(row.get<Side>("side"), Side::contractor);
                EXPECT_EQ(row.get<ContractId>("contract"), ContractId{"c1"});
                EXPECT_TRUE(row.get<bool>("yes"));
                EXPECT_EQ(row.get<std::optional<LocalDay>>("none"), std::nullopt);
            });
    });
}

TEST_P(DatabaseOn, RefusesTextsThatNotBothCanStore)
{
    struct Case {
        const char* story;
        std::string text;
        const char* code;
    };
    const Case cases[] = {
        {"NUL inside", std::string("a\0b", 3), "db/text_nul"},
        {"NUL at the end", std::string("a\0", 2), "db/text_nul"},
        {"Shift_JIS", "\x8d\xec\x8b\xc6", "db/text_encoding"},
        {"half a character", "\xe4\xbd", "db/text_encoding"},
        {"a surrogate", "\xed\xa0\x80", "db/text_encoding"},
    };
    for (const Case& c : cases) {
        try {
            add(c.text);
            ADD_FAILURE() << c.story;
        } catch (const Refused& refused) {
            EXPECT_EQ(refused.error().code, c.code) << c.story;
        }
    }
    EXPECT_EQ(ids(), std::vector<std::string>{});
}

TEST_P(DatabaseOn, RefusesValuesThatDoNotFit)
{
    database().write([](Tx& tx) { tx.execute(insert_note, "a", 3'000'000'000, 0.5, Bytes{"x"}); });
    database().read([](Reader& reader) {
        reader.query(list_notes).for_each([](const Row& row) {
            EXPECT_THROW(row.get<int>("number"), Broken);
            EXPECT_THROW(row.get<bool>("number"), Broken);
            EXPECT_THROW(row.get<std::string>("number"), Broken);
            EXPECT_THROW(row.get<LocalDay>("id"), Broken);
            EXPECT_THROW(row.get<Side>("id"), Broken);
            EXPECT_THROW(row.get<std::int64_t>("ratio"), Broken);
            EXPECT_THROW(row.get<std::string>("no_such_column"), std::logic_error);
            EXPECT_EQ(row.get<std::int64_t>("number"), 3'000'000'000) << "columns may be read in any order";
            EXPECT_EQ(row.get<std::string>("id"), "a");
        });
    });
    EXPECT_THROW(database().write([](Tx& tx) { tx.execute(insert_note, "b", "8 bytes.", 0.5, Bytes{"x"}); }), Broken)
        << "a column holds its type";
}

TEST_P(DatabaseOn, MistakesOfTheProgramAreLogicErrors)
{
    add("a");
    add("b");
    database().read([](Reader& reader) {
        EXPECT_THROW(reader.query(list_notes).one(id_of), std::logic_error);
        EXPECT_THROW(reader.query(list_notes).one_or_none(id_of), std::logic_error);
        EXPECT_THROW(reader.query(backwards, "c", 1).one(id_of), std::logic_error);
    });
    EXPECT_THROW(database().read([&](Reader&) { ids(); }), std::logic_error);
    EXPECT_THROW(database().write([&](Tx&) { add("c"); }), std::logic_error);
    EXPECT_THROW(database().read([](Reader& reader) {
        reader.query(test::same("test.typo", "SELECT nothing FROM note")).map(id_of);
    }),
        Broken);
    EXPECT_EQ(ids(), (std::vector<std::string>{"a", "b"})) << "and the next one works";
}

TEST_P(DatabaseOn, BindsByNumberWhateverTheOrderInTheText)
{
    database().write([](Tx& tx) { tx.execute(insert_note, "a", 7, 0.5, Bytes{}); });
    const auto found = database().read([](Reader& reader) { return reader.query(backwards, "a", 7).map(id_of); });
    EXPECT_EQ(found, std::vector<std::string>{"a"});
}

TEST_P(DatabaseOn, WriteKeepsValuesAndUndoesErrorsAndExceptions)
{
    const auto kept = database().write([](Tx& tx) -> Result<int> {
        tx.execute(insert_id, "kept");
        return 7;
    });
    EXPECT_EQ(kept, 7);
    const auto undone = database().write([](Tx& tx) -> Result<int> {
        tx.execute(insert_id, "undone");
        return fail(ErrorKind::conflict, "test/no", {"だめ", "no"});
    });
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, "test/no");
    const auto throwing = [](Tx& tx) {
        tx.execute(insert_id, "thrown");
        throw std::runtime_error("stop");
    };
    EXPECT_THROW(database().write(throwing), std::runtime_error);
    EXPECT_THROW(add("kept"), Broken) << "the same key again";
    EXPECT_EQ(ids(), std::vector<std::string>{"kept"});
}

TEST_P(DatabaseOn, AfterCommitRunsOnceAndOnlyWhenKept)
{
    std::vector<std::string> ran;
    database().write([&](Tx& tx) {
        tx.execute(insert_id, "a");
        tx.after_commit([&] { ran.push_back("kept"); });
        EXPECT_EQ(ran, std::vector<std::string>{});
    });
    database().write([&](Tx& tx) -> Result<void> {
        tx.after_commit([&] { ran.push_back("undone"); });
        return fail(ErrorKind::conflict, "test/no", {"だめ", "no"});
    });
    EXPECT_EQ(ran, std::vector<std::string>{"kept"});
}

TEST_P(DatabaseOn, ReaderSeesOneSnapshot)
{
    add("a");
    database().read([&](Reader& reader) {
        EXPECT_EQ(reader.query(count_notes).one(number_of), 1);
        std::thread([&] { add("b"); }).join();
        EXPECT_EQ(reader.query(count_notes).one(number_of), 1);
    });
    EXPECT_EQ(ids(), (std::vector<std::string>{"a", "b"}));
}

TEST_P(DatabaseOn, ReaderCannotWrite)
{
    EXPECT_THROW(database().read([](Reader& reader) {
        reader.query(test::same("test.sneaky", "INSERT INTO note (id) VALUES ('x') RETURNING id")).map(id_of);
    }),
        Failure);
    EXPECT_EQ(ids(), std::vector<std::string>{});
}

TEST_P(DatabaseOn, StreamsMoreThanOnePortionWhileOtherQueriesRun)
{
    database().write([](Tx& tx) {
        for (int i = 0; i < 2'500; ++i)
            tx.execute(insert_id, fmt::format("{:05}", i));
    });
    database().read([](Reader& reader) {
        int seen = 0;
        reader.stream(list_notes).for_each([&](const Row& row) {
            EXPECT_EQ(id_of(row), fmt::format("{:05}", seen++));
            if (seen % 1'000 == 0) {
                EXPECT_EQ(reader.query(count_notes).one(number_of), 2'500);
            }
        });
        EXPECT_EQ(seen, 2'500);
        EXPECT_EQ(reader.statements(), 3);
        EXPECT_EQ(reader.stream(test::same("test.none", "SELECT id FROM note WHERE id = 'none'")).map(id_of),
            std::vector<std::string>{});
    });
}

TEST_P(DatabaseOn, SameQueryInsideItsOwnRows)
{
    add("a");
    add("b");
    database().read([](Reader& reader) {
        int pairs = 0;
        reader.query(list_notes).for_each([&](const Row&) {
            reader.query(list_notes).for_each([&](const Row&) { ++pairs; });
        });
        EXPECT_EQ(pairs, 4);
    });
}

TEST_P(DatabaseOn, TimesEveryStatementByName)
{
    std::vector<std::string> names;
    Options options{.url = test_database().url()};
    options.on_statement = [&](const StatementTiming& timing) { names.emplace_back(timing.query); };
    Database timed{options};
    timed.write([](Tx& tx) { tx.execute(insert_id, "a"); });
    timed.read([](Reader& reader) { return reader.query(count_notes).one(number_of); });
    EXPECT_EQ(names, (std::vector<std::string>{"test.insert_id", "test.count_notes"}));
}

TEST_P(DatabaseOn, PreparedStatementsMayExceedTheCache)
{
    std::vector<std::string> texts;
    for (int i = 0; i < 600; ++i)
        texts.push_back(fmt::format("SELECT COUNT(*) AS n FROM note WHERE number = {}", i));
    add("a");
    for (const std::string& text : texts)
        EXPECT_EQ(
            database().read([&](Reader& reader) { return reader.query(test::same("test.many", text)).one(number_of); }),
            0);
    EXPECT_EQ(ids(), std::vector<std::string>{"a"});
}

TEST(SqliteDatabase, FileIsReadableByItsOwnerOnly)
{
    const std::string url = test::new_database_url(Dialect::sqlite);
    open({.url = url})->write([](Tx& tx) { tx.script("CREATE TABLE t (id TEXT)"); });
    const auto rights = std::filesystem::status(url.substr(std::string_view{"sqlite:"}.size())).permissions();
    EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(SqliteDatabase, UnusableAddressIsUnavailable)
{
    struct Case {
        const char* url;
        const char* code;
    };
    const Case cases[] = {
        {"mysql://x", "db/url"},
        {"sqlite:/nonexistent/folder/x.db", "db/unreachable"},
        {"sqlite:/", "db/unreachable"},
        {"postgresql:///x?host=/nonexistent", "db/unreachable"},
    };
    for (const Case& c : cases) {
        try {
            open({.url = c.url});
            ADD_FAILURE() << c.url;
        } catch (const Unavailable& failure) {
            EXPECT_EQ(failure.error().code, c.code) << c.url;
        }
    }
}

}
}
