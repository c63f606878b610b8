#pragma once
#include "core/names.hpp"
#include "core/role.hpp"

#include <array>

namespace hoshuban::work_request {

/// The columns of the list after its running number, in the fixed order of the form (004 別紙2).
/// What is printed above them is vocabulary of the contract.
enum class Column {
    number,
    entered_on,
    city_person,
    division,
    division_person,
    contractor,
    contractor_person,
    status,
    title,
    body,
    wish_on,
    received_on,
    result,
    contractor_confirmed_on,
    contractor_confirmed_by,
    city_confirmed_on,
    city_confirmed_by,
    planned_hours,
    actual_hours,
};

constexpr auto names_of(const Column*)
{
    return std::to_array<Name<Column>>({
        {Column::number, "number"},
        {Column::entered_on, "entered_on"},
        {Column::city_person, "city_person"},
        {Column::division, "division"},
        {Column::division_person, "division_person"},
        {Column::contractor, "contractor"},
        {Column::contractor_person, "contractor_person"},
        {Column::status, "status"},
        {Column::title, "title"},
        {Column::body, "body"},
        {Column::wish_on, "wish_on"},
        {Column::received_on, "received_on"},
        {Column::result, "result"},
        {Column::contractor_confirmed_on, "contractor_confirmed_on"},
        {Column::contractor_confirmed_by, "contractor_confirmed_by"},
        {Column::city_confirmed_on, "city_confirmed_on"},
        {Column::city_confirmed_by, "city_confirmed_by"},
        {Column::planned_hours, "planned_hours"},
        {Column::actual_hours, "actual_hours"},
    });
}

/// What a column holds; decides how a person's text is read and how long it may be.
enum class ColumnKind { number, day, name, line, paragraph, status, hours };

ColumnKind kind_of(Column);

/// The most characters (code points) a text column may hold.
std::size_t length_limit(Column);

/// Who may write a column by typing or importing. Signatures and the status are acts, nobody types them (WRQ-11).
enum class Owner { city, contractor, act };

Owner owner_of(Column);

/// The side that gives the signature of a confirmation column; neutral for every other column.
Side signer_of(Column);

}
