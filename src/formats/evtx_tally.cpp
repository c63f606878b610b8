#include "formats/evtx_tally.hpp"

#include <algorithm>

namespace hoshuban::evtx {

void Tally::note_chunk(std::size_t place, bool sound)
{
    ++chunks;
    unsound_chunks += sound ? 0 : 1;
    last_chunk_ = std::max(last_chunk_.value_or(0), place);
}

void Tally::note_empty_place(std::size_t place, bool beheaded)
{
    beheaded_chunks += beheaded ? 1 : 0;
    empty_places_.push_back(place);
}

void Tally::note_record(const RecordPlace& place, bool readable)
{
    if (place.recovered)
        recovered += readable ? 1 : 0;
    else
        ++(readable ? records : unreadable);
    if (!ids_.empty() && ids_.back().last + 1 == place.id && place.id != 0)
        ids_.back().last = place.id;
    else
        ids_.push_back({place.id, place.id});
    first_written = std::min(first_written.value_or(place.written), place.written);
    last_written = std::max(last_written.value_or(place.written), place.written);
}

void Tally::add(const Tally& other)
{
    records += other.records;
    unreadable += other.unreadable;
    recovered += other.recovered;
    chunks += other.chunks;
    unsound_chunks += other.unsound_chunks;
    beheaded_chunks += other.beheaded_chunks;
    breaks += other.breaks;
    if (other.first_written) {
        first_written = std::min(first_written.value_or(*other.first_written), *other.first_written);
        last_written = std::max(last_written.value_or(*other.last_written), *other.last_written);
    }
    ids_.insert(ids_.end(), other.ids_.begin(), other.ids_.end());
    empty_places_.insert(empty_places_.end(), other.empty_places_.begin(), other.empty_places_.end());
    if (other.last_chunk_)
        last_chunk_ = std::max(last_chunk_.value_or(0), *other.last_chunk_);
}

std::uint64_t Tally::holes() const
{
    const std::size_t end = last_chunk_.value_or(0);
    return static_cast<std::uint64_t>(std::ranges::count_if(empty_places_, [&](std::size_t at) { return at < end; }));
}

std::uint64_t Tally::missing_records() const
{
    std::vector<Run> runs = ids_;
    std::ranges::sort(runs, {}, &Run::first);
    std::uint64_t missing = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        // Runs may lie inside one another when a number stands twice.
        runs[i].last = std::max(runs[i].last, runs[i - 1].last);
        if (runs[i].first > runs[i - 1].last)
            missing += runs[i].first - runs[i - 1].last - 1;
    }
    return missing;
}

std::optional<std::uint64_t> Tally::last_id() const
{
    if (ids_.empty())
        return std::nullopt;
    return std::ranges::max_element(ids_, {}, &Run::last)->last;
}

}
