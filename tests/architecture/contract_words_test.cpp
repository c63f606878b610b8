#include "problems.hpp"
#include "tree.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace hoshuban::architecture {
namespace {

// Words that all profiles share and that are easily written into code by mistake; the rest is read from the profiles.
const std::set<std::string> shared_words{"札幌", "菊水", "統合端末", "J-LIS", "Ｊ-ＬＩＳ", "住基ネット",
    "カードセンター", "DEOS", "定山渓", "篠路", "ESPRIMO", "PRIMERGY", "FLCS", "A21A"};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \"");
    const auto last = text.find_last_not_of(" \"\r");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, last - first + 1);
}

// The value after `key: ` in a line of a profile, up to the next key of a `{…}` table.
std::string value_after(const std::string& line, const std::string& key)
{
    const auto start = line.find(key + ": ");
    if (start == std::string::npos)
        return {};
    std::string_view value = std::string_view(line).substr(start + key.size() + 2);
    return std::string(trimmed(value.substr(0, value.find(", "))));
}

// A name of one word could be anybody's; names of machines and places are longer.
void add_name(std::set<std::string>& words, std::string_view name)
{
    if (name.size() >= 9)
        words.emplace(name);
}

void add_words_of(const File& file, std::set<std::string>& words)
{
    for (const Line& line : file.lines) {
        if (file.ends("/sites.csv") && line.number > 1) {
            const auto name = line.text.find(',') + 1;
            add_name(words, std::string_view(line.text).substr(name, line.text.find(',', name) - name));
        }
        if (file.ends("/contract.yaml")) {
            for (const std::string key : {"title", "municipality", "name"}) {
                if (line.text.starts_with(key + ": ") || line.text.starts_with("    " + key + ": "))
                    add_name(words, value_after(line.text, key));
            }
        }
        if (file.ends("/equipment.yaml"))
            add_name(words, value_after(line.text, "model"));
    }
}

std::set<std::string> contract_words()
{
    std::set<std::string> words = shared_words;
    for (const File* file : files_below("contracts/"))
        add_words_of(*file, words);
    return words;
}

bool is_product_code(const File& file)
{
    const bool cpp_side = file.below("src/") || file.below("db/migrations/");
    const bool web_side = file.below("web/src/");
    const bool test = file.is_test() || file.name().find(".test.") != std::string::npos;
    return (cpp_side || web_side) && !test;
}

TEST(ContractWords, AreReadFromTheProfiles)
{
    const auto words = contract_words();
    for (const char* word :
        {"北区役所戸籍住民課", "マイナンバーカードセンター", "RICOH_SP_C840", "統合端末運用保守委託", "FLCS株式会社"})
        EXPECT_TRUE(words.contains(word)) << word;
}

TEST(ContractWords, StandInNoProductCode)
{
    const auto words = contract_words();
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        if (!is_product_code(file))
            continue;
        for (const Line& line : file.lines) {
            for (const std::string& word : words) {
                if (line.text.find(word) != std::string::npos)
                    problems.push_back(
                        at(file, line.number, word + " is a word of one contract: read it from the profile"));
            }
        }
    }
    EXPECT_TRUE(none(problems));
}

}
}
