#include "platform/http/dispatcher_fixture_test.hpp"

#include "platform/http/openapi.hpp"

#include <string>

namespace hoshuban::http::test {
namespace {

TEST(OpenApi, IsTheSameWhateverTheOrder)
{
    Router backwards;
    const Text summary{"試験", "Test"};
    backwards.get("/b", find_note).open().summary(summary);
    backwards.post("/a/{contract}", add_note).permission(Permission::comment).summary(summary);
    Router forwards;
    forwards.post("/a/{contract}", add_note).permission(Permission::comment).summary(summary);
    forwards.get("/b", find_note).open().summary(summary);
    const std::string document = openapi(forwards, "1");
    EXPECT_EQ(document, openapi(backwards, "1"));
    EXPECT_NE(
        document.find(
            R"("post":{"operationId":"post_a_contract","summary":"試験","x-summary-en":"Test","x-permission":"comment",)"
            R"("parameters":[{"name":"contract","in":"path","required":true,"schema":{"type":"string"}}],)"
            R"("requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Note"}}}},)"
            R"("responses":{"201":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/NoteView"}}}},)"
            R"("default":{"$ref":"#/components/responses/Problem"}}})"),
        std::string::npos)
        << document;
    EXPECT_NE(document.find(
                  R"("security":[],"parameters":[{"name":"q","in":"query","required":false,"explode":false,)"
                  R"("schema":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"検索","x-title-en":"Search"}}])"),
        std::string::npos)
        << document;
    EXPECT_TRUE(json::parse<json::Raw>(document));
}

}
}
