#include "features/installation/job_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::installation {
namespace {

const xlsx::LedgerColumn job_columns[] = {
    {{"番号", "Number"}, 10},
    {{"種類", "Kind"}, 14},
    {{"状態", "State"}, 14},
    {{"予定日", "Planned on"}, 12},
    {{"最後の記録", "Latest step"}, 12},
    {{"拠点", "Site"}, 24},
    {{"機器ID", "Device ID"}, 12},
    {{"機器の種類", "Kind of unit"}, 24},
    {{"機種名", "Model"}, 28},
    {{"場所", "Place"}, 20},
    {{"作業依頼", "Work request"}, 12},
    {{"市の指示", "Instruction"}, 32},
    {{"媒体の版", "Medium"}, 16},
    {{"上限を超える合意", "Agreement"}, 24},
    {{"返却の目安", "Due back"}, 12},
};

std::string text_of_day(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

}

Result<std::string> job_workbook(const std::vector<ListedJob>& jobs, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"設置・撤去台帳", "Installation"},
            {"設置・撤去台帳", "Ledger of installation"}, job_columns, now)));
    for (const ListedJob& each : jobs) {
        const Job& job = each.job;
        for (std::size_t i = 0; i < job.units.size(); ++i) {
            const UnitNames& unit = each.units.at(i);
            const std::array<std::string, std::size(job_columns)> texts{job.number, in(language, label(job.kind)),
                in(language, label(job.state)), to_text(job.planned_on), text_of_day(job.last_on), each.site_name,
                unit.number, unit.kind, unit.model, job.units[i].place, each.request_number, job.instruction,
                job.medium, job.agreement, text_of_day(job.due_back)};
            const std::vector<xlsx::Value> row(texts.begin(), texts.end());
            TRY(writer.add(row));
        }
    }
    return writer.finish();
}

}
