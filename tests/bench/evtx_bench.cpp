// Reading event logs: the wanted events, all fields, and both beside each other on two cores.
#include "dense_event_log.hpp"
#include "formats/evtx_summary.hpp"

#include <benchmark/benchmark.h>
#include <thread>

namespace {

using namespace hoshuban;

const std::string& log_bytes()
{
    static const std::string bytes = bench::dense_event_log(std::size_t{64} << 20);
    return bytes;
}

// The events of a check, each with all fields that its template names.
std::vector<evtx::WantedEvent> wanted_events()
{
    const std::vector<std::string> logon{"SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId",
        "TargetUserName", "TargetDomainName", "WorkstationName", "LogonProcessName", "AuthenticationPackageName",
        "LmPackageName", "ProcessName", "LogonType", "IpAddress", "IpPort", "Status", "SubStatus", "KeyLength"};
    std::vector<evtx::WantedEvent> wanted;
    for (const std::uint16_t id : {4624, 4625, 4648, 4719, 4740, 4767, 4771, 4776})
        wanted.push_back({"Microsoft-Windows-Security-Auditing", id, logon});
    return wanted;
}

evtx::Tally read_wanted(const evtx::Log& log, evtx::Places places)
{
    evtx::Reader reader{wanted_events()};
    std::string text;
    return reader.read_wanted(
        log, places, [&](const evtx::Record& record, std::size_t, std::span<const evtx::Value> values) {
            text.clear();
            for (const evtx::Value& value : values)
                evtx::append_text(text, value);
            benchmark::DoNotOptimize(record.time());
            benchmark::DoNotOptimize(text.data());
        });
}

evtx::Tally read_fields(const evtx::Log& log, evtx::Places places)
{
    return evtx::Reader{}.read_all(log, places, [&](const evtx::Record& record) {
        for (const evtx::Field& field : record.fields())
            benchmark::DoNotOptimize(field.value.bytes.data());
    });
}

evtx::Tally read_texts(const evtx::Log& log, evtx::Places places)
{
    std::string text;
    return evtx::Reader{}.read_all(log, places, [&](const evtx::Record& record) {
        text.clear();
        for (const evtx::Field& field : record.fields())
            evtx::append_text(text, field.value);
        benchmark::DoNotOptimize(text.data());
    });
}

evtx::Tally check_sums(const evtx::Log& log, evtx::Places places)
{
    evtx::Tally tally;
    for (std::size_t place = places.first; place < places.last; ++place)
        tally.note_chunk(place, log.chunk(place).is_sound());
    return tally;
}

using Read = evtx::Tally (*)(const evtx::Log&, evtx::Places);

void read_log(benchmark::State& state, Read read)
{
    const auto log = evtx::Log::open(log_bytes());
    const auto threads = static_cast<std::size_t>(state.range(0));
    std::uint64_t records = 0;
    for (auto _ : state) {
        std::vector<std::jthread> others;
        for (std::size_t part = 1; part < threads; ++part)
            others.emplace_back([&, part] {
                read(*log, {log->places() * part / threads, log->places() * (part + 1) / threads});
            });
        records = read(*log, {0, log->places() / threads}).records * threads;
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * log_bytes().size()));
    state.counters["records_per_second"] =
        benchmark::Counter(static_cast<double>(records), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(read_log, checksums_only, check_sums)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(read_log, wanted_events_as_text, read_wanted)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(read_log, all_fields, read_fields)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(read_log, all_fields_as_text, read_texts)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}
