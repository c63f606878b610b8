#include "formats/text_store.hpp"

#include <algorithm>

namespace hoshuban {

std::string_view TextStore::keep(std::string_view text)
{
    if (text.size() > block_size)
        return {};
    if (used_ + text.size() > block_size) {
        block_ += blocks_.empty() ? 0 : 1;
        used_ = 0;
        if (block_ == blocks_.size())
            blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size));
    }
    char* const place = blocks_[block_].get() + used_;
    std::copy(text.begin(), text.end(), place);
    used_ += text.size();
    return {place, text.size()};
}

void TextStore::forget_all()
{
    block_ = 0;
    used_ = blocks_.empty() ? block_size : 0;
}

}
