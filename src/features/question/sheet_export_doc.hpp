#pragma once
#include "features/contract/list_form.hpp"
#include "features/question/question.hpp"
#include "formats/xlsx_writer.hpp"

#include <string>

namespace hoshuban::question {

inline constexpr std::string_view sheet_name = "質問一覧";

/// Writes the list of questions as a workbook, row by row.
class ListWriter {
public:
    /// Days are printed as the contract prints them in its list; `created` becomes the document's property.
    static Result<ListWriter> create(contract::DateStyle, Instant created);

    /// `age_days` as the list on screen shows it.
    Result<void> add(const Question&, int age_days);
    /// The file. Call once.
    Result<std::string> finish() { return writer_.finish(); }

private:
    ListWriter(contract::DateStyle style, xlsx::Writer writer)
        : style_{style}
        , writer_{std::move(writer)}
    {
    }

    contract::DateStyle style_;
    xlsx::Writer writer_;
};

}
