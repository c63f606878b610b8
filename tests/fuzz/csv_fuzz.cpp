#include "formats/csv.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

std::string printed(const std::vector<csv::Record>& records)
{
    std::string bytes;
    for (const csv::Record& record : records) {
        std::vector<std::string_view> values;
        for (const csv::Field& field : record)
            values.push_back(field.text);
        csv::append_record(bytes, values);
    }
    return bytes;
}

}

/// What was read must be printed and read again to the same table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto records = csv::parse({reinterpret_cast<const char*>(data), size});
    if (!records)
        return 0;
    // A mark before the first field would be taken for the byte order mark.
    const std::string once = std::string{csv::byte_order_mark} + printed(*records);
    const auto again = csv::parse(once);
    if (!again || printed(*again) != printed(*records))
        __builtin_trap();
    return 0;
}
