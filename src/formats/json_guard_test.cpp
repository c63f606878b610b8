#include "formats/json_guard.hpp"

#include <gtest/gtest.h>

namespace hoshuban::json {
namespace {

std::string paths(const std::vector<FieldError>& found)
{
    std::string text;
    for (const FieldError& field : found)
        text += field.path + " ";
    return text;
}

TEST(UnsafeTexts, AreFoundWhereverTheyStand)
{
    struct Case {
        const char* document;
        const char* my_numbers;
        const char* password_like;
    };
    const Case cases[] = {
        {R"({"title":"端末の更新"})", "", ""},
        {R"({"title":"番号 123456789018"})", "title ", ""},
        {R"({"title":"番号 123456789019"})", "", ""},
        {R"({"title":"１２３４　５６７８　９０１８"})", "title ", ""},
        {R"({"title":"1234-5678-9018","body":"1234 5678 9018"})", "title body ", ""},
        {R"({"changes":[{"fields":{}},{"fields":{"body":"123456789018"}}]})", "changes[1].fields.body ", ""},
        {R"({"people":["a","パスワード：Abc123!x"]})", "", "people[1] "},
        {R"({"a":"123456789018","b":"password: s3cret!"})", "a ", "b "},
        {R"({"number":123456789018})", "", ""},
        {R"({"id":"01970000-1234-5678-9018-aaaaaaaaaaaa"})", "", ""},
        {R"({"id":"0197aaaa-bbbb-7ccc-8ddd-123456789018"})", "", ""},
        {R"("123456789018")", " ", ""},
        {R"({"broken":"123456789018)", "", ""},
        {"", "", ""},
    };
    for (const Case& c : cases) {
        const UnsafeTexts found = unsafe_texts(c.document);
        EXPECT_EQ(paths(found.my_numbers), c.my_numbers) << c.document;
        EXPECT_EQ(paths(found.password_like), c.password_like) << c.document;
    }
}

}
}
