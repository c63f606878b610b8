#include "core/era.hpp"
#include "core/fold.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace hoshuban;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const LocalDay today = make_day(2026, 5, 1);
    if (const auto written = parse_written_day(text, today)) {
        for (const auto& [style, name] : names_of(static_cast<const DayStyle*>(nullptr))) {
            const auto again = parse_written_day(print_day(written->day, style), today);
            if (!again || again->day != written->day)
                std::abort();
        }
    }
    if (!find_flaws(fold(text)).empty() && find_flaws(text).empty())
        std::abort();
    if (find_flaws(text).empty() && truncate(text, count_characters(text)) != text)
        std::abort();
    (void)find_my_number(text);
    return 0;
}
