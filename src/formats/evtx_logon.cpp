#include "formats/evtx_logon.hpp"

namespace hoshuban::evtx {
namespace {

std::optional<std::string> text_or_nothing(const Value& value)
{
    return value.is_null() ? std::nullopt : std::optional{to_text(value)};
}

}

Tally visit_logon_failures(const Log& log, Places places, const std::function<void(const LogonFailure&)>& visit)
{
    Reader reader{{{"Microsoft-Windows-Security-Auditing", 4625,
        {"TargetUserName", "TargetDomainName", "LogonType", "IpAddress", "WorkstationName", "Status", "SubStatus"}}}};
    return reader.read_wanted(log, places, [&](const Record& record, std::size_t, std::span<const Value> values) {
        if (record.is_recovered())
            return;
        visit({record.id(), record.time(), text_or_nothing(values[0]), text_or_nothing(values[1]),
            text_or_nothing(values[2]), text_or_nothing(values[3]), text_or_nothing(values[4]),
            text_or_nothing(values[5]), text_or_nothing(values[6])});
    });
}

}
