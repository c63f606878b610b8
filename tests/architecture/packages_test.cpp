#include "tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace hoshuban::architecture {
namespace {

struct Package {
    int line = 0;
    std::string kind;
    std::string name;
    std::string reason;
};

std::vector<Package> packages()
{
    std::vector<Package> found;
    for (const File* file : files_below("tools/packages.txt")) {
        for (const Line& line : file->lines) {
            if (line.text.starts_with('#'))
                continue;
            std::istringstream words(line.text);
            Package package{line.number, {}, {}, {}};
            words >> package.kind >> package.name >> std::ws;
            std::getline(words, package.reason);
            found.push_back(package);
        }
    }
    return found;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// libboost1.81-dev → boost, libexpat1-dev → expat
std::string library_of(std::string package)
{
    package.erase(0, 3);
    package.erase(package.find("-dev"));
    return package.substr(0, package.find_first_of("0123456789"));
}

std::string cmake_text()
{
    std::string text;
    for (const File& file : repository()) {
        if (file.ends("CMakeLists.txt") || file.ends(".cmake"))
            text += lower(file.text);
    }
    return text;
}

TEST(Packages, EachHasAKindANameAndAReasonOnce)
{
    const std::set<std::string> kinds{"build", "test", "bench"};
    std::set<std::string> names;
    for (const Package& package : packages()) {
        EXPECT_TRUE(kinds.contains(package.kind)) << "line " << package.line << ": kind " << package.kind;
        EXPECT_FALSE(package.reason.empty()) << "line " << package.line << ": say what " << package.name << " is for";
        EXPECT_TRUE(names.insert(package.name).second)
            << "line " << package.line << ": " << package.name << " stands twice";
    }
    EXPECT_GT(names.size(), 10U);
}

TEST(Packages, EveryLibraryIsUsedByTheBuild)
{
    const std::string build = cmake_text();
    for (const Package& package : packages()) {
        const bool of_the_compiler = package.name.starts_with("libclang-rt-");
        if (package.name.starts_with("lib") && package.name.ends_with("-dev") && !of_the_compiler) {
            EXPECT_TRUE(build.contains(library_of(package.name)))
                << "tools/packages.txt:" << package.line << ": no CMake file names " << package.name;
        }
    }
}

}
}
