#include "formats/ical.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hoshuban::ical {
namespace {

const Instant stamp = *parse_instant("2026-04-01T00:00:00Z");

std::vector<std::string> lines_of(const std::string& file)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = file.find("\r\n", at);
        lines.push_back(file.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

/// As a reader does it (RFC 5545 3.1).
std::string unfolded(std::string file)
{
    for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ", at))
        file.erase(at, 3);
    return file;
}

TEST(ICalendar, prints_days_moments_and_periods)
{
    const Event events[] = {
        {"a@hoshuban", stamp, make_day(2026, 5, 1), "希望日", "A25A-03"},
        {"b@hoshuban", stamp, *parse_instant("2026-05-01T08:15:00Z"), "期限"},
        {"c@hoshuban", stamp, Period{*parse_instant("2026-05-01T08:00:00Z"), *parse_instant("2026-05-01T10:00:00Z")},
            "作業"},
    };
    EXPECT_EQ(print("契約", events),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hoshuban//Calendar feed//JA\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:契約\r\nX-WR-TIMEZONE:Asia/Tokyo\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
        "BEGIN:VEVENT\r\nUID:a@hoshuban\r\nDTSTAMP:20260401T000000Z\r\nDTSTART;VALUE=DATE:20260501\r\n"
        "TRANSP:TRANSPARENT\r\nSUMMARY:希望日\r\nDESCRIPTION:A25A-03\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:b@hoshuban\r\nDTSTAMP:20260401T000000Z\r\nDTSTART:20260501T081500Z\r\n"
        "SUMMARY:期限\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:c@hoshuban\r\nDTSTAMP:20260401T000000Z\r\nDTSTART:20260501T080000Z\r\n"
        "DTEND:20260501T100000Z\r\nSUMMARY:作業\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(ICalendar, escapes_what_would_be_read_otherwise)
{
    const Event event{"a", stamp, make_day(2026, 5, 1), "a;b,c\\d\r\nEND:VCALENDAR\te\x01"};
    EXPECT_NE(print("", {&event, 1}).find("SUMMARY:a\\;b\\,c\\\\d\\nEND:VCALENDAR e \r\n"), std::string::npos);
}

TEST(ICalendar, folds_long_lines_between_characters)
{
    rc::check("for any length", [](unsigned drawn) {
        std::string summary;
        for (unsigned i = 0; i < drawn % 400; ++i)
            summary += (i + drawn) % 3 == 0 ? "端" : (i + drawn) % 5 == 0 ? "𠮷" : "a";
        const Event event{"a", stamp, make_day(2026, 5, 1), summary};
        const std::string file = print("", {&event, 1});
        for (const std::string& line : lines_of(file)) {
            RC_ASSERT(line.size() <= 75U);
            RC_ASSERT(line.empty() || (static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xc0U) != 0x80U);
        }
        RC_ASSERT(unfolded(file).find("SUMMARY:" + summary + "\r\n") != std::string::npos);
    });
}

}
}
