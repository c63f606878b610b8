#pragma once
#include "platform/db/postgres_result.hpp"
#include "platform/db/statement_cache.hpp"

#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

namespace hoshuban::db {

struct PostgresStatement {
    std::string name;
    std::string text;
    std::vector<std::string> columns = {};
    bool known = false; // to the server
};

/// One libpq session. BEGIN, SAVEPOINT, RELEASE and their like are not sent on their own: they wait and travel in front
/// of the next statement, in one round trip; the COMMIT of a read is sent without waiting for its answer.
class PostgresConnection : public Connection {
public:
    explicit PostgresConnection(const Options&);
    ~PostgresConnection() override;

    Dialect dialect() const override { return Dialect::postgres; }
    bool usable() override;

    void begin_read() override;
    void end_read() noexcept override;
    void begin_write() override;
    void commit() override;
    void rollback() noexcept override;
    void savepoint() override;
    void release_savepoint() override;
    void rollback_to_savepoint() override;
    bool in_transaction() override;

    std::unique_ptr<Cursor> query(const Query&, std::span<const Param>, bool portions) override;
    std::int64_t execute(const Query&, std::span<const Param>) override;
    void script(std::string_view sql) override;
    void prepare(const Query&) override;

    /// Declares a cursor for the query and returns its name.
    std::string declare(const Query&, std::span<const Param>);
    PostgresResult fetch(const std::string& cursor);
    void close(const std::string& cursor) { waiting_.push_back("CLOSE " + cursor); }

private:
    struct Call;
    struct Answer;

    PostgresResult run(const Query&, std::span<const Param>, std::shared_ptr<PostgresStatement>&);
    PostgresResult call(const Call&);
    void send(const Call&);
    Answer receive();
    void settle();

    PGconn* connection_ = nullptr;
    StatementCache<PostgresStatement> cache_;
    std::vector<std::string> waiting_;
    std::size_t savepoint_at_ = 0;
    bool savepoint_waits_ = false;
    bool begun_ = false; // BEGIN has reached the server
    bool unanswered_ = false; // a COMMIT was sent and its answer not yet read
    int names_ = 0;
};

}
