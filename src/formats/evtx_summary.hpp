#pragma once
#include "formats/evtx_completeness.hpp"
#include "formats/evtx_reader.hpp"

#include <map>
#include <string>
#include <unordered_map>

namespace hoshuban::evtx {

/// How many records of each kind a log holds, by `Provider/EventID`: an event id alone names no kind. Records that were
/// found again behind broken places are not among them.
class EventCounts {
public:
    void count(const Record&);
    void add(const EventCounts&);
    std::map<std::string, std::uint64_t> by_kind() const;

private:
    struct Provider {
        std::string name; // as it lies in the log
        Type type;
        std::unordered_map<std::uint32_t, std::uint64_t> events;
    };

    Provider& provider(const Value& name);

    std::vector<Provider> providers_;
};

struct Summary {
    std::uint64_t records = 0;
    Completeness completeness = {};
    std::map<std::string, std::uint64_t> events = {};
    std::optional<windows::FileTime> first_written = {};
    std::optional<windows::FileTime> last_written = {};
};

/// The summary of a log of which all places were read.
Summary summary_of(const Log&, const Tally&, const EventCounts&);

/// Reads all of the log. What is no event log has no records and is `not_evtx`.
Summary summarize(std::string_view bytes);

}
