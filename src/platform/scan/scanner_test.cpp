#include "platform/scan/scanner_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scan {
namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;
using test::PretendedClamd;

Scanner scanner_at(const std::string& address, const Limits& limits = {})
{
    auto scanner = Scanner::at(address, limits);
    EXPECT_TRUE(scanner) << address;
    return *std::move(scanner);
}

TEST(ScannerAddress, is_a_socket_or_a_host_with_a_port)
{
    for (const char* good : {"unix:/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310", "localhost:3310"})
        EXPECT_TRUE(Scanner::at(good)) << good;
    for (const std::string& bad :
        {std::string{}, std::string{"unix:"}, std::string{"unix:clamd.ctl"}, "unix:/" + std::string(200, 'a'),
            std::string{"127.0.0.1"}, std::string{"127.0.0.1:"}, std::string{":3310"}, std::string{"127.0.0.1:port"}}) {
        const auto scanner = Scanner::at(bad);
        ASSERT_FALSE(scanner) << bad;
        EXPECT_EQ(scanner.error().code, "scan/address");
    }
}

TEST(Scanner, sends_every_byte_in_chunks_and_tells_engine_and_finding)
{
    std::string sent(300'000, 'x');
    sent.back() = '\0';
    std::string received;
    PretendedClamd::Answers answers;
    answers.stream = [&](const std::string& bytes) {
        received = bytes;
        return std::string{"stream: OK\0"sv};
    };
    const PretendedClamd clamd{answers};
    const Scan scan = scanner_at(clamd.address()).scan(sent);
    EXPECT_EQ(scan.finding, (Finding{Verdict::clean}));
    EXPECT_EQ(scan.engine, (Engine{"ClamAV 1.4.6", "27656", make_day(2025, 6, 2)}));
    EXPECT_EQ(received, sent);
}

TEST(Scanner, never_takes_anything_but_a_clear_answer_for_clean)
{
    struct Case {
        const char* story;
        PretendedClamd::Answers answers;
        const char* reason;
    };
    const auto says = [](std::string_view text) {
        return [answer = std::string{text}](const std::string&) { return answer; };
    };
    const Case cases[] = {
        {"garbage", {.stream = says("\xff\xfe garbage\0"sv)}, "the scanner's answer cannot be read"},
        {"silence", {.stream = says("")}, "the scanner's answer cannot be read"},
        {"half an answer", {.stream = says("stream: OK")}, "the scanner's answer cannot be read"},
        {"an endless line", {.stream = says(std::string(5000, 'a'))}, "the scanner's answer cannot be read"},
        {"the answer never comes", {.speaks = false}, "the scanner did not answer in time"},
        {"an engine that does not say who it is", {.version = "garbage"}, "the scanner (ClamAV) cannot be reached"},
    };
    for (const Case& c : cases) {
        const PretendedClamd clamd{c.answers};
        const Limits limits{.answer = c.answers.speaks ? 120s : 100ms};
        const Scan scan = scanner_at(clamd.address(), limits).scan("bytes");
        EXPECT_EQ(scan.finding.verdict, Verdict::failed) << c.story;
        EXPECT_EQ(scan.finding.reason.en, c.reason) << c.story;
        EXPECT_FALSE(scan.finding.reason.ja.empty()) << c.story;
    }
}

TEST(Scanner, hears_why_an_engine_stopped_listening)
{
    const PretendedClamd clamd{
        {.stream = [](const std::string&) { return std::string{"INSTREAM size limit exceeded. ERROR\0"sv}; },
            .listens_to_the_end = false}};
    const Finding finding = scanner_at(clamd.address()).scan(std::string(5'000'000, 'x')).finding;
    EXPECT_EQ(finding.verdict, Verdict::failed);
}

TEST(Scanner, does_not_believe_that_what_was_not_heard_is_clean)
{
    const PretendedClamd clamd{{.listens_to_the_end = false}};
    EXPECT_EQ(scanner_at(clamd.address()).scan(std::string(5'000'000, 'x')).finding.verdict, Verdict::failed);
}

TEST(Scanner, says_when_nobody_is_there_and_when_the_content_is_too_large)
{
    const Scan nobody = scanner_at("unix:/nonexistent/clamd.ctl").scan("bytes");
    EXPECT_EQ(nobody.finding.verdict, Verdict::failed);
    EXPECT_EQ(nobody.finding.reason.en, "the scanner (ClamAV) cannot be reached");
    const Scan large = scanner_at("unix:/nonexistent/clamd.ctl", {.bytes = 4}).scan("bytes");
    EXPECT_EQ(large.finding.reason.en, "at most 0 MB can be scanned");
}

class RealClamd : public testing::Test {
protected:
    void SetUp() override
    {
        const char* address = std::getenv("HOSHUBAN_TEST_CLAMD");
        if (address == nullptr)
            GTEST_SKIP() << "HOSHUBAN_TEST_CLAMD is not set: start through tools/with-clamd";
        scanner.emplace(scanner_at(address));
    }
    std::optional<Scanner> scanner;
};

TEST_F(RealClamd, finds_the_test_file_and_nothing_else)
{
    const Scan clean = scanner->scan("an ordinary file");
    EXPECT_EQ(clean.finding, (Finding{Verdict::clean})) << clean.finding.reason.en;
    EXPECT_TRUE(clean.engine.name.starts_with("ClamAV ")) << clean.engine.name;
    EXPECT_EQ(scanner->scan("").finding.verdict, Verdict::clean);

    const Scan infected = scanner->scan(test::eicar());
    EXPECT_EQ(infected.finding.verdict, Verdict::infected) << infected.finding.reason.en;
    EXPECT_TRUE(infected.finding.threat.contains("Eicar")) << infected.finding.threat;
    EXPECT_EQ(scanner->scan(std::string(70'000, 'x') + test::eicar()).finding.verdict, Verdict::infected);
}

TEST_F(RealClamd, refuses_more_than_it_is_told_to_take)
{
    const Finding finding = scanner->scan(std::string(9'000'000, 'x')).finding;
    EXPECT_EQ(finding.verdict, Verdict::failed);
    EXPECT_TRUE(finding.reason.en.contains("size limit") || finding.reason.en.contains("cannot be read"))
        << finding.reason.en;
}

}
}
