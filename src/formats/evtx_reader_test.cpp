#include "formats/evtx_reader.hpp"

#include "formats/evtx_file_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::evtx {
namespace {

using test::child;
using test::EvtxEvent;
using test::EvtxWriter;
using test::text_value;
using test::value;
using test::words;
using test::xml_value;
using test::XmlElement;
using test::XmlFragment;
using test::XmlPiece;

std::string fields_of(const Record& record, std::string_view below)
{
    std::string lines;
    for (const Field& field : record.fields()) {
        if (field.path.starts_with(below))
            lines += fmt::format("{}={}\n", field.path, to_text(field.value));
    }
    return lines;
}

// All records of a generated log, each as its lines; "-" for what could not be read.
std::vector<std::string> read_log(const std::string& bytes, std::string_view below = "")
{
    std::vector<std::string> records;
    const auto log = Log::open(bytes);
    const Tally tally = Reader{}.read_all(
        *log, all_places(*log), [&](const Record& record) { records.push_back(fields_of(record, below)); });
    records.insert(records.end(), tally.unreadable, "-");
    return records;
}

std::string read_one(const XmlFragment& fragment, std::string_view below = "")
{
    EvtxWriter writer;
    writer.add(fragment);
    return read_log(writer.finish(), below).at(0);
}

EvtxEvent failure(std::uint64_t id, std::string_view user)
{
    return {.event_id = 4625,
        .record_id = id,
        .data = {{"TargetUserName", text_value(user)}, {"TargetDomainName", text_value("窓口")},
            {"Status", test::number_value(Type::hex32, 0xC000006D)},
            {"LogonType", test::number_value(Type::uint32, std::uint32_t{3})}, {"WorkstationName", test::XmlValue{}}}};
}

TEST(EvtxReader, GivesEveryFieldOfAnEventOfTemplates)
{
    EXPECT_EQ(read_one(fragment_of(failure(319, "髙橋𠮟"))),
        "System/Provider/@Name=Microsoft-Windows-Security-Auditing\n"
        "System/Provider/@Guid={54849625-5478-4994-A5BA-3E3B0328C30D}\n"
        "System/EventID=4625\n"
        "System/Version=2\n"
        "System/Level=0\n"
        "System/Task=12544\n"
        "System/Opcode=0\n"
        "System/Keywords=0x8020000000000000\n"
        "System/TimeCreated/@SystemTime=2026-05-01T08:00:00.0000000Z\n"
        "System/EventRecordID=319\n"
        "System/Execution/@ProcessID=716\n"
        "System/Execution/@ThreadID=4352\n"
        "System/Channel=Security\n"
        "System/Computer=PC01\n"
        "EventData/TargetUserName=髙橋𠮟\n"
        "EventData/TargetDomainName=窓口\n"
        "EventData/Status=0xc000006d\n"
        "EventData/LogonType=3\n"
        "EventData/WorkstationName=\n");
}

TEST(EvtxReader, GivesTheSameFieldsOfAnEventWithoutTemplates)
{
    EXPECT_EQ(read_one(test::untemplated(failure(319, "山﨑"))),
        "System/Provider/@Name=Microsoft-Windows-Security-Auditing\n"
        "System/EventID=4625\n"
        "System/TimeCreated/@SystemTime=2026-05-01T08:00:00Z\n"
        "System/EventRecordID=319\n"
        "System/Channel=Security\n"
        "System/Computer=PC01\n"
        "EventData/TargetUserName=山﨑\n"
        "EventData/TargetDomainName=窓口\n"
        "EventData/Status=0xc000006d\n"
        "EventData/LogonType=3\n"
        "EventData/WorkstationName=\n");
}

TEST(EvtxReader, ReadsTheHeadOfBothKinds)
{
    EvtxWriter writer{7};
    writer.add(failure(319, "a"));
    writer.add(test::untemplated(failure(320, "b")));
    const std::string bytes = writer.finish();
    std::string heads;
    const auto log = Log::open(bytes);
    Reader{}.read_all(*log, all_places(*log), [&](const Record& record) {
        heads += fmt::format("{} {} {} {} {} {} {}\n", record.id(), record.id_in_file(), record.offset(),
            record.event_id(), to_text(record.part(Part::provider)), windows::to_text(record.time().value()),
            to_text(record.part(Part::computer)));
    });
    EXPECT_EQ(heads,
        "319 7 4608 4625 Microsoft-Windows-Security-Auditing 2026-05-01T08:00:00.0000000Z PC01\n"
        "320 8 6408 4625 Microsoft-Windows-Security-Auditing 2026-05-01T08:00:00.0000000Z PC01\n");
}

TEST(EvtxReader, UsesTemplatesAndNamesOfEarlierRecordsOfTheChunk)
{
    EvtxWriter writer;
    for (int i = 0; i < 400; ++i)
        writer.add(failure(1000 + static_cast<std::uint64_t>(i), fmt::format("利用者{}", i)));
    const std::string bytes = writer.finish();
    EXPECT_GT(Log::open(bytes)->places(), 1U);
    const auto records = read_log(bytes, "EventData/TargetUserName");
    ASSERT_EQ(records.size(), 400U);
    for (int i = 0; i < 400; ++i)
        EXPECT_EQ(records[static_cast<std::size_t>(i)], fmt::format("EventData/TargetUserName=利用者{}\n", i));
}

TEST(EvtxReader, KnowsEveryFormOfContent)
{
    struct Case {
        const char* story;
        XmlElement element; // in <Event><EventData>
        std::vector<test::XmlValue> values;
        const char* lines;
    };
    const auto text_list = test::list_value(Type::string, utf16::from_utf8(std::string_view{"一\0二\0", 8}));
    const auto number_list = test::list_value(Type::uint16, std::string{"\1\0\2\0", 4});
    const std::string sid{"\1\1\0\0\0\0\0\5\x12\0\0\0", 12};
    const Case cases[] = {
        {"a name", {.name = "Data", .attributes = {{"Name", words("A")}}, .content = {words("x")}}, {}, "A=x\n"},
        {"no name", {.name = "Data", .content = {words("x")}}, {}, "Data=x\n"},
        {"an element without content", {.name = "Data", .attributes = {{"Name", words("A")}}}, {}, "A=\n"},
        {"references",
            {.name = "D",
                .content = {words("a"), {.kind = XmlPiece::Kind::entity, .text = "lt"}, words("b"),
                    {.kind = XmlPiece::Kind::character, .number = 0x9AD9}}},
            {}, "D=a<b髙\n"},
        {"an entity that nobody knows", {.name = "D", .content = {{.kind = XmlPiece::Kind::entity, .text = "nbsp"}}},
            {}, "-"},
        {"CDATA", {.name = "D", .content = {{.kind = XmlPiece::Kind::cdata, .text = "<x>"}}}, {}, "D=<x>\n"},
        {"text and a value", {.name = "D", .content = {words("番号"), value(0)}},
            {test::number_value(Type::uint16, std::uint16_t{7})}, "D=番号7\n"},
        {"an instruction of no meaning",
            {.name = "D", .content = {{.kind = XmlPiece::Kind::instruction, .text = "p"}, words("x")}}, {}, "D=x\n"},
        {"elements in elements",
            {.name = "A", .content = {words(" "), child({.name = "B", .content = {words("x")}}), words("\n")}}, {},
            "A/B=x\n"},
        {"text beside elements",
            {.name = "A", .content = {words("x"), child({.name = "B", .content = {words("y")}}), words("z")}}, {},
            "A=x\nA/B=y\nA=z\n"},
        {"an attribute", {.name = "A", .attributes = {{"k", words("x")}}, .content = {words("y")}}, {},
            "A/@k=x\nA=y\n"},
        {"an attribute that is null", {.name = "A", .attributes = {{"k", test::optional_value(0)}}}, {test::XmlValue{}},
            ""},
        {"an element that hangs on null", {.name = "A", .content = {words("x")}, .depends_on = 0}, {test::XmlValue{}},
            ""},
        {"an element that hangs on a value", {.name = "A", .content = {words("x")}, .depends_on = 0},
            {text_value("there")}, "A=x\n"},
        {"a value the record does not have", {.name = "A", .content = {value(5)}}, {}, "A=\n"},
        {"a list of texts", {.name = "Data", .content = {value(0)}}, {text_list}, "Data=一\nData=二\n"},
        {"a list of numbers", {.name = "Data", .content = {value(0)}}, {number_list}, "Data=1\nData=2\n"},
        {"a list of identifiers", {.name = "Data", .content = {value(0)}}, {test::list_value(Type::sid, sid + sid)},
            "Data=S-1-5-18\nData=S-1-5-18\n"},
        {"an empty list", {.name = "Data", .content = {value(0)}}, {test::list_value(Type::string, "")}, "Data=\n"},
        {"BinXML without a template", {.name = "Data", .content = {value(0)}},
            {xml_value({.root = {.name = "C", .attributes = {{"k", words("x")}}, .content = {words("y")}}})},
            "Data/C/@k=x\nData/C=y\n"},
        {"BinXML of a template", {.name = "Data", .content = {value(0)}},
            {xml_value(
                {.root = {.name = "C", .content = {value(0)}}, .template_name = "inner", .values = {text_value("z")}})},
            "Data/C=z\n"},
    };
    for (const Case& c : cases) {
        const XmlElement data{.name = "EventData", .content = {child(c.element)}};
        std::string lines;
        for (std::string_view rest = c.lines; !rest.empty();) {
            const auto end = rest.find('\n');
            lines += rest == "-" ? "-" : "EventData/" + std::string{rest.substr(0, end + 1)};
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        EXPECT_EQ(read_one({{.name = "Event", .content = {child(data)}}, "outer", c.values}), lines) << c.story;
    }
}

TEST(EvtxReader, TakesEventIdsInsideOfDataForNoEventIds)
{
    const XmlElement inner{.name = "Event",
        .content = {child({.name = "System", .content = {child({.name = "EventID", .content = {words("1")}})}})}};
    EvtxEvent event{.event_id = 1108, .data = {{"Inner", xml_value({.root = inner})}}};
    EvtxWriter writer;
    writer.add(event);
    const std::string bytes = writer.finish();
    const auto log = Log::open(bytes);
    Reader{}.read_all(*log, all_places(*log), [&](const Record& record) {
        EXPECT_EQ(record.event_id(), 1108U);
        EXPECT_EQ(fields_of(record, "EventData"), "EventData/Inner/Event/System/EventID=1\n");
    });
}

TEST(EvtxReader, GivesTheWantedFieldsOfTheWantedEvents)
{
    EvtxWriter writer;
    writer.add(failure(1, "花子"));
    writer.add({.event_id = 4624, .record_id = 2, .data = {{"TargetUserName", text_value("b")}}});
    EvtxEvent other = failure(3, "c");
    other.provider = "Microsoft-Windows-EventSystem";
    writer.add(other);
    writer.add(test::untemplated(failure(4, "太郎")));
    writer.add({.provider = "Microsoft-Windows-Eventlog",
        .event_id = 1102,
        .record_id = 5,
        .data = {{"SubjectUserName", text_value("管理者")}, {"SubjectDomainName", text_value("窓口")}},
        .user_data = "LogFileCleared"});
    const std::string bytes = writer.finish();
    Reader reader{{{"Microsoft-Windows-Security-Auditing", 4625, {"Status", "TargetUserName", "Nothing"}},
        {"Microsoft-Windows-Eventlog", 1102, {"SubjectUserName"}}}};
    std::string found;
    const auto log = Log::open(bytes);
    const Tally tally = reader.read_wanted(
        *log, all_places(*log), [&](const Record& record, std::size_t event, std::span<const Value> values) {
            found += fmt::format("{} of {}:", record.id(), event);
            for (const Value& wanted : values)
                found += fmt::format(" {}", wanted.is_null() ? "-" : to_text(wanted));
            found += '\n';
        });
    EXPECT_EQ(found,
        "1 of 0: 0xc000006d 花子 -\n"
        "4 of 0: 0xc000006d 太郎 -\n"
        "5 of 1: 管理者\n");
    EXPECT_EQ(tally.records, 5U);
}

TEST(EvtxReader, LosesOnlyTheRecordThatIsBroken)
{
    EvtxWriter writer;
    for (const char* user : {"a", "b", "c"})
        writer.add(failure(1, user));
    const std::string whole = writer.finish();
    struct Case {
        const char* story;
        std::size_t back; // bytes before the end of the second record
        char byte;
        std::vector<std::string> users;
    };
    // Of each record, the end is: …, values, end of fragment, padding, size.
    const std::size_t second_end = whole.find("**", whole.find("**", 4608 + 2) + 2);
    const auto user = [](const char* name) { return fmt::format("EventData/TargetUserName={}\n", name); };
    const std::size_t second = whole.find("**", 4608 + 2);
    const auto length = second_end - second;
    const Case cases[] = {
        {"the token of its template", length - 24 - 4, '\x7E', {user("a"), user("c"), "-"}},
        {"the offset of its template", length - 24 - 4 - 8, '\x7E', {user("a"), user("c"), "-"}},
        {"its number", length - 8, '\x7E', {user("a"), user("b"), user("c")}},
        {"its size, at its end", 4, '\x7E', {user("a"), user("b"), user("c")}},
    };
    for (const Case& c : cases) {
        std::string bytes = whole;
        bytes[second_end - c.back] = c.byte;
        EXPECT_EQ(read_log(bytes, "EventData/TargetUserName"), c.users) << c.story;
    }
}

TEST(EvtxReader, FindsRecordsAgainBehindABrokenPlace)
{
    EvtxWriter writer;
    for (const char* user : {"a", "b", "c"})
        writer.add(failure(1, user));
    std::string bytes = writer.finish();
    bytes[bytes.find("**", 4608 + 2)] = '\0';
    std::string users;
    const auto log = Log::open(bytes);
    const Tally tally = Reader{}.read_all(*log, all_places(*log), [&](const Record& record) {
        users += fmt::format(
            "{} {} {}", record.is_sound(), record.is_recovered(), fields_of(record, "EventData/TargetUserName"));
    });
    EXPECT_EQ(users, "false false EventData/TargetUserName=a\nfalse true EventData/TargetUserName=c\n");
    EXPECT_EQ(tally.records, 1U);
    EXPECT_EQ(tally.recovered, 1U);
    EXPECT_EQ(tally.breaks, 1U);
}

TEST(EvtxReader, EndsWhateverAChunkIsBuiltFor)
{
    // Sixty elements deep is enough for any event; a template in a template in a template is not.
    XmlElement deep{.name = "E", .content = {words("x")}};
    for (int i = 0; i < 61; ++i)
        deep = {.name = "E", .content = {child(deep)}};
    EXPECT_EQ(read_one({deep}), "-");
    XmlFragment nested{.root = {.name = "E", .content = {words("x")}}};
    for (int i = 0; i < 20; ++i)
        nested = {.root = {.name = "E", .content = {value(0)}}, .template_name = "t", .values = {xml_value(nested)}};
    EXPECT_EQ(read_one(nested), "-");

    // A list of 60,000 numbers, used as often as there is room for it.
    XmlElement many{.name = "Event"};
    for (int i = 0; i < 100; ++i)
        many.content.push_back(child({.name = "D", .content = {value(0)}}));
    EXPECT_EQ(read_one({many, "many", {test::list_value(Type::uint8, std::string(40'000, '1'))}}), "-");
}

TEST(EvtxReader, ReadsPartsOfALogSideBySide)
{
    EvtxWriter writer;
    for (std::uint64_t i = 0; i < 500; ++i)
        writer.add(failure(i, "a"));
    const std::string bytes = writer.finish();
    const auto log = Log::open(bytes);
    const std::size_t half = log->places() / 2;
    std::uint64_t visited = 0;
    const auto count = [&](const Record&) { ++visited; };
    Tally tally = Reader{}.read_all(*log, {half, log->places()}, count);
    tally.add(Reader{}.read_all(*log, {0, half}, count));
    EXPECT_EQ(visited, 500U);
    EXPECT_EQ(tally.records, 500U);
    EXPECT_EQ(tally.missing_records(), 0U);
    EXPECT_EQ(tally.last_id(), 500U);
}

}
}
