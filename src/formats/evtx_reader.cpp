#include "formats/evtx_reader.hpp"

#include "formats/utf16.hpp"

#include <algorithm>

namespace hoshuban::evtx {
namespace {

constexpr std::size_t no_event = ~std::size_t{0};

}

Reader::Reader(std::vector<WantedEvent> wanted)
{
    for (const WantedEvent& event : wanted) {
        ids_[event.event_id] = true;
        events_.push_back({event.event_id, utf16::from_utf8(event.provider), event.provider, {}, event.fields.size()});
        for (const std::string& field : event.fields)
            names_.add(field);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        events_[i].place_of_name.assign(names_.size(), Names::none);
        for (std::size_t place = 0; place < wanted[i].fields.size(); ++place) {
            // A name longer than any that Windows uses is never found.
            const std::uint16_t number = names_.find(wanted[i].fields[place]);
            if (number != Names::none)
                events_[i].place_of_name[number] = static_cast<std::uint16_t>(place);
        }
    }
}

Tally Reader::read_all(const Log& log, Places places, const VisitRecord& visit)
{
    return read(log, places, [&](const Record& record) {
        if (!content_.read(Interpreter::Wanted::everything))
            return false;
        visit(record);
        return true;
    });
}

Tally Reader::read_wanted(const Log& log, Places places, const VisitWanted& visit)
{
    return read(log, places, [&](const Record& record) {
        const std::size_t found = find_event(record);
        if (found == no_event)
            return true;
        if (!content_.read(Interpreter::Wanted::names))
            return false;
        const Event& event = events_[found];
        values_.assign(event.fields, Value{});
        for (const Field& field : content_.fields()) {
            const std::uint16_t place = field.name == Names::none ? Names::none : event.place_of_name[field.name];
            if (place != Names::none && values_[place].is_null())
                values_[place] = field.value;
        }
        visit(record, found, values_);
        return true;
    });
}

Tally Reader::read(const Log& log, Places places, const Content& content)
{
    Tally tally;
    for (std::size_t place = places.first; place < places.last; ++place) {
        Chunk chunk = log.chunk(place);
        if (!chunk.exists()) {
            tally.note_empty_place(place, chunk.is_beheaded());
            continue;
        }
        const bool sound = chunk.is_sound();
        tally.note_chunk(place, sound);
        content_.start(log.bytes_of(place));
        while (const auto found = chunk.next()) {
            const bool readable = content_.open(found->content_begin(), found->content_end()) &&
                content(Record{content_, *found, Log::offset_of(place), sound});
            tally.note_record(*found, readable);
        }
        tally.note_breaks(chunk.breaks());
    }
    return tally;
}

std::size_t Reader::find_event(const Record& record) const
{
    const std::uint32_t id = record.event_id();
    if (id >= ids_.size() || !ids_[id])
        return no_event;
    const Value provider = record.part(Part::provider);
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (events_[i].event_id != id)
            continue;
        const bool same = provider.type == Type::string ? utf16::without_nuls(provider.bytes) == events_[i].provider
                                                        : to_text(provider) == events_[i].provider_text;
        if (same)
            return i;
    }
    return no_event;
}

}
