#include "tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hoshuban::architecture {
namespace fs = std::filesystem;
namespace {

constexpr std::array skipped_folders{
    ".git", "node_modules", "build", "var", "dist", "test-results", "playwright-report", ".cache", "screenshots"};
constexpr std::array text_endings{".cpp", ".hpp", ".sql", ".cmake", ".txt", ".md", ".json", ".yaml", ".yml", ".toml",
    ".ts", ".tsx", ".js", ".mjs", ".css", ".html", ".sh", ".bash", ".csv", ".clang-format", ".clang-tidy", ".npmrc",
    ".S"};

bool is_text(const fs::path& path)
{
    const std::string name = path.filename().string();
    if (!name.contains('.'))
        return true; // run, test, tools/with-node …
    return std::ranges::any_of(text_endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_skipped(const fs::path& folder)
{
    return std::ranges::count(skipped_folders, folder.filename().string()) > 0;
}

std::string read(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<File> read_repository()
{
    const fs::path root = HOSHUBAN_SOURCE_DIR;
    std::vector<File> files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && is_skipped(entry->path()))
            entry.disable_recursion_pending();
        if (!entry->is_regular_file() || !is_text(entry->path()))
            continue;
        File file{fs::relative(entry->path(), root).generic_string(), read(entry->path()), {}};
        if (file.text.contains('\0'))
            continue;
        file.lines = lines_of(file.text);
        files.push_back(std::move(file));
    }
    std::ranges::sort(files, {}, &File::path);
    return files;
}

std::vector<Line> includes(const File& file, char open, char close)
{
    std::vector<Line> found;
    for (const Line& line : file.lines) {
        const auto start = line.text.find(open);
        if (!line.text.starts_with("#include") || start == std::string::npos)
            continue;
        found.push_back({line.number, line.text.substr(start + 1, line.text.find(close, start + 1) - start - 1)});
    }
    return found;
}

bool is_word_character(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where the comment, literal or preprocessor line that starts at `at` ends; `at` itself when none starts there.
std::size_t blank_end(std::string_view text, std::size_t at, bool line_start)
{
    const auto after = [&](std::string_view mark, std::size_t from) {
        const auto found = text.find(mark, from);
        return found == std::string_view::npos ? text.size() : found + mark.size();
    };
    if (text.substr(at, 2) == "//" || (line_start && text[at] == '#')) {
        std::size_t end = text.find('\n', at);
        while (end != std::string_view::npos && end > 0 && text[end - 1] == '\\')
            end = text.find('\n', end + 1);
        return std::min(end, text.size());
    }
    if (text.substr(at, 2) == "/*")
        return after("*/", at + 2);
    if (text.substr(at, 2) == "R\"") {
        const auto open = text.find('(', at);
        return after(")" + std::string(text.substr(at + 2, open - at - 2)) + "\"", open);
    }
    const bool prefixed = at > 0 && text[at - 1] == 'U' && (at == 1 || !is_word_character(text[at - 2])); // U'字'
    const bool digit_separator = text[at] == '\'' && at > 0 && is_word_character(text[at - 1]) && !prefixed;
    if (text[at] != '"' && (text[at] != '\'' || digit_separator))
        return at;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != text[at])
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

}

std::string File::name() const
{
    return path.substr(path.rfind('/') + 1);
}

std::string File::stem() const
{
    const std::string whole = name();
    return whole.substr(0, whole.find('.', 1));
}

const std::vector<File>& repository()
{
    static const std::vector<File> files = read_repository();
    return files;
}

std::vector<const File*> files_below(std::string_view folder)
{
    std::vector<const File*> found;
    for (const File& file : repository()) {
        if (file.below(folder))
            found.push_back(&file);
    }
    return found;
}

std::vector<Line> quoted_includes(const File& file)
{
    return includes(file, '"', '"');
}
std::vector<Line> angled_includes(const File& file)
{
    return includes(file, '<', '>');
}

std::string code_only(std::string_view text)
{
    std::string code(text);
    bool line_start = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = blank_end(text, at, line_start);
        for (std::size_t i = at; i < end; ++i) {
            if (code[i] != '\n')
                code[i] = ' ';
        }
        line_start = text[at] == '\n' || (line_start && std::isspace(static_cast<unsigned char>(text[at])) != 0);
        at = std::max(end, at + 1);
    }
    return code;
}

std::vector<Line> lines_of(std::string_view text)
{
    std::vector<Line> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back({static_cast<int>(lines.size()) + 1, std::string(text.substr(0, end))});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_word(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool starts = at == 0 || !is_word_character(text[at - 1]);
        if (starts && (end == text.size() || !is_word_character(text[end])))
            return true;
    }
    return false;
}

std::string at(const File& file, int line, std::string_view what)
{
    return file.path + ":" + std::to_string(line) + ": " + std::string(what);
}

}
