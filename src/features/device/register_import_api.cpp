#include "features/device/register_import_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/ledger_api.hpp"
#include "features/device/ledger_import_doc.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/reference_day.hpp"
#include "features/device/register_import_view_api.hpp"
#include "platform/crypto.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::device {
namespace {

constexpr std::size_t most_list_bytes = std::size_t{20} << 20;

/// A list, the register that it was compared with, and what became of it.
struct OpenList {
    RegisterImport import;
    std::vector<LedgerRow> rows;
    RegisterState state;
    std::string stamp;
    RegisterPlan plan;
    std::string preview;
};

ImportTerms terms_of(const contract::Profile& profile, const RegisterImport& import, const http::Context& context)
{
    return {profile, import.on, import.cause, day_of(context.now())};
}

OpenList planned_list(
    const http::Context& context, const contract::Profile& profile, RegisterImport import, std::vector<LedgerRow> rows)
{
    OpenList open{
        .import = std::move(import), .rows = std::move(rows), .state = {}, .stamp = {}, .plan = {}, .preview = {}};
    context.database().read([&](db::Reader& reader) {
        open.stamp = register_stamp(reader, profile.id);
        open.state = register_state(reader, profile.id, open.import.on);
    });
    open.plan = plan_import(terms_of(profile, open.import, context), open.state, open.rows);
    open.preview = crypto::sha256_hex(fingerprint(open.plan));
    return open;
}

RegisterImportView view_of(const OpenList& open, const ImportTerms& terms)
{
    RegisterImportView view{.on = open.import.on,
        .cause = open.import.cause,
        .preview = open.preview,
        .plan = sheet::preview_of(open.plan, [](LedgerColumn column) { return label_of(column); }),
        .unknown_sites = {}};
    view.plan.id = open.import.id;
    view.plan.name = open.import.name;
    view.plan.saved = open.import.saved_at.has_value();
    for (const PlannedUnit& row : open.plan.rows) {
        view.taken += row.saved && row.saved->takes_placeholder() ? 1 : 0;
        view.moves += row.saved && row.saved->before && row.saved->move ? 1 : 0;
    }
    for (const UnknownSite& each : unknown_sites(terms, open.state, open.rows)) {
        view.unknown_sites.push_back({each.name, each.cell, each.rows, {}});
        for (const contract::Site* site : each.nearest)
            view.unknown_sites.back().nearest.push_back({site->id, site->number, site->name});
    }
    return view;
}

Result<http::Created<RegisterImportView>> upload_list(http::Context& context, const RegisterImportQuery& query,
    const http::Upload& upload, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    TRY(attachment::check_file_name(query.name));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY(check_reference_day(*profile, query.on, day_of(context.now())));
    TRY_ASSIGN(auto rows, read_ledger(upload.bytes, day_of(context.now())));
    const auto file = db::pack_blob(upload.bytes);
    const RegisterImport import{context.new_id<ImportId>(), query.name, file.sha256, query.on, query.cause, {}};
    const auto open = planned_list(context, *profile, import, std::move(rows));
    context.database().write([&](db::Tx& tx) {
        db::put_blob(tx, file);
        insert(tx, contract, import, context.actor().person, context.now());
    });
    return http::Created<RegisterImportView>{
        view_of(open, terms_of(*profile, import, context)), context.request().path + "/" + import.id.text};
}

Result<OpenList> open_list(const http::Context& context, const contract::Profile& profile)
{
    std::string bytes;
    TRY_ASSIGN(auto import, context.database().read([&](db::Reader& reader) -> Result<RegisterImport> {
        TRY_ASSIGN(auto found, get_import(reader, profile.id, context.path<ImportId>("import")));
        TRY_ASSIGN(bytes, db::find_blob(reader, found.sha256, most_list_bytes));
        return found;
    }));
    TRY_ASSIGN(auto rows, read_ledger(bytes, day_of(context.now())));
    return planned_list(context, profile, std::move(import), std::move(rows));
}

Result<RegisterImportView> show_list(http::Context& context, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    TRY_ASSIGN(
        const auto profile, contract::profile(context.database(), profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto open, open_list(context, *profile));
    return view_of(open, terms_of(*profile, open.import, context));
}

std::unexpected<Error> changed_since_seen()
{
    return fail(ErrorKind::precondition, "import/changed",
        {"確認した後に台帳が変わりました。内容をもう一度確認してください。",
            "the register has changed since you looked: look at the import again"});
}

Result<void> check_list_saveable(const OpenList& open, const SaveRegisterImport& body)
{
    if (open.import.saved_at)
        return fail(ErrorKind::conflict, "import/saved",
            {"この取込はすでに登録されています。", "this import has been saved already"});
    if (open.preview != body.preview)
        return changed_since_seen();
    if (open.plan.count(sheet::Outcome::refused) > 0 && !body.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
                "some rows are refused: correct them, or choose to save without them"});
    }
    return {};
}

Result<SavedRegister> save_list(
    http::Context& context, const SaveRegisterImport& body, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto open, open_list(context, *profile));
    TRY(check_list_saveable(open, body));
    auto saved = context.database().write([&](db::Tx& tx) -> Result<SavedRegister> {
        if (register_stamp(tx, contract) != open.stamp)
            return changed_since_seen();
        return save_plan(tx, contract, audit::cause_of(context), open.import, open.state, open.plan,
            [&] { return context.new_id<DeviceId>().text; });
    });
    if (saved) {
        profiles.forget(contract);
        renew_editions(context, profiles);
    }
    return saved;
}

Result<SiteAliasListView> show_aliases(http::Context& context)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) {
        SiteAliasListView view;
        for (const SiteAlias& each : site_aliases(reader, contract))
            view.items.push_back({each.alias, each.site});
        return view;
    });
}

Result<SiteAliasListView> remember_site(
    http::Context& context, const RememberSite& body, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY(context.database().write(
        [&](db::Tx& tx) { return remember(tx, *profile, audit::cause_of(context), body.alias, body.site_id); }));
    return show_aliases(context);
}

}

void add_register_import_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string imports = "/api/v1/contracts/{contract}/register/imports";
    const std::string aliases = "/api/v1/contracts/{contract}/register/site-aliases";
    router
        .post(imports,
            [&profiles](http::Context& context, const RegisterImportQuery& query, const http::Upload& upload) {
                return upload_list(context, query, upload, profiles);
            })
        .permission(Permission::move_device)
        .max_body(most_list_bytes)
        .takes_long()
        .summary({"機器の一覧（Excel・CSV）を読み、行ごとの差を見る",
            "Read a list of devices and show each row's difference"});
    router.get(imports + "/{import}", [&profiles](http::Context& context) { return show_list(context, profiles); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"機器の一覧の取込を見る", "Show an import of devices"});
    router
        .post(imports + "/{import}/save",
            [&profiles](
                http::Context& context, const SaveRegisterImport& body) { return save_list(context, body, profiles); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"確認した機器の一覧を登録する", "Save an import of devices that was looked at"});
    router.get(aliases, show_aliases)
        .permission(Permission::move_device)
        .summary({"覚えた拠点の別名", "Names of sites that were remembered"});
    router
        .post(aliases,
            [&profiles](
                http::Context& context, const RememberSite& body) { return remember_site(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"拠点の別名を覚える", "Remember another name of a site"});
}

}
