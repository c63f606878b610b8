#include "formats/evtx_names.hpp"

namespace hoshuban::evtx {

std::uint16_t Names::add(std::string_view name)
{
    const std::uint16_t known = find(name);
    if (known != none || name.size() >= by_size_.size())
        return known;
    by_size_[name.size()].push_back({std::string{name}, size_});
    return size_++;
}

}
