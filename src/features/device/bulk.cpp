#include "features/device/bulk.hpp"

#include "core/typed_text.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

Result<std::map<LedgerColumn, std::string>> values_of(const contract::Profile& profile, const BulkEdit& edit)
{
    std::map<LedgerColumn, std::string> values;
    if (edit.site) {
        const contract::Site* site = contract::find_site(profile, *edit.site);
        if (site == nullptr) {
            return fail(ErrorKind::invalid, "device/unknown_site",
                {"この契約にない拠点です。拠点の一覧から選んでください。",
                    "the contract has no such site: choose one of its sites"});
        }
        values[LedgerColumn::site_number] = fmt::format("{}", site->number);
    }
    if (edit.place)
        values[LedgerColumn::place] = settled_text(*edit.place);
    if (edit.use)
        values[LedgerColumn::use] = label_of(*edit.use).ja;
    if (edit.division)
        values[LedgerColumn::division] = settled_text(*edit.division);
    if (edit.remarks)
        values[LedgerColumn::remarks] = settled_text(*edit.remarks);
    if (edit.bought_on)
        values[LedgerColumn::bought_on] = to_text(*edit.bought_on);
    if (edit.warranty_ends_on)
        values[LedgerColumn::warranty_ends_on] = to_text(*edit.warranty_ends_on);
    if (edit.wire)
        values[LedgerColumn::wire] = label_of_presence(*edit.wire).ja;
    if (edit.spare_key)
        values[LedgerColumn::spare_key] = label_of_presence(*edit.spare_key).ja;
    if (edit.medium_edition)
        values[LedgerColumn::medium_edition] = settled_text(*edit.medium_edition);
    if (values.empty()) {
        return fail(ErrorKind::invalid, "device/nothing_to_change",
            {"変える項目を1つ以上選んでください。", "choose at least one thing to change"});
    }
    return values;
}

}

Result<std::vector<LedgerRow>> rows_of(
    const contract::Profile& profile, const std::vector<Unit>& units, const BulkEdit& edit)
{
    if (units.empty())
        return fail(
            ErrorKind::invalid, "device/no_units", {"変える機器を選んでください。", "choose the units to change"});
    if (units.size() > most_bulk_units) {
        return fail(ErrorKind::too_large, "device/too_many_units",
            {fmt::format("一度に変えられるのは{}台までです。絞り込んでから変えてください。", most_bulk_units),
                fmt::format("at most {} units at once: filter them first", most_bulk_units)});
    }
    TRY_ASSIGN(const auto values, values_of(profile, edit));
    std::vector<LedgerRow> rows;
    rows.reserve(units.size());
    for (const Unit& unit : units) {
        LedgerRow row{.row = static_cast<int>(rows.size()) + 1, .values = values, .cells = {}, .problems = {}};
        row.values[LedgerColumn::row_id] = row_id(profile.id, unit.device.id);
        rows.push_back(std::move(row));
    }
    return rows;
}

}
