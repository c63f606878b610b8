#include "features/audit/facts.hpp"

#include <gtest/gtest.h>

namespace hoshuban::audit {
namespace {

TEST(Facts, are_a_JSON_object_of_texts)
{
    struct Case {
        const char* story;
        std::map<std::string, std::string> facts;
        const char* json;
    };
    const Case cases[] = {
        {"none", {}, "{}"},
        {"in the order of their names", {{"b", "2"}, {"a", "1"}}, R"({"a":"1","b":"2"})"},
        {"quotes, line ends and Japanese", {{"a", "\"山\\川\"\n"}}, R"({"a":"\"山\\川\"\u000a"})"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(facts_json(c.facts), c.json) << c.story;
}

}
}
