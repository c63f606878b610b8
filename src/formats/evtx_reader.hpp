#pragma once
#include "formats/evtx_interpreter.hpp"
#include "formats/evtx_log.hpp"
#include "formats/evtx_tally.hpp"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace hoshuban::evtx {

/// A record while it is visited; what it returns points into the log and is gone with the visit.
class Record {
public:
    Record(const Interpreter& content, const RecordPlace& place, std::uint64_t chunk_offset, bool sound)
        : content_(content)
        , place_(place)
        , chunk_offset_(chunk_offset)
        , sound_(sound)
    {
    }

    /// The number that people cite: EventRecordID of the XML, which exports keep. The number that the file counts by
    /// when the XML has none.
    std::uint64_t id() const { return unsigned_of(content_.part(Part::record_id)).value_or(place_.id); }
    std::uint64_t id_in_file() const { return place_.id; }
    /// Where it begins in the file.
    std::uint64_t offset() const { return chunk_offset_ + place_.begin; }
    windows::FileTime written() const { return place_.written; }
    /// TimeCreated.
    std::optional<windows::FileTime> time() const { return time_of(content_.part(Part::time)); }
    /// 0 when the record names none. Only together with the provider does it name a kind of event.
    std::uint32_t event_id() const
    {
        return static_cast<std::uint32_t>(unsigned_of(content_.part(Part::event_id)).value_or(0));
    }
    Value part(Part part) const { return content_.part(part); }
    /// Whether the checksums of its chunk hold.
    bool is_sound() const { return sound_; }
    /// Found again behind a broken place: real, but no longer in its order.
    bool is_recovered() const { return place_.recovered; }
    std::span<const Field> fields() const { return content_.fields(); }

private:
    const Interpreter& content_;
    const RecordPlace& place_;
    std::uint64_t chunk_offset_;
    bool sound_;
};

/// The events that somebody wants, and the fields of each, below EventData or UserData.
struct WantedEvent {
    std::string provider;
    std::uint16_t event_id;
    std::vector<std::string> fields;
};

/// Places of chunks from `first` to before `last`: logs are read in parts, also side by side by as many readers.
struct Places {
    std::size_t first;
    std::size_t last;
};
inline Places all_places(const Log& log)
{
    return {0, log.places()};
}

/// Reads logs; keeps its buffers between calls.
class Reader {
public:
    using VisitRecord = std::function<void(const Record&)>;
    /// `event` is the index of the wanted event; `values` are those of its fields in their order, null for what the
    /// record does not have.
    using VisitWanted = std::function<void(const Record&, std::size_t event, std::span<const Value> values)>;

    explicit Reader(std::vector<WantedEvent> wanted = {});
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// All fields of all records. Records that cannot be read are counted and left out.
    Tally read_all(const Log&, Places, const VisitRecord&);
    /// The wanted fields of the wanted events. Of other records only the head is looked at.
    Tally read_wanted(const Log&, Places, const VisitWanted&);

private:
    // Does what is to be done with a record that was opened; false: it cannot be read.
    using Content = std::function<bool(const Record&)>;

    Tally read(const Log&, Places, const Content&);
    std::size_t find_event(const Record&) const;

    struct Event {
        std::uint32_t event_id;
        std::string provider; // UTF-16LE
        std::string provider_text;
        std::vector<std::uint16_t> place_of_name; // by the number of the name
        std::size_t fields;
    };

    Names names_;
    std::vector<Event> events_;
    std::vector<bool> ids_ = std::vector<bool>(0x10000); // which event ids any wanted event has
    Interpreter content_{names_};
    std::vector<Value> values_;
};

}
