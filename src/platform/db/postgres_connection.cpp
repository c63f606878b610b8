#include "platform/db/postgres_connection.hpp"
#include "platform/db/failure.hpp"
#include "platform/off_turn.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::db {
namespace {

// All processes write one after the other, as on SQLite: facts read inside a write cannot change before its commit, and
// two groups never wait for each other's rows. The number is arbitrary but must be the same in every release.
constexpr const char* take_turns = "SELECT pg_advisory_xact_lock(7310469213)";

constexpr const char* portion = "FETCH 1000 FROM ";

void ignore_notice(void*, const char*) { }

// A statement that says so in its first line, with the reason, is planned for the values of each question, which costs
// about a millisecond, instead of once for whatever may be asked: where the best plan depends on the values, such as
// the day that is asked for.
bool is_planned_anew(std::string_view text)
{
    return text.starts_with("-- planned anew: ");
}

/// An answer held as a whole.
class WholeAnswer : public Cursor {
public:
    WholeAnswer(PostgresResult result, std::shared_ptr<PostgresStatement> statement)
        : result_{std::move(result)}
        , statement_{std::move(statement)}
        , count_{PQntuples(result_.get())}
    {
    }

    bool next() override { return ++row_ < count_; }
    Cell cell(std::size_t column) const override { return cell_of(result_.get(), row_, static_cast<int>(column)); }
    std::span<const std::string> columns() const override { return statement_->columns; }

private:
    PostgresResult result_;
    std::shared_ptr<PostgresStatement> statement_;
    int count_;
    int row_ = -1;
};

/// An answer fetched in portions through a cursor of the server.
class PortionedAnswer : public Cursor {
public:
    PortionedAnswer(PostgresConnection& connection, std::string name)
        : connection_{connection}
        , name_{std::move(name)}
    {
    }
    ~PortionedAnswer() override { connection_.close(name_); }

    bool next() override
    {
        if (result_ && ++row_ < PQntuples(result_.get()))
            return true;
        if (result_ && PQntuples(result_.get()) == 0)
            return false;
        result_ = connection_.fetch(name_);
        if (columns_.empty())
            columns_ = column_names(result_.get());
        row_ = 0;
        return PQntuples(result_.get()) > 0;
    }
    Cell cell(std::size_t column) const override { return cell_of(result_.get(), row_, static_cast<int>(column)); }
    std::span<const std::string> columns() const override { return columns_; }

private:
    PostgresConnection& connection_;
    std::string name_;
    PostgresResult result_;
    std::vector<std::string> columns_;
    int row_ = 0;
};

}

/// One statement to send, as a prepared one or as a text.
struct PostgresConnection::Call {
    std::string_view name;
    const char* text;
    const PostgresParams& params;
    PostgresStatement* prepared = nullptr;
};

struct PostgresConnection::Answer {
    PostgresResult last;
    PostgresResult failure;
    std::size_t succeeded = 0; // commands before the failure
};

PostgresConnection::PostgresConnection(const Options& options)
    : Connection{options}
    , cache_{statements_per_connection}
{
    const char* const keys[] = {"dbname", "fallback_application_name", "client_encoding", nullptr};
    const char* const values[] = {options.url.c_str(), "hoshuban", "UTF8", nullptr};
    connection_ = PQconnectdbParams(keys, values, 1);
    if (PQstatus(connection_) != CONNECTION_OK) {
        const std::string detail = PQerrorMessage(connection_);
        PQfinish(connection_);
        throw_unreachable(detail);
    }
    PQsetNoticeProcessor(connection_, ignore_notice, nullptr);
    try {
        // A server configured to answer before its disk did would make us confirm writes that a crash loses.
        script("SET synchronous_commit = on; SET timezone = 'UTC'; SET client_min_messages = error");
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(connection_);
}

bool PostgresConnection::usable()
{
    settle();
    // Reads the end of the stream when the server went away since the last use.
    return PQconsumeInput(connection_) != 0 && PQstatus(connection_) == CONNECTION_OK;
}

void PostgresConnection::begin_read()
{
    waiting_.assign({"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"});
}

void PostgresConnection::end_read() noexcept
{
    waiting_.clear();
    if (!begun_)
        return;
    begun_ = false;
    const PostgresParams none{{}};
    send({"commit", "COMMIT", none});
    PQflush(connection_);
    unanswered_ = true;
}

void PostgresConnection::begin_write()
{
    waiting_.assign({"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", take_turns});
}

void PostgresConnection::commit()
{
    if (!begun_) {
        waiting_.clear();
        return;
    }
    const PostgresParams none{{}};
    PostgresResult result;
    try {
        result = call({"commit", "COMMIT", none});
    } catch (const Retry& failure) {
        if (PQstatus(connection_) == CONNECTION_OK)
            throw;
        throw_unreachable(fmt::format("the connection was lost during COMMIT, outcome unknown: {}", failure.what()));
    }
    begun_ = false;
    if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
        throw_retry("COMMIT was answered with ROLLBACK");
}

void PostgresConnection::rollback() noexcept
{
    waiting_.clear();
    if (!begun_)
        return;
    begun_ = false;
    const PostgresParams none{{}};
    send({"rollback", "ROLLBACK", none});
    PQflush(connection_);
    unanswered_ = true;
}

void PostgresConnection::savepoint()
{
    savepoint_at_ = waiting_.size();
    savepoint_waits_ = true;
    waiting_.push_back("SAVEPOINT one_write");
}

void PostgresConnection::release_savepoint()
{
    if (savepoint_waits_)
        waiting_.resize(savepoint_at_);
    else
        waiting_.push_back("RELEASE one_write");
}

void PostgresConnection::rollback_to_savepoint()
{
    if (savepoint_waits_)
        waiting_.resize(savepoint_at_);
    else
        waiting_.assign({"ROLLBACK TO one_write", "RELEASE one_write"});
}

bool PostgresConnection::in_transaction()
{
    const PGTransactionStatusType status = PQtransactionStatus(connection_);
    return !begun_ || status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

std::unique_ptr<Cursor> PostgresConnection::query(const Query& query, std::span<const Param> params, bool portions)
{
    check_texts(params);
    if (portions)
        return std::make_unique<PortionedAnswer>(*this, declare(query, params));
    std::shared_ptr<PostgresStatement> statement;
    auto result = run(query, params, statement);
    return std::make_unique<WholeAnswer>(std::move(result), std::move(statement));
}

std::int64_t PostgresConnection::execute(const Query& query, std::span<const Param> params)
{
    check_texts(params);
    std::shared_ptr<PostgresStatement> statement;
    const auto result = run(query, params, statement);
    const std::string_view count = PQcmdTuples(result.get());
    std::int64_t rows = 0;
    std::from_chars(count.data(), count.data() + count.size(), rows);
    return rows;
}

void PostgresConnection::script(std::string_view sql)
{
    const PostgresParams none{{}};
    call({"script", "SELECT 1", none}); // sends what waits
    const PostgresResult result{PQexec(connection_, std::string{sql}.c_str())};
    check_result(result.get(), connection_, "script");
    const PostgresResult forgotten{PQexec(connection_, "DEALLOCATE ALL")};
    check_result(forgotten.get(), connection_, "script");
    cache_.clear();
}

void PostgresConnection::prepare(const Query& query)
{
    settle();
    const PostgresResult result{PQprepare(connection_, "", std::string{query.postgres}.c_str(), 0, nullptr)};
    check_result(result.get(), connection_, query.name);
}

std::string PostgresConnection::declare(const Query& query, std::span<const Param> params)
{
    std::string name = fmt::format("portions_{}", ++names_);
    const std::string text = fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", name, query.postgres);
    call({query.name, text.c_str(), PostgresParams{params}});
    return name;
}

PostgresResult PostgresConnection::fetch(const std::string& cursor)
{
    const PostgresParams none{{}};
    return call({cursor, (portion + cursor).c_str(), none});
}

PostgresResult PostgresConnection::run(
    const Query& query, std::span<const Param> params, std::shared_ptr<PostgresStatement>& statement)
{
    statement = cache_.find(query.postgres);
    const bool first = !statement;
    if (first) {
        statement = std::make_shared<PostgresStatement>(fmt::format("s{}", ++names_), std::string{query.postgres});
        const auto removed = cache_.insert(query.postgres, statement);
        if (removed && removed->known)
            waiting_.push_back("DEALLOCATE " + removed->name);
    }
    auto result = call({query.name, statement->text.c_str(), PostgresParams{params},
        is_planned_anew(query.postgres) ? nullptr : statement.get()});
    if (statement->columns.empty())
        statement->columns = column_names(result.get());
    return result;
}

PostgresResult PostgresConnection::call(const Call& call)
{
    settle();
    const std::size_t waiting = waiting_.size();
    send(call);
    begun_ = true;
    auto answer = receive();
    if (call.prepared != nullptr)
        call.prepared->known = call.prepared->known || answer.succeeded > waiting;
    if (answer.failure && answer.succeeded < waiting)
        throw_retry(fmt::format("before {}: {}", call.name, PQresultErrorMessage(answer.failure.get())));
    if (answer.failure || !answer.last)
        check_result(answer.failure.get(), connection_, call.name);
    return std::move(answer.last);
}

void PostgresConnection::send(const Call& call)
{
    PQenterPipelineMode(connection_);
    for (const std::string& control : waiting_)
        PQsendQueryParams(connection_, control.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1);
    waiting_.clear();
    savepoint_waits_ = false;
    const PostgresParams& params = call.params;
    if (call.prepared != nullptr && !call.prepared->known)
        PQsendPrepare(connection_, call.prepared->name.c_str(), call.text, params.count(), params.types());
    if (call.prepared != nullptr)
        PQsendQueryPrepared(connection_, call.prepared->name.c_str(), params.count(), params.values(), params.lengths(),
            params.formats(), 1);
    else
        PQsendQueryParams(connection_, call.text, params.count(), params.types(), params.values(), params.lengths(),
            params.formats(), 1);
    PQpipelineSync(connection_);
}

PostgresConnection::Answer PostgresConnection::receive()
{
    const OffTurn waiting;
    Answer answer;
    bool ended_before = false;
    for (;;) {
        PostgresResult result{PQgetResult(connection_)};
        if (!result) {
            if (std::exchange(ended_before, true)) // two ends in a row: the connection is lost
                break;
            answer.succeeded += answer.failure ? 0 : 1;
            continue;
        }
        ended_before = false;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC)
            break;
        if (status == PGRES_FATAL_ERROR && !answer.failure) {
            answer.failure = std::move(result);
        } else if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
            answer.last = std::move(result);
        }
    }
    PQexitPipelineMode(connection_);
    return answer;
}

void PostgresConnection::settle()
{
    if (std::exchange(unanswered_, false))
        receive();
}

std::unique_ptr<Connection> connect_postgres(const Options& options, Purpose)
{
    return std::make_unique<PostgresConnection>(options);
}

}
