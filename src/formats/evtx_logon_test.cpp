#include "formats/evtx_logon.hpp"

#include "formats/evtx_file_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::evtx {
namespace {

TEST(EvtxLogon, GivesEachTrueFailureOnce)
{
    const std::vector<std::pair<std::string, test::XmlValue>> data{{"TargetUserName", test::text_value("髙橋")},
        {"TargetDomainName", test::text_value("窓口")}, {"Status", test::number_value(Type::hex32, 0xC000006D)},
        {"SubStatus", test::number_value(Type::hex32, 0xC0000064)},
        {"LogonType", test::number_value(Type::uint32, std::uint32_t{10})},
        {"IpAddress", test::text_value("192.0.2.7")}};
    const LogonFailure expected{.record_id = 31,
        .time = windows::parse_file_time("2026-05-01T08:00:00.1234567Z"),
        .target_user = "髙橋",
        .target_domain = "窓口",
        .logon_type = "10",
        .ip = "192.0.2.7",
        .workstation = std::nullopt,
        .status = "0xc000006d",
        .sub_status = "0xc0000064"};
    test::EvtxEvent event{.event_id = 4625, .record_id = 31, .time = "2026-05-01T08:00:00.1234567Z", .data = data};
    test::EvtxWriter writer;
    writer.add(event);
    writer.add(test::untemplated(event));
    event.provider = "Microsoft-Windows-EventSystem";
    writer.add(event);
    const std::string bytes = writer.finish();
    const auto log = Log::open(bytes);
    std::vector<LogonFailure> found;
    visit_logon_failures(*log, all_places(*log), [&](const LogonFailure& failure) { found.push_back(failure); });
    EXPECT_EQ(found, (std::vector{expected, expected}));
}

}
}
