#include "features/work_request/work_request_change.hpp"

#include "core/fold.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

std::string day_text(const std::optional<LocalDay>& day)
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

void check_text(std::vector<FieldError>& problems, std::string_view field, std::string_view text, std::size_t limit)
{
    if (const std::size_t length = count_characters(text); length > limit) {
        problems.push_back({std::string{field}, "text/too_long",
            {fmt::format("{}文字以内で入力してください（現在{}文字）。", limit, length),
                fmt::format("at most {} characters, found {}", limit, length)}});
    }
    for (const FoundFlaw& found : find_flaws(text)) {
        if (found.flaw == TextFlaw::private_use || found.flaw == TextFlaw::variation_selector)
            continue;
        problems.push_back({std::string{field}, "text/control",
            {fmt::format("使えない文字（U+{:04X}）があります。消してから入力してください。",
                 static_cast<unsigned>(found.code_point)),
                fmt::format("remove the character U+{:04X}, which cannot be stored",
                    static_cast<unsigned>(found.code_point))}});
        break;
    }
    if (find_my_number(text)) {
        problems.push_back({std::string{field}, "text/my_number",
            {"マイナンバーと思われる12桁の番号があります。個人番号は登録できません。消してください。",
                "this holds twelve digits that can be a My Number: remove them, residents' numbers are never stored"}});
    }
}

}

std::map<std::string, std::string> facts_of(const WorkRequest& request)
{
    std::map<std::string, std::string> facts;
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
        facts.emplace(name, canonical(request, column));
    facts["procedure_followed"] = request.procedure_followed;
    facts["performed_on"] = day_text(request.performed_on);
    facts["performed_until"] = day_text(request.performed_until);
    facts["performed_by"] = request.performed_by;
    facts["work_types"] = joined(request.work_types);
    facts["site_id"] = request.site ? request.site->text : "";
    facts["device_id"] = request.device ? request.device->text : "";
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

std::vector<FieldError> text_problems(std::string_view field, std::string_view text, std::size_t limit)
{
    std::vector<FieldError> problems;
    check_text(problems, field, text, limit);
    return problems;
}

std::vector<FieldError> text_problems(const WorkRequest& request)
{
    std::vector<FieldError> problems;
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr))) {
        switch (kind_of(column)) {
        case ColumnKind::name:
        case ColumnKind::line:
        case ColumnKind::paragraph:
        case ColumnKind::number:
            check_text(problems, name, canonical(request, column), length_limit(column));
            break;
        default:
            break;
        }
    }
    if (request.title.empty())
        problems.push_back({"title", "required", {"作業名を入力してください。", "enter the name of the work"}});
    check_text(problems, "procedure_followed", request.procedure_followed, 1000);
    check_text(problems, "performed_by", request.performed_by, 200);
    return problems;
}

}
