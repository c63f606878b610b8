#include "platform/db/filtered.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::db {
namespace {

constexpr const char* text = "SELECT name FROM t WHERE a = $1 AND ($2 = '' OR b = $2)"
                             " AND ($3 = '' OR COALESCE(c, '(') LIKE $3 ESCAPE '!')"
                             " AND ($4 = '' OR (b, c) > ($4, $5)) ORDER BY name LIMIT $6";
constexpr Query filters{"test.filters", text, text};

TEST(Filtered, KeepsOnlyWhatIsAskedFor)
{
    struct Case {
        const char* second;
        const char* third;
        const char* fourth;
        const char* text;
        std::size_t params;
    };
    const Case cases[] = {
        {"", "", "", "SELECT name FROM t WHERE a = $1 AND 1 = 1 AND 1 = 1 AND 1 = 1 ORDER BY name LIMIT $2", 2},
        {"x", "", "", "SELECT name FROM t WHERE a = $1 AND (b = $2) AND 1 = 1 AND 1 = 1 ORDER BY name LIMIT $3", 3},
        {"", "y", "",
            "SELECT name FROM t WHERE a = $1 AND 1 = 1 AND (COALESCE(c, '(') LIKE $2 ESCAPE '!') AND 1 = 1 "
            "ORDER BY name LIMIT $3",
            3},
        {"x", "y", "z",
            "SELECT name FROM t WHERE a = $1 AND (b = $2) AND (COALESCE(c, '(') LIKE $3 ESCAPE '!') "
            "AND ((b, c) > ($4, $5)) ORDER BY name LIMIT $6",
            6},
    };
    for (const Case& c : cases) {
        const Filtered filtered{filters, {1, c.second, c.third, c.fourth, "c", 50}};
        EXPECT_EQ(filtered.query().postgres, c.text);
        EXPECT_EQ(filtered.query().sqlite, c.text);
        EXPECT_EQ(filtered.params().size(), c.params);
    }
}

class FilteredRows : public test::OnBothDatabases { };
HOSHUBAN_ON_BOTH_DATABASES(FilteredRows);

TEST_P(FilteredRows, AreTheSameAsOfTheWholeStatement)
{
    database().write([](Tx& tx) {
        tx.script(
            "CREATE TABLE t (name TEXT, a INTEGER, b TEXT, c TEXT);"
            "INSERT INTO t VALUES ('n1', 1, 'x', 'y'), ('n2', 1, 'x', 'z'), ('n3', 1, 'w', 'y'), ('n4', 2, 'x', 'y')");
    });
    const auto names = [](const db::Row& row) { return row.get<std::string>("name"); };
    for (const char* second : {"", "x", "none"}) {
        for (const char* third : {"", "y"}) {
            for (const char* after : {"", "w"}) {
                const std::vector<Param> params{1, second, third, after, "y", 50};
                const Filtered filtered{filters, params};
                const auto [whole, asked] = database().read([&](Reader& reader) {
                    return std::pair{reader.query(filters, params).map(names),
                        reader.query(filtered.query(), filtered.params()).map(names)};
                });
                EXPECT_EQ(asked, whole);
            }
        }
    }
    database().write([](Tx& tx) { tx.script("DROP TABLE t"); });
}

}
}
