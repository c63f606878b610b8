#pragma once
#include "formats/evtx_file_test.hpp"

#include <fmt/format.h>

namespace hoshuban::bench {

/// A Security log as a busy terminal fills it: logons, privileges, processes and failures, of about this size.
inline std::string dense_event_log(std::size_t bytes)
{
    using evtx::Type;
    using test::number_value;
    using test::text_value;
    const std::string sid{"\1\5\0\0\0\0\0\5\x15\0\0\0\1\2\3\4\5\6\7\x08\x09\x0A\x0B\x0C\xF4\1\0\0", 28};
    const auto subject = [&](std::uint64_t i) {
        return std::vector<std::pair<std::string, test::XmlValue>>{{"SubjectUserSid", test::raw_value(Type::sid, sid)},
            {"SubjectUserName", text_value(fmt::format("窓口担当{:04}", i % 500))},
            {"SubjectDomainName", text_value("JUMIN")}, {"SubjectLogonId", number_value(Type::hex64, i * 977)}};
    };
    const auto logon = [&](std::uint64_t i) {
        auto data = subject(i);
        for (const char* name : {"TargetUserName", "TargetDomainName", "WorkstationName", "LogonProcessName",
                 "AuthenticationPackageName", "LmPackageName", "ProcessName"})
            data.emplace_back(name, text_value(fmt::format("{}-{}", name, i % 97)));
        data.emplace_back("LogonType", number_value(Type::uint32, static_cast<std::uint32_t>(i % 11)));
        data.emplace_back("IpAddress", text_value(fmt::format("192.0.2.{}", i % 250)));
        data.emplace_back("IpPort", text_value("50123"));
        data.emplace_back("Status", number_value(Type::hex32, 0xC000006DU));
        data.emplace_back("SubStatus", number_value(Type::hex32, 0xC000006AU));
        data.emplace_back("KeyLength", number_value(Type::uint32, 0U));
        return data;
    };
    constexpr std::uint16_t kinds[] = {4624, 4624, 4634, 4672, 4688, 4625, 4648, 5379};
    test::EvtxWriter writer;
    for (std::uint64_t i = 0; writer.size() < bytes; ++i) {
        const std::uint16_t kind = kinds[i % std::size(kinds)];
        const bool short_one = kind == 4634 || kind == 5379;
        writer.add({.event_id = kind,
            .record_id = i + 1,
            .time = fmt::format("2026-05-01T{:02}:{:02}:{:02}Z", i / 3600 % 24, i / 60 % 60, i % 60),
            .computer = "TERMINAL-042.jumin.example.jp",
            .data = short_one ? subject(i) : logon(i)});
    }
    return writer.finish();
}

}
