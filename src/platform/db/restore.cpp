#include "platform/crypto.hpp"
#include "platform/db/backup_file.hpp"
#include "platform/db/backup_records.hpp"
#include "platform/db/migrations.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/sql.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hoshuban::db {
namespace {

struct ForeignKeyText {
    std::string table;
    std::string name;
    std::string definition;
};

constexpr Query dangling_references{
    "db.dangling_references", "SELECT COUNT(*) AS number FROM pragma_foreign_key_check", ""};

int number(const Row& row)
{
    return row.get<int>("number");
}

Query composed(std::string_view text)
{
    return {"db.restore", text, text};
}

/// The program's steps up to the backup's version, provided the backup was taken with the very same ones.
Result<std::span<const Migration>> steps_of(std::span<const BackupStep> taken)
{
    const auto known = embedded_migrations();
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (i >= known.size())
            return fail(ErrorKind::conflict, "db/schema_newer",
                {"このバックアップは、より新しい版のプログラムで作られています。その版以降のプログラムで復元してくださ"
                 "い。",
                    "This backup was made by a newer version of the program: restore it with that version or a later "
                    "one."});
        if (known[i].number != taken[i].number || crypto::sha256_hex(known[i].text) != taken[i].sha256)
            return fail(ErrorKind::conflict, "db/schema_changed",
                {fmt::format("バックアップの版 {} は、このプログラムとは別の手順で作られています。", taken[i].name),
                    fmt::format("Step {} of the backup's schema was made by other instructions than this program's.",
                        taken[i].name)});
    }
    return known.first(taken.size());
}

Result<void> check_empty(Reader& reader)
{
    for (const Table& table : tables(reader)) {
        if (table.name == "schema_migration") // an earlier attempt got this far
            continue;
        const std::string text = fmt::format("SELECT 1 AS one FROM \"{}\" LIMIT 1", table.name);
        const auto found = reader.query(composed(text)).one_or_none([](const Row&) { return true; });
        if (found)
            return fail(ErrorKind::conflict, "backup/not_empty",
                {"復元先のデータベースが空ではありません。空のデータベースを指定してください。",
                    "The database to restore into is not empty. Name an empty one."});
    }
    return {};
}

/// Rows come table by table, so references are checked at the end: SQLite can wait, PostgreSQL's keys are taken away
/// and put back.
class Unreferenced {
public:
    explicit Unreferenced(Tx& tx)
        : tx_{tx}
        , keys_{tx.query(sql::foreign_key_texts).map([](const Row& row) {
            return ForeignKeyText{row.get<std::string>("table_name"), row.get<std::string>("key_name"),
                row.get<std::string>("definition")};
        })}
    {
        if (tx.dialect() == Dialect::sqlite)
            tx.script("PRAGMA defer_foreign_keys = ON");
        for (const ForeignKeyText& key : keys_)
            tx.script(fmt::format("ALTER TABLE \"{}\" DROP CONSTRAINT \"{}\"", key.table, key.name));
    }

    Result<void> put_back()
    {
        for (const ForeignKeyText& key : keys_)
            tx_.script(fmt::format("ALTER TABLE \"{}\" ADD CONSTRAINT \"{}\" {}", key.table, key.name, key.definition));
        if (tx_.dialect() == Dialect::sqlite && tx_.query(dangling_references).one(number) > 0)
            return damaged_backup("a row refers to one that is not there");
        return {};
    }

private:
    Tx& tx_;
    std::vector<ForeignKeyText> keys_;
};

std::string insert_into(const std::string& table, const std::vector<std::string>& columns)
{
    std::vector<std::string> places;
    for (std::size_t i = 1; i <= columns.size(); ++i)
        places.push_back(fmt::format("${}", i));
    return fmt::format(
        "INSERT INTO \"{}\" (\"{}\") VALUES ({})", table, fmt::join(columns, "\", \""), fmt::join(places, ", "));
}

/// What the migrations put in comes with the backup.
void clear(Tx& tx, std::span<const Table> all)
{
    for (const Table& table : all) {
        if (table.name == "schema_migration")
            continue;
        const std::string text = fmt::format("DELETE FROM \"{}\"", table.name);
        tx.execute(composed(text));
    }
}

Result<BackupReport> fill(Tx& tx, const std::filesystem::path& path)
{
    const auto all = tables(tx);
    Unreferenced unreferenced{tx};
    clear(tx, all);
    std::string insert;
    const BackupUse use{
        .table = [&](const std::string& name, const std::vector<std::string>& columns) -> Result<void> {
            // Names go into SQL text, so they must be names this schema has.
            const auto table = std::ranges::find(all, name, &Table::name);
            if (table == all.end() || !std::ranges::is_permutation(table->columns, columns))
                return damaged_backup("a table that this schema does not have");
            insert = insert_into(name, columns);
            return {};
        },
        .row = [&](const std::vector<Param>& values) { tx.execute(composed(insert), values); },
    };
    TRY_ASSIGN(auto report, read_backup(path, use));
    TRY(unreferenced.put_back());
    return report;
}

}

Result<BackupReport> restore_backup(const std::filesystem::path& path, Database& empty, Instant now)
{
    std::span<const Migration> steps;
    const BackupUse look{.schema = [&](std::span<const BackupStep> taken) -> Result<void> {
        TRY_ASSIGN(steps, steps_of(taken));
        return {};
    }};
    TRY(read_backup(path, look));
    TRY(empty.read(check_empty));
    TRY(migrate(empty, {.steps = steps, .now = now}));
    return empty.write([&](Tx& tx) { return fill(tx, path); });
}

}
