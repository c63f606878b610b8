#include "features/work_request/statement_store.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

constexpr std::string_view reach_mark = "/* reach */";

}

Statement::Statement(std::string_view head, const Reach& reach)
    : text_{head.substr(0, head.find(reach_mark))}
{
    params_.emplace_back(reach.contract);
    restrict_to(reach);
    if (const std::size_t mark = head.find(reach_mark); mark != std::string_view::npos)
        text_ += head.substr(mark + reach_mark.size());
}

void Statement::where(std::string_view condition, db::Param value)
{
    const std::size_t mark = condition.find('?');
    text_ += " AND ";
    text_ += condition.substr(0, mark);
    text_ += place(std::move(value));
    text_ += condition.substr(mark + 1);
}

void Statement::where_one_of(std::string_view column, std::vector<db::Param> values)
{
    text_ += " AND " + one_of(column, std::move(values));
}

std::string Statement::place(db::Param value)
{
    params_.push_back(std::move(value));
    return fmt::format("${}", params_.size());
}

std::string Statement::one_of(std::string_view column, std::vector<db::Param> values)
{
    std::string marks;
    for (db::Param& value : values)
        marks += (marks.empty() ? "" : ", ") + place(std::move(value));
    return fmt::format("{} IN ({})", column, marks);
}

void Statement::restrict_to(const Reach& reach)
{
    if (reach.whole)
        return;
    const std::vector<db::Param> divisions{reach.divisions.begin(), reach.divisions.end()};
    const std::vector<db::Param> sites{reach.sites.begin(), reach.sites.end()};
    if (divisions.empty() && sites.empty())
        text_ += " AND 1 = 0";
    else if (sites.empty())
        where_one_of("division_key", divisions);
    else if (divisions.empty())
        where_one_of("site_id", sites);
    else {
        const std::string division = one_of("division_key", divisions);
        text_ += fmt::format(" AND ({} OR {})", division, one_of("site_id", sites));
    }
}

}
