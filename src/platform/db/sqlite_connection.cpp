#include "platform/db/failure.hpp"
#include "platform/db/sqlite_statement.hpp"
#include "platform/db/statement_cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace hoshuban::db {
namespace {

struct Pragma {
    const char* sql;
    Purpose only = Purpose::writing;
    bool both = true;
};

// busy_timeout is set before these: switching to WAL already needs a lock.
constexpr Pragma pragmas[] = {
    {"PRAGMA journal_mode = WAL"}, // readers never wait for the writer, nor the writer for readers
    {"PRAGMA synchronous = FULL"}, // WAL's NORMAL may lose confirmed commits when the power fails
    {"PRAGMA foreign_keys = ON"}, // off by default, for compatibility with 2009
    {"PRAGMA trusted_schema = OFF"}, // a database file somebody gave us must not run functions through its schema
    {"PRAGMA temp_store = MEMORY"}, // sorting must not leave personal data in /tmp
    {"PRAGMA journal_size_limit = 67108864", Purpose::writing,
        false}, // give a WAL swollen by an import back to the disk
    {"PRAGMA query_only = ON", Purpose::reading, false}, // a write through read() fails instead of waiting for the lock
};

/// SQLite would let everybody on the machine read a new file; the WAL beside it gets the same rights. Only a file that
/// is not there is touched: closing one that is open elsewhere in the process would drop SQLite's locks on it.
void create_private(const std::string& path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
}

class SqliteConnection : public Connection {
public:
    SqliteConnection(const Options& options, Purpose purpose)
        : Connection{options}
        , cache_{statements_per_connection}
    {
        try {
            open(purpose);
        } catch (...) {
            close();
            throw;
        }
    }
    ~SqliteConnection() override { close(); }

    Dialect dialect() const override { return Dialect::sqlite; }
    bool usable() override { return true; }

    void begin_read() override { control("BEGIN"); }
    void end_read() noexcept override { sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr); }
    // IMMEDIATE takes the write lock now; a plain BEGIN would fail half-way when another process wrote meanwhile.
    void begin_write() override { control("BEGIN IMMEDIATE"); }
    void commit() override { control("COMMIT"); }
    void rollback() noexcept override
    {
        if (in_transaction())
            sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    void savepoint() override { control("SAVEPOINT one_write"); }
    void release_savepoint() override { control("RELEASE one_write"); }
    void rollback_to_savepoint() override
    {
        control("ROLLBACK TO one_write");
        control("RELEASE one_write");
    }
    bool in_transaction() override { return sqlite3_get_autocommit(database_) == 0; }

    std::unique_ptr<Cursor> query(const Query& query, std::span<const Param> params, bool) override
    {
        check_texts(params);
        auto statement = compiled(query);
        auto cursor = std::make_unique<SqliteCursor>(statement);
        statement->bind_copies(params);
        return cursor;
    }

    std::int64_t execute(const Query& query, std::span<const Param> params) override
    {
        check_texts(params);
        const SqliteCursor cursor{compiled(query)};
        auto& statement = cursor.statement();
        statement.bind(params);
        while (statement.step()) { }
        return sqlite3_changes64(database_);
    }

    void script(std::string_view sql) override
    {
        if (sqlite3_exec(database_, std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw_sqlite(database_, "script");
        cache_.clear();
    }

    void prepare(const Query& query) override { compiled(query); }

private:
    void open(Purpose purpose)
    {
        const std::string path = options().url.substr(options().url.find(':') + 1);
        create_private(path);
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        if (sqlite3_open_v2(path.c_str(), &database_, flags, nullptr) != SQLITE_OK)
            throw_unreachable(fmt::format("{}: {}", path, sqlite3_errmsg(database_)));
        sqlite3_busy_timeout(database_, static_cast<int>(options().busy_timeout.count()));
        sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        // "no such column" must not become the text 'no such column'; PostgreSQL would refuse it too.
        sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        for (const Pragma& pragma : pragmas) {
            if (pragma.both || pragma.only == purpose)
                control(pragma.sql);
        }
    }

    void close() noexcept
    {
        cache_.clear();
        sqlite3_close_v2(database_);
    }

    void control(const char* sql)
    {
        const Query query{sql, sql, sql};
        const SqliteCursor cursor{compiled(query)};
        while (cursor.statement().step()) { }
    }

    std::shared_ptr<SqliteStatement> compiled(const Query& query)
    {
        auto statement = cache_.find(query.sqlite);
        if (statement && !statement->in_use())
            return statement;
        const bool first = !statement;
        statement = std::make_shared<SqliteStatement>(database_, query);
        if (first)
            cache_.insert(query.sqlite, statement);
        return statement;
    }

    sqlite3* database_ = nullptr;
    StatementCache<SqliteStatement> cache_;
};

}

std::unique_ptr<Connection> connect_sqlite(const Options& options, Purpose purpose)
{
    return std::make_unique<SqliteConnection>(options, purpose);
}

}
