#include "platform/db/database.hpp"
#include "platform/db/inside.hpp"
#include "platform/db/reader_pool.hpp"
#include "platform/db/writer.hpp"

#include <stdexcept>

namespace hoshuban::db {
namespace {

thread_local const Inside* innermost = nullptr;

/// Reports how long a statement took, its rows included.
class TimedCursor : public Cursor {
public:
    TimedCursor(std::unique_ptr<Cursor> cursor, const Options& options, std::string_view query,
        std::chrono::steady_clock::time_point start)
        : cursor_{std::move(cursor)}
        , options_{options}
        , query_{query}
        , start_{start}
    {
    }
    ~TimedCursor() override { options_.on_statement({query_, std::chrono::steady_clock::now() - start_}); }

    bool next() override { return cursor_->next(); }
    Cell cell(std::size_t column) const override { return cursor_->cell(column); }
    std::span<const std::string> columns() const override { return cursor_->columns(); }

private:
    std::unique_ptr<Cursor> cursor_;
    const Options& options_;
    std::string_view query_;
    std::chrono::steady_clock::time_point start_;
};

/// One snapshot on a connection of the pool, given back at the end.
class Snapshot {
public:
    explicit Snapshot(ReaderPool& pool)
        : pool_{pool}
        , connection_{pool.take()}
    {
    }
    ~Snapshot()
    {
        connection_->end_read();
        pool_.give_back(std::move(connection_));
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    Connection& connection() { return *connection_; }

private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
};

}

Inside::Inside(const void* owner)
    : owner_{owner}
    , outer_{innermost}
{
    innermost = this;
}

Inside::~Inside()
{
    innermost = outer_;
}

void Inside::refuse_nesting(const void* owner)
{
    for (const Inside* inside = innermost; inside != nullptr; inside = inside->outer_) {
        if (inside->owner_ == owner)
            throw std::logic_error("read or write inside another read or write of the same database");
    }
}

struct Database::Parts {
    Parts(Options given, const Database* owner)
        : options{std::move(given)}
        , dialect{dialect_of(options.url)}
        , writer{options, owner}
    {
    }

    Options options;
    Dialect dialect;
    ReaderPool readers{options};
    Writer writer;
};

Database::Database(Options options)
    : parts_{std::make_unique<Parts>(std::move(options), this)}
{
}

Database::~Database() = default;

Dialect Database::dialect() const
{
    return parts_->dialect;
}
const Options& Database::options() const
{
    return parts_->options;
}
WriteStatistics Database::write_statistics() const
{
    return parts_->writer.statistics();
}

void Database::run_read(const std::function<void(Reader&)>& use)
{
    Inside::refuse_nesting(this);
    const Inside inside{this};
    Snapshot snapshot{parts_->readers};
    snapshot.connection().begin_read();
    Reader reader{snapshot.connection()};
    use(reader);
}

void Database::run_write(const std::function<Outcome(Tx&)>& change)
{
    Inside::refuse_nesting(this);
    parts_->writer.run(change);
}

Dialect Reader::dialect() const
{
    return connection_.dialect();
}

Rows Reader::run(const Query& query, std::span<const Param> params, Fetch fetch)
{
    ++statements_;
    const Options& options = connection_.options();
    if (!options.on_statement)
        return Rows{connection_.query(query, params, fetch == Fetch::portions), query.name};
    const auto start = std::chrono::steady_clock::now();
    auto cursor = connection_.query(query, params, fetch == Fetch::portions);
    return Rows{std::make_unique<TimedCursor>(std::move(cursor), options, query.name, start), query.name};
}

std::int64_t Tx::change(const Query& query, std::span<const Param> params)
{
    ++statements_;
    const auto& on_statement = connection_.options().on_statement;
    if (!on_statement)
        return connection_.execute(query, params);
    const auto start = std::chrono::steady_clock::now();
    const std::int64_t rows = connection_.execute(query, params);
    on_statement({query.name, std::chrono::steady_clock::now() - start});
    return rows;
}

void Tx::script(std::string_view sql)
{
    connection_.script(sql);
}

std::unique_ptr<Database> open(const Options& options)
{
    auto database = std::make_unique<Database>(options);
    database->read([](Reader&) {}); // fails now rather than at the first request
    return database;
}

}
