#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <memory>
#include <string_view>

namespace hoshuban::calendar {

/// The national holidays in force: the newest imported list, or the one the product was built with where no import
/// reaches further. `version` counts the imports.
struct Holidays {
    int version = 0;
    std::shared_ptr<const HolidayTable> table;
};

Holidays holidays(db::Reader&);

/// Puts a list in force that was read from `csv`; `event` is recorded with what changes. The list must still be of the
/// version whose difference was shown, or the import fails with `calendar/holidays_changed`.
Result<Holidays> import_holidays(db::Tx&, std::string_view csv, int seen_version, audit::Entry event);

/// The calendar of one work class of a contract, the normal class when the id is empty. Calendars are kept in memory
/// and shared until the terms of the contract or the holidays change.
Result<std::shared_ptr<const WorkingCalendar>> working_calendar(
    db::Reader&, const contract::Profile&, std::string_view work_class = {});

/// The same outside a transaction.
Result<std::shared_ptr<const WorkingCalendar>> working_calendar(
    db::Database&, const contract::Profile&, std::string_view work_class = {});

/// A calendar of the contract that is no work class's, kept likewise. The name holds a blank, so that no work class has
/// it too.
Result<std::shared_ptr<const WorkingCalendar>> kept_calendar(
    db::Reader&, const ContractId&, std::string_view name, CalendarTerms);

}
