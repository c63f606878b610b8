#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::architecture {

struct Line {
    int number = 0;
    std::string text;
};

/// One text file of the repository.
struct File {
    std::string path; ///< from the repository's root, with '/'
    std::string text;
    std::vector<Line> lines;

    bool below(std::string_view folder) const { return path.starts_with(folder); }
    bool ends(std::string_view suffix) const { return path.ends_with(suffix); }
    std::string name() const; ///< `work_request_store.cpp`
    std::string stem() const; ///< `work_request_store`
    bool is_cpp() const { return ends(".cpp") || ends(".hpp"); }
    bool is_test() const { return stem().ends_with("_test") || name().starts_with("test_") || below("tests/"); }
};

/// Every text file people write: no build output, no installed packages, nothing of git.
const std::vector<File>& repository();

/// The files of `repository()` below `folder`.
std::vector<const File*> files_below(std::string_view folder);

/// What the file includes with quotes, in order.
std::vector<Line> quoted_includes(const File&);
/// What the file includes with angle brackets, in order.
std::vector<Line> angled_includes(const File&);

/// The C++ text with comments, literals and preprocessor lines blanked; lines stay where they are.
std::string code_only(std::string_view text);

std::vector<Line> lines_of(std::string_view text);

/// Does `word` stand in `text` with no letter, digit or underscore beside it?
bool has_word(std::string_view text, std::string_view word);

/// `path:line: what`, the form editors jump to.
std::string at(const File&, int line, std::string_view what);

}
