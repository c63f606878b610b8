#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::evtx {

/// The names of fields that somebody asks for, each with a small number.
class Names {
public:
    static constexpr std::uint16_t none = 0xFFFF;

    /// The number of the name, which is added when it is new.
    std::uint16_t add(std::string_view name);
    /// `none` for a name that nobody asks for.
    std::uint16_t find(std::string_view name) const
    {
        if (name.size() >= by_size_.size())
            return none;
        for (const auto& [candidate, number] : by_size_[name.size()]) {
            if (candidate == name)
                return number;
        }
        return none;
    }
    std::size_t size() const { return size_; }

private:
    struct Entry {
        std::string name;
        std::uint16_t number;
    };

    // Names are asked for far more often than found: their size tells most of them apart.
    std::array<std::vector<Entry>, 128> by_size_;
    std::uint16_t size_ = 0;
};

}
