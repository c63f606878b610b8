#include "problems.hpp"
#include "tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>

namespace hoshuban::architecture {
namespace {

constexpr int file_aim = 400;
constexpr int file_limit = 600;
constexpr int function_aim = 40;
constexpr int function_limit = 60;
constexpr std::size_t column_limit = 120;

bool is_written_code(const File& file)
{
    constexpr std::array endings{".cpp", ".hpp", ".ts", ".tsx", ".css", ".sql", ".cmake", ".mjs", ".bash"};
    const bool code = std::ranges::any_of(endings, [&](std::string_view ending) { return file.ends(ending); });
    return code && !file.ends(".gen.ts");
}

struct Function {
    int first = 0;
    int last = 0;

    int length() const { return last - first + 1; }
};

// What an opening brace begins, told from the text since the last brace or semicolon.
enum class Block { scope, function, other };

Block block_of(std::string_view head)
{
    for (std::string_view keyword : {"namespace", "class", "struct", "union", "extern"}) {
        if (has_word(head, keyword) && !head.contains('('))
            return Block::scope;
    }
    return has_word(head, "enum") ? Block::other : Block::function;
}

// Good enough for our own style: a block straight inside a namespace or class that no ';', ',' or '{' follows.
std::vector<Function> functions_of(const std::string& code)
{
    std::vector<Function> functions;
    std::vector<std::pair<Block, int>> open;
    std::size_t head = 0;
    int line = 1;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        line += c == '\n' ? 1 : 0;
        if (c == '{') {
            const bool outside =
                std::ranges::all_of(open, [](const auto& block) { return block.first == Block::scope; });
            open.emplace_back(outside ? block_of(std::string_view(code).substr(head, i - head)) : Block::other, line);
        }
        if (c == '}' && !open.empty()) {
            const auto [block, first] = open.back();
            open.pop_back();
            const auto next = code.find_first_not_of(" \n", i + 1);
            const bool value =
                next != std::string::npos && (code[next] == ';' || code[next] == ',' || code[next] == '{');
            if (block == Block::function && !value)
                functions.push_back({first, line});
        }
        if (c == '{' || c == '}' || c == ';')
            head = i + 1;
    }
    return functions;
}

std::size_t columns(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

TEST(Size, FilesStayReadable)
{
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        const int length = static_cast<int>(file.lines.size());
        if (!is_written_code(file) || length <= file_aim)
            continue;
        const std::string told =
            at(file, length, "split this file by meaning: it passes " + std::to_string(file_aim) + " lines");
        if (length > file_limit)
            problems.push_back(told);
        else
            std::cout << "warning: " << told << '\n';
    }
    EXPECT_TRUE(none(problems));
}

TEST(Size, FunctionsStayReadable)
{
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        if (!file.is_cpp() || file.is_test())
            continue;
        for (const Function& function : functions_of(code_only(file.text))) {
            if (function.length() <= function_aim)
                continue;
            const std::string told =
                at(file, function.first, "a function of " + std::to_string(function.length()) + " lines");
            if (function.length() > function_limit)
                problems.push_back(told);
            else
                std::cout << "warning: " << told << '\n';
        }
    }
    EXPECT_TRUE(none(problems));
}

TEST(Size, FunctionsAreCountedAsPeopleCountThem)
{
    struct Case {
        const char* story;
        const char* code;
        std::vector<int> lengths;
    };
    const Case cases[] = {
        {"a function", "int f()\n{\n    return 1;\n}\n", {3}},
        {"a function in a namespace in a class", "namespace a {\nclass B {\n    void f() { g(); }\n};\n}\n", {1}},
        {"a table is no function", "const int table[] = {\n1,\n2,\n};\n", {}},
        {"a braced value is no function", "inline constexpr Rule rule{\n1};\n", {}},
        {"an enum is no function", "enum class E {\na,\nb,\n};\n", {}},
        {"inner blocks count once", "void f()\n{\n    if (a) {\n        b();\n    }\n}\n", {5}},
        {"a constructor with an initializer list", "A::A()\n    : a_{1}, b_{2}\n{\n    c();\n}\n", {3}},
        {"braces in literals do not count", "void f()\n{\n    g('{', \"}}\");\n}\n", {3}},
    };
    for (const Case& c : cases) {
        std::vector<int> lengths;
        for (const Function& function : functions_of(code_only(c.code)))
            lengths.push_back(function.length());
        EXPECT_EQ(lengths, c.lengths) << c.story;
    }
}

TEST(Size, LinesFitTheWindow)
{
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        // C++ and TypeScript lines are the formatters' business.
        if (!is_written_code(file) || file.is_cpp() || file.below("web/"))
            continue;
        for (const Line& line : file.lines) {
            if (columns(line.text) > column_limit)
                problems.push_back(at(file, line.number, "longer than " + std::to_string(column_limit) + " columns"));
        }
    }
    EXPECT_TRUE(none(problems));
}

}
}
