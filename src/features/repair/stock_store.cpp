#include "features/repair/stock_store.hpp"

#include "features/repair/sql.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace hoshuban::repair {
namespace {

using ModelKey = std::pair<std::string, std::string>;

ModelKey model_key(const db::Row& row)
{
    return {row.get<std::string>("device_class"), row.get<std::string>("model")};
}

ModelStock* find_model(std::map<ModelKey, ModelStock*>& models, const ModelKey& key)
{
    const auto found = models.find(key);
    return found == models.end() ? nullptr : found->second;
}

}

std::vector<ModelStock> stock_of(db::Reader& reader, const contract::Profile& profile, LocalDay today)
{
    const auto months = months_back(profile.period.first, today, stock_months);
    auto stock = reader.query(sql::list_stock, profile.id, today).map([&](const db::Row& row) {
        return ModelStock{.device_class = row.get<std::string>("device_class"),
            .model = row.get<std::string>("model"),
            .in_service = row.get<int>("in_service"),
            .spares = row.get<int>("spares"),
            .in_chain = row.get<int>("in_chain"),
            .months = months};
    });
    std::map<ModelKey, ModelStock*> models;
    for (ModelStock& model : stock)
        models.emplace(ModelKey{model.device_class, model.model}, &model);
    reader.query(sql::list_spares, profile.id, today).map([&](const db::Row& row) {
        if (ModelStock* model = find_model(models, model_key(row))) {
            model->sites.push_back({row.get<std::optional<SiteId>>("site_id"),
                row.get<std::optional<std::string>>("site_name").value_or(""), row.get<std::string>("place"),
                row.get<int>("units")});
        }
        return 0;
    });
    reader.query(sql::list_swaps, profile.id, months.front().month, today).map([&](const db::Row& row) {
        if (ModelStock* model = find_model(models, model_key(row))) {
            const auto month = row.get<std::string>("month");
            const int swaps = row.get<int>("swaps");
            const auto found = std::ranges::find_if(
                model->months, [&](const MonthOfSwaps& each) { return to_text(each.month).starts_with(month); });
            if (found != model->months.end())
                found->swaps = swaps;
            model->swaps += swaps;
        }
        return 0;
    });
    return stock;
}

}
