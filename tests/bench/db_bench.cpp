#include "platform/clock.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrations.hpp"
#include "platform/uuid.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

// db_bench [SECONDS]: what the two databases give without the rest of the product. SQLite in a file below TMPDIR;
// PostgreSQL when HOSHUBAN_TEST_POSTGRES names a server (tools/with-postgres).
namespace hoshuban {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr db::Query same(std::string_view name, std::string_view text)
{
    return {name, text, text};
}

constexpr db::Query insert_row =
    same("bench.insert", "INSERT INTO bench_row (contract_id, id, title, body, version) VALUES ($1, $2, $3, $4, $5)");
constexpr db::Query find_row = same(
    "bench.find", "SELECT contract_id, id, title, body, version FROM bench_row WHERE contract_id = $1 AND id = $2");
constexpr db::Query list_rows = same("bench.list",
    "SELECT contract_id, id, title, body, version FROM bench_row WHERE contract_id = $1 AND id > $2 ORDER BY id LIMIT "
    "50");
constexpr std::string_view create_row = R"(
CREATE TABLE bench_row (contract_id TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    version INTEGER NOT NULL, PRIMARY KEY (contract_id, id));)";
constexpr int rows = 50'000;
const ContractId contract{"bench"};

struct RowView {
    ContractId contract_id;
    WorkRequestId id;
    std::string title;
    std::string body;
    int version;
};

RowView view_from(const db::Row& row)
{
    return {row.get<ContractId>("contract_id"), row.get<WorkRequestId>("id"), row.get<std::string>("title"),
        row.get<std::string>("body"), row.get<int>("version")};
}

void insert(db::Tx& tx, const std::string& id)
{
    static const std::string body(200, 'x');
    tx.execute(insert_row, contract, id, "端末の交換について", body, 1);
}

std::string id_of(int number)
{
    return fmt::format("{:08}", number);
}

/// Runs `work(thread, turn)` on so many threads for so long and prints how often it was done a second.
template <class F>
void measure(const std::string& what, int threads, std::chrono::seconds span, F work)
{
    std::atomic<std::int64_t> done = 0;
    const auto start = SteadyClock::now();
    {
        std::vector<std::jthread> crowd;
        for (int t = 0; t < threads; ++t) {
            crowd.emplace_back([&, t] {
                std::int64_t mine = 0;
                while (SteadyClock::now() - start < span)
                    work(t, mine++);
                done += mine;
            });
        }
    }
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - start).count();
    fmt::print("  {:44} {:3} threads {:>10.0f} /s  {:>8.1f} us each\n", what, threads,
        static_cast<double>(done) / seconds, seconds * 1e6 * threads / static_cast<double>(done));
}

void measure_reads(db::Database& database, std::chrono::seconds span)
{
    for (const int threads : {1, 8, 64}) {
        measure("read one row in a snapshot of its own", threads, span, [&](int t, std::int64_t turn) {
            const auto id = id_of(static_cast<int>((turn * 7919 + t * 104729) % rows));
            database.read([&](db::Reader& reader) { return reader.query(find_row, contract, id).one(view_from); });
        });
    }
    measure("read 50 rows", 8, span, [&](int t, std::int64_t turn) {
        const auto id = id_of(static_cast<int>((turn * 7919 + t * 104729) % (rows - 100)));
        database.read([&](db::Reader& reader) { return reader.query(list_rows, contract, id).map(view_from); });
    });
}

/// A transaction and an fsync for every row, on a connection per thread: what grouping is measured against.
void measure_ungrouped(const db::Options& options, int threads, std::chrono::seconds span)
{
    std::vector<std::unique_ptr<db::Connection>> connections;
    for (int i = 0; i < threads; ++i)
        connections.push_back(db::connect(options, db::Purpose::writing));
    const SystemClock clock;
    measure("insert one row, ungrouped", threads, span, [&](int t, std::int64_t) {
        auto& connection = *connections[static_cast<std::size_t>(t)];
        connection.begin_write();
        {
            db::Tx tx{connection};
            insert(tx, new_uuid(clock));
        }
        connection.commit();
    });
}

void measure_writes(db::Database& database, std::chrono::seconds span)
{
    const SystemClock clock;
    for (const int threads : {1, 8, 64}) {
        const auto before = database.write_statistics();
        measure("insert one row, grouped", threads, span,
            [&](int, std::int64_t) { database.write([&](db::Tx& tx) { insert(tx, new_uuid(clock)); }); });
        const auto after = database.write_statistics();
        fmt::print("  {:44} {:.1f} writes a commit, at most {}\n", "",
            static_cast<double>(after.writes - before.writes) / static_cast<double>(after.groups - before.groups),
            after.largest_group);
    }
}

void run(const std::string& url, std::chrono::seconds span)
{
    fmt::print("{}\n", url);
    const db::Options options{.url = url};
    const auto database = db::open(options);
    database->write([](db::Tx& tx) {
        tx.script("DROP TABLE IF EXISTS bench_row");
        tx.script(db::for_dialect(create_row, tx.dialect()));
        for (int i = 0; i < rows; ++i)
            insert(tx, id_of(i));
    });
    measure_reads(*database, span);
    measure_ungrouped(options, 1, span);
    measure_ungrouped(options, 64, span);
    measure_writes(*database, span);
    database->write([](db::Tx& tx) { tx.script("DROP TABLE bench_row"); });
}

}
}

int main(int count, char** arguments)
{
    const std::chrono::seconds span{count > 1 ? std::atoi(arguments[1]) : 3};
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("hoshuban-db-bench-{}", getpid());
    std::filesystem::create_directory(folder);
    hoshuban::run("sqlite:" + (folder / "bench.db").string(), span);
    if (const char* server = std::getenv("HOSHUBAN_TEST_POSTGRES"))
        hoshuban::run(server, span);
    std::filesystem::remove_all(folder);
}
