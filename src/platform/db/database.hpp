#pragma once
#include "core/result.hpp"
#include "platform/db/gathering.hpp"
#include "platform/db/param.hpp"
#include "platform/db/query.hpp"
#include "platform/db/row.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hoshuban::db {

/// What `platform/db` throws; the HTTP edge and the command line show `error()` and log `what()`, which adds what the
/// database itself said.
class Failure : public std::runtime_error {
public:
    Failure(Error error, const std::string& detail)
        : std::runtime_error{error.code + ": " + detail}
        , error_{std::move(error)}
    {
    }
    const Error& error() const { return error_; }

private:
    Error error_;
};

/// The database cannot be reached or is too busy; trying again later makes sense.
class Unavailable : public Failure {
    using Failure::Failure;
};

/// A statement, the stored data or the schema is not what the program expects; trying again does not help.
class Broken : public Failure {
    using Failure::Failure;
};

/// A text was given that not both databases can store: it holds a NUL (`db/text_nul`) or is not UTF-8
/// (`db/text_encoding`).
class Refused : public Failure {
    using Failure::Failure;
};

enum class Dialect { sqlite, postgres };

/// How long one statement took, for metrics.
struct StatementTiming {
    std::string_view query;
    std::chrono::nanoseconds elapsed;
};

struct Options {
    /// `sqlite:/var/lib/hoshuban/hoshuban.db` or `postgresql://user@host/database?…` (any libpq URL)
    std::string url;
    /// Connections for read(); more readers at once wait.
    int readers = 8;
    /// A group of writes is committed when nothing more is queued, or at this many writes, or after this time.
    int group_limit = 256;
    std::chrono::milliseconds group_time{10};
    /// How long to wait for another process's lock (SQLite) or for a free reading connection.
    std::chrono::milliseconds busy_timeout{10'000};
    /// Called after every statement, on the thread that ran it.
    std::function<void(const StatementTiming&)> on_statement = {};
};

/// What the writer has done so far. Every group cost one fsync (SQLite: of the WAL; PostgreSQL: of its WAL).
struct WriteStatistics {
    std::uint64_t writes = 0;
    std::uint64_t groups = 0;
    std::uint64_t largest_group = 0;
    std::uint64_t retries = 0;
};

class Connection;

/// A consistent snapshot of the database.
class Reader {
public:
    explicit Reader(Connection& connection)
        : connection_{connection}
    {
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    template <class... A>
    Rows query(const Query& query, const A&... values)
    {
        const std::array<Param, sizeof...(A)> params{Param(values)...};
        return run(query, params, Fetch::all);
    }
    Rows query(const Query& query, std::span<const Param> params) { return run(query, params, Fetch::all); }
    Rows query(const Query& query, const std::vector<Param>& params) { return run(query, params, Fetch::all); }

    /// Like query() for answers too large to hold in memory: PostgreSQL hands them over in portions. Costs two more
    /// round trips there; the same on SQLite.
    template <class... A>
    Rows stream(const Query& query, const A&... values)
    {
        const std::array<Param, sizeof...(A)> params{Param(values)...};
        return run(query, params, Fetch::portions);
    }
    Rows stream(const Query& query, std::span<const Param> params) { return run(query, params, Fetch::portions); }
    Rows stream(const Query& query, const std::vector<Param>& params) { return run(query, params, Fetch::portions); }

    /// Statements run so far, so that a store test can show that a list is one query.
    int statements() const { return statements_; }
    Dialect dialect() const;

protected:
    enum class Fetch { all, portions };
    Rows run(const Query&, std::span<const Param>, Fetch);

    Connection& connection_;
    int statements_ = 0;
};

/// One transaction that may change the database.
class Tx : public Reader {
public:
    using Reader::Reader;

    /// The number of rows inserted, changed or deleted.
    template <class... A>
    std::int64_t execute(const Query& query, const A&... values)
    {
        const std::array<Param, sizeof...(A)> params{Param(values)...};
        return change(query, params);
    }
    std::int64_t execute(const Query& query, std::span<const Param> params) { return change(query, params); }
    std::int64_t execute(const Query& query, const std::vector<Param>& params) { return change(query, params); }

    /// Runs once the change is durable, in the order of the commits, before write() returns. Must be short: every
    /// later write waits for it. Dropped when the transaction is undone.
    void after_commit(std::function<void()> action) { after_commit_.push_back(std::move(action)); }

    /// Leaves `values` for one `store` over all that the writes of this group leave for it, run just before their
    /// common commit: what many writes add to one place (the end of an event chain) then costs a few statements a group
    /// instead of a few each. Values keep their order and the transaction does not see them before. Those of an undone
    /// write are dropped; when `store` throws, the writes of the group are tried again one by one.
    template <class T>
    void store_at_commit(void (*store)(Tx&, std::span<const T>), std::vector<T> values)
    {
        gathering_.add(std::make_unique<GatheredOf<T>>(store, std::move(values)));
    }

    std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_commit_, {}); }
    Gathering take_gathering() { return std::exchange(gathering_, {}); }

    /// Several statements without parameters or answers, for migrations.
    void script(std::string_view sql);

private:
    std::int64_t change(const Query&, std::span<const Param>);

    std::vector<std::function<void()>> after_commit_;
    Gathering gathering_;
};

namespace detail {

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

}

/// One database: many readers, one writer that groups waiting writes into one commit. Thread safe.
class Database {
public:
    explicit Database(Options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `use(Reader&)` on the calling thread over one consistent snapshot and returns what it returns. Must not be
    /// nested in another read or write of the same database on the same thread (std::logic_error).
    template <class F>
    auto read(F&& use) -> std::invoke_result_t<F&, Reader&>;

    /// Runs `change(Tx&)` on the writer's thread and returns what it returns once that is durable. `change` returns
    /// void, a value, or Result<…>; a Result that holds an error, or an exception, undoes what `change` did and reaches
    /// the caller. Several writes share one commit, so a write costs a fraction of an fsync under load and one fsync
    /// when alone. `change` may run again after a conflict with another process: apart from assigning to variables of
    /// the caller it must act only through Tx.
    template <class F>
    auto write(F&& change) -> std::invoke_result_t<F&, Tx&>;

    Dialect dialect() const;
    const Options& options() const;
    WriteStatistics write_statistics() const;

    enum class Outcome { keep, undo };
    struct Parts;

private:
    void run_read(const std::function<void(Reader&)>&);
    void run_write(const std::function<Outcome(Tx&)>&);

    std::unique_ptr<Parts> parts_;
};

/// Opens the database, creating the file of an SQLite URL when it does not exist. Does not migrate: see migrations.hpp.
std::unique_ptr<Database> open(const Options&);

template <class F>
auto Database::read(F&& use) -> std::invoke_result_t<F&, Reader&>
{
    using Value = std::invoke_result_t<F&, Reader&>;
    if constexpr (std::is_void_v<Value>) {
        run_read(std::ref(use));
    } else {
        std::optional<Value> value;
        auto run = [&](Reader& reader) { value.emplace(use(reader)); };
        run_read(std::ref(run));
        return std::move(*value);
    }
}

template <class F>
auto Database::write(F&& change) -> std::invoke_result_t<F&, Tx&>
{
    using Value = std::invoke_result_t<F&, Tx&>;
    if constexpr (std::is_void_v<Value>) {
        auto run = [&](Tx& tx) {
            change(tx);
            return Outcome::keep;
        };
        run_write(std::ref(run));
    } else {
        std::optional<Value> value;
        auto run = [&](Tx& tx) {
            value.emplace(change(tx));
            if constexpr (detail::is_result<Value>)
                return *value ? Outcome::keep : Outcome::undo;
            else
                return Outcome::keep;
        };
        run_write(std::ref(run));
        return std::move(*value);
    }
}

}
