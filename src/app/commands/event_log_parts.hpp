#pragma once
#include "formats/evtx_reader.hpp"
#include "platform/mapped_file.hpp"

#include <functional>

namespace hoshuban {

/// Reads some places of a log; called for one part by one thread at a time.
using ReadPlaces = std::function<evtx::Tally(std::size_t part, evtx::Places)>;

/// Reads a whole log in so many parts side by side, and gives back its memory on the way: a log of any size takes a few
/// megabytes.
evtx::Tally read_in_parts(const MappedFile&, const evtx::Log&, std::size_t parts, const ReadPlaces&);

/// As many parts as pay off here.
std::size_t parts_of(const evtx::Log&);

}
