#include "features/work_request/work_request_change.hpp"

#include <algorithm>
#include <iterator>

namespace hoshuban::work_request {
namespace {

std::string fact_of_day(const std::optional<LocalDay>& day)
{
    return day ? hoshuban::to_text(*day) : std::string{};
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ",") + text;
    return all;
}

}

std::map<std::string, std::string> facts_of(const WorkRequest& request)
{
    std::map<std::string, std::string> facts;
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
        facts.emplace(name, canonical(request, column));
    facts["procedure_followed"] = request.procedure_followed;
    facts["performed_on"] = fact_of_day(request.performed_on);
    facts["performed_until"] = fact_of_day(request.performed_until);
    facts["performed_by"] = request.performed_by;
    facts["work_types"] = joined(request.work_types);
    facts["site_id"] = request.site ? request.site->text : "";
    facts["device_id"] = request.device ? request.device->text : "";
    facts["start_kind"] = request.start == Start::none ? "" : name_of(request.start);
    facts["declined"] = request.declined;
    facts["contractor_confirmation"] = name_of(request.contractor_confirmed.kind);
    facts["city_confirmation"] = name_of(request.city_confirmed.kind);
    return facts;
}

Difference difference(const WorkRequest& before, const WorkRequest& after)
{
    Difference changed{facts_of(before), facts_of(after)};
    std::erase_if(changed.after, [&](const auto& fact) {
        const bool same = changed.before.at(fact.first) == fact.second;
        if (same)
            changed.before.erase(fact.first);
        return same;
    });
    return changed;
}

std::vector<FieldError> text_problems(const WorkRequest& request)
{
    std::vector<FieldError> problems;
    const auto add = [&](std::string_view field, std::string_view text, std::size_t limit) {
        std::ranges::move(text_problems(field, text, limit), std::back_inserter(problems));
    };
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr))) {
        switch (kind_of(column)) {
        case ColumnKind::name:
        case ColumnKind::line:
        case ColumnKind::paragraph:
        case ColumnKind::number:
            add(name, canonical(request, column), length_limit(column));
            break;
        default:
            break;
        }
    }
    if (request.title.empty())
        problems.push_back({"title", "required", {"作業名を入力してください。", "enter the name of the work"}});
    add("procedure_followed", request.procedure_followed, 1000);
    add("performed_by", request.performed_by, 200);
    return problems;
}

}
