#include "features/work_request/written_cell.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/work_request/work_request_change.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

Result<std::string> status_from(std::string_view written, const WrittenTerms& terms)
{
    std::string known;
    for (const auto& [status, label] : terms.status_labels) {
        if (fold(label) == fold(written))
            return std::string{name_of(status)};
        known += (known.empty() ? "" : "、") + label;
    }
    return fail(ErrorKind::invalid, "work_request/status",
        {fmt::format("ステータス「{}」はありません。{} のいずれかにしてください。", written, known),
            fmt::format("no status \"{}\": use one of {}", written, known)});
}

Result<std::string> text_from(Column column, std::string_view written)
{
    std::string text = with_plain_line_ends(written);
    if (auto problems = text_problems(name_of(column), text, length_limit(column)); !problems.empty())
        return fail(ErrorKind::invalid, problems.front().code, problems.front().text);
    return text;
}

}

Result<std::string> canonical_from(Column column, std::string_view written, const WrittenTerms& terms)
{
    const std::string_view text = without_outer_blanks(written);
    if (text.empty() || (!terms.empty_mark.empty() && fold(text) == fold(terms.empty_mark)))
        return std::string{};
    switch (kind_of(column)) {
    case ColumnKind::day: {
        TRY_ASSIGN(const auto day, parse_written_day(text, terms.today));
        return hoshuban::to_text(day.day);
    }
    case ColumnKind::hours: {
        TRY_ASSIGN(const auto hours, parse_hours(narrow(text)));
        return to_text(hours);
    }
    case ColumnKind::status:
        return status_from(text, terms);
    case ColumnKind::number:
        return text_from(column, narrow(text));
    default:
        return text_from(column, text);
    }
}

void settle_texts(WorkRequest& request)
{
    const std::string lone_dash = fold("-");
    for (std::string WorkRequest::*text :
        {&WorkRequest::city_person, &WorkRequest::division, &WorkRequest::division_person, &WorkRequest::contractor,
            &WorkRequest::contractor_person, &WorkRequest::title, &WorkRequest::body, &WorkRequest::result,
            &WorkRequest::procedure_followed, &WorkRequest::performed_by}) {
        const std::string settled = settled_text(request.*text);
        request.*text = fold(settled) == lone_dash ? std::string{} : settled;
    }
}

}
