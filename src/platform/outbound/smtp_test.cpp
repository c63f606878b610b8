#include "platform/outbound/smtp.hpp"

#include "platform/outbound/far_end_test.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>
#include <unistd.h>

namespace hoshuban::outbound {
namespace {

using namespace std::chrono_literals;
using test::FarEnd;
using test::Wire;

const std::string message = "Subject: x\r\n\r\nbody\r\n";

SmtpServer at_port(std::uint16_t port, MailTls tls = MailTls::none)
{
    return {.host = "127.0.0.1",
        .port = port,
        .tls = tls,
        .from = "noreply@example.jp",
        .connect_timeout = 2'000ms,
        .timeout = 1'500ms};
}

MailOutcome send_to(const SmtpServer& server, const std::string& to = "hanako@example.jp")
{
    return send_mail(server, to, message, {});
}

// ---- a server that misbehaves at a chosen place

enum class Place { greeting, hello, from, recipient, data, end };

std::string command_at(Place place)
{
    switch (place) {
    case Place::greeting:
        return "";
    case Place::hello:
        return "EHLO";
    case Place::from:
        return "MAIL";
    case Place::recipient:
        return "RCPT";
    case Place::data:
        return "DATA";
    case Place::end:
        return ".";
    }
    return "";
}

/// Behaves until `place`, and then does what `there` says.
std::function<void(Wire&)> until(Place place, std::function<void(Wire&)> there)
{
    return [place, there = std::move(there)](Wire& wire) {
        if (place == Place::greeting)
            return there(wire);
        wire.say("220 far ESMTP\r\n");
        bool text = false;
        while (true) {
            const std::string line = wire.hear("\r\n");
            if (line.empty())
                return;
            if (text && line != ".\r\n")
                continue;
            const std::string command = text ? "." : line.substr(0, 4);
            if (command == command_at(place))
                return there(wire);
            text = command == "DATA";
            wire.say(text ? "354 go on\r\n" : "250 fine\r\n");
        }
    };
}

TEST(SendMail, KnowsWhetherALetterCanHaveArrived)
{
    const auto hangs = [](Wire& wire) { wire.hang(); };
    const auto drops = [](Wire&) {};
    const auto says = [](std::string text) { return [text](Wire& wire) { wire.say(text + "\r\n"); }; };
    struct Case {
        const char* story;
        Place place;
        std::function<void(Wire&)> there;
        MailFate fate;
        bool server_down;
    };
    const Case cases[] = {
        {"hangs before it greets", Place::greeting, hangs, MailFate::failed, true},
        {"drops before it greets", Place::greeting, drops, MailFate::failed, true},
        {"is busy", Place::greeting, says("421 busy"), MailFate::failed, true},
        {"is no mail server", Place::greeting, says("HTTP/1.1 400 Bad Request"), MailFate::failed, true},
        {"hangs after the greeting", Place::hello, hangs, MailFate::failed, true},
        {"does not want this sender now", Place::from, says("451 later"), MailFate::failed, false},
        {"drops at the recipient", Place::recipient, drops, MailFate::failed, true},
        {"does not know the recipient", Place::recipient, says("550 unknown"), MailFate::refused, false},
        {"has no room for the recipient", Place::recipient, says("452 full"), MailFate::failed, false},
        {"does not want the text now", Place::data, says("451 later"), MailFate::failed, false},
        {"drops when it should take the text", Place::data, drops, MailFate::failed, true},
        {"refuses the text", Place::end, says("554 no"), MailFate::refused, false},
        {"cannot store the text now", Place::end, says("452 disk"), MailFate::failed, false},
        {"drops after the text", Place::end, drops, MailFate::unsure, true},
        {"hangs after the text", Place::end, hangs, MailFate::unsure, true},
        {"takes it", Place::end, says("250 taken"), MailFate::arrived, false},
    };
    for (const Case& c : cases) {
        const FarEnd far{until(c.place, c.there)};
        const MailOutcome outcome = send_to(at_port(far.port()));
        EXPECT_EQ(static_cast<int>(outcome.fate), static_cast<int>(c.fate)) << c.story << ": " << outcome.problem;
        EXPECT_EQ(outcome.server_down, c.server_down) << c.story << ": " << outcome.problem;
        EXPECT_EQ(outcome.problem.empty(), c.fate == MailFate::arrived) << c.story;
    }
}

TEST(SendMail, NoLetterLeavesWithoutTheTlsThatIsDemanded)
{
    std::string heard;
    {
        const FarEnd far{[&](Wire& wire) {
            wire.say("220 far ESMTP\r\n");
            for (std::string line = wire.hear("\r\n"); !line.empty(); line = wire.hear("\r\n")) {
                heard += line;
                wire.say(line.starts_with("STARTTLS") ? "502 no\r\n" : "250 fine\r\n");
            }
        }};
        EXPECT_EQ(send_to(at_port(far.port(), MailTls::starttls)).fate, MailFate::failed);
    }
    EXPECT_EQ(heard.find("MAIL"), std::string::npos);
}

TEST(SendMail, EndsWhenTheProgramStops)
{
    std::stop_source stop;
    const FarEnd far{[&](Wire& wire) {
        stop.request_stop();
        wire.hang();
    }};
    SmtpServer server = at_port(far.port());
    server.timeout = 60'000ms;
    const auto outcome = send_mail(server, "a@example.jp", message, stop.get_token());
    EXPECT_EQ(outcome.fate, MailFate::failed);
    EXPECT_EQ(outcome.problem, "Callback aborted") << "not the time that was over";
}

TEST(SendMail, SaysThatNobodyListens)
{
    std::uint16_t gone = 0;
    {
        const FarEnd far{[](Wire&) {}};
        gone = far.port();
    }
    const auto outcome = send_to(at_port(gone));
    EXPECT_EQ(outcome.fate, MailFate::failed);
    EXPECT_TRUE(outcome.server_down);
}

// ---- the real server of tools/with-smtp

class RealServer : public testing::Test {
protected:
    void SetUp() override
    {
        const char* const ports = std::getenv("HOSHUBAN_TEST_SMTP");
        if (ports == nullptr)
            GTEST_SKIP() << "HOSHUBAN_TEST_SMTP is not set: run this through tools/with-smtp";
        std::istringstream{ports} >> plain_ >> starttls_ >> implicit_;
        before_ = letters().size();
    }
    SmtpServer server(MailTls tls) const
    {
        SmtpServer server = at_port(tls == MailTls::none ? plain_
                : tls == MailTls::starttls               ? starttls_
                                                         : implicit_,
            tls);
        server.timeout = 10'000ms;
        server.ca_file = std::getenv("HOSHUBAN_TEST_SMTP_CA");
        if (tls == MailTls::starttls) {
            server.user = "hoshuban";
            server.password = "right word";
        }
        return server;
    }
    // Other programs use the same server at the same time.
    static std::string mine() { return fmt::format("hanako.{}@example.jp", getpid()); }
    static std::map<std::filesystem::path, std::string> letters()
    {
        std::map<std::filesystem::path, std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator{std::getenv("HOSHUBAN_TEST_SMTP_FOLDER")}) {
            if (entry.path().extension() != ".eml")
                continue;
            std::ifstream file{entry.path(), std::ios::binary};
            std::string text{std::istreambuf_iterator<char>{file}, {}};
            if (text.find("\r\nX-To: " + mine()) != std::string::npos)
                found[entry.path()] = std::move(text);
        }
        return found;
    }
    std::size_t arrived() const { return letters().size() - before_; }
    static std::string last() { return letters().rbegin()->second; }

    std::uint16_t plain_ = 0;
    std::uint16_t starttls_ = 0;
    std::uint16_t implicit_ = 0;
    std::size_t before_ = 0;
};

TEST_F(RealServer, TakesALetterInEachWay)
{
    std::size_t sent = 0;
    for (const MailTls tls : {MailTls::none, MailTls::starttls, MailTls::implicit}) {
        const auto outcome = send_to(server(tls), mine());
        EXPECT_EQ(outcome.fate, MailFate::arrived) << outcome.problem;
        EXPECT_EQ(arrived(), ++sent);
        EXPECT_TRUE(last().starts_with("X-From: noreply@example.jp\r\nX-To: " + mine() + "\r\n"));
        EXPECT_TRUE(last().ends_with("Subject: x\r\n\r\nbody\r\n"));
    }
}

TEST_F(RealServer, IsNotGivenALetterUnderACertificateNobodyTrusts)
{
    for (const MailTls tls : {MailTls::starttls, MailTls::implicit}) {
        SmtpServer stranger = server(tls);
        stranger.ca_file.clear();
        const auto outcome = send_to(stranger, mine());
        EXPECT_EQ(outcome.fate, MailFate::failed);
        EXPECT_TRUE(outcome.server_down);
    }
    EXPECT_EQ(arrived(), 0u);
}

TEST_F(RealServer, RefusesAWrongPassword)
{
    SmtpServer wrong = server(MailTls::starttls);
    wrong.password = "wrong word";
    const auto outcome = send_to(wrong, mine());
    EXPECT_EQ(outcome.fate, MailFate::failed);
    EXPECT_TRUE(outcome.server_down) << "the next letter would fare no better";
    EXPECT_EQ(outcome.problem.find("wrong word"), std::string::npos);
    EXPECT_EQ(arrived(), 0u);
}

TEST_F(RealServer, TreatsRecipientsDifferently)
{
    EXPECT_EQ(send_to(server(MailTls::none), "full@example.jp").fate, MailFate::failed);
    EXPECT_EQ(send_to(server(MailTls::none), "unknown@example.jp").fate, MailFate::refused);
    EXPECT_EQ(send_to(server(MailTls::none), "spam@example.jp").fate, MailFate::refused);
    EXPECT_EQ(arrived(), 0u);
}

TEST(SmtpUrl, SaysWhereAndHow)
{
    struct Case {
        const char* url;
        bool plain;
        const char* read; // host port tls; empty: refused
    };
    const Case cases[] = {
        {"smtp://mail.example.jp", false, "mail.example.jp 587 0"},
        {"smtp://mail.example.jp:25", false, "mail.example.jp 25 0"},
        {"smtps://mail.example.jp", false, "mail.example.jp 465 1"},
        {"smtps://192.0.2.1:4650", false, "192.0.2.1 4650 1"},
        {"smtp://mail.example.jp", true, "mail.example.jp 25 2"},
        {"smtp://[fd00::1]:587", false, "[fd00::1] 587 0"},
        {"smtps://mail.example.jp", true, ""},
        {"smtp://user:word@mail.example.jp", false, ""},
        {"http://mail.example.jp", false, ""},
        {"mail.example.jp", false, ""},
        {"smtp://", false, ""},
        {"smtp://mail.example.jp:0", false, ""},
        {"smtp://mail.example.jp:70000", false, ""},
        {"smtp://mail.example.jp:25x", false, ""},
        {"smtp://mail.example.jp/path", false, ""},
        {"smtp://mail example.jp", false, ""},
    };
    for (const Case& c : cases) {
        const auto read = parse_smtp_url(c.url, c.plain);
        EXPECT_EQ(read ? fmt::format("{} {} {}", read->host, read->port, static_cast<int>(read->tls)) : "", c.read)
            << c.url;
    }
}

}
}
