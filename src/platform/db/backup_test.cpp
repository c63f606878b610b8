#include "platform/db/backup.hpp"
#include "platform/db/blob.hpp"
#include "platform/db/test_database.hpp"

#include <atomic>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <thread>

namespace hoshuban::db {
namespace {

namespace fs = std::filesystem;

constexpr Query orphan =
    test::same("test.orphan", "INSERT INTO blob_chunk (sha256, number, packed) VALUES ('none', 0, $1)");
const Instant now = *parse_instant("2026-05-01T08:00:00Z");

fs::path new_path()
{
    static int number = 0;
    return test::scratch_folder() / fmt::format("{}.backup", ++number);
}

std::string read_file(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write_file(const fs::path& path, std::string_view bytes)
{
    std::ofstream{path, std::ios::binary} << bytes;
}

void fill(Database& database, int blobs)
{
    database.write([&](Tx& tx) {
        for (int i = 0; i < blobs; ++i)
            put_blob(tx, pack_blob(fmt::format("file {}", i)));
    });
}

class BackupOn : public test::OnBothDatabases {
protected:
    std::unique_ptr<Database> empty(Dialect dialect) { return open({.url = test::new_database_url(dialect)}); }
    static bool available(Dialect dialect) { return dialect == Dialect::sqlite || test::postgres_server() != nullptr; }
};

HOSHUBAN_ON_BOTH_DATABASES(BackupOn);

TEST_P(BackupOn, RestoresIntoEitherDatabaseExactlyWhatWasThere)
{
    fill(database(), 1'200);
    const fs::path path = new_path();
    const auto written = write_backup(database(), path, now);
    ASSERT_TRUE(written) << written.error().text.en;
    EXPECT_EQ(written->created_at, "2026-05-01T08:00:00Z");
    EXPECT_EQ(written->schema_version, embedded_migrations().back().number);
    EXPECT_EQ(written->rows, 2'400);
    EXPECT_EQ(verify_backup(path)->sha256, written->sha256);
    for (const Dialect dialect : {Dialect::sqlite, Dialect::postgres}) {
        if (!available(dialect))
            continue;
        const auto target = empty(dialect);
        const auto restored = restore_backup(path, *target, now);
        ASSERT_TRUE(restored) << restored.error().text.en;
        EXPECT_EQ(restored->sha256, written->sha256);
        const auto last = pack_blob("file 1199").sha256;
        EXPECT_EQ(target->read([&](Reader& reader) { return find_blob(reader, last, 100); }), "file 1199");
        const fs::path again = new_path();
        EXPECT_EQ(write_backup(*target, again, now)->rows, 2'400);
        EXPECT_EQ(restore_backup(path, *target, now).error().code, "backup/not_empty");
        EXPECT_EQ(migrate(*target, {.now = now}), 0);
        EXPECT_THROW(target->write([](Tx& tx) { tx.execute(orphan, Bytes{"x"}); }), Broken) << "references hold again";
    }
}

TEST_P(BackupOn, IsOneSnapshotWhileOthersWrite)
{
    std::atomic<bool> stop = false;
    std::jthread writer([&] {
        for (int i = 0; !stop; ++i) {
            const PackedBlob blob = pack_blob(fmt::format("while {}", i));
            database().write([&](Tx& tx) { put_blob(tx, blob); });
        }
    });
    fill(database(), 50);
    const auto written = write_backup(database(), new_path(), now);
    stop = true;
    ASSERT_TRUE(written);
    std::map<std::string, std::int64_t> rows;
    for (const auto& table : written->tables)
        rows[table.name] = table.rows;
    EXPECT_GE(rows["blob"], 50);
    EXPECT_EQ(rows["blob"], rows["blob_chunk"]) << "both are inserted together";
}

TEST_P(BackupOn, DamageIsFoundAndNothingIsRestored)
{
    fill(database(), 300);
    const fs::path path = new_path();
    ASSERT_TRUE(write_backup(database(), path, now));
    const std::string good = read_file(path);
    struct Case {
        const char* story;
        std::string bytes;
        const char* code;
    };
    std::vector<Case> cases = {
        {"another file", "PK\x03\x04", "backup/format"},
        {"empty", "", "backup/format"},
        {"only the first line", good.substr(0, 18), "backup/damaged"},
        {"cut in the middle", good.substr(0, good.size() / 2), "backup/damaged"},
        {"the last byte is missing", good.substr(0, good.size() - 1), "backup/damaged"},
        {"something follows", good + "x", "backup/damaged"},
    };
    for (std::size_t at = 18; at < good.size(); at += good.size() / 20) {
        std::string flipped = good;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        cases.push_back({"a bit is flipped", flipped, "backup/damaged"});
    }
    const auto target = empty(GetParam());
    for (const Case& c : cases) {
        const fs::path bad = new_path();
        write_file(bad, c.bytes);
        const auto verified = verify_backup(bad);
        ASSERT_FALSE(verified) << c.story;
        EXPECT_EQ(verified.error().code, c.code) << c.story;
        EXPECT_EQ(restore_backup(bad, *target, now).error().code, c.code) << c.story;
    }
    EXPECT_EQ(target->read(schema_version), 0);
    EXPECT_EQ(verify_backup("/nonexistent/x.backup").error().code, "backup/not_found");
}

TEST_P(BackupOn, FileIsPrivateAndNeverOverwritten)
{
    const fs::path path = new_path();
    ASSERT_TRUE(write_backup(database(), path, now));
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(write_backup(database(), path, now).error().code, "backup/exists");
    EXPECT_EQ(write_backup(database(), "/nonexistent/x.backup", now).error().code, "backup/not_written");
    EXPECT_FALSE(fs::exists(path.string() + ".partial"));
}

}
}
