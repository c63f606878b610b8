#include "formats/json.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace hoshuban;

struct Tree {
    std::string name;
    std::optional<double> weight;
    std::int64_t count = 0;
    std::optional<LocalDay> day;
    std::vector<Tree> children;
    std::map<std::string, std::vector<std::string>> notes;
};

json::Object describe(const Tree*)
{
    using T = Tree;
    return json::object<T>("Tree", json::field("name", &T::name, json::length(0, 100)),
        json::field("weight", &T::weight), json::field("count", &T::count, json::defaulted()),
        json::field("day", &T::day), json::field("children", &T::children, json::defaulted()),
        json::field("notes", &T::notes, json::defaulted()));
}

}

/// What is accepted prints, and what is printed is accepted and prints the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto first = json::parse<Tree>({reinterpret_cast<const char*>(data), size});
    if (!first)
        return 0;
    const std::string printed = json::print(*first);
    const auto second = json::parse<Tree>(printed);
    if (!second || json::print(*second) != printed)
        std::abort();
    return 0;
}
