#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::docx {

enum class Paper { portrait, landscape };

enum class Align { left, center, right };

/// A box of a drawing in millimetres from its upper left corner.
struct Shape {
    double x;
    double y;
    double width;
    double height;
    std::vector<std::string> lines; ///< the first one is printed bold
    bool dashed = false;
    std::string fill = "FFFFFF"; ///< RGB, hexadecimal
};

struct Line {
    double x1;
    double y1;
    double x2;
    double y2;
};

/// A drawing of boxes and straight lines, told in words for those who do not see it.
struct Drawing {
    double width; ///< millimetres
    double height;
    std::vector<Line> lines;
    std::vector<Shape> shapes;
    std::string title;
    std::string description;
};

/// Writes a small Word document (.docx) to memory: headings, paragraphs, bordered tables, drawings. A4.
class Writer {
public:
    Writer(std::string title, Paper, Instant created);

    void heading(std::string_view text, Align = Align::left);
    void paragraph(std::string_view text, Align = Align::left);
    /// An empty line.
    void space();
    /// The head row is repeated on each page; `widths` are parts of the page's width.
    void table(const std::vector<int>& widths, const std::vector<std::string>& head,
        const std::vector<std::vector<std::string>>& rows);
    /// Made smaller when it does not fit the page.
    void drawing(const Drawing&);
    void page_break();
    /// The file.
    Result<std::string> finish() const;

private:
    std::string title_;
    Paper paper_;
    Instant created_;
    std::string body_;
    int drawings_ = 0;
};

/// Text as XML content; characters that XML 1.0 has no place for are left out.
std::string escaped(std::string_view);

}
