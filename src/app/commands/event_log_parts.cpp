#include "app/commands/event_log_parts.hpp"

#include <algorithm>
#include <future>
#include <thread>

namespace hoshuban {
namespace {

constexpr std::size_t places_at_once = 64; // 4 MB
constexpr std::size_t most_parts = 8;

evtx::Tally read_part(const MappedFile& file, evtx::Places places, std::size_t part, const ReadPlaces& read)
{
    evtx::Tally tally;
    for (std::size_t first = places.first; first < places.last; first += places_at_once) {
        const evtx::Places now{first, std::min(first + places_at_once, places.last)};
        tally.add(read(part, now));
        file.release(evtx::Log::offset_of(now.first), evtx::Log::offset_of(now.last));
    }
    return tally;
}

}

evtx::Tally read_in_parts(const MappedFile& file, const evtx::Log& log, std::size_t parts, const ReadPlaces& read)
{
    std::vector<std::future<evtx::Tally>> others;
    const auto places_of = [&](std::size_t part) {
        return evtx::Places{log.places() * part / parts, log.places() * (part + 1) / parts};
    };
    for (std::size_t part = 1; part < parts; ++part) {
        others.push_back(std::async(std::launch::async,
            [&file, &read, part, places = places_of(part)] { return read_part(file, places, part, read); }));
    }
    evtx::Tally tally = read_part(file, places_of(0), 0, read);
    for (auto& other : others)
        tally.add(other.get());
    return tally;
}

std::size_t parts_of(const evtx::Log& log)
{
    const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
    return std::clamp<std::size_t>(log.places() / places_at_once, 1, std::min(cores, most_parts));
}

}
