#include "features/notice/webhook_job.hpp"

#include "features/notice/post_office_test.hpp"
#include "features/notice/webhook_store.hpp"
#include "platform/crypto.hpp"
#include "platform/key_file.hpp"
#include "platform/outbound/far_end_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::notice {
namespace {

using outbound::test::FarEnd;
using outbound::test::Wire;

const std::string secret = "secret of the hook";

class Webhooks : public PostOffice {
protected:
    void SetUp() override
    {
        PostOffice::SetUp();
        if (IsSkipped())
            return;
        const std::string allowed[] = {"127.0.0.1"};
        outside.key_file = hoshuban::test::scratch_folder() / "secret.key";
        outside.webhooks.allowed = *outbound::Networks::parse(allowed);
        outside.webhooks.plain_http = true;
        outside.webhooks.timeout = std::chrono::milliseconds{500};
    }
    void add_hook(const std::string& url, std::vector<Group> groups = {Group::request}, const std::string& id = "h1")
    {
        const Webhook hook{.contract = contract,
            .id = {id},
            .name = "受け手",
            .url = url,
            .groups = std::move(groups),
            .created_at = clock.now()};
        database().write([&](db::Tx& tx) { insert(tx, hook, crypto::seal(*key_of(outside.key_file), secret)); });
    }
    void event_happens()
    {
        clock.advance(std::chrono::seconds{1});
        happens("work_request.created", "section");
        tell_all();
    }
    int deliver() { return deliver_webhooks({database(), clock, outside}, {}); }
    Webhook hook(const std::string& id = "h1")
    {
        return database().read([&](db::Reader& reader) { return *get_webhook(reader, contract, {id}); });
    }
    /// Newest first: "state status attempts".
    std::vector<std::string> deliveries(const std::string& id = "h1")
    {
        std::vector<std::string> lines;
        database().read([&](db::Reader& reader) {
            for (const WebhookDelivery& each : latest_deliveries(reader, *get_webhook(reader, contract, {id}), 50))
                lines.push_back(fmt::format("{} {} {}", name_of(each.state), each.status, each.attempts));
        });
        return lines;
    }
    static std::string url_of(const FarEnd& far) { return fmt::format("http://127.0.0.1:{}/hook", far.port()); }
    static std::function<void(Wire&)> answering(int status)
    {
        return [status](Wire& wire) {
            wire.hear("}}");
            wire.say(fmt::format("HTTP/1.1 {} x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status));
        };
    }
};
HOSHUBAN_ON_BOTH_DATABASES(Webhooks);

std::string header_of(const std::string& request, const std::string& name)
{
    const auto from = request.find("\r\n" + name + ": ") + name.size() + 4;
    return request.substr(from, request.find("\r\n", from) - from);
}

TEST_P(Webhooks, AreToldOnceAndCanProveWhoTellsThem)
{
    std::string request;
    {
        const FarEnd far{[&](Wire& wire) {
            request = wire.hear("}}");
            wire.say("HTTP/1.1 200 x\r\nContent-Length: 0\r\n\r\n");
        }};
        add_hook(url_of(far));
        event_happens();
        EXPECT_EQ(deliver(), 1);
        EXPECT_EQ(deliver(), 0);
    }
    EXPECT_EQ(deliveries(), std::vector<std::string>{"sent 200 1"});
    const std::string body = request.substr(request.find("\r\n\r\n") + 4);
    const std::string timestamp = header_of(request, "Hoshuban-Timestamp");
    EXPECT_EQ(timestamp, std::to_string(clock.now().time_since_epoch().count()));
    EXPECT_EQ(header_of(request, "Hoshuban-Signature"),
        "v1=" + crypto::hex(crypto::hmac_sha256(secret, timestamp + "." + body)));
    EXPECT_NE(body.find("\"id\":\"" + header_of(request, "Hoshuban-Id") + "\""), std::string::npos);
    for (const char* const part : {R"("kind":"work_request.created")", R"("side":"city")", R"("number":"A1")",
             R"("title":"端末")", R"("what":{"ja":"依頼","en":"Request"})"})
        EXPECT_NE(body.find(part), std::string::npos) << part << " in " << body;
    EXPECT_EQ(body.find("section"), std::string::npos) << "no person is named";
}

TEST(Signature, IsTheOneThatReceiversCompute)
{
    // echo -n '1767225600.{"a":1}' | openssl dgst -sha256 -hmac key
    EXPECT_EQ(signature("key", 1767225600, "{\"a\":1}"),
        "v1=80f7b75f8618b9b24d72673996a625f1a43f7387a26b6739d667431724fe4d23");
}

TEST_P(Webhooks, HearOnlyTheirGroupsAndNothingOfBefore)
{
    happens("work_request.created", "section");
    const FarEnd far{answering(204)};
    clock.advance(std::chrono::seconds{1});
    add_hook(url_of(far), {Group::due, Group::request});
    add_hook(url_of(far), {Group::due}, "h2");
    event_happens();
    EXPECT_EQ(deliveries().size(), 1u);
    EXPECT_EQ(deliveries("h2").size(), 0u);
}

TEST_P(Webhooks, AreTriedAgainUnderTheSameIdAndAnswerFor410Themselves)
{
    std::vector<std::string> ids;
    int status = 500;
    const FarEnd far{[&](Wire& wire) {
        ids.push_back(header_of(wire.hear("}}"), "Hoshuban-Id"));
        wire.say(fmt::format("HTTP/1.1 {} x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status));
    }};
    add_hook(url_of(far));
    event_happens();
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(deliveries(), std::vector<std::string>{"ready 500 1"});
    EXPECT_EQ(deliver(), 0);
    clock.advance(std::chrono::minutes{1});
    status = 200;
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(deliveries(), std::vector<std::string>{"sent 200 2"});
    status = 410;
    event_happens();
    deliver();
    EXPECT_EQ(deliveries().front(), "failed 410 1");
    ASSERT_EQ(ids.size(), 3u);
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_NE(ids[1], ids[2]);
}

TEST_P(Webhooks, OneThatHangsHoldsUpNeitherTheOthersNorItsOwnQueue)
{
    const FarEnd silent{[](Wire& wire) { wire.hang(); }};
    const FarEnd far{answering(204)};
    add_hook(url_of(silent));
    add_hook(url_of(far), {Group::request}, "h2");
    for (int i = 0; i < 3; ++i)
        event_happens();
    EXPECT_EQ(deliver(), 4) << "one attempt at the silent one, three that arrive";
    EXPECT_EQ(deliveries("h2"), (std::vector<std::string>(3, "sent 204 1")));
    EXPECT_EQ(silent.connections(), 1);
}

TEST_P(Webhooks, ARedirectToAnAddressInsideIsNotFollowed)
{
    const FarEnd inside{answering(200)};
    const FarEnd far{[&](Wire& wire) {
        wire.hear("}}");
        wire.say(fmt::format("HTTP/1.1 302 x\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n", url_of(inside)));
    }};
    add_hook(url_of(far));
    event_happens();
    deliver();
    EXPECT_EQ(deliveries(), std::vector<std::string>{"ready 302 1"});
    EXPECT_EQ(inside.connections(), 0);
}

TEST_P(Webhooks, AddressesInsideAreRefusedUnlessListed)
{
    outside.webhooks.allowed = {};
    const FarEnd far{answering(200)};
    add_hook(url_of(far));
    event_happens();
    deliver();
    EXPECT_EQ(deliveries(), std::vector<std::string>{"failed 0 1"});
    EXPECT_EQ(far.connections(), 0);
}

TEST_P(Webhooks, AreSwitchedOffAfterManyFailuresAndThatIsTold)
{
    const FarEnd far{answering(500)};
    add_hook(url_of(far), {Group::request});
    add("section2", Role::city_section);
    for (int i = 0; i < most_failures; ++i) {
        event_happens();
        deliver();
    }
    EXPECT_TRUE(hook().disabled_at);
    EXPECT_EQ(far.connections(), most_failures);
    EXPECT_TRUE(std::ranges::none_of(deliveries(), [](const std::string& line) { return line.starts_with("ready"); }))
        << "what waited is dropped";
    subjects["webhook"] = [](db::Reader&, const ContractId&, const std::string&) {
        return std::optional{About{.title = "受け手", .see = Permission::manage_webhooks, .whole = true}};
    };
    tell_all();
    EXPECT_EQ(screen("section").front(), "webhook.disabled  受け手");
    event_happens();
    EXPECT_EQ(deliver(), 0);
    EXPECT_EQ(far.connections(), most_failures);
}

TEST_P(Webhooks, ADeathOnTheWayIsNotRepeatedByItself)
{
    const FarEnd far{answering(204)};
    add_hook(url_of(far));
    event_happens();
    const auto due = database().read([&](db::Reader& reader) { return due_deliveries(reader, clock.now(), 10); });
    ASSERT_EQ(due.size(), 1u);
    database().write([&](db::Tx& tx) {
        EXPECT_TRUE(take(tx, due[0], clock.now()));
        EXPECT_FALSE(take(tx, due[0], clock.now())) << "another process";
    });
    EXPECT_EQ(deliver(), 0);
    clock.advance(std::chrono::minutes{11});
    EXPECT_EQ(deliver(), 0);
    EXPECT_EQ(deliveries(), std::vector<std::string>{"unsure 0 1"});
    database().write([&](db::Tx& tx) {
        EXPECT_TRUE(send_delivery_again(tx, *get_webhook(tx, contract, {"h1"}), due[0].id, clock.now()));
    });
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(far.connections(), 1);
    EXPECT_EQ(deliveries(), std::vector<std::string>{"sent 204 1"});
}

TEST_P(Webhooks, AnotherKeyFileSwitchesThemOffInsteadOfSigningWrongly)
{
    const FarEnd far{answering(204)};
    add_hook(url_of(far));
    outside.key_file = hoshuban::test::scratch_folder() / "other.key";
    event_happens();
    EXPECT_EQ(deliver(), 0);
    EXPECT_TRUE(hook().disabled_at);
    EXPECT_EQ(far.connections(), 0);
    EXPECT_EQ(deliveries(), std::vector<std::string>{"failed 0 1"});
}

TEST_P(Webhooks, ThatAreRemovedHearNothingMore)
{
    const FarEnd far{answering(204)};
    add_hook(url_of(far));
    event_happens();
    database().write([&](db::Tx& tx) { remove(tx, *get_webhook(tx, contract, {"h1"}), clock.now()); });
    event_happens();
    EXPECT_EQ(deliver(), 0);
    EXPECT_EQ(far.connections(), 0);
}

}
}
