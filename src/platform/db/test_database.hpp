#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/migrations.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

/// Fresh databases for tests, on both kinds. PostgreSQL needs a server that may be filled with databases: start the
/// test program through tools/with-postgres, which sets HOSHUBAN_TEST_POSTGRES.
namespace hoshuban::test {

inline const Instant migrated_at = *parse_instant("2026-04-01T00:00:00Z");

/// A query that both databases read alike.
constexpr db::Query same(std::string_view name, std::string_view text)
{
    return {name, text, text};
}

inline const char* postgres_server()
{
    return std::getenv("HOSHUBAN_TEST_POSTGRES");
}

/// A temporary folder of this process, removed at its end.
inline const std::filesystem::path& scratch_folder()
{
    struct Folder {
        Folder()
        {
            std::string name = (std::filesystem::temp_directory_path() / "hoshuban-test.XXXXXX").string();
            if (mkdtemp(name.data()) == nullptr)
                throw std::runtime_error("no temporary folder");
            path = name;
        }
        ~Folder()
        {
            if (owner == getpid()) // not in a child that was forked
                std::filesystem::remove_all(path);
        }
        std::filesystem::path path;
        pid_t owner = getpid();
    };
    static const Folder folder;
    return folder.path;
}

/// The address of an empty database that nobody else uses.
inline std::string new_database_url(db::Dialect dialect)
{
    static std::atomic<int> number = 0;
    const int next = ++number;
    if (dialect == db::Dialect::sqlite)
        return fmt::format("sqlite:{}/{}.db", scratch_folder().string(), next);
    const db::Options server{.url = postgres_server()};
    const std::string name = fmt::format("hoshuban_test_{}_{}", getpid(), next);
    db::connect(server, db::Purpose::writing)->script(fmt::format("CREATE DATABASE {} TEMPLATE template0", name));
    std::string url = server.url;
    return url.replace(url.find("/postgres"), std::string_view{"/postgres"}.size(), "/" + name);
}

namespace detail {

// Dropping a PostgreSQL database takes a checkpoint, seconds on a slow disk; so a used one is emptied and used again.
// What the migrations themselves put in is kept aside and put back.
inline constexpr std::string_view keep_aside = R"(
CREATE SCHEMA pristine;
DO $$ DECLARE t text; filled boolean; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', t) INTO filled;
        IF filled THEN EXECUTE format('CREATE TABLE pristine.%I AS TABLE public.%I', t, t); END IF;
    END LOOP;
END $$)";
inline constexpr std::string_view make_fresh = R"(
SET session_replication_role = replica;
DO $$ DECLARE t text; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DELETE FROM public.%I', t);
        IF to_regclass(format('pristine.%I', t)) IS NOT NULL THEN
            EXECUTE format('INSERT INTO public.%I TABLE pristine.%I', t, t);
        END IF;
    END LOOP;
END $$)";

inline std::string migrated_database(db::Dialect dialect)
{
    std::string url = new_database_url(dialect);
    db::Database database{{.url = url}};
    if (const auto done = db::migrate(database, {.now = migrated_at}); !done)
        throw std::runtime_error(done.error().text.en);
    return url;
}

inline std::vector<std::string>& used_postgres_databases()
{
    static std::vector<std::string> urls;
    return urls;
}

inline std::string fresh_postgres()
{
    auto& used = used_postgres_databases();
    if (used.empty()) {
        std::string url = migrated_database(db::Dialect::postgres);
        const db::Options options{.url = url};
        db::connect(options, db::Purpose::writing)->script(keep_aside);
        return url;
    }
    std::string url = std::move(used.back());
    used.pop_back();
    const db::Options options{.url = url};
    db::connect(options, db::Purpose::writing)->script(make_fresh);
    return url;
}

inline std::string fresh_sqlite()
{
    static const std::string model = migrated_database(db::Dialect::sqlite).substr(std::string_view{"sqlite:"}.size());
    std::string url = new_database_url(db::Dialect::sqlite);
    std::filesystem::copy_file(model, url.substr(std::string_view{"sqlite:"}.size()));
    return url;
}

}

/// A migrated database that holds nothing else, for one test.
class TestDatabase {
public:
    explicit TestDatabase(db::Dialect dialect, db::Options options = {})
        : options_{std::move(options)}
    {
        options_.url = dialect == db::Dialect::sqlite ? detail::fresh_sqlite() : detail::fresh_postgres();
        open();
    }
    ~TestDatabase()
    {
        database_.reset();
        if (db::dialect_of(options_.url) == db::Dialect::postgres)
            detail::used_postgres_databases().push_back(options_.url);
        else
            std::filesystem::remove(options_.url.substr(std::string_view{"sqlite:"}.size()));
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    db::Database& operator*() const { return *database_; }
    db::Database* operator->() const { return database_.get(); }
    const std::string& url() const { return options_.url; }
    /// As after a restart of the program.
    void reopen()
    {
        database_.reset();
        open();
    }

private:
    void open() { database_ = db::open(options_); }

    db::Options options_;
    std::unique_ptr<db::Database> database_;
};

/// Base of the tests of stores: each TEST_P of a class derived from it runs on SQLite and on PostgreSQL.
/// `class QuotaStore : public test::OnBothDatabases { }; HOSHUBAN_ON_BOTH_DATABASES(QuotaStore);`
class OnBothDatabases : public testing::TestWithParam<db::Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == db::Dialect::postgres && postgres_server() == nullptr)
            GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: run this through tools/with-postgres";
        database_ = std::make_unique<TestDatabase>(GetParam());
    }
    db::Database& database() { return **database_; }
    TestDatabase& test_database() { return *database_; }

private:
    std::unique_ptr<TestDatabase> database_;
};

inline std::string database_name(const testing::TestParamInfo<db::Dialect>& info)
{
    return info.param == db::Dialect::sqlite ? "SQLite" : "PostgreSQL";
}

}

#define HOSHUBAN_ON_BOTH_DATABASES(Suite)                                                                              \
    INSTANTIATE_TEST_SUITE_P(, Suite, testing::Values(hoshuban::db::Dialect::sqlite, hoshuban::db::Dialect::postgres), \
        hoshuban::test::database_name)
