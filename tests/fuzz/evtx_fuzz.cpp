#include "formats/evtx_file_test.hpp"
#include "formats/evtx_logon.hpp"
#include "formats/evtx_summary.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

// Records that the one under test may refer to, and one behind it.
std::string log_around(std::string_view record)
{
    test::EvtxWriter writer;
    const test::EvtxEvent event{.event_id = 4625, .data = {{"TargetUserName", test::text_value("a")}}};
    writer.add(event);
    writer.add_raw(record);
    writer.add(event);
    return writer.finish();
}

void read_all(std::string_view bytes)
{
    const evtx::Summary summary = evtx::summarize(bytes);
    const auto log = evtx::Log::open(bytes);
    if (!log) {
        if (summary.completeness.integrity != evtx::Integrity::not_evtx || summary.records != 0)
            __builtin_trap();
        return;
    }
    std::size_t text = 0;
    std::string value;
    evtx::Reader{}.read_all(*log, evtx::all_places(*log), [&](const evtx::Record& record) {
        if (record.offset() >= bytes.size())
            __builtin_trap();
        for (const evtx::Field& field : record.fields()) {
            value.clear();
            evtx::append_text(value, field.value);
            text += field.path.size() + value.size();
        }
    });
    // No chunk may grow into more than a few megabytes of text.
    if (text > (log->places() + 1) << 25)
        __builtin_trap();
    evtx::visit_logon_failures(*log, evtx::all_places(*log), [](const evtx::LogonFailure&) {});
}

}

/// The first byte chooses what the rest is: `r` one record in an otherwise sound log (a fuzzer does not guess
/// checksums, and records of one chunk refer to each other), everything else a whole file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 'r')
        read_all(log_around(rest.substr(0, 32'000)));
    else
        read_all(rest);
    return 0;
}
