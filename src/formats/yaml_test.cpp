#include "formats/yaml_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::yaml {

enum class Colour { red, blue };
constexpr auto names_of(const Colour*)
{
    return std::to_array<Name<Colour>>({{Colour::red, "red"}, {Colour::blue, "blue"}});
}

struct Rule {
    int limit = 0;
    std::optional<Colour> colour;
};
void fields(Object& in, Rule& rule)
{
    in.required("limit", rule.limit, range(0, 99));
    in.optional("colour", rule.colour);
}

struct Sheet {
    std::string id;
    Rule minutes;
    std::vector<Rule> rules;
    Text label;
    bool strict = false;
    LocalDay day;
    MinuteOfDay opens{0};
    std::chrono::month_day date = std::chrono::January / 1;
};
void fields(Object& in, Sheet& sheet)
{
    in.optional("id", sheet.id, identifier);
    in.optional("minutes", sheet.minutes);
    in.optional("rules", sheet.rules);
    in.optional("label", sheet.label);
    in.optional("strict", sheet.strict);
    in.optional("day", sheet.day);
    in.optional("opens", sheet.opens);
    in.optional("date", sheet.date);
}

namespace {

std::vector<FieldError> problems_of(std::string_view text, const Limits& limits = {})
{
    Problems problems("contract.yaml");
    Sheet sheet;
    if (const auto root = parse(text, problems, limits))
        read_document(*root, problems, sheet);
    return problems.take();
}

TEST(Yaml, EveryWrongPlaceIsNamed)
{
    struct Case {
        const char* story;
        const char* text;
        const char* at;
        const char* en;
    };
    const Case cases[] = {
        {"words for a number", "id: a\nminutes:\n  limit: 二日\n", "contract.yaml:3:10",
            "contract.yaml:3: minutes.limit: expected a whole number, found \"二日\""},
        {"a quoted number is a text", "minutes: {limit: \"2\"}\n", "contract.yaml:1:18",
            "contract.yaml:1: minutes.limit: expected a whole number, found \"2\""},
        {"a number with a fraction", "minutes: {limit: 2.5}\n", "contract.yaml:1:18",
            "contract.yaml:1: minutes.limit: expected a whole number, found \"2.5\""},
        {"out of range", "minutes: {limit: 100}\n", "contract.yaml:1:18",
            "contract.yaml:1: minutes.limit: expected 0 to 99, found \"100\""},
        {"past any integer", "minutes: {limit: 99999999999}\n", "contract.yaml:1:18",
            "contract.yaml:1: minutes.limit: expected a whole number, found \"99999999999\""},
        {"a missing key", "minutes: {colour: red}\n", "contract.yaml:1:10",
            "contract.yaml:1: minutes.limit: this key is required"},
        {"a misspelt key", "minutes: {limt: 2, limit: 1}\n", "contract.yaml:1:11",
            "contract.yaml:1: minutes.limt: unknown key; did you mean \"limit\"?"},
        {"a key like no other", "住所: 1\n", "contract.yaml:1:1", "contract.yaml:1: 住所: unknown key"},
        {"a key twice", "id: a\nid: b\n", "contract.yaml:2:1",
            "contract.yaml:2: id: this key stands on line 1 already"},
        {"a name that is none", "minutes: {limit: 1, colour: green}\n", "contract.yaml:1:29",
            "contract.yaml:1: minutes.colour: expected one of red, blue, found \"green\""},
        {"a list where a table belongs", "minutes: [1]\n", "contract.yaml:1:10",
            "contract.yaml:1: minutes: expected a table of keys and values, found a list"},
        {"a text where a list belongs", "rules: red\n", "contract.yaml:1:8",
            "contract.yaml:1: rules: expected a list, found \"red\""},
        {"inside a list", "rules:\n  - limit: 1\n  - limit: x\n", "contract.yaml:3:12",
            "contract.yaml:3: rules[1].limit: expected a whole number, found \"x\""},
        {"a text in one language of two", "label: {ja: 暦}\n", "contract.yaml:1:8",
            "contract.yaml:1: label.en: this key is required"},
        {"yes is no boolean", "strict: yes\n", "contract.yaml:1:9",
            "contract.yaml:1: strict: expected true or false, found \"yes\""},
        {"a day that does not exist", "day: 2021-02-30\n", "contract.yaml:1:6",
            "contract.yaml:1: day: expected an existing day written as 2026-05-01, found \"2021-02-30\""},
        {"a time of day", "opens: 8:45\n", "contract.yaml:1:8",
            "contract.yaml:1: opens: expected a time written as 08:45, found \"8:45\""},
        {"a date of the year", "date: 02-30\n", "contract.yaml:1:7",
            "contract.yaml:1: date: expected a month and day written as 12-29, found \"02-30\""},
        {"an id with capitals", "id: Sapporo\n", "contract.yaml:1:5",
            "contract.yaml:1: id: use lower-case letters, digits, _ and - only, found \"Sapporo\""},
        {"columns count characters", "label: {ja: 暦の日, en: [1]}\n", "contract.yaml:1:22",
            "contract.yaml:1: label.en: expected text, found a list"},
        {"an alias", "id: a\nlabel: *id\n", "contract.yaml:2:8", nullptr},
        {"an anchor", "id: &x a\n", "contract.yaml:1:5",
            "contract.yaml:1: id: anchors (&) are not allowed; write the value itself"},
        {"a tag", "id: !!python/object a\n", "contract.yaml:1:5",
            "contract.yaml:1: id: the tag tag:yaml.org,2002:python/object is not allowed"},
        {"a table as a key", "? {a: 1}\n: 2\n", "contract.yaml:1:3",
            "contract.yaml:1: a key must be a word, not a list or a table"},
        {"two documents", "id: a\n---\nid: b\n", "contract.yaml:1:1",
            "contract.yaml:1: write a single document (no ---)"},
        {"a control character", "id: a\nlabel: \"x\x04y\"\n", "contract.yaml:2:10",
            "contract.yaml:2: not UTF-8, or a control character; save the file as UTF-8"},
        {"bytes of CP932", "label: \x8e\x44\x96\x79\n", "contract.yaml:1:8",
            "contract.yaml:1: not UTF-8, or a control character; save the file as UTF-8"},
        {"no table at all", "札幌\n", "contract.yaml:1:1",
            "contract.yaml:1: expected a table of keys and values, found \"札幌\""},
        {"an empty file", "", "contract.yaml:1:1",
            "contract.yaml:1: expected a table of keys and values, found nothing"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const auto found = problems_of(c.text);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].path, c.at);
        if (c.en != nullptr) {
            EXPECT_EQ(found[0].text.en, c.en);
        }
        EXPECT_FALSE(found[0].text.ja.empty());
    }
}

TEST(Yaml, SaysItInJapaneseToo)
{
    EXPECT_EQ(problems_of("minutes:\n  limit: 二日\n").at(0).text.ja,
        "contract.yaml:2: minutes.limit: 整数を書いてください（「二日」とあります）。");
    EXPECT_EQ(problems_of("minutes: {limit: 1, color: red}\n").at(0).text.ja,
        "contract.yaml:1: minutes.color: この項目は知られていません。「colour」ではありませんか。");
}

TEST(Yaml, ReportsEverythingAtOnceInTheOrderOfTheFile)
{
    const auto found = problems_of("zzz: 1\nday: never\nminutes: {limit: x, limit: 1}\nopens: noon\n");
    std::vector<std::string> places;
    for (const FieldError& each : found)
        places.push_back(each.path);
    EXPECT_EQ(places,
        (std::vector<std::string>{"contract.yaml:1:1", "contract.yaml:2:6", "contract.yaml:3:18", "contract.yaml:3:21",
            "contract.yaml:4:8"}));
}

TEST(Yaml, LimitsSizeDepthAndCount)
{
    EXPECT_EQ(problems_of(std::string(200, ' '), {.bytes = 100}).at(0).code, "yaml/size");
    EXPECT_EQ(problems_of("rules: [[[[1]]]]\n", {.depth = 3}).at(0).code, "yaml/depth");
    EXPECT_EQ(problems_of("rules: [1, 2, 3, 4]\n", {.values = 3}).at(0).code, "yaml/size");
    EXPECT_EQ(problems_of("id: " + std::string(200'000, '[')).size(), 1U);
    EXPECT_EQ(problems_of("id: " + std::string(5'000, 'a')).at(0).code, "yaml/size");
    EXPECT_EQ(problems_of("id: [a\n").at(0).code, "yaml/syntax");
}

TEST(Yaml, LocatesPaths)
{
    Problems problems("x.yaml");
    const auto root = parse("a:\n  - b: 1\n  - b: [1, 2]\n", problems);
    ASSERT_TRUE(root);
    EXPECT_EQ(locate(*root, "a[1].b[1]"), (Position{3, 12}));
    EXPECT_EQ(locate(*root, "a[1].c"), (Position{3, 5}));
    EXPECT_EQ(locate(*root, "a[7]"), (Position{2, 3}));
    EXPECT_EQ(locate(*root, ""), (Position{1, 1}));
}

}
}
