#include "platform/db/migrations.hpp"
#include "platform/crypto.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/sql.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::db {
namespace {

constexpr std::string_view create_schema_migration = R"(
CREATE TABLE IF NOT EXISTS schema_migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at TEXT NOT NULL
);)";

struct Taken {
    int number;
    std::string name;
    std::string sha256;
};

std::vector<Taken> taken_steps(Reader& reader)
{
    const auto tables =
        reader.query(sql::count_table, "schema_migration").one([](const Row& row) { return row.get<int>("found"); });
    if (tables == 0)
        return {};
    return reader.query(sql::list_migrations).map([](const Row& row) {
        return Taken{row.get<int>("number"), row.get<std::string>("name"), row.get<std::string>("sha256")};
    });
}

std::unexpected<Error> newer(const Taken& step, int known)
{
    return fail(ErrorKind::conflict, "db/schema_newer",
        {fmt::format("データベースの版（{}）が、このプログラムが知っている版（{}）より新しいため開けません。"
                     "データベースを作った版以降のプログラムを使ってください。",
             step.number, known),
            fmt::format("The schema of the database ({}) is newer than this program knows ({}). Use the version of the "
                        "program that made it, or a later one.",
                step.number, known)});
}

std::unexpected<Error> changed(const Taken& step)
{
    return fail(ErrorKind::conflict, "db/schema_changed",
        {fmt::format("データベースの版 {} は、このプログラムとは別の手順で作られているため開けません。", step.name),
            fmt::format(
                "Step {} of the database's schema was made by other instructions than this program's.", step.name)});
}

std::unexpected<Error> skipped(const Migration& step)
{
    return fail(ErrorKind::conflict, "db/schema_changed",
        {fmt::format("データベースの版 {} が抜けたまま先の版へ進んでいるため開けません。", step.name),
            fmt::format("The database's schema went on without step {}.", step.name)});
}

/// What was taken must be the beginning of the program's steps.
Result<void> check_history(std::span<const Taken> taken, std::span<const Migration> steps)
{
    const int known = steps.empty() ? 0 : steps.back().number;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i].number > known)
            return newer(taken[i], known);
        if (i < steps.size() && steps[i].number < taken[i].number)
            return skipped(steps[i]);
        if (i >= steps.size() || steps[i].number != taken[i].number ||
            crypto::sha256_hex(steps[i].text) != taken[i].sha256)
            return changed(taken[i]);
    }
    return {};
}

/// False when another process took the step meanwhile.
bool take_step(Tx& tx, const Migration& step, Instant now)
{
    const auto taken = taken_steps(tx);
    if (!taken.empty() && taken.back().number >= step.number)
        return false;
    tx.script(for_dialect(create_schema_migration, tx.dialect()));
    tx.script(for_dialect(step.text, tx.dialect()));
    tx.execute(sql::insert_migration, step.number, step.name, crypto::sha256_hex(step.text), now);
    return true;
}

}

int schema_version(Reader& reader)
{
    const auto taken = taken_steps(reader);
    return taken.empty() ? 0 : taken.back().number;
}

Result<void> check_schema(Database& database)
{
    return check_history(database.read(taken_steps), embedded_migrations());
}

Result<int> migrate(Database& database, const MigrationPlan& plan)
{
    const auto taken = database.read(taken_steps);
    TRY(check_history(taken, plan.steps));
    const auto missing = plan.steps.subspan(taken.size());
    if (missing.empty())
        return 0;
    if (plan.before && !taken.empty())
        TRY(plan.before(taken.back().number, missing.back().number));
    int count = 0;
    for (const Migration& step : missing)
        count += database.write([&](Tx& tx) { return take_step(tx, step, plan.now); }) ? 1 : 0;
    return count;
}

std::vector<std::string> prepare_all(Database& database, std::span<const Query> queries)
{
    const auto connection = connect(database.options(), Purpose::reading);
    std::vector<std::string> problems;
    for (const Query& query : queries) {
        try {
            connection->prepare(query);
        } catch (const std::exception& problem) {
            problems.emplace_back(problem.what());
        }
    }
    return problems;
}

}
