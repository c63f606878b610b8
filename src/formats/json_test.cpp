#include "formats/json.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hoshuban {
namespace {

enum class Mood { calm, wild };
constexpr auto names_of(const Mood*)
{
    return std::to_array<Name<Mood>>({{Mood::calm, "calm"}, {Mood::wild, "wild"}});
}

struct Inner {
    std::string name;
    std::optional<int> count;
};

json::Object describe(const Inner*)
{
    return json::object<Inner>("Inner", json::field("name", &Inner::name, {"名前", "Name"}, json::length(1, 5)),
        json::field("count", &Inner::count, {"数", "Count"}, json::range(0, 9)));
}

struct Everything {
    std::string title;
    bool flag = false;
    int small = 0;
    std::int64_t large = 0;
    double hours = 0;
    WorkRequestId id;
    Instant at{};
    LocalDay day{};
    Mood mood = Mood::calm;
    std::optional<std::string> remark;
    std::vector<Inner> inner;
    std::map<std::string, int> counts;
    Text words;
    json::Raw raw;
    int page = 7;
};

json::Object describe(const Everything*)
{
    using E = Everything;
    return json::object<E>("Everything", json::field("title", &E::title, {"件名", "Subject"}, json::length(1, 10)),
        json::field("flag", &E::flag), json::field("small", &E::small), json::field("large", &E::large),
        json::field("hours", &E::hours, {"時間", "Hours"}, json::decimals(1), json::range(0, 99.9)),
        json::field("id", &E::id), json::field("at", &E::at), json::field("day", &E::day),
        json::field("mood", &E::mood), json::field("remark", &E::remark),
        json::field("inner", &E::inner, {"内訳", "Parts"}, json::items(0, 2)), json::field("counts", &E::counts),
        json::field("words", &E::words), json::field("raw", &E::raw), json::field("page", &E::page, json::defaulted()));
}

/// A change to a row: absent keeps, null clears, a value sets.
struct Patch {
    std::optional<std::optional<std::string>> remark;
    std::optional<std::optional<LocalDay>> day;
};

json::Object describe(const Patch*)
{
    return json::object<Patch>("Patch", json::field("remark", &Patch::remark), json::field("day", &Patch::day));
}

struct Filter {
    std::vector<Mood> mood;
    std::optional<std::string> q;
    std::optional<LocalDay> from;
    int limit = 50;
    bool flat = false;
    std::optional<double> hours;
};

json::Object describe(const Filter*)
{
    using F = Filter;
    return json::object<F>("Filter", json::field("mood", &F::mood, json::defaulted()), json::field("q", &F::q),
        json::field("from", &F::from),
        json::field("limit", &F::limit, {"件数", "Limit"}, json::defaulted(), json::range(1, 500)),
        json::field("flat", &F::flat, json::defaulted()), json::field("hours", &F::hours, json::decimals(1)));
}

constexpr std::string_view whole =
    R"({"title":"端末\n\"A\"","flag":true,"small":-3,"large":9007199254740993,"hours":2.5,"id":"x1","at":"2026-05-01T08:00:00Z",)"
    R"("day":"2026-05-01","mood":"wild","remark":null,"inner":[{"name":"a","count":1},{"name":"b","count":null}],)"
    R"("counts":{"a":1,"b":2},"words":{"ja":"済","en":"done"},"raw":{"k":[1,2]},"page":7})";

std::string with(std::string_view from, std::string_view to)
{
    std::string text(whole);
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

/// `code` alone, or `path:code` of every field.
std::string verdict(const Result<void>& result)
{
    if (result)
        return "ok";
    if (result.error().fields.empty())
        return result.error().code;
    std::string text;
    for (const auto& field : result.error().fields)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", field.path, field.code);
    return text;
}

template <class T>
std::string verdict(const Result<T>& result)
{
    return verdict(result ? Result<void>{} : Result<void>(std::unexpected(result.error())));
}

TEST(Json, WhatIsPrintedReadsBackAndPrintsTheSame)
{
    const auto parsed = json::parse<Everything>(whole);
    ASSERT_TRUE(parsed) << verdict(parsed);
    EXPECT_EQ(parsed->title, "端末\n\"A\"");
    EXPECT_EQ(parsed->large, 9007199254740993);
    EXPECT_EQ(parsed->day, make_day(2026, 5, 1));
    EXPECT_EQ(parsed->mood, Mood::wild);
    EXPECT_EQ(parsed->inner.at(0).count, 1);
    EXPECT_EQ(parsed->raw.text, R"({"k":[1,2]})");
    EXPECT_EQ(json::print(*parsed), whole);
}

TEST(Json, Refusals)
{
    struct Case {
        const char* story;
        std::string text;
        const char* verdict;
    };
    const std::string deep = std::string(40, '[') + std::string(40, ']');
    const Case cases[] = {
        {"complete", std::string(whole), "ok"},
        {"defaulted member absent", with(R"(,"page":7)", ""), "ok"},
        {"optional member absent", with(R"("remark":null,)", ""), "ok"},
        {"white space around", " \n" + std::string(whole) + "\r\n", "ok"},
        {"nothing", "", "request/not_json"},
        {"cut off", std::string(whole.substr(0, 40)), "request/not_json"},
        {"something behind", std::string(whole) + "{}", "request/not_json"},
        {"a comma too many", with(R"("page":7})", R"("page":7,})"), "request/not_json"},
        {"single quotes", "{'title':1}", "request/not_json"},
        {"NaN", with("2.5", "NaN"), "request/not_json"},
        {"leading zero", with("2.5", "02.5"), "request/not_json"},
        {"raw control character", with("端末", "a\tb"), "request/not_json"},
        {"lone surrogate", with("端末", "\\ud800"), "request/not_json"},
        {"not UTF-8", with("端末", "\xff\xfe"), "request/not_utf8"},
        {"overlong UTF-8", with("端末", "\xc0\xaf"), "request/not_utf8"},
        {"too deep", with(R"({"k":[1,2]})", deep), "request/too_deep"},
        {"an array instead", "[]", ":type"},
        {"unknown key", with(R"("page":7)", R"("pages":7)"), "pages:unknown"},
        {"repeated key", with(R"("page":7)", R"("page":7,"page":8)"), "page:repeated"},
        {"repeated key in a map", with(R"({"a":1,"b":2})", R"({"a":1,"a":2})"), "counts.a:repeated"},
        {"missing member", with(R"("flag":true,)", ""), "flag:missing"},
        {"null for a required member", with(R"("flag":true)", R"("flag":null)"), "flag:type"},
        {"number for a string", with(R"("端末\n\"A\"")", "5"), "title:type"},
        {"empty title", with(R"(端末\n\"A\")", ""), "title:length"},
        {"ten characters are fine", with(R"(端末\n\"A\")", "一二三四五六七八九十"), "ok"},
        {"eleven are not", with(R"(端末\n\"A\")", "一二三四五六七八九十百"), "title:length"},
        {"NUL in a string", with("端末", "\\u0000"), "title:nul"},
        {"fraction for a whole number", with("-3", "-3.0"), "small:type"},
        {"number too large for int", with("-3", "2147483648"), "small:range"},
        {"number too large for int64", with("9007199254740993", "9223372036854775808"), "large:range"},
        {"number too large for anything", with("9007199254740993", "92233720368547758080"), "request/not_json"},
        {"too many decimals", with("2.5", "2.55"), "hours:decimals"},
        {"whole hours", with("2.5", "3"), "ok"},
        {"below the range", with("2.5", "-0.1"), "hours:range"},
        {"above the range", with("2.5", "100"), "hours:range"},
        {"empty id", with("x1", ""), "id:length"},
        {"a moment without a date", with("2026-05-01T08:00:00Z", "08:00"), "at:format"},
        {"a day that does not exist", with("\"day\":\"2026-05-01\"", "\"day\":\"2026-02-30\""), "day:format"},
        {"unknown choice", with("wild", "Wild"), "mood:choice"},
        {"too many items", with(R"([{"name":"a","count":1},)", R"([{"name":"x"},{"name":"a","count":1},)"),
            "inner:items"},
        {"inner problems carry their path", with(R"({"name":"b","count":null})", R"({"name":"","count":10,"x":1})"),
            "inner[1].name:length inner[1].count:range inner[1].x:unknown"},
        {"all problems at once", R"({"title":"","flag":1,"hours":"2"})",
            "title:length flag:type hours:type small:missing large:missing id:missing at:missing day:missing "
            "mood:missing "
            "inner:missing counts:missing words:missing raw:missing"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(verdict(json::parse<Everything>(c.text)), c.verdict);
    }
}

TEST(Json, MessagesNameTheFieldInBothLanguages)
{
    const auto parsed = json::parse<Everything>(with(R"(端末\n\"A\")", "一二三四五六七八九十百"));
    ASSERT_FALSE(parsed);
    const FieldError expected{"title", "length",
        {"「件名」は10文字以内で入力してください（今は11文字）。",
            "Subject must have at most 10 characters (it has 11)."}};
    EXPECT_EQ(parsed.error().fields, std::vector{expected});
}

TEST(Json, SizeIsBounded)
{
    EXPECT_EQ(verdict(json::parse<Everything>(whole, {.bytes = whole.size()})), "ok");
    EXPECT_EQ(verdict(json::parse<Everything>(whole, {.bytes = whole.size() - 1})), "request/too_large");
}

TEST(Json, NumberOfReportedProblemsIsBounded)
{
    std::string text = "{";
    for (int i = 0; i < 5000; ++i)
        text += fmt::format("\"k{}\":1,", i);
    text.back() = '}';
    EXPECT_EQ(json::parse<Everything>(text).error().fields.size(), 100U);
}

TEST(Json, AbsentAndNullDifferInPartialUpdates)
{
    const auto parsed = json::parse<Patch>(R"({"remark":null})");
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->remark.has_value());
    EXPECT_FALSE(parsed->remark->has_value());
    EXPECT_FALSE(parsed->day.has_value());
    EXPECT_EQ(json::parse<Patch>(R"({"day":"2026-05-01"})")->day, std::optional(make_day(2026, 5, 1)));
}

TEST(Json, QueryStrings)
{
    struct Case {
        const char* story;
        std::vector<std::pair<std::string, std::string>> parameters;
        const char* verdict;
    };
    const Case cases[] = {
        {"nothing", {}, "ok"},
        {"everything",
            {{"mood", "calm,wild"}, {"q", "端末"}, {"from", "2026-05-01"}, {"limit", "500"}, {"flat", "true"},
                {"hours", "1.5"}},
            "ok"},
        {"empty counts as absent", {{"mood", ""}, {"limit", ""}}, "ok"},
        {"unknown parameter", {{"mode", "calm"}}, "mode:unknown"},
        {"given twice", {{"q", "a"}, {"q", "b"}}, "q:repeated"},
        {"unknown choice in a list", {{"mood", "calm,mild"}}, "mood[1]:choice"},
        {"not a number", {{"limit", "5x"}}, "limit:type"},
        {"out of range", {{"limit", "501"}}, "limit:range"},
        {"not a truth value", {{"flat", "1"}}, "flat:type"},
        {"infinite", {{"hours", "inf"}}, "hours:type"},
        {"NUL", {{"q", std::string("a\0b", 3)}}, "q:nul"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(verdict(json::parse_query<Filter>(c.parameters)), c.verdict);
    }
    const auto parsed = json::parse_query<Filter>(cases[1].parameters);
    EXPECT_EQ(parsed->mood, (std::vector{Mood::calm, Mood::wild}));
    EXPECT_EQ(parsed->limit, 500);
    EXPECT_TRUE(parsed->flat);
    EXPECT_EQ(parsed->hours, 1.5);
}

TEST(Json, StringsAreEscaped)
{
    struct Case {
        std::string text;
        const char* printed;
    };
    const Case cases[] = {
        {"", R"("")"},
        {"plain", R"("plain")"},
        {"日本語の長い文字列です", R"("日本語の長い文字列です")"},
        {"\"\\\n\r\t", R"("\"\\\n\r\t")"},
        {std::string("\0\x1f", 2), R"("\u0000\u001f")"},
        {"12345678\"2345678\\2345678\x01", R"("12345678\"2345678\\2345678\u0001")"},
        {"\x7f\xc2\x80", "\"\x7f\xc2\x80\""},
        {"</script>", R"("</script>")"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(json::print(c.text), c.printed);
}

TEST(Json, NumbersArePrintedExactly)
{
    struct Case {
        double number;
        int decimals;
        const char* printed;
    };
    const Case cases[] = {
        {0.1, -1, "0.1"}, {3, -1, "3"}, {3, 1, "3.0"}, {12.5, 1, "12.5"}, {1e300, -1, "1e+300"}, {-0.04, 1, "-0.0"}};
    for (const Case& c : cases) {
        json::Writer writer;
        writer.number(c.number, c.decimals);
        EXPECT_EQ(writer.take(), c.printed);
    }
    EXPECT_THROW(json::print(std::numeric_limits<double>::quiet_NaN()), std::logic_error);
}

TEST(Json, Schema)
{
    json::Schemas schemas;
    EXPECT_EQ(json::schema_of<std::vector<Inner>>(schemas),
        R"({"type":"array","items":{"$ref":"#/components/schemas/Inner"}})");
    EXPECT_EQ(schemas.components().at("Inner"),
        R"({"type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":5,"title":"名前","x-title-en":"Name"},)"
        R"("count":{"anyOf":[{"type":"integer","format":"int32","minimum":0,"maximum":9},{"type":"null"}],"title":"数","x-title-en":"Count"}},)"
        R"("required":["name","count"],"additionalProperties":false})");
    json::Schemas sent;
    sent.direction = json::Schemas::Direction::input;
    json::schema_of<Filter>(sent);
    EXPECT_NE(sent.components().at("Filter").find(R"("required":[])"), std::string::npos);
}

TEST(Json, OneNameCannotHaveTwoSchemas)
{
    json::Schemas schemas;
    json::schema_of<Inner>(schemas);
    schemas.direction = json::Schemas::Direction::input;
    EXPECT_THROW(json::schema_of<Inner>(schemas), std::logic_error);
}

}
}
