#include "core/holiday.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace hoshuban;
    const auto table = HolidayTable::parse_csv({reinterpret_cast<const char*>(data), size});
    if (!table)
        return 0;
    // What was read can be asked for, and differs from itself in nothing.
    const auto found = table->between(table->published_from(), table->published_until());
    if (found.size() != table->published().size() || !difference(*table, *table).empty())
        std::abort();
    return 0;
}
