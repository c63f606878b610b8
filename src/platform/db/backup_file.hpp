#pragma once
#include "core/result.hpp"
#include "platform/db/row.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

/// The bytes of a backup: one line naming the format, then a zstd stream of records.
///
///     S version, created_at, steps: n × (number, name, sha256)       the schema
///     T name, columns: n × name                                      a table begins
///     R value…                                                       one row, a value per column
///     E rows, sha256                                                 the table ends; hash from behind its T to here
///     Z tables, sha256                                               the end; hash over everything before it
///
/// A number is 8 bytes, little endian; a text or bytes is its size and itself; a value is one of N, I number, D number
/// (the bits of a double), T text, B bytes.
namespace hoshuban::db {

inline constexpr std::string_view backup_format = "hoshuban-backup 1\n";

std::unexpected<Error> damaged_backup(const std::string& why);

/// Writes to `<path>.partial`, which becomes `path` in finish(). Errors of the disk are kept until then.
class BackupOutput {
public:
    explicit BackupOutput(const std::filesystem::path&);
    ~BackupOutput();
    BackupOutput(const BackupOutput&) = delete;
    BackupOutput& operator=(const BackupOutput&) = delete;

    void tag(char);
    void number(std::int64_t);
    void text(std::string_view);
    void value(const Cell&);

    void begin_table_hash();
    std::string table_hash();
    std::string whole_hash();
    Result<void> finish();

private:
    struct Stream;
    void add(std::string_view bytes);

    std::unique_ptr<Stream> stream_;
};

/// Reads a backup from outside: trusts no size and stops at the first thing that is wrong.
class BackupInput {
public:
    static Result<BackupInput> open(const std::filesystem::path&);
    BackupInput(BackupInput&&) noexcept;
    ~BackupInput();

    Result<char> tag();
    Result<std::int64_t> number();
    /// A number that counts things: not negative, at most `most`.
    Result<std::int64_t> count(std::int64_t most);
    Result<std::string> text();
    Result<Param> value();

    void begin_table_hash();
    std::string table_hash();
    std::string whole_hash();
    /// Nothing may follow the last record.
    Result<void> end();

private:
    struct Stream;
    explicit BackupInput(std::unique_ptr<Stream>);
    Result<std::string_view> take(std::size_t size);

    std::unique_ptr<Stream> stream_;
};

}
