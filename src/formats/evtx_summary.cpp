#include "formats/evtx_summary.hpp"

#include "formats/utf16.hpp"

#include <fmt/format.h>

namespace hoshuban::evtx {

void EventCounts::count(const Record& record)
{
    if (!record.is_recovered())
        ++provider(record.part(Part::provider)).events[record.event_id()];
}

EventCounts::Provider& EventCounts::provider(const Value& name)
{
    // A log has few providers, and the one before is the likeliest.
    for (std::size_t i = providers_.size(); i-- > 0;) {
        if (providers_[i].name == name.bytes && providers_[i].type == name.type) {
            std::swap(providers_[i], providers_.back());
            return providers_.back();
        }
    }
    return providers_.emplace_back(std::string{name.bytes}, name.type);
}

void EventCounts::add(const EventCounts& other)
{
    for (const Provider& from : other.providers_) {
        Provider& to = provider({from.type, from.name});
        for (const auto& [id, count] : from.events)
            to.events[id] += count;
    }
}

std::map<std::string, std::uint64_t> EventCounts::by_kind() const
{
    std::map<std::string, std::uint64_t> kinds;
    for (const Provider& from : providers_) {
        const std::string name = to_text({from.type, from.name});
        for (const auto& [id, count] : from.events)
            kinds[fmt::format("{}/{}", name, id)] += count;
    }
    return kinds;
}

Summary summary_of(const Log& log, const Tally& tally, const EventCounts& counts)
{
    return {tally.records, completeness_of(log, tally), counts.by_kind(), tally.first_written, tally.last_written};
}

Summary summarize(std::string_view bytes)
{
    const auto log = Log::open(bytes);
    if (!log)
        return {};
    EventCounts counts;
    const Tally tally = Reader{}.read_all(*log, all_places(*log), [&](const Record& record) { counts.count(record); });
    return summary_of(*log, tally, counts);
}

}
