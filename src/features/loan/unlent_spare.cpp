#include "features/loan/unlent_spare.hpp"

#include <initializer_list>
#include <string_view>

namespace hoshuban::loan {
namespace {

std::string spaced(std::initializer_list<std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!word.empty())
            text += (text.empty() ? "" : " ") + std::string{word};
    }
    return text;
}

}

Loan loan_of(const UnlentSpare& spare, Loan common)
{
    common.kind = Kind::device;
    common.number = spare.number;
    common.title = spaced({spare.kind, spare.model});
    common.device = spare.id;
    if (common.storage_place.empty())
        common.storage_place = spaced({spare.site, spare.place});
    return common;
}

}
