#include "formats/evtx_completeness.hpp"

#include "formats/evtx_file_test.hpp"
#include "formats/evtx_summary.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <functional>

namespace hoshuban::evtx {
namespace {

using test::EvtxHeader;
using test::EvtxWriter;

void add_events(EvtxWriter& writer, int count)
{
    for (int i = 0; i < count; ++i)
        writer.add({.record_id = 900 + static_cast<std::uint64_t>(i), .data = {{"A", test::text_value("x")}}});
}

// "clean, 3", or "damaged, 3: reason; reason".
std::string said(const std::string& bytes)
{
    const Summary summary = summarize(bytes);
    std::string text = fmt::format("{}, {}", name_of(summary.completeness.integrity), summary.records);
    const char* before = ": ";
    for (const Damage& damage : summary.completeness.damages) {
        text += before + text_of(damage).en;
        before = "; ";
    }
    return text;
}

std::string written(const EvtxHeader& header, const std::function<void(EvtxWriter&)>& fill)
{
    EvtxWriter writer{100};
    fill(writer);
    return writer.finish(header);
}

void three_chunks(EvtxWriter& writer)
{
    for (int chunk = 0; chunk < 3; ++chunk) {
        add_events(writer, 2);
        writer.end_chunk();
    }
}

TEST(EvtxCompleteness, IsToldFromHeaderChecksumsAndNumbers)
{
    struct Case {
        const char* story;
        EvtxHeader header;
        std::function<void(EvtxWriter&)> fill;
        const char* said;
    };
    const Case cases[] = {
        {"an export", {}, three_chunks, "clean, 6"},
        {"an export of nothing", {}, [](EvtxWriter& writer) { writer.end_chunk(); }, "clean, 0"},
        {"a copy of a log that is being written", {.dirty = true, .next_record_id = 102, .chunks = 1}, three_chunks,
            "live, 6"},
        {"a copy whose header does not lag", {.dirty = true}, three_chunks, "live, 6"},
        {"a copy that lost its end", {.dirty = true, .next_record_id = 110}, three_chunks,
            "damaged, 6: the header states another last record, off by 4"},
        {"a copy that lost a chunk", {.dirty = true, .chunks = 4}, three_chunks,
            "damaged, 6: the header states another number of chunks, off by 1"},
        {"an export whose header lags", {.next_record_id = 102}, three_chunks,
            "damaged, 6: the header states another last record, off by 4"},
        {"an export with another number of chunks", {.chunks = 2}, three_chunks,
            "damaged, 6: the header states another number of chunks, off by 1"},
        {"an empty place between chunks", {},
            [](EvtxWriter& writer) {
                add_events(writer, 2);
                writer.leave_hole();
                add_events(writer, 2);
            },
            "damaged, 4: empty places between chunks: 1"},
        {"numbers that are missing", {},
            [](EvtxWriter& writer) {
                add_events(writer, 2);
                writer.skip_ids(111);
                add_events(writer, 2);
            },
            "damaged, 4: records missing by their numbers: 111"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(said(written(c.header, c.fill)), c.said) << c.story;
}

TEST(EvtxCompleteness, NoticesWhatWasDoneToAFile)
{
    const std::string whole = written({}, three_chunks);
    constexpr std::size_t chunk = 65'536;
    struct Case {
        const char* story;
        std::function<void(std::string&)> change;
        const char* said;
    };
    const Case cases[] = {
        {"empty places behind the last chunk", [](std::string& bytes) { bytes.append(2 * chunk, '\0'); }, "clean, 6"},
        {"cut off after a chunk", [](std::string& bytes) { bytes.resize(4096 + 2 * chunk); },
            "damaged, 4: the header states another number of chunks, off by 1; "
            "the header states another last record, off by 2"},
        {"cut off within a chunk", [](std::string& bytes) { bytes.resize(4096 + 2 * chunk + 600); },
            "damaged, 4: the file is cut off; chunks whose checksum does not hold: 1; "
            "places where the chain of records is broken: 1; the header states another last record, off by 2"},
        {"cut off within the header", [](std::string& bytes) { bytes.resize(100); },
            "damaged, 0: the checksum of the header does not hold; the file is cut off; "
            "the header states another number of chunks, off by 3"},
        {"a bit of the header", [](std::string& bytes) { bytes[16] ^= 1; },
            "damaged, 6: the checksum of the header does not hold"},
        {"a bit of a text", [](std::string& bytes) { bytes[bytes.rfind('x')] ^= 1; },
            "damaged, 6: chunks whose checksum does not hold: 1"},
        {"a bit of a chunk's header", [](std::string& bytes) { bytes[4096 + 200] ^= 1; },
            "damaged, 6: chunks whose checksum does not hold: 1"},
        {"a chunk of zeros", [](std::string& bytes) { bytes.replace(4096 + chunk, chunk, chunk, '\0'); },
            "damaged, 4: empty places between chunks: 1; records missing by their numbers: 2; "
            "the header states another number of chunks, off by 1"},
        {"the last chunk without its header",
            [](std::string& bytes) { bytes.replace(4096 + 2 * chunk, 512, 512, '\0'); },
            "damaged, 4: chunks without their header: 1; the header states another number of chunks, off by 1; "
            "the header states another last record, off by 2"},
        {"the word of the file", [](std::string& bytes) { bytes[0] = 'e'; }, "not_evtx, 0"},
        {"nothing at all", [](std::string& bytes) { bytes.clear(); }, "not_evtx, 0"},
    };
    for (const Case& c : cases) {
        std::string bytes = whole;
        c.change(bytes);
        EXPECT_EQ(said(bytes), c.said) << c.story;
    }
}

TEST(EvtxCompleteness, CountsARecordThatCannotBeRead)
{
    EvtxWriter writer;
    add_events(writer, 1);
    writer.add({{.name = "Event", .content = {{.kind = test::XmlPiece::Kind::entity, .text = "nbsp"}}}});
    add_events(writer, 1);
    EXPECT_EQ(said(writer.finish()), "damaged, 2: records that cannot be read: 1");
}

TEST(EvtxCompleteness, KnowsAWrappedLog)
{
    // A full log goes on in its oldest chunk.
    EvtxWriter newer{104};
    add_events(newer, 2);
    EvtxWriter older{100};
    add_events(older, 4);
    const std::string both = newer.finish({.chunks = 2}) + older.finish().substr(4096);
    EXPECT_EQ(said(both), "clean, 6");
}

TEST(EvtxSummary, CountsEventsByProviderAndNumber)
{
    EvtxWriter writer;
    add_events(writer, 3);
    writer.add({.event_id = 4625, .record_id = 903});
    writer.add({.provider = "日本語の提供元", .event_id = 4625, .record_id = 904, .time = "2026-05-02T08:00:00Z"});
    writer.add(test::untemplated({.event_id = 4625, .record_id = 905}));
    const Summary summary = summarize(writer.finish());
    const std::map<std::string, std::uint64_t> expected{{"Microsoft-Windows-Security-Auditing/4624", 3},
        {"Microsoft-Windows-Security-Auditing/4625", 2}, {"日本語の提供元/4625", 1}};
    EXPECT_EQ(summary.events, expected);
    EXPECT_EQ(windows::to_text(summary.first_written.value()), "2026-05-01T08:00:00.0000000Z");
    EXPECT_EQ(windows::to_text(summary.last_written.value()), "2026-05-02T08:00:00.0000000Z");
}

}
}
