#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

class Replay : public testing::TestWithParam<std::filesystem::path> { };

TEST_P(Replay, ReaderSurvives)
{
    std::ifstream file(GetParam(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), 0);
}

std::vector<std::filesystem::path> seeds()
{
    const std::filesystem::directory_iterator files(HOSHUBAN_CORPUS);
    return {begin(files), end(files)};
}

INSTANTIATE_TEST_SUITE_P(Corpus, Replay, testing::ValuesIn(seeds()));

}
