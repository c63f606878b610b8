#include "platform/key_file.hpp"

#include "platform/crypto.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace hoshuban {
namespace {

class KeyFile : public testing::Test {
protected:
    KeyFile() { std::filesystem::remove(path); }
    ~KeyFile() override { std::filesystem::remove(path); }

    const std::filesystem::path path = std::filesystem::path{testing::TempDir()} / "hoshuban-key-test";
};

TEST_F(KeyFile, IsMadeOnceForItsOwnerOnly)
{
    const auto first = key_of(path);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->size(), 32u);
    EXPECT_EQ(std::filesystem::status(path).permissions(),
        std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(*key_of(path), *first);
}

TEST_F(KeyFile, ThatOthersReadOrThatHoldsSomethingElseIsRefused)
{
    ASSERT_TRUE(key_of(path));
    ::chmod(path.c_str(), 0640);
    EXPECT_EQ(key_of(path).error().code, "app/key_file");
    ::chmod(path.c_str(), 0600);
    std::ofstream{path} << "short";
    EXPECT_EQ(key_of(path).error().code, "app/key_file");
    EXPECT_EQ(key_of(path / "nowhere").error().code, "app/key_file");
}

TEST(Sealing, GivesBackOnlyToTheSameKeyAndOnlyWhatWasSealed)
{
    const std::string key(32, 'k');
    const std::string sealed = crypto::seal(key, "secret");
    EXPECT_EQ(crypto::unseal(key, sealed), "secret");
    EXPECT_NE(sealed, crypto::seal(key, "secret")) << "a fresh nonce each time";
    EXPECT_EQ(sealed.find("secret"), std::string::npos);
    EXPECT_EQ(crypto::unseal(std::string(32, 'x'), sealed), std::nullopt);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_EQ(crypto::unseal(key, changed), std::nullopt) << at;
        EXPECT_EQ(crypto::unseal(key, sealed.substr(0, at)), std::nullopt) << at;
    }
    EXPECT_THROW(crypto::seal("short", "secret"), std::invalid_argument);
}

}
}
