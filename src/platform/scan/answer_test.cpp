#include "platform/scan/answer.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scan {
namespace {

using namespace std::string_view_literals;

TEST(ScanAnswer, is_clean_or_infected_only_when_it_says_exactly_that)
{
    struct Case {
        const char* story;
        std::string answer;
        Verdict verdict;
        const char* threat;
    };
    const Case cases[] = {
        {"clean", std::string{"stream: OK\0"sv}, Verdict::clean, ""},
        {"infected", std::string{"stream: Eicar-Test-Signature FOUND\0"sv}, Verdict::infected, "Eicar-Test-Signature"},
        {"a name with a blank", std::string{"stream: Win.Test EICAR FOUND\0"sv}, Verdict::infected, "Win.Test EICAR"},
        {"a name that says OK", std::string{"stream: OK FOUND\0"sv}, Verdict::infected, "OK"},
        {"over the size limit", std::string{"INSTREAM size limit exceeded. ERROR\0"sv}, Verdict::failed, ""},
        {"nothing at all", "", Verdict::failed, ""},
        {"only the end", std::string{"\0"sv}, Verdict::failed, ""},
        {"cut off before its end", "stream: OK", Verdict::failed, ""},
        {"a line end instead of the NUL", "stream: OK\n", Verdict::failed, ""},
        {"something before it", std::string{" stream: OK\0"sv}, Verdict::failed, ""},
        {"something behind it", std::string{"stream: OK \0"sv}, Verdict::failed, ""},
        {"two answers", std::string{"stream: OK\0stream: X FOUND\0"sv}, Verdict::failed, ""},
        {"a NUL inside", std::string{"stream: \0 FOUND\0"sv}, Verdict::failed, ""},
        {"found without a name", std::string{"stream: FOUND\0"sv}, Verdict::failed, ""},
        {"found an empty name", std::string{"stream:  FOUND\0"sv}, Verdict::failed, ""},
        {"a control character", std::string{"stream: a\tb FOUND\0"sv}, Verdict::failed, ""},
        {"another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n", Verdict::failed, ""},
        {"lower case", std::string{"stream: ok\0"sv}, Verdict::failed, ""},
        {"a name of 200 characters", "stream: " + std::string(200, 'a') + " FOUND" + '\0', Verdict::infected,
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aa"
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"a longer one", "stream: " + std::string(201, 'a') + " FOUND" + '\0', Verdict::failed, ""},
        {"longer than an answer can be", "stream: " + std::string(2000, 'a') + " ERROR" + '\0', Verdict::failed, ""},
    };
    for (const Case& c : cases) {
        const Finding finding = read_finding(c.answer);
        EXPECT_EQ(finding.verdict, c.verdict) << c.story;
        EXPECT_EQ(finding.threat, c.threat) << c.story;
        EXPECT_EQ(finding.reason.ja.empty(), c.verdict != Verdict::failed) << c.story;
        EXPECT_EQ(finding.reason.en.empty(), c.verdict != Verdict::failed) << c.story;
    }
}

TEST(ScanAnswer, tells_what_the_scanner_said_when_it_refused)
{
    const Finding finding = read_finding("INSTREAM size limit exceeded. ERROR\0"sv);
    EXPECT_EQ(finding.reason.en, "the scanner refused: INSTREAM size limit exceeded. ERROR");
}

TEST(ScanEngine, names_program_list_and_day)
{
    struct Case {
        const char* story;
        std::string answer;
        std::optional<Engine> engine;
    };
    const Case cases[] = {
        {"with a list", std::string{"ClamAV 1.4.6/27656/Mon Jun  2 10:30:00 2025\0"sv},
            Engine{"ClamAV 1.4.6", "27656", make_day(2025, 6, 2)}},
        {"a day of two digits", std::string{"ClamAV 1.4.6/27656/Wed Dec 31 23:59:59 2025\0"sv},
            Engine{"ClamAV 1.4.6", "27656", make_day(2025, 12, 31)}},
        {"signatures made by hand", std::string{"ClamAV 1.4.6\0"sv}, Engine{"ClamAV 1.4.6"}},
        {"another program", std::string{"Scanner 1\0"sv}, std::nullopt},
        {"no version", std::string{"ClamAV \0"sv}, std::nullopt},
        {"a day that does not exist", std::string{"ClamAV 1/2/Mon Feb 30 10:30:00 2025\0"sv}, std::nullopt},
        {"no such month", std::string{"ClamAV 1/2/Mon anF 30 10:30:00 2025\0"sv}, std::nullopt},
        {"no number", std::string{"ClamAV 1/x/Mon Jun  2 10:30:00 2025\0"sv}, std::nullopt},
        {"no day", std::string{"ClamAV 1/2\0"sv}, std::nullopt},
        {"cut off", "ClamAV 1.4.6", std::nullopt},
        {"nothing", "", std::nullopt},
    };
    for (const Case& c : cases)
        EXPECT_EQ(read_engine(c.answer), c.engine) << c.story;
}

}
}
