#include "platform/db/backup.hpp"
#include "platform/db/backup_file.hpp"
#include "platform/db/migrations.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hoshuban::db {
namespace {

/// What is made again from the other tables: the index of the search follows the events of a restored database anew.
bool is_derived(const Table& table)
{
    return table.name.starts_with("search_");
}

/// Tables in one order whatever the database, the columns in the order of the table.
std::string select_all(const Table& table)
{
    return fmt::format("SELECT \"{}\" FROM \"{}\"", fmt::join(table.columns, "\", \""), table.name);
}

void write_schema(Reader& reader, BackupOutput& out, BackupReport& report)
{
    out.tag('S');
    out.number(report.schema_version);
    out.text(report.created_at);
    std::vector<std::string> steps;
    int count = 0;
    reader.query(sql::list_migrations).for_each([&](const Row&) { ++count; });
    out.number(count);
    reader.query(sql::list_migrations).for_each([&](const Row& row) {
        out.number(row.get<std::int64_t>("number"));
        out.text(row.get<std::string>("name"));
        out.text(row.get<std::string>("sha256"));
    });
}

void write_table(Reader& reader, const Table& table, BackupOutput& out, BackupReport& report)
{
    out.tag('T');
    out.begin_table_hash();
    out.text(table.name);
    out.number(std::ssize(table.columns));
    for (const std::string& column : table.columns)
        out.text(column);
    const std::string text = select_all(table);
    std::int64_t rows = 0;
    reader.stream(Query{"db.backup_table", text, text}).for_each([&](const Row& row) {
        out.tag('R');
        for (const std::string& column : table.columns)
            out.value(row.cell(column));
        ++rows;
    });
    out.tag('E');
    out.number(rows);
    out.text(out.table_hash());
    report.tables.push_back({table.name, rows});
    report.rows += rows;
}

}

Result<BackupReport> write_backup(Database& database, const std::filesystem::path& path, Instant now)
{
    if (std::filesystem::exists(path))
        return fail(ErrorKind::conflict, "backup/exists",
            {fmt::format("{} はすでにあります。上書きしません。別の名前を指定してください。", path.string()),
                fmt::format("{} exists already and is not overwritten: choose another name", path.string())});
    return database.read([&](Reader& reader) -> Result<BackupReport> {
        BackupReport report{.schema_version = schema_version(reader), .created_at = to_text(now)};
        BackupOutput out{path};
        write_schema(reader, out, report);
        for (const Table& table : tables(reader)) {
            if (table.name != "schema_migration" && !is_derived(table))
                write_table(reader, table, out, report);
        }
        out.tag('Z');
        out.number(std::ssize(report.tables));
        report.sha256 = out.whole_hash();
        out.text(report.sha256);
        TRY(out.finish());
        return report;
    });
}

}
