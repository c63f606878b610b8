#include "platform/db/backup_records.hpp"
#include "platform/db/backup_file.hpp"

#include <limits>

namespace hoshuban::db {
namespace {

constexpr std::int64_t most_names = 10'000;

class Records {
public:
    Records(BackupInput input, const BackupUse& use)
        : input_{std::move(input)}
        , use_{use}
    {
    }

    Result<BackupReport> read()
    {
        TRY(schema());
        for (;;) {
            TRY_ASSIGN(const char tag, input_.tag());
            if (tag == 'Z')
                break;
            if (tag != 'T')
                return damaged_backup("unknown record");
            TRY(table());
        }
        TRY(ending());
        return std::move(report_);
    }

private:
    Result<void> schema()
    {
        TRY_ASSIGN(const char tag, input_.tag());
        if (tag != 'S')
            return damaged_backup("no schema");
        TRY_ASSIGN(const auto version, input_.count(std::numeric_limits<int>::max()));
        TRY_ASSIGN(report_.created_at, input_.text());
        report_.schema_version = static_cast<int>(version);
        TRY_ASSIGN(const auto count, input_.count(most_names));
        std::vector<BackupStep> steps;
        for (std::int64_t i = 0; i < count; ++i) {
            BackupStep step;
            TRY_ASSIGN(step.number, input_.number());
            TRY_ASSIGN(step.name, input_.text());
            TRY_ASSIGN(step.sha256, input_.text());
            steps.push_back(std::move(step));
        }
        return use_.schema ? use_.schema(steps) : Result<void>{};
    }

    Result<void> table()
    {
        input_.begin_table_hash();
        BackupReport::Table table;
        TRY_ASSIGN(table.name, input_.text());
        TRY_ASSIGN(const auto count, input_.count(most_names));
        std::vector<std::string> columns;
        for (std::int64_t i = 0; i < count; ++i) {
            TRY_ASSIGN(auto column, input_.text());
            columns.push_back(std::move(column));
        }
        if (use_.table)
            TRY(use_.table(table.name, columns));
        TRY_ASSIGN(table.rows, rows(columns.size()));
        report_.rows += table.rows;
        report_.tables.push_back(std::move(table));
        return {};
    }

    Result<std::int64_t> rows(std::size_t columns)
    {
        std::vector<Param> values;
        for (std::int64_t read = 0;; ++read) {
            TRY_ASSIGN(const char tag, input_.tag());
            if (tag == 'E') {
                TRY(table_ending(read));
                return read;
            }
            if (tag != 'R')
                return damaged_backup("unknown record");
            values.clear();
            for (std::size_t i = 0; i < columns; ++i) {
                TRY_ASSIGN(auto value, input_.value());
                values.push_back(std::move(value));
            }
            if (use_.row)
                use_.row(values);
        }
    }

    Result<void> table_ending(std::int64_t read)
    {
        TRY_ASSIGN(const auto rows, input_.number());
        const std::string hash = input_.table_hash();
        TRY_ASSIGN(const auto written, input_.text());
        if (rows != read || written != hash)
            return damaged_backup("a table does not match its count or checksum");
        return {};
    }

    Result<void> ending()
    {
        TRY_ASSIGN(const auto tables, input_.number());
        report_.sha256 = input_.whole_hash();
        TRY_ASSIGN(const auto written, input_.text());
        if (tables != std::ssize(report_.tables) || written != report_.sha256)
            return damaged_backup("the content does not match its checksum");
        return input_.end();
    }

    BackupInput input_;
    const BackupUse& use_;
    BackupReport report_;
};

}

Result<BackupReport> read_backup(const std::filesystem::path& path, const BackupUse& use)
{
    TRY_ASSIGN(auto input, BackupInput::open(path));
    return Records{std::move(input), use}.read();
}

Result<BackupReport> verify_backup(const std::filesystem::path& path)
{
    return read_backup(path, {});
}

}
