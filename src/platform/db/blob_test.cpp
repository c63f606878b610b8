#include "platform/db/blob.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>
#include <random>

namespace hoshuban::db {
namespace {

constexpr Query count_chunks{
    "test.count_chunks", "SELECT COUNT(*) AS n FROM blob_chunk", "SELECT COUNT(*) AS n FROM blob_chunk"};
constexpr Query damage{"test.damage", "UPDATE blob_chunk SET packed = $1", "UPDATE blob_chunk SET packed = $1"};

class BlobOn : public test::OnBothDatabases {
protected:
    std::string put(std::string_view bytes)
    {
        const PackedBlob packed = pack_blob(bytes);
        database().write([&](Tx& tx) { put_blob(tx, packed); });
        return packed.sha256;
    }
    Result<std::string> find(std::string_view sha256, std::size_t most = 1 << 24)
    {
        return database().read([&](Reader& reader) { return find_blob(reader, sha256, most); });
    }
    int chunks()
    {
        return database().read([](Reader& reader) {
            return reader.query(count_chunks).one([](const Row& row) { return row.get<int>("n"); });
        });
    }
};

HOSHUBAN_ON_BOTH_DATABASES(BlobOn);

std::string noise(std::size_t size)
{
    std::minstd_rand random{7};
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

TEST_P(BlobOn, GivesBackWhatWasPutAndStoresItOnce)
{
    struct Case {
        const char* story;
        std::string bytes;
        int new_chunks;
    };
    const Case cases[] = {
        {"nothing", "", 1},
        {"a line", "作業報告書\n", 1},
        {"compressible", std::string(3'000'000, 'a'), 1},
        {"incompressible, several chunks", noise(600'000), 3},
    };
    for (const Case& c : cases) {
        const int before = chunks();
        const std::string sha256 = put(c.bytes);
        EXPECT_EQ(chunks() - before, c.new_chunks) << c.story;
        EXPECT_TRUE(find(sha256) == c.bytes) << c.story;
        EXPECT_EQ(put(c.bytes), sha256);
        EXPECT_EQ(chunks() - before, c.new_chunks) << c.story << ", a second time";
    }
}

TEST_P(BlobOn, ReadsWithinBoundsAndNeverDamagedBytes)
{
    const std::string sha256 = put("0123456789");
    EXPECT_EQ(find(sha256, 10), "0123456789");
    EXPECT_EQ(find(sha256, 9).error().code, "blob/too_large");
    EXPECT_EQ(find("nothing").error().code, "blob/not_found");
    database().write([](Tx& tx) { tx.execute(damage, Bytes{"garbage"}); });
    EXPECT_THROW(find(sha256), Broken);
    database().write([](Tx& tx) { tx.execute(damage, Bytes{pack_blob("9876543210").packed}); });
    EXPECT_THROW(find(sha256), Broken);
}

}
}
