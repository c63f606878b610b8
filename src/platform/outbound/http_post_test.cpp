#include "platform/outbound/http_post.hpp"

#include "platform/outbound/far_end_test.hpp"
#include "platform/outbound/far_end_tls_test.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <mutex>
#include <unistd.h>

namespace hoshuban::outbound {
namespace {

using namespace std::chrono_literals;
using test::FarEnd;
using test::Wire;

PostTerms terms(std::vector<std::string> allowed = {"127.0.0.0/8"})
{
    PostTerms terms{.allowed = *Networks::parse(allowed)};
    terms.plain_http = true;
    terms.timeout = 1'000ms;
    return terms;
}

std::string url_of(const FarEnd& far, const std::string& host = "127.0.0.1")
{
    return fmt::format("http://{}:{}/hook", host, far.port());
}

std::string answer(int status, const std::string& more = "", const std::string& body = "")
{
    return fmt::format(
        "HTTP/1.1 {} x\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n{}", status, more, body.size(), body);
}

std::function<void(Wire&)> answering(std::string text)
{
    return [text = std::move(text)](Wire& wire) {
        wire.hear("\r\n\r\n");
        wire.say(text);
    };
}

PostOutcome post_to(const std::string& url, const PostTerms& how)
{
    return post(url, {{"Hoshuban-Id", "1"}}, "{}", how, {});
}

TEST(Post, SendsExactlyTheBodyAndTheHeaders)
{
    std::string request;
    {
        const FarEnd far{[&](Wire& wire) {
            request = wire.hear("{\"a\":\"端末\"}");
            wire.say(answer(204));
        }};
        const auto sent = post(url_of(far), {{"Hoshuban-Id", "0197"}}, "{\"a\":\"端末\"}", terms(), std::stop_token{});
        EXPECT_EQ(sent.fate, PostFate::arrived) << sent.problem;
        EXPECT_EQ(sent.status, 204);
    }
    EXPECT_TRUE(request.starts_with("POST /hook HTTP/1.1\r\n"));
    EXPECT_NE(request.find("\r\nHoshuban-Id: 0197\r\n"), std::string::npos);
    EXPECT_NE(request.find("\r\nContent-Type: application/json\r\n"), std::string::npos);
    EXPECT_TRUE(request.ends_with("\r\n\r\n{\"a\":\"端末\"}"));
}

TEST(Post, NeverFollowsARedirect)
{
    const FarEnd inside{answering(answer(200))};
    for (const int status : {301, 302, 303, 307, 308}) {
        const FarEnd far{answering(answer(status, fmt::format("Location: {}\r\n", url_of(inside))))};
        const auto sent = post_to(url_of(far), terms());
        EXPECT_EQ(sent.fate, PostFate::answered);
        EXPECT_EQ(sent.status, status);
    }
    EXPECT_EQ(inside.connections(), 0);
}

TEST(Post, RefusesAddressesInsideUnlessListed)
{
    const FarEnd far{answering(answer(200))};
    const std::string port = std::to_string(far.port());
    // However this machine is written: by number, by name, mapped, as one number, as any address.
    for (const char* const host :
        {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0", "127.1", "[::1]", "[::]"}) {
        const auto sent = post_to(fmt::format("http://{}:{}/hook", host, port), terms({"10.0.0.0/8"}));
        EXPECT_EQ(sent.fate, PostFate::forbidden) << host << ' ' << sent.problem;
    }
    for (const char* const host : {"10.0.0.1", "169.254.169.254", "192.168.0.1", "[fd00::1]", "[fe80::1]"})
        EXPECT_EQ(post_to(fmt::format("http://{}/hook", host), terms()).fate, PostFate::forbidden) << host;
    EXPECT_EQ(far.connections(), 0);
    EXPECT_EQ(post_to(url_of(far, "localhost"), terms({"127.0.0.1", "::1"})).fate, PostFate::arrived);
}

TEST(Post, DoesNotWaitForSlowAnswers)
{
    PostTerms impatient = terms();
    impatient.timeout = 300ms;
    const FarEnd silent{[](Wire& wire) { wire.hang(); }};
    EXPECT_EQ(post_to(url_of(silent), impatient).fate, PostFate::failed);
    // Whole after two seconds, in which something comes all the time.
    const FarEnd dripping{[](Wire& wire) {
        wire.hear("\r\n\r\n");
        wire.say("HTTP/1.1 200 x\r\nContent-Length: 100\r\n\r\n");
        wire.drip("x", 100);
    }};
    EXPECT_EQ(post_to(url_of(dripping), impatient).fate, PostFate::failed);
}

TEST(Post, TellsNothingToAServerThatIsNotWhoItSays)
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("post-{}", getpid());
    std::filesystem::create_directories(folder);
    const auto right = hoshuban::test::make_certificate(folder, "localhost");
    const auto other = hoshuban::test::make_certificate(folder, "other.example.jp");
    const auto over = hoshuban::test::make_certificate(folder, "localhost.over", -60);
    struct Case {
        const char* story;
        const hoshuban::test::CertificateFiles& shown;
        std::string trusted;
        PostFate fate;
    };
    const Case cases[] = {
        {"signed by itself", right, {}, PostFate::failed},
        {"of another host", other, other.certificate, PostFate::failed},
        {"over", over, over.certificate, PostFate::failed},
        {"signed by somebody else", right, other.certificate, PostFate::failed},
        {"trusted", right, right.certificate, PostFate::arrived},
    };
    for (const Case& c : cases) {
        std::string heard;
        PostOutcome sent{};
        int connections = 0;
        {
            const FarEnd far{test::answering_over_tls(c.shown, [&](const std::string& request) { heard = request; })};
            PostTerms how = terms({"127.0.0.1", "::1"});
            how.ca_file = c.trusted;
            sent = post_to(fmt::format("https://localhost:{}/hook", far.port()), how);
            connections = far.connections();
        }
        EXPECT_EQ(sent.fate, c.fate) << c.story << ": " << sent.problem;
        EXPECT_EQ(connections, 1) << c.story;
        const bool arrived = c.fate == PostFate::arrived;
        EXPECT_EQ(heard.empty(), !arrived) << c.story;
        EXPECT_EQ(sent.problem.contains("certificate"), !arrived) << c.story << ": " << sent.problem;
    }
    std::filesystem::remove_all(folder);
}

TEST(Post, StopsReadingALongAnswer)
{
    const FarEnd far{answering(answer(200, "", std::string(200'000, 'x')))};
    const auto sent = post_to(url_of(far), terms());
    EXPECT_EQ(sent.fate, PostFate::failed);
    EXPECT_EQ(sent.problem, "the answer is longer than 65536 bytes");
}

TEST(Post, SaysThatNobodyListensAndThatTheConnectionBroke)
{
    std::uint16_t gone = 0;
    {
        const FarEnd far{[](Wire&) {}};
        gone = far.port();
        EXPECT_EQ(post_to(url_of(far), terms()).fate, PostFate::failed);
    }
    EXPECT_EQ(post_to(fmt::format("http://127.0.0.1:{}/hook", gone), terms()).fate, PostFate::failed);
}

TEST(Post, EndsWhenTheProgramStops)
{
    std::stop_source stop;
    const FarEnd silent{[&](Wire& wire) {
        wire.hear("{}");
        stop.request_stop();
        wire.hang();
    }};
    PostTerms patient = terms();
    patient.timeout = 60'000ms;
    const auto sent = post(url_of(silent), {}, "{}", patient, stop.get_token());
    EXPECT_EQ(sent.fate, PostFate::failed);
    EXPECT_EQ(sent.problem, "Callback aborted") << "not the time that was over";
}

TEST(PostUrl, IsCheckedBeforeItIsStored)
{
    struct Case {
        const char* url;
        bool plain_http;
        bool right;
    };
    const Case cases[] = {
        {"https://example.jp/hook?x=1", false, true},
        {"https://example.jp:8443", false, true},
        {"http://example.jp/hook", false, false},
        {"http://example.jp/hook", true, true},
        {"ftp://example.jp/hook", true, false},
        {"file:///etc/passwd", true, false},
        {"https://user:pass@example.jp/", false, false},
        {"https://user@example.jp/", false, false},
        {"https://", false, false},
        {"example.jp/hook", false, false},
        {"https://example.jp/\r\nX: y", false, false},
        {"https://例.jp/", false, false},
        {"", false, false},
    };
    for (const Case& c : cases) {
        PostTerms how;
        how.plain_http = c.plain_http;
        EXPECT_EQ(check_post_url(c.url, how).has_value(), c.right) << c.url;
    }
    EXPECT_FALSE(check_post_url("https://example.jp/" + std::string(500, 'x'), {}));
}

}
}
