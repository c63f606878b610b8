#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace hoshuban {

/// Texts that stay where they are until all are forgotten together.
class TextStore {
public:
    std::string_view keep(std::string_view text);
    void forget_all();

private:
    static constexpr std::size_t block_size = std::size_t{64} << 10;

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = block_size; // of the block before the first
};

}
