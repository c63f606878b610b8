#include "platform/db/schema.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace hoshuban::db {
namespace {

// Tables that belong to no single contract, each with its reason.
const std::set<std::string> without_contract = {
    "schema_migration", // about the schema itself
    "blob", // the same bytes are stored once, whoever refers to them
    "blob_chunk",
    "contract", // its id is what contract_id refers to
    "holiday_list", // the nation's, the same for every contract
    "person", // works in several contracts; memberships say in which
    "session", // of a person
    "setup_link", // of a person
};

class SchemaOf : public test::OnBothDatabases {
protected:
    std::vector<Table> found() { return database().read(tables); }
};

HOSHUBAN_ON_BOTH_DATABASES(SchemaOf);

TEST_P(SchemaOf, EveryTableBelongsToAContractOrSaysWhyNot)
{
    for (const Table& table : found())
        EXPECT_TRUE(table.has_column("contract_id") || without_contract.contains(table.name)) << table.name;
}

TEST_P(SchemaOf, EveryForeignKeyHasAnIndex)
{
    for (const Table& table : found()) {
        for (const ForeignKey& key : table.foreign_keys)
            EXPECT_TRUE(table.has_index_for(key)) << table.name << " → " << key.target;
    }
}

TEST_P(SchemaOf, DescribesColumnsKeysAndIndexes)
{
    const auto all = found();
    const auto chunk = std::ranges::find(all, "blob_chunk", &Table::name);
    ASSERT_NE(chunk, all.end());
    EXPECT_EQ(chunk->columns, (std::vector<std::string>{"sha256", "number", "packed"}));
    ASSERT_EQ(chunk->foreign_keys.size(), 1u);
    EXPECT_EQ(chunk->foreign_keys[0].target, "blob");
    EXPECT_EQ(chunk->foreign_keys[0].columns, std::vector<std::string>{"sha256"});
    EXPECT_EQ(chunk->indexes, (std::vector<std::vector<std::string>>{{"sha256", "number"}}));
}

}
}
