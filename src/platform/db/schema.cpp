#include "platform/db/schema.hpp"
#include "platform/db/sql.hpp"

#include <algorithm>

namespace hoshuban::db {
namespace {

Table& table_named(std::vector<Table>& tables, const std::string& name)
{
    return *std::ranges::find(tables, name, &Table::name);
}

void add_foreign_keys(Reader& reader, std::vector<Table>& tables)
{
    std::string last;
    reader.query(sql::list_foreign_keys).for_each([&](const Row& row) {
        const auto table = row.get<std::string>("table_name");
        const auto key = table + "/" + row.get<std::string>("key_name");
        auto& keys = table_named(tables, table).foreign_keys;
        if (key != last)
            keys.push_back({row.get<std::string>("target"), {}});
        keys.back().columns.push_back(row.get<std::string>("column_name"));
        last = key;
    });
}

void add_indexes(Reader& reader, std::vector<Table>& tables)
{
    std::string last;
    reader.query(sql::list_indexes).for_each([&](const Row& row) {
        const auto table = row.get<std::string>("table_name");
        const auto key = table + "/" + row.get<std::string>("key_name");
        auto& indexes = table_named(tables, table).indexes;
        if (key != last)
            indexes.emplace_back();
        indexes.back().push_back(row.get<std::string>("column_name"));
        last = key;
    });
}

}

bool Table::has_column(std::string_view column) const
{
    return std::ranges::find(columns, column) != columns.end();
}

bool Table::has_index_for(const ForeignKey& key) const
{
    return std::ranges::any_of(indexes, [&](const std::vector<std::string>& index) {
        if (index.size() < key.columns.size())
            return false;
        const auto beginning = std::vector<std::string>(index.begin(), index.begin() + std::ssize(key.columns));
        return std::ranges::is_permutation(beginning, key.columns);
    });
}

std::vector<Table> tables(Reader& reader)
{
    std::vector<Table> found;
    reader.query(sql::list_columns).for_each([&](const Row& row) {
        auto name = row.get<std::string>("table_name");
        if (found.empty() || found.back().name != name)
            found.push_back({.name = std::move(name)});
        found.back().columns.push_back(row.get<std::string>("column_name"));
    });
    add_foreign_keys(reader, found);
    add_indexes(reader, found);
    return found;
}

}
