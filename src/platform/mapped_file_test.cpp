#include "platform/mapped_file.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

class MappedFileTest : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(root); }
    void TearDown() override { std::filesystem::remove_all(root); }

    const std::filesystem::path root = std::filesystem::path{testing::TempDir()} / "hoshuban-mapped-file";
};

TEST_F(MappedFileTest, HoldsWhatTheFileHoldsAlsoAfterItsMemoryWasGivenBack)
{
    const std::string text(100'000, 'x');
    std::ofstream{root / "file"} << text;
    const auto file = MappedFile::open(root / "file");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes(), text);
    file->release(1, 1'000'000);
    EXPECT_EQ(file->bytes(), text);
}

TEST_F(MappedFileTest, MayBeEmpty)
{
    std::ofstream{root / "file"};
    EXPECT_EQ(MappedFile::open(root / "file").value().bytes(), "");
}

TEST_F(MappedFileTest, RefusesWhatIsNoFileWithItsName)
{
    for (const char* name : {"missing", "."}) {
        const auto file = MappedFile::open(root / name);
        ASSERT_FALSE(file) << name;
        EXPECT_EQ(file.error().code, "file/unreadable");
        EXPECT_TRUE(file.error().text.en.starts_with("cannot open \"" + (root / name).string() + "\": "));
    }
}

}
}
