#pragma once
#include "platform/db/database.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace hoshuban::db {

/// The transaction was chosen as the victim of a conflict, or its connection was lost before the commit: nothing was
/// stored and the same work may be tried again.
class Retry : public Unavailable {
    using Unavailable::Unavailable;
};

/// One session with the database, used by one thread at a time.
class Connection {
public:
    explicit Connection(const Options& options)
        : options_{options}
    {
    }
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Dialect dialect() const = 0;
    /// False once the session is lost; it is then replaced, never repaired.
    virtual bool usable() = 0;

    virtual void begin_read() = 0;
    virtual void end_read() noexcept = 0;

    virtual void begin_write() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// One savepoint at a time, inside the writing transaction.
    virtual void savepoint() = 0;
    virtual void release_savepoint() = 0;
    virtual void rollback_to_savepoint() = 0;
    /// False when an error made the database end the transaction by itself.
    virtual bool in_transaction() = 0;

    /// `portions`: do not hold the whole answer in memory.
    virtual std::unique_ptr<Cursor> query(const Query&, std::span<const Param>, bool portions) = 0;
    virtual std::int64_t execute(const Query&, std::span<const Param>) = 0;
    virtual void script(std::string_view sql) = 0;
    /// Asks the database whether it understands the text; runs nothing.
    virtual void prepare(const Query&) = 0;

    const Options& options() const { return options_; }

private:
    const Options& options_;
};

enum class Purpose { reading, writing };

std::unique_ptr<Connection> connect_sqlite(const Options&, Purpose);
std::unique_ptr<Connection> connect_postgres(const Options&, Purpose);
std::unique_ptr<Connection> connect(const Options&, Purpose);
Dialect dialect_of(std::string_view url);

}
