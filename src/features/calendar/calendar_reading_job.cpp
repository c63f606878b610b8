#include "features/calendar/calendar_store.hpp"

namespace hoshuban::calendar {

Result<std::shared_ptr<const WorkingCalendar>> working_calendar(
    db::Database& database, const contract::Profile& profile, std::string_view work_class)
{
    return database.read([&](db::Reader& reader) { return working_calendar(reader, profile, work_class); });
}

}
