#pragma once
#include "formats/crc32.hpp"
#include "formats/evtx_binxml_test.hpp"

#include <optional>

namespace hoshuban::test {

/// An event as providers of Windows write it: a template for `System` that ends in a value of BinXML, which is a
/// template of its own with the data.
struct EvtxEvent {
    std::string provider = "Microsoft-Windows-Security-Auditing";
    std::uint16_t event_id = 4624;
    std::uint64_t record_id = 1;
    std::string time = "2026-05-01T08:00:00Z";
    std::string computer = "PC01";
    std::string channel = "Security";
    std::vector<std::pair<std::string, XmlValue>> data = {};
    std::string user_data = {}; ///< when set, the data stand in UserData and an element of this name
};

inline XmlElement leaf(std::string name, XmlPiece content)
{
    return {.name = std::move(name), .content = {std::move(content)}};
}

inline XmlElement system_element(const EvtxEvent& event)
{
    return {.name = "System",
        .content = {child({.name = "Provider",
                        .attributes = {{"Name", words(event.provider)},
                            {"Guid", words("{54849625-5478-4994-A5BA-3E3B0328C30D}")}}}),
            child(leaf("EventID", value(0))), child(leaf("Version", words("2"))), child(leaf("Level", value(1))),
            child(leaf("Task", words("12544"))), child(leaf("Opcode", words("0"))), child(leaf("Keywords", value(2))),
            child({.name = "TimeCreated", .attributes = {{"SystemTime", value(3)}}}),
            child(leaf("EventRecordID", value(4))),
            child({.name = "Correlation", .attributes = {{"ActivityID", optional_value(5)}}, .depends_on = 5}),
            child({.name = "Execution", .attributes = {{"ProcessID", value(6)}, {"ThreadID", value(7)}}}),
            child(leaf("Channel", value(8))), child(leaf("Computer", value(9))),
            child({.name = "Security", .attributes = {{"UserID", optional_value(10)}}})}};
}

inline XmlFragment data_fragment(const EvtxEvent& event)
{
    XmlFragment fragment{.root = {.name = event.user_data.empty() ? "EventData" : event.user_data},
        .template_name = event.provider + std::to_string(event.event_id)};
    for (const auto& [name, content] : event.data) {
        const auto number = static_cast<std::uint16_t>(fragment.values.size());
        XmlElement element = leaf(event.user_data.empty() ? "Data" : name, value(number));
        if (event.user_data.empty() && !name.empty())
            element.attributes.push_back({"Name", words(name)});
        fragment.root.content.push_back(child(std::move(element)));
        fragment.values.push_back(content);
        fragment.template_name += "|" + name;
    }
    if (!event.user_data.empty())
        fragment.root = {.name = "UserData", .content = {child(std::move(fragment.root))}};
    return fragment;
}

inline XmlFragment fragment_of(const EvtxEvent& event)
{
    using evtx::Type;
    return {.root = {.name = "Event",
                .attributes = {{"xmlns", words("http://schemas.microsoft.com/win/2004/08/events/event")}},
                .content = {child(system_element(event)), optional_value(11)}},
        .template_name = event.provider,
        .values = {number_value(Type::uint16, event.event_id), number_value(Type::uint8, std::uint8_t{0}),
            number_value(Type::hex64, std::uint64_t{0x8020000000000000}),
            number_value(Type::file_time, windows::parse_file_time(event.time)->ticks),
            number_value(Type::uint64, event.record_id), XmlValue{}, number_value(Type::uint32, std::uint32_t{716}),
            number_value(Type::uint32, std::uint32_t{4352}), text_value(event.channel), text_value(event.computer),
            XmlValue{}, xml_value(data_fragment(event))}};
}

/// The same event as logs hold it that were forwarded or saved with their texts: without templates, every value a text.
inline XmlFragment untemplated(const EvtxEvent& event)
{
    const auto attribute_only = [](std::string name, std::string attribute, std::string text) {
        return child({.name = std::move(name), .attributes = {{std::move(attribute), words(std::move(text))}}});
    };
    XmlElement system{.name = "System",
        .content = {attribute_only("Provider", "Name", event.provider),
            child(leaf("EventID", words(std::to_string(event.event_id)))),
            attribute_only("TimeCreated", "SystemTime", event.time),
            child(leaf("EventRecordID", words(std::to_string(event.record_id)))),
            child(leaf("Channel", words(event.channel))), child(leaf("Computer", words(event.computer)))}};
    XmlElement data{.name = "EventData"};
    for (const auto& [name, content] : event.data) {
        XmlElement element = leaf("Data", words(evtx::to_text({content.type, content.bytes})));
        element.attributes.push_back({"Name", words(name)});
        data.content.push_back(child(std::move(element)));
    }
    return {.root = {.name = "Event", .content = {child(std::move(system)), child(std::move(data))}}};
}

/// What the header of a generated log says other than the truth.
struct EvtxHeader {
    bool dirty = false;
    std::optional<std::uint64_t> next_record_id = {};
    std::optional<std::uint16_t> chunks = {};
};

/// Writes event logs that Windows would read.
class EvtxWriter {
public:
    /// The first record is counted as this one.
    explicit EvtxWriter(std::uint64_t first_id = 1)
        : next_id_(first_id)
    {
    }

    void add(const EvtxEvent& event) { add(fragment_of(event), event.time); }

    void add(const XmlFragment& fragment, std::string_view written = "2026-05-01T08:00:00Z")
    {
        note_record();
        last_record_ = chunk_.add_record(next_id_++, windows::parse_file_time(written)->ticks, fragment);
        // No event of the tests is larger.
        if (chunk_.size() > 65'536 - 8'192)
            end_chunk();
    }

    /// A record of which the content is given.
    void add_raw(std::string_view content)
    {
        note_record();
        last_record_ = chunk_.add_raw_record(next_id_++, content);
    }

    /// How many bytes of chunks there are so far.
    std::size_t size() const { return places_.size(); }

    /// Numbers that were given to records which are not there.
    void skip_ids(std::uint64_t count) { next_id_ += count; }

    void end_chunk()
    {
        ChunkWriter chunk = std::exchange(chunk_, {});
        const auto end = static_cast<std::uint32_t>(chunk.size());
        std::string bytes = chunk.take();
        const bool empty = first_id_ == 0;
        const std::uint64_t first = empty ? ~std::uint64_t{0} : first_id_;
        const std::uint64_t last = empty ? ~std::uint64_t{0} : next_id_ - 1;
        const std::string head = std::string{"ElfChnk\0", 8} + little(first) + little(last) + little(first) +
            little(last) + little(std::uint32_t{128}) + little(static_cast<std::uint32_t>(last_record_)) + little(end) +
            little(crc32(std::string_view{bytes}.substr(512)));
        bytes.replace(0, head.size(), head);
        bytes.resize(65'536);
        seal_chunk(bytes);
        places_ += bytes;
        ++chunks_;
        first_id_ = 0;
    }

    /// A place in which no chunk lies.
    void leave_hole()
    {
        end_chunk();
        places_.append(65'536, '\0');
    }

    std::string finish(const EvtxHeader& header = {})
    {
        if (first_id_ != 0 || places_.empty())
            end_chunk();
        const std::uint16_t chunks = header.chunks.value_or(static_cast<std::uint16_t>(chunks_));
        std::string head = std::string{"ElfFile\0", 8} + little(std::uint64_t{0}) + little(std::uint64_t{chunks_ - 1}) +
            little(header.next_record_id.value_or(next_id_)) + little(std::uint32_t{128}) + little(std::uint16_t{1}) +
            little(std::uint16_t{3}) + little(std::uint16_t{4096}) + little(chunks);
        head.resize(120);
        const std::uint32_t checksum = crc32(head);
        head += little(std::uint32_t{header.dirty ? 1U : 0U}) + little(checksum);
        head.resize(4096);
        return head + places_;
    }

    /// Renews the checksum over the header of a chunk.
    static void seal_chunk(std::string& chunk)
    {
        const std::string_view bytes{chunk};
        const std::uint32_t checksum = crc32(bytes.substr(128, 384), crc32(bytes.substr(0, 120)));
        std::memcpy(chunk.data() + 124, &checksum, sizeof checksum);
    }

private:
    void note_record() { first_id_ = first_id_ == 0 ? next_id_ : first_id_; }

    ChunkWriter chunk_;
    std::string places_;
    std::uint64_t next_id_;
    std::uint64_t first_id_ = 0; // of the chunk; 0: it is empty
    std::size_t last_record_ = 0;
    std::uint64_t chunks_ = 0;
};

}
