#include "features/device/register_import_api.hpp"

#include "core/cursor.hpp"
#include "features/attachment/attachment.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/column_mapping_store.hpp"
#include "features/device/ledger_api.hpp"
#include "features/device/ledger_import_doc.hpp"
#include "features/device/open_list_api.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/reference_day.hpp"
#include "features/device/register_import_totals.hpp"
#include "features/device/register_import_view_api.hpp"
#include "platform/crypto.hpp"
#include "platform/db/blob.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr std::size_t most_list_bytes = std::size_t{20} << 20;
constexpr std::size_t most_choice_bytes = std::size_t{4} << 20;

/// What the routes share.
struct Importing {
    contract::ProfileCache& profiles;
    MediumEditions media;
    std::shared_ptr<OpenLists> lists;
};

ImportTerms terms_of(const contract::Profile& profile, const OpenList& open)
{
    ImportTerms terms{profile, open.import.on, open.import.cause, open.today};
    for (const ConflictChoice& each : open.choices.conflicts)
        terms.conflicts.emplace(each.unit, each.holds);
    for (const LeftOutChoice& each : open.choices.left_out)
        terms.left_out.emplace(each.unit, each.use);
    return terms;
}

Result<ImportChoices> choices_of(const RegisterImport& import)
{
    if (import.choices.empty())
        return ImportChoices{};
    return json::parse<ImportChoices>(import.choices);
}

// What the person said of this list goes first, then a remembered mapping that speaks of all of its unknown headings.
Result<void> read_into(OpenList& open, std::string_view bytes, const std::vector<ColumnMapping>& known, LocalDay today)
{
    TRY_ASSIGN(open.sheet, read_ledger_sheet(bytes, today, open.choices.columns));
    if (!open.choices.columns.empty())
        return {};
    if (const ColumnMapping* mapping = fitting(known, open.sheet.headings)) {
        TRY_ASSIGN(open.sheet, read_ledger_sheet(bytes, today, mapping->columns));
        open.mapping = mapping->name;
    }
    return {};
}

Result<std::shared_ptr<const OpenList>> planned_list(const http::Context& context, const contract::Profile& profile,
    const Importing& importing, RegisterImport import, std::string_view bytes)
{
    OpenList open{.import = std::move(import), .today = day_of(context.now())};
    TRY_ASSIGN(open.choices, choices_of(open.import));
    std::vector<ColumnMapping> known;
    EditionCheck check_edition;
    context.database().read([&](db::Reader& reader) {
        known = column_mappings(reader, profile.id);
        open.stamp = register_stamp(reader, profile.id);
        open.state = register_state(reader, profile.id, open.import.on);
        check_edition = importing.media.check_of_list(reader, profile);
    });
    TRY(read_into(open, bytes, known, open.today));
    if (open.sheet.found) {
        ImportTerms terms = terms_of(profile, open);
        terms.side = context.actor().side(profile.id);
        terms.check_edition = std::move(check_edition);
        open.plan = plan_import(terms, open.state, open.sheet.rows);
    }
    open.preview = crypto::sha256_hex(fingerprint(open.plan));
    return std::make_shared<const OpenList>(std::move(open));
}

RegisterImportView view_of(const OpenList& open, const contract::Profile& profile)
{
    RegisterImportView view = view_of(open.import, open.preview, open.plan);
    for (const ColumnChoice& each : open.choices.columns)
        view.choices.columns.push_back({each.heading, each.column});
    view.choices.conflicts = open.choices.conflicts;
    view.choices.left_out = open.choices.left_out;
    view.readable = open.sheet.found;
    view.mapping = open.mapping;
    for (const Heading& each : open.sheet.headings)
        view.headings.push_back({each.column, each.text, each.means, each.sample});
    if (!open.sheet.found)
        return view;
    for (const UnknownSite& each : unknown_sites(terms_of(profile, open), open.state, open.sheet.rows)) {
        view.unknown_sites.push_back({each.name, each.cell, each.rows, {}});
        for (const contract::Site* site : each.nearest)
            view.unknown_sites.back().nearest.push_back({site->id, site->number, site->name});
    }
    for (const Reconciled& each : reconcile(profile.stated_totals, open.state, open.plan))
        view.totals.push_back({each.stated.label, each.stated.count, each.before, each.after, each.stated.clause});
    return view;
}

Result<http::Created<RegisterImportView>> upload_list(
    http::Context& context, const RegisterImportQuery& query, const http::Upload& upload, const Importing& importing)
{
    TRY(check_whole(context));
    TRY(attachment::check_file_name(query.name));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), importing.profiles, contract));
    TRY(check_reference_day(*profile, query.on, day_of(context.now())));
    const auto file = db::pack_blob(upload.bytes);
    const RegisterImport import{context.new_id<ImportId>(), query.name, file.sha256, query.on, query.cause, {}, {}};
    TRY_ASSIGN(const auto open, planned_list(context, *profile, importing, import, upload.bytes));
    context.database().write([&](db::Tx& tx) {
        db::put_blob(tx, file);
        insert(tx, contract, import, context.actor().person, context.now());
    });
    importing.lists->keep(open);
    return http::Created<RegisterImportView>{view_of(*open, *profile), context.request().path + "/" + import.id.text};
}

Result<std::shared_ptr<const OpenList>> open_list(
    const http::Context& context, const contract::Profile& profile, const Importing& importing)
{
    std::string stamp;
    TRY_ASSIGN(auto import, context.database().read([&](db::Reader& reader) -> Result<RegisterImport> {
        stamp = register_stamp(reader, profile.id);
        return get_import(reader, profile.id, context.path<ImportId>("import"));
    }));
    if (auto kept = importing.lists->find(import, stamp, day_of(context.now())))
        return kept;
    TRY_ASSIGN(const auto bytes, context.database().read([&](db::Reader& reader) {
        return db::find_blob(reader, import.sha256, most_list_bytes);
    }));
    TRY_ASSIGN(auto open, planned_list(context, profile, importing, std::move(import), bytes));
    importing.lists->keep(open);
    return open;
}

Result<RegisterImportView> show_list(http::Context& context, const Importing& importing)
{
    TRY(check_whole(context));
    TRY_ASSIGN(const auto profile,
        contract::profile(context.database(), importing.profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto open, open_list(context, *profile, importing));
    return view_of(*open, *profile);
}

std::unexpected<Error> changed_since_seen()
{
    return fail(ErrorKind::precondition, "import/changed",
        {"確認した後に台帳が変わりました。内容をもう一度確認してください。",
            "the register has changed since you looked: look at the import again"});
}

Result<LeftOutPage> list_left_out(http::Context& context, const LeftOutQuery& query, const Importing& importing)
{
    TRY(check_whole(context));
    TRY_ASSIGN(const auto seen, cursor_keys(query.cursor, 2));
    TRY_ASSIGN(const auto profile,
        contract::profile(context.database(), importing.profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto open, open_list(context, *profile, importing));
    if (open->preview != seen.front())
        return changed_since_seen();
    std::size_t from = 0;
    const std::string& written = seen.back();
    if (std::from_chars(written.data(), written.data() + written.size(), from).ec != std::errc{})
        return changed_since_seen();
    return left_out_page(open->plan, open->preview, from, static_cast<std::size_t>(query.limit));
}

Result<void> check_choices(ImportChoices& choices)
{
    TRY(take(choices.columns));
    const bool usual = std::ranges::all_of(choices.left_out,
        [](const LeftOutChoice& each) { return each.use == Use::retired || each.use == Use::stored; });
    if (usual)
        return {};
    return fail(ErrorKind::invalid, "import/left_out_use",
        {"一覧にない機器は「廃止」か「保管中」にできます。ほかの変更は一覧に書いてください。",
            "a unit that the list leaves out can become retired or stored; write other changes into the list"});
}

Result<RegisterImportView> choose(http::Context& context, const ImportChoices& body, const Importing& importing)
{
    TRY(check_whole(context));
    ImportChoices choices = body;
    TRY(check_choices(choices));
    TRY(context.database().write([&](db::Tx& tx) -> Result<void> {
        const auto contract = context.path<ContractId>("contract");
        TRY_ASSIGN(const auto import, get_import(tx, contract, context.path<ImportId>("import")));
        return put_choices(tx, contract, import.id, json::print(choices));
    }));
    return show_list(context, importing);
}

Result<void> check_list_saveable(const OpenList& open, const SaveRegisterImport& body)
{
    if (open.import.saved_at)
        return fail(ErrorKind::conflict, "import/saved",
            {"この取込はすでに登録されています。", "this import has been saved already"});
    if (open.preview != body.preview)
        return changed_since_seen();
    if (!open.sheet.found) {
        return fail(ErrorKind::conflict, "import/columns_unknown",
            {"列の意味がまだ決まっていません。見出しごとに選んでください。",
                "nobody has said yet which column is which: choose for each heading"});
    }
    if (open.plan.count(sheet::Outcome::refused) > 0 && !body.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
                "some rows are refused: correct them, or choose to save without them"});
    }
    return {};
}

Result<SavedRegister> save_list(http::Context& context, const SaveRegisterImport& body, const Importing& importing)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), importing.profiles, contract));
    TRY_ASSIGN(const auto open, open_list(context, *profile, importing));
    TRY(check_list_saveable(*open, body));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto saved, context.database().write([&](db::Tx& tx) -> Result<SavedRegister> {
        if (register_stamp(tx, contract) != open->stamp)
            return changed_since_seen();
        TRY_ASSIGN(const auto stored,
            save_plan(tx, contract, audit::cause_of(context), open->import, body.reason, open->state, open->plan,
                [&] { return context.new_id<DeviceId>().text; }));
        await_editions(tx, *profile, *calendar, stored.moves, stored.divisions, context.now());
        return stored;
    }));
    importing.lists->forget(open->import.id);
    importing.profiles.forget(contract);
    renew_editions(context, importing.profiles, saved.moves);
    return saved;
}

}

void add_register_import_routes(http::Router& router, contract::ProfileCache& profiles, const MediumEditions& media)
{
    const Importing importing{profiles, media, std::make_shared<OpenLists>()};
    const std::string imports = "/api/v1/contracts/{contract}/register/imports";
    router
        .post(imports,
            [importing](http::Context& context, const RegisterImportQuery& query, const http::Upload& upload) {
                return upload_list(context, query, upload, importing);
            })
        .permission(Permission::move_device)
        .max_body(most_list_bytes)
        .takes_long()
        .summary({"機器の一覧（Excel・CSV）を読み、行ごとの差を見る",
            "Read a list of devices and show each row's difference"});
    router.get(imports + "/{import}", [importing](http::Context& context) { return show_list(context, importing); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"機器の一覧の取込を見る", "Show an import of devices"});
    router
        .get(imports + "/{import}/left-out",
            [importing](
                http::Context& context, const LeftOutQuery& query) { return list_left_out(context, query, importing); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"一覧にない機器の続き", "More of the units that the list leaves out"});
    router
        .post(imports + "/{import}/save",
            [importing](
                http::Context& context, const SaveRegisterImport& body) { return save_list(context, body, importing); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"確認した機器の一覧を登録する", "Save an import of devices that was looked at"});
    router
        .put(imports + "/{import}/choices",
            [importing](http::Context& context, const ImportChoices& body) { return choose(context, body, importing); })
        .permission(Permission::move_device)
        .max_body(most_choice_bytes)
        .takes_long()
        .summary({"列の対応・食い違い・一覧にない機器の扱いを選ぶ",
            "Choose columns, what holds, and what becomes of units left out"});
}

}
