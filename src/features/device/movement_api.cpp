#include "features/device/movement_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/body_api.hpp"
#include "features/device/movement_doc.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/view_api.hpp"

namespace hoshuban::device {
namespace {

constexpr int most_people = 200;
// Beyond it people narrow the days.
constexpr int most_movements_exported = 100'000;

MovementFilter movements_of(const MovementQuery& query)
{
    return {.device = query.device.value_or(""),
        .site = query.site.value_or(""),
        .device_class = query.device_class.value_or(""),
        .words = query.q.value_or(""),
        .cause = query.cause ? std::string{name_of(*query.cause)} : "",
        .entered_by = query.entered_by.value_or(""),
        .first = query.from,
        .last = query.to,
        .timing = query.timing};
}

Result<MovementListView> show_movements(http::Context& context, const MovementQuery& query)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<MovementListView> {
        const std::string cursor = query.cursor.value_or("");
        TRY_ASSIGN(const auto page, list_movements(reader, contract, movements_of(query), cursor, query.limit));
        MovementListView view;
        for (const ListedMovement& movement : page.movements)
            view.items.push_back(view_of(movement));
        if (!page.next.empty())
            view.next_cursor = page.next;
        if (cursor.empty())
            view.people = list_movers(reader, contract, most_people);
        return view;
    });
}

std::unexpected<Error> too_many_movements()
{
    return fail(ErrorKind::invalid, "device/too_many_movements",
        {"100,000件を超えるため書き出せません。異動日の期間を短くしてください。",
            "more than 100,000 movements cannot be exported at once: choose a shorter period"});
}

Result<http::File> export_movements(http::Context& context, const MovementQuery& query)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto page, context.database().read([&](db::Reader& reader) {
        return list_movements(reader, contract, movements_of(query), "", most_movements_exported);
    }));
    if (!page.next.empty())
        return too_many_movements();
    TRY_ASSIGN(auto bytes, movement_workbook(page.movements, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "device.movements_exported", {"device", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "異動の記録_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_movement_routes(http::Router& router)
{
    const std::string all = "/api/v1/contracts/{contract}/register/movements";
    router.get(all, show_movements)
        .permission(Permission::view_device)
        .summary({"異動の記録（台帳）", "The ledger of movements"});
    router.get(all + "/export", export_movements)
        .permission(Permission::view_device)
        .takes_long()
        .summary({"異動の記録をExcelに書き出す", "Export the ledger of movements"});
}

}
