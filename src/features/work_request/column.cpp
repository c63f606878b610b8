#include "features/work_request/column.hpp"

namespace hoshuban::work_request {

ColumnKind kind_of(Column column)
{
    switch (column) {
    case Column::number:
        return ColumnKind::number;
    case Column::entered_on:
    case Column::wish_on:
    case Column::received_on:
    case Column::contractor_confirmed_on:
    case Column::city_confirmed_on:
        return ColumnKind::day;
    case Column::status:
        return ColumnKind::status;
    case Column::title:
        return ColumnKind::line;
    case Column::body:
    case Column::result:
        return ColumnKind::paragraph;
    case Column::planned_hours:
    case Column::actual_hours:
        return ColumnKind::hours;
    default:
        return ColumnKind::name;
    }
}

std::size_t length_limit(Column column)
{
    switch (kind_of(column)) {
    case ColumnKind::number:
        return 40;
    case ColumnKind::name:
    case ColumnKind::line:
        return 200;
    case ColumnKind::paragraph:
        return 5000;
    default:
        return 40;
    }
}

Owner owner_of(Column column)
{
    switch (column) {
    case Column::entered_on:
    case Column::city_person:
    case Column::division:
    case Column::division_person:
    case Column::contractor:
    case Column::title:
    case Column::body:
    case Column::wish_on:
        return Owner::city;
    case Column::contractor_person:
    case Column::received_on:
    case Column::result:
    case Column::planned_hours:
    case Column::actual_hours:
        return Owner::contractor;
    default:
        return Owner::act;
    }
}

Side signer_of(Column column)
{
    switch (column) {
    case Column::contractor_confirmed_on:
    case Column::contractor_confirmed_by:
        return Side::contractor;
    case Column::city_confirmed_on:
    case Column::city_confirmed_by:
        return Side::city;
    default:
        return Side::neutral;
    }
}

}
