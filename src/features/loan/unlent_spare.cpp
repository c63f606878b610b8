#include "features/loan/unlent_spare.hpp"

#include "features/loan/spaced.hpp"

namespace hoshuban::loan {

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
