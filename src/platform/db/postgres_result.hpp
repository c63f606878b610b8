#pragma once
#include "platform/db/connection.hpp"

#include <libpq-fe.h>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::db {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// Throws when the result is an error, as the kind of failure its SQLSTATE says.
void check_result(const PGresult*, PGconn*, std::string_view query);
std::vector<std::string> column_names(const PGresult*);
/// Reads a value of a binary answer.
Cell cell_of(const PGresult*, int row, int column);

/// Values in the form libpq takes them: texts for the server to parse, bytes as they are.
class PostgresParams {
public:
    explicit PostgresParams(std::span<const Param>);
    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }
    /// bytea where bytes are given, otherwise left to the server.
    const Oid* types() const { return types_.data(); }

private:
    void add(const Param&);
    void add(const char* value, int length, Oid type);

    std::vector<std::string> texts_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
    std::vector<Oid> types_;
};

}
