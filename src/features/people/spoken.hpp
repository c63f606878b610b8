#pragma once
#include "core/era.hpp"

#include <string>

namespace hoshuban::people {

/// A day in a Japanese sentence: 令和8年5月11日（月）. English ones have the ISO day.
inline std::string spoken(LocalDay day)
{
    return print_day(day, DayStyle::wareki_weekday);
}

}
