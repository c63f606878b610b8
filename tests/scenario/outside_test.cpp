// Servers outside that hang, lead elsewhere or are not who they say: nothing waits for them and nothing is told to
// them.
#include "story.hpp"

#include "features/account/person_store.hpp"
#include "features/notice/mail_job.hpp"
#include "features/notice/tell_job.hpp"
#include "features/notice/webhook_job.hpp"
#include "platform/db/test_database.hpp"
#include "platform/outbound/far_end_tls_test.hpp"

#include <atomic>
#include <fmt/format.h>
#include <future>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

using namespace std::chrono_literals;
using outbound::test::FarEnd;
using outbound::test::Wire;

class OutsideServers : public Story {
protected:
    void begin() override { } // each tells of another server
    void open_towards(notice::Outside outside)
    {
        const std::string loopback[] = {"127.0.0.1", "::1"};
        outside.webhooks.allowed = *outbound::Networks::parse(loopback);
        outside.key_file = test::scratch_folder() / "outside.key";
        open("2025-12-01T10:00", {}, std::move(outside));
        stage->sign_in(city);
        tell();
        settle_webhooks();
    }
    void tell() { notice::tell(stage->program().teller()); }
    int settle_webhooks() { return notice::deliver_webhooks(stage->program().messenger(), {}); }
    Answer request_is_written()
    {
        return stage->post(city, "/work-requests", R"({"title":"端末の交換","body":"本文"})");
    }
    std::string hooked_to(const std::string& url)
    {
        const Answer added =
            stage->post(city, "/webhooks", R"({"name":"受け手","groups":["request"],"url":")" + url + "\"}");
        EXPECT_EQ(added.status, 201) << added.body;
        stage->clock.advance(1s);
        EXPECT_EQ(request_is_written().status, 201);
        tell();
        return "/webhooks/" + added.text("id");
    }
};

TEST_P(OutsideServers, a_mail_server_that_hangs_holds_nobody_up_and_loses_no_letter)
{
    std::promise<void> reached;
    const FarEnd far{[&](Wire& wire) {
        reached.set_value();
        wire.hang();
    }};
    notice::Outside outside;
    outside.mail = {.host = "127.0.0.1",
        .port = far.port(),
        .tls = outbound::MailTls::none,
        .from = "noreply@example.jp",
        .timeout = 60s};
    open_towards(std::move(outside));
    stage->program().database().write([](db::Tx& tx) {
        auto person = account::get_person(tx, account::find_person_by_login(tx, responsible)->id);
        person->mail = "kaku@example.jp";
        EXPECT_TRUE(account::update(tx, *person));
    });
    stage->clock.advance(1s);
    ASSERT_EQ(request_is_written().status, 201);
    tell();

    std::stop_source stop;
    auto delivering = std::async(
        std::launch::async, [&] { return notice::deliver_letters(*stage->program().postman(), stop.get_token()); });
    reached.get_future().wait();
    EXPECT_EQ(request_is_written().status, 201) << "while the letter hangs";
    EXPECT_EQ(delivering.wait_for(0s), std::future_status::timeout);
    stop.request_stop();
    EXPECT_EQ(delivering.get(), 1);

    constexpr std::string_view text = "SELECT state, attempts, problem FROM mail";
    const db::Query letters{"test.letters", text, text};
    const std::string letter = stage->program().database().read([&](db::Reader& reader) {
        return reader.query(letters).one([](const db::Row& row) {
            EXPECT_NE(row.get<std::string>("problem"), "");
            return fmt::format("{} {}", row.get<std::string>("state"), row.get<int>("attempts"));
        });
    });
    EXPECT_EQ(letter, "ready 1") << "it is tried again";
    EXPECT_EQ(stage->get(responsible, "/notices/unread").status, 200);
    EXPECT_NE(stage->get(responsible, "/notices").body.find("端末の交換"), std::string::npos) << "told on the screen";
}

TEST_P(OutsideServers, a_webhook_that_leads_inside_is_not_followed_and_says_so)
{
    const FarEnd inside{[](Wire& wire) { wire.hear("}}"); }};
    const FarEnd far{[&](Wire& wire) {
        wire.hear("}}");
        wire.say(fmt::format(
            "HTTP/1.1 307 x\r\nLocation: http://127.0.0.1:{}/\r\nContent-Length: 0\r\n\r\n", inside.port()));
    }};
    notice::Outside outside;
    outside.webhooks.plain_http = true;
    open_towards(std::move(outside));
    const std::string hook = hooked_to(fmt::format("http://127.0.0.1:{}/hook", far.port()));
    EXPECT_EQ(settle_webhooks(), 1);
    const Answer shown = stage->get(city, hook + "/deliveries");
    EXPECT_EQ(shown.text("state"), "ready");
    EXPECT_EQ(shown.text("status"), "307");
    EXPECT_EQ(shown.text("problem"), "HTTP 307 (redirects are not followed)");
    EXPECT_EQ(inside.connections(), 0);

    for (const char* host : {"10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]"}) {
        const std::string private_hook = hooked_to(fmt::format("https://{}/hook", host));
        settle_webhooks();
        const Answer refused = stage->get(city, private_hook + "/deliveries");
        EXPECT_EQ(refused.text("state"), "failed") << host;
        EXPECT_NE(refused.text("problem").find("is not allowed"), std::string::npos) << refused.body;
    }
}

TEST_P(OutsideServers, a_certificate_nobody_trusts_is_refused_shown_and_not_tried_for_ever)
{
    const auto files = test::make_certificate(test::scratch_folder());
    std::atomic<int> heard = 0;
    const FarEnd far{outbound::test::answering_over_tls(files, [&](const std::string&) { ++heard; })};
    open_towards({});
    const std::string hook = hooked_to(fmt::format("https://localhost:{}/hook", far.port()));
    EXPECT_EQ(settle_webhooks(), 1);
    const Answer first = stage->get(city, hook + "/deliveries");
    EXPECT_EQ(first.text("state"), "ready");
    EXPECT_NE(first.text("problem").find("certificate"), std::string::npos) << first.body;
    int attempts = 1;
    for (int day = 0; day < 6 * 24; ++day) {
        stage->clock.advance(10min);
        attempts += settle_webhooks();
    }
    EXPECT_EQ(attempts, 6);
    EXPECT_EQ(far.connections(), 6);
    stage->sign_in(city);
    const Answer last = stage->get(city, hook + "/deliveries");
    EXPECT_EQ(last.text("state"), "failed");
    EXPECT_EQ(last.text("attempts"), "6");
    EXPECT_NE(stage->get(city, "/webhooks").body.find("\"failures\":6"), std::string::npos);
    EXPECT_EQ(heard, 0) << "not a byte of it was told";
}

HOSHUBAN_ON_BOTH_DATABASES(OutsideServers);

}
}
