#include "formats/yaml.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

std::size_t count(const yaml::Value& value, std::size_t depth)
{
    if (depth > yaml::Limits{}.depth)
        __builtin_trap();
    std::size_t values = 1;
    for (const yaml::Value& item : value.items)
        values += count(item, depth + 1);
    for (const yaml::Entry& entry : value.entries)
        values += count(entry.value, depth + 1);
    return values;
}

}

/// Either values within the limits or a reason; never both nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    yaml::Problems problems("fuzz.yaml");
    const auto root = yaml::parse({reinterpret_cast<const char*>(data), size}, problems);
    if (!root && problems.empty())
        __builtin_trap();
    if (root && count(*root, 0) > yaml::Limits{}.values)
        __builtin_trap();
    return 0;
}
