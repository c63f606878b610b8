#include "platform/log.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace hoshuban {
namespace {

struct Log : testing::Test {
    Log() { configure(log::Level::info); }
    ~Log() override { log::configure({}); }

    void configure(log::Level level)
    {
        log::configure({.level = level, .sink = [this](std::string_view line) { lines.emplace_back(line); }});
    }

    std::vector<std::string> lines;
};

TEST_F(Log, OneJsonObjectPerLine)
{
    log::info("request", {{"status", 200}, {"route", "/a \"b\"\n"}, {"share", 0.5}, {"secure", true}});
    ASSERT_EQ(lines.size(), 1U);
    const std::string bare =
        std::regex_replace(lines[0], std::regex(R"re("time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")re"), "TIME");
    EXPECT_EQ(
        bare, R"({TIME,"level":"info","event":"request","status":200,"route":"/a \"b\"\n","share":0.5,"secure":true})");
}

TEST_F(Log, LowerLevelsAreLeftOut)
{
    configure(log::Level::warning);
    log::debug("a");
    log::info("b");
    log::warning("c");
    log::error("d");
    EXPECT_EQ(lines.size(), 2U);
    EXPECT_FALSE(log::enabled(log::Level::info));
    EXPECT_TRUE(log::enabled(log::Level::error));
}

TEST_F(Log, Off)
{
    configure(log::Level::off);
    log::error("d");
    EXPECT_EQ(lines.size(), 0U);
}

}
}
