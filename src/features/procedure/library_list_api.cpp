#include "features/procedure/library_list_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/procedure/procedure_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::procedure {

struct LibraryQuery {
    std::optional<std::string> q;
    std::optional<Kind> kind;
    std::optional<std::string> device_class;
    std::optional<bool> retired;
    std::optional<std::string> cursor;
    int limit = 50;
};

static auto describe(const LibraryQuery*)
{
    using Q = LibraryQuery;
    return json::object<Q>("ProcedureListQuery", json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("kind", &Q::kind, {"種類", "Kind"}),
        json::field("device_class", &Q::device_class, {"機器の区分", "Device class"}, json::length(0, 80)),
        json::field("retired", &Q::retired, {"廃止したもの", "Retired ones"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 200)),
        json::field("limit", &Q::limit, {"件数", "Rows"}, json::range(1, 200), json::defaulted()));
}

struct ListedProcedure {
    ProcedureId id;
    std::string number;
    Kind kind;
    Text kind_label;
    std::string title;
    std::string issuer;
    std::vector<std::string> device_classes;
    std::string newest;
    Instant newest_at;
    int granted;
    int asked;
    int returned;
    bool retired;
};

static auto describe(const ListedProcedure*)
{
    using L = ListedProcedure;
    return json::object<L>("ListedProcedure", json::field("id", &L::id),
        json::field("number", &L::number, {"手順書番号", "Number"}), json::field("kind", &L::kind, {"種類", "Kind"}),
        json::field("kind_label", &L::kind_label), json::field("title", &L::title, {"名称", "Title"}),
        json::field("issuer", &L::issuer, {"発行者", "Issuer"}),
        json::field("device_classes", &L::device_classes, {"機器の区分", "Device classes"}),
        json::field("newest", &L::newest, {"最新の版", "Newest version"}),
        json::field("newest_at", &L::newest_at, {"最新の版の日時", "Its time"}),
        json::field("granted", &L::granted, {"最新の版が承認された作業の数", "Jobs for which it is approved"}),
        json::field("asked", &L::asked, {"最新の版が承認待ちの作業の数", "Jobs for which it waits"}),
        json::field("returned", &L::returned, {"最新の版が差し戻された作業の数", "Jobs for which it was returned"}),
        json::field("retired", &L::retired, {"廃止", "Retired"}));
}

struct ClassChoice {
    std::string id;
    Text label;
};

static auto describe(const ClassChoice*)
{
    return json::object<ClassChoice>("ProcedureDeviceClass", json::field("id", &ClassChoice::id),
        json::field("label", &ClassChoice::label, {"機器の区分", "Device class"}));
}

struct ProcedurePage {
    std::vector<ListedProcedure> items;
    std::vector<ClassChoice> classes;
    std::optional<std::string> next_cursor;
};

static auto describe(const ProcedurePage*)
{
    using P = ProcedurePage;
    return json::object<P>("ProcedurePage", json::field("items", &P::items),
        json::field("classes", &P::classes, {"契約の機器の区分", "Device classes of the contract"}),
        json::field("next_cursor", &P::next_cursor));
}

namespace {

Result<ProcedurePage> list_procedures(
    http::Context& context, const LibraryQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    return context.database().read([&](db::Reader& reader) -> Result<ProcedurePage> {
        const auto found = list(reader, contract,
            {.words = query.q.value_or(""),
                .kind = query.kind,
                .device_class = query.device_class.value_or(""),
                .retired = query.retired,
                .after = query.cursor.value_or(""),
                .limit = query.limit + 1});
        ProcedurePage page;
        for (const contract::DeviceClass& each : profile->device_classes)
            page.classes.push_back({each.id, each.label});
        for (const Listed& each : found) {
            if (static_cast<int>(page.items.size()) == query.limit) {
                page.next_cursor = page.items.back().number;
                break;
            }
            const Procedure& p = each.procedure;
            const Version newest{.id = each.newest,
                .contract_id = contract,
                .procedure_id = p.id,
                .sequence = p.newest,
                .edition = each.edition};
            page.items.push_back(
                {p.id, p.number, p.kind, label(p.kind), p.title, p.issuer, p.device_classes, edition_name(newest),
                    each.newest_at, each.granted, each.asked, each.returned, p.retired_at.has_value()});
        }
        return page;
    });
}

}

void add_library_list_route(http::Router& router, const Rooms& rooms)
{
    contract::ProfileCache& profiles = rooms.profiles;
    router
        .get("/api/v1/contracts/{contract}/procedures",
            [&profiles](http::Context& context, const LibraryQuery& query) {
                return list_procedures(context, query, profiles);
            })
        .permission(Permission::view_procedure)
        .summary({"手順書の一覧", "List procedures"});
}

}
