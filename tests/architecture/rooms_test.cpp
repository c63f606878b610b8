#include "problems.hpp"
#include "rooms.hpp"
#include "tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace hoshuban::architecture {
namespace {

constexpr std::array layers{"core/", "formats/", "platform/", "features/", "app/"};

std::size_t layer_of(std::string_view path_below_src)
{
    return static_cast<std::size_t>(std::ranges::find_if(layers, [&](std::string_view layer) {
        return path_below_src.starts_with(layer);
    }) - layers.begin());
}

// What a file of a feature is, by the end of its name; `rule` has no suffix and is pure.
enum class Part { rule, doc, store, api, job, test };

Part part_of(std::string_view stem)
{
    if (stem == "sql")
        return Part::store;
    for (const auto& [suffix, part] : {std::pair{"_doc", Part::doc}, {"_store", Part::store}, {"_api", Part::api},
             {"_job", Part::job}, {"_test", Part::test}}) {
        if (stem.ends_with(suffix))
            return part;
    }
    return Part::rule;
}

std::string stem_of(const std::string& include)
{
    return File{include, {}, {}}.stem();
}

std::string feature_of(std::string_view path)
{
    constexpr std::string_view folder = "features/";
    const auto start = path.find(folder) + folder.size();
    return std::string(path.substr(start, path.find('/', start) - start));
}

// May a file that is `part` include this? Layers and edges between features are looked at elsewhere.
bool may_see(Part part, const std::string& include)
{
    const bool http_or_json = include.starts_with("platform/http/") || include.starts_with("formats/json");
    const bool platform = include.starts_with("platform/");
    const bool format = include.starts_with("formats/");
    const Part seen = include.starts_with("features/") ? part_of(stem_of(include)) : Part::rule;
    switch (part) {
    case Part::rule:
        return !platform && !format && seen == Part::rule;
    case Part::doc:
        return !platform && !http_or_json && (seen == Part::rule || seen == Part::doc);
    case Part::store:
        return !http_or_json && seen != Part::api && seen != Part::job;
    case Part::api:
    case Part::job:
    case Part::test:
        return true;
    }
    return false;
}

// The problems of all quoted includes below src/, found by `allowed`.
template <class Allowed>
std::vector<std::string> refused_includes(std::string_view folder, std::string_view reason, Allowed allowed)
{
    std::vector<std::string> problems;
    for (const File* file : files_below(folder)) {
        for (const Line& include : quoted_includes(*file)) {
            if (!allowed(*file, include.text))
                problems.push_back(at(*file, include.number, include.text + ": " + std::string(reason)));
        }
    }
    return problems;
}

TEST(Rooms, IncludesNeverGoUpward)
{
    EXPECT_TRUE(none(
        refused_includes("src/", "a lower layer must not see a higher one", [](const File& file, const auto& include) {
            const std::size_t seen = layer_of(include);
            return seen < layers.size() && seen <= layer_of(file.path.substr(4));
        })));
}

TEST(Rooms, SuffixSaysWhatAFileMaySee)
{
    EXPECT_TRUE(
        none(refused_includes("src/features/", "not for a file of this suffix (ARCHITECTURE.md, rules between rooms)",
            [](const File& file, const auto& include) { return may_see(part_of(file.stem()), include); })));
}

TEST(Rooms, FeaturesSeeOnlyListedFeaturesAndNeverTheirApi)
{
    EXPECT_TRUE(none(refused_includes("src/features/", "not listed in rooms.toml, or another feature's _api",
        [](const File& file, const std::string& include) {
            const std::string own = feature_of(file.path);
            const std::string seen = feature_of(include);
            if (!include.starts_with("features/") || seen == own)
                return true;
            const Room* room = find_room(own);
            const bool listed = room != nullptr && std::ranges::count(room->sees, seen) > 0;
            return listed && (part_of(stem_of(include)) != Part::api || file.is_test());
        })));
}

TEST(Rooms, ListIsADagOfTheFoldersThatExist)
{
    std::set<std::string> earlier;
    for (const Room& room : feature_rooms()) {
        for (const std::string& seen : room.sees)
            EXPECT_TRUE(earlier.contains(seen)) << room.name << " sees " << seen << ", which is not listed before it";
        EXPECT_TRUE(earlier.insert(room.name).second) << room.name << " is listed twice";
    }
    for (const File* file : files_below("src/features/"))
        EXPECT_TRUE(earlier.contains(feature_of(file->path))) << file->path << ": its room is not in rooms.toml";
}

TEST(Rooms, OutsideLibrariesStayInTheRoomThatOwnsThem)
{
    struct Owner {
        std::string_view header;
        std::string_view room;
    };
    constexpr Owner owners[] = {
        {"sqlite3.h", "src/platform/db/"},
        {"libpq", "src/platform/db/"},
        {"postgresql/", "src/platform/db/"},
        {"boost/asio", "src/platform/http/"},
        {"curl/", "src/platform/outbound/"},
        {"boost/beast", "src/platform/http/"},
        {"yaml-cpp/", "src/formats/"},
        {"xlsxwriter", "src/formats/"},
        {"zip.h", "src/formats/"},
        {"expat.h", "src/formats/"},
        {"sodium", "src/platform/"},
        {"spdlog/", "src/platform/"},
        {"CLI/", "src/app/"},
    };
    std::vector<std::string> problems;
    for (const File* file : files_below("src/")) {
        for (const Line& include : angled_includes(*file)) {
            for (const Owner& owner : owners) {
                if (include.text.starts_with(owner.header) && !file->below(owner.room) && !file->is_test())
                    problems.push_back(
                        at(*file, include.number, include.text + " belongs to " + std::string(owner.room)));
            }
            if (include.text.starts_with("boost/beast") && file->ends(".hpp") && file->stem() != "beast")
                problems.push_back(at(*file, include.number, "Beast in a header makes every file slow to compile"));
        }
    }
    EXPECT_TRUE(none(problems));
}

TEST(Rooms, ProductCodeNeverSeesTests)
{
    std::vector<std::string> problems;
    for (const File* file : files_below("src/")) {
        for (const Line& include : angled_includes(*file)) {
            if (include.text.starts_with("gtest/") && !file->is_test())
                problems.push_back(at(*file, include.number, "only tests see GoogleTest"));
        }
    }
    EXPECT_TRUE(none(problems));
}

}
}
