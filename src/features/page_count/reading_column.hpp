#pragma once
#include "core/names.hpp"
#include "core/result.hpp"

namespace hoshuban::page_count {

/// The columns of the sheet of a survey, in its order.
enum class ReadingColumn {
    site_number,
    site,
    number,
    model,
    place,
    previous,
    previous_on,
    pages,
    read_on,
    difference,
    note,
    standing,
    row_id,
};

constexpr auto names_of(const ReadingColumn*)
{
    using C = ReadingColumn;
    return std::to_array<Name<C>>({{C::site_number, "site_number"}, {C::site, "site"}, {C::number, "number"},
        {C::model, "model"}, {C::place, "place"}, {C::previous, "previous"}, {C::previous_on, "previous_on"},
        {C::pages, "pages"}, {C::read_on, "read_on"}, {C::difference, "difference"}, {C::note, "note"},
        {C::standing, "standing"}, {C::row_id, "row_id"}});
}

/// 機器ID, …
const Text& label_of(ReadingColumn);

}
