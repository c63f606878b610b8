#include "features/device/column_mapping_api.hpp"

#include "features/device/column_mapping_store.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/register_import_view_api.hpp"

namespace hoshuban::device {

inline auto describe(const ColumnMapping*)
{
    using M = ColumnMapping;
    return json::object<M>("ColumnMapping", json::field("name", &M::name, {"名前", "Name"}, json::length(1, 100)),
        json::field("columns", &M::columns, {"列の対応", "Columns"}, json::items(1, 200)));
}

struct ColumnMappingView {
    std::string name;
    std::vector<ColumnView> columns;
};

inline auto describe(const ColumnMappingView*)
{
    using V = ColumnMappingView;
    return json::object<V>("RememberedColumns", json::field("name", &V::name, {"名前", "Name"}),
        json::field("columns", &V::columns, {"列の対応", "Columns"}));
}

struct ColumnMappingListView {
    std::vector<ColumnMappingView> items;
};

inline auto describe(const ColumnMappingListView*)
{
    using V = ColumnMappingListView;
    return json::object<V>("ColumnMappings", json::field("items", &V::items));
}

namespace {

Result<ColumnMappingListView> show_mappings(http::Context& context)
{
    TRY(check_whole(context));
    return context.database().read([&](db::Reader& reader) {
        ColumnMappingListView view;
        for (const ColumnMapping& mapping : column_mappings(reader, context.path<ContractId>("contract"))) {
            view.items.push_back({mapping.name, {}});
            for (const ColumnChoice& each : mapping.columns)
                view.items.back().columns.push_back({each.heading, each.column});
        }
        return view;
    });
}

Result<ColumnMappingListView> remember_mapping(http::Context& context, const ColumnMapping& body)
{
    TRY(check_whole(context));
    ColumnMapping mapping = body;
    TRY(take(mapping));
    context.database().write(
        [&](db::Tx& tx) { remember(tx, context.path<ContractId>("contract"), audit::cause_of(context), mapping); });
    return show_mappings(context);
}

}

void add_column_mapping_routes(http::Router& router)
{
    const std::string mappings = "/api/v1/contracts/{contract}/register/column-mappings";
    router.get(mappings, show_mappings)
        .permission(Permission::move_device)
        .summary({"覚えた列の対応", "Columns of lists that were remembered"});
    router.post(mappings, remember_mapping)
        .permission(Permission::move_device)
        .summary({"列の対応を名前を付けて覚える", "Remember the columns of a list"});
}

}
