#include "features/device/register.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::device {
namespace {

bool counts(const Count& count)
{
    return count.use != Use::retired;
}

MatrixColumn column_of(const Count& count)
{
    return {count.division, count.device_class, count.model, count.generation};
}

std::vector<MatrixColumn> columns_of(const std::vector<Count>& counted)
{
    std::set<MatrixColumn> columns;
    for (const Count& count : counted) {
        if (counts(count))
            columns.insert(column_of(count));
    }
    return {columns.begin(), columns.end()};
}

bool belongs(const contract::StatedTotal& total, const Count& count)
{
    return counts(count) && (total.device_class.empty() || total.device_class == count.device_class) &&
        (total.division.empty() || total.division == count.division);
}

}

contract::DeviceStatus status_of(Use use)
{
    switch (use) {
    case Use::planned:
        return contract::DeviceStatus::planned;
    case Use::in_service:
        return contract::DeviceStatus::in_service;
    case Use::spare:
        return contract::DeviceStatus::spare;
    case Use::retired:
        return contract::DeviceStatus::retired;
    default:
        return contract::DeviceStatus::stored;
    }
}

void Sum::add(const Count& count)
{
    assumed += count.assumed;
    (count.keeper == Keeper::city ? kept_by_city : units) += count.units;
    if (count.keeper == Keeper::city)
        return;
    if (count.use == Use::planned)
        planned += count.units;
}

Matrix matrix_of(const std::vector<contract::Site>& sites, const std::vector<Count>& counted)
{
    Matrix matrix{.columns = columns_of(counted), .rows = {}, .totals = {}, .total = {}};
    const std::size_t width = matrix.columns.size();
    matrix.totals.resize(width);
    for (const contract::Site& site : sites)
        matrix.rows.push_back({site.id, std::vector<Sum>(width), {}});
    const auto row_of = [&](const std::optional<SiteId>& site) -> MatrixRow& {
        const auto found = std::ranges::find(matrix.rows, site, &MatrixRow::site);
        return found == matrix.rows.end() ? matrix.rows.emplace_back(site, std::vector<Sum>(width), Sum{}) : *found;
    };
    for (const Count& count : counted) {
        if (!counts(count))
            continue;
        const auto column = static_cast<std::size_t>(
            std::ranges::lower_bound(matrix.columns, column_of(count)) - matrix.columns.begin());
        MatrixRow& row = row_of(count.site);
        for (Sum* sum : {&row.cells[column], &row.total, &matrix.totals[column], &matrix.total})
            sum->add(count);
    }
    return matrix;
}

bool Comparison::agrees() const
{
    return counted.all() == stated.count && (!stated.planned || counted.planned == *stated.planned);
}

std::vector<Comparison> compare(const std::vector<contract::StatedTotal>& totals, const std::vector<Count>& counted)
{
    std::vector<Comparison> compared;
    for (const contract::StatedTotal& total : totals) {
        if (total.counts != contract::TotalCounts::devices)
            continue;
        Comparison comparison{total, {}};
        for (const Count& count : counted) {
            if (belongs(total, count))
                comparison.counted.add(count);
        }
        compared.push_back(std::move(comparison));
    }
    return compared;
}

}
