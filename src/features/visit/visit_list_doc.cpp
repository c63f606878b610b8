#include "features/visit/visit_list_doc.hpp"

#include "core/in_language.hpp"
#include "features/visit/refusal.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>
#include <ranges>

namespace hoshuban::visit {
namespace {

const xlsx::LedgerColumn visit_columns[] = {
    {{"拠点", "Site"}, 22},
    {{"障害・作業依頼", "Incident or request"}, 16},
    {{"目的", "Purpose"}, 30},
    {{"予定の始まり", "Announced from"}, 17},
    {{"予定の終わり", "Announced until"}, 17},
    {{"知らせた現場の人", "Who of the site was told"}, 18},
    {{"状態", "State"}, 10},
    {{"到着", "Arrived"}, 17},
    {{"着手", "Work begun"}, 17},
    {{"出発", "Departed"}, 17},
    {{"滞在（分）", "Stay (min)"}, 10},
    {{"訪問した人", "Who went"}, 16},
    {{"実作業（分）", "Worked (min)"}, 10},
    {{"行ったこと", "What was done"}, 40},
};

const Text& label_of(VisitState state)
{
    static const Text labels[] = {{"予定", "Planned"}, {"訪問中", "On site"}, {"済み", "Done"}, {"中止", "Called off"}};
    return labels[static_cast<std::size_t>(state)];
}

std::string clock_text(const std::optional<Instant>& at)
{
    return at ? clock_of(*at) : std::string{};
}

std::string number_text(const std::optional<int>& number)
{
    return number ? std::to_string(*number) : std::string{};
}

}

Result<std::string> visit_workbook(std::vector<Listed> visits, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(
            xlsx::ledger_layout(language, {"訪問", "Visits"}, {"訪問の一覧", "Visits"}, visit_columns, now)));
    for (const Listed& listed : std::views::reverse(visits)) {
        const Visit& visit = listed.visit;
        for (const Visitor& each : visit.plan.workers) {
            const std::array<std::string, std::size(visit_columns)> texts{listed.site_name,
                visit.plan.incident ? listed.case_number : visit.plan.request_number, visit.plan.purpose,
                clock_of(visit.plan.from), clock_of(visit.plan.until), visit.plan.told,
                in(language, label_of(state_of(visit))), clock_text(visit.times.arrived),
                clock_text(visit.times.started), clock_text(visit.times.departed),
                number_text(stay_minutes(visit.times)), each.name, number_text(each.minutes), visit.result};
            const std::vector<xlsx::Value> row(texts.begin(), texts.end());
            TRY(writer.add(row));
        }
    }
    return writer.finish();
}

}
