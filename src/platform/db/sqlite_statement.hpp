#pragma once
#include "platform/db/connection.hpp"

#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace hoshuban::db {

[[noreturn]] void throw_sqlite(sqlite3*, std::string_view query);

/// One compiled statement.
class SqliteStatement {
public:
    SqliteStatement(sqlite3*, const Query&);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    /// The values are not copied: they must live until reset().
    void bind(std::span<const Param>);
    /// Bound values may go away before reset(): copies them.
    void bind_copies(std::span<const Param>);
    bool step();
    void reset() noexcept;
    bool in_use() const { return in_use_; }

    Cell cell(std::size_t column) const;
    std::span<const std::string> columns() const { return columns_; }

private:
    void bind_all(std::span<const Param>, sqlite3_destructor_type);
    void bind_one(int index, const Param&, sqlite3_destructor_type);

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
    std::string name_;
    std::vector<std::string> columns_;
    // Where SQLite put $1, $2, …: it numbers placeholders by their first appearance in the text.
    std::vector<int> positions_;
    bool in_use_ = false;
};

/// Steps through a statement and gives it back when done.
class SqliteCursor : public Cursor {
public:
    explicit SqliteCursor(std::shared_ptr<SqliteStatement> statement)
        : statement_{std::move(statement)}
    {
    }
    ~SqliteCursor() override { statement_->reset(); }

    bool next() override { return statement_->step(); }
    Cell cell(std::size_t column) const override { return statement_->cell(column); }
    std::span<const std::string> columns() const override { return statement_->columns(); }
    SqliteStatement& statement() const { return *statement_; }

private:
    std::shared_ptr<SqliteStatement> statement_;
};

}
