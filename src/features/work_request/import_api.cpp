#include "features/work_request/import_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/import_store.hpp"
#include "features/work_request/import_view_api.hpp"
#include "features/work_request/sheet_import_doc.hpp"
#include "features/work_request/sql.hpp"
#include "platform/crypto.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::work_request {

struct ImportQuery {
    std::string name;
};

static auto describe(const ImportQuery*)
{
    return json::object<ImportQuery>(
        "ImportQuery", json::field("name", &ImportQuery::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

struct SaveImport {
    bool skip_refused = false;
    std::optional<std::string> reason;
};

static auto describe(const SaveImport*)
{
    using B = SaveImport;
    return json::object<B>("SaveImport",
        json::field("skip_refused", &B::skip_refused, {"取込不可の行を除いて登録する", "Save without the refused rows"},
            json::defaulted()),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000)));
}

struct SavedImportView {
    int created = 0;
    int changed = 0;
};

static auto describe(const SavedImportView*)
{
    using V = SavedImportView;
    return json::object<V>("SavedImport", json::field("created", &V::created, {"新規", "Created"}),
        json::field("changed", &V::changed, {"変更", "Changed"}));
}

namespace {

constexpr std::size_t most_bytes = std::size_t{20} << 20;

struct StoredImport {
    ImportId id;
    std::string name;
    std::string sha256;
    std::string preview_hash;
    std::optional<Instant> saved_at;
};

StoredImport import_from(const db::Row& row)
{
    return {.id = row.get<ImportId>("id"),
        .name = row.get<std::string>("name"),
        .sha256 = row.get<std::string>("sha256"),
        .preview_hash = row.get<std::string>("preview_hash"),
        .saved_at = row.get<std::optional<Instant>>("saved_at")};
}

Importer importer(const contract::Profile& profile, const http::Context& context)
{
    return {profile, context.actor(), day_of(context.now())};
}

Result<http::Created<ImportView>> upload_import(
    http::Context& context, const ImportQuery& query, const http::Upload& upload, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto sheet, read_sheet(upload.bytes, sheet_vocabulary(profile->list), day_of(context.now())));
    const auto who = importer(*profile, context);
    const auto plan = context.database().read([&](db::Reader& reader) { return plan_file(reader, who, sheet.rows); });
    ImportView view = view_of(plan, profile->list);
    view.id = context.new_id<ImportId>();
    view.name = query.name;
    const auto file = db::pack_blob(upload.bytes);
    const std::string preview = crypto::sha256_hex(fingerprint(plan));
    context.database().write([&](db::Tx& tx) {
        db::put_blob(tx, file);
        tx.execute(sql::insert_import, contract, view.id, view.name, file.sha256, preview, context.actor().person,
            context.now());
    });
    std::string location = context.request().path + "/" + view.id.text;
    return http::Created<ImportView>{std::move(view), std::move(location)};
}

// The file and the plan that the ledger gives for it now.
struct OpenImport {
    StoredImport stored;
    ImportPlan plan;
};

Result<OpenImport> open_import(http::Context& context, const contract::Profile& profile)
{
    const auto id = context.path<ImportId>("import");
    const auto who = importer(profile, context);
    return context.database().read([&](db::Reader& reader) -> Result<OpenImport> {
        auto stored = reader.query(sql::find_import, profile.id, id).one_or_none(import_from);
        if (!stored)
            return fail(ErrorKind::not_found, "import/not_found", {"取込が見つかりません。", "no such import"});
        TRY_ASSIGN(const auto bytes, db::find_blob(reader, stored->sha256, most_bytes));
        TRY_ASSIGN(const auto sheet, read_sheet(bytes, sheet_vocabulary(profile.list), who.today));
        return OpenImport{*std::move(stored), plan_file(reader, who, sheet.rows)};
    });
}

Result<ImportView> show_import(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(
        const auto profile, contract::profile(context.database(), profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto open, open_import(context, *profile));
    ImportView view = view_of(open.plan, profile->list);
    view.id = open.stored.id;
    view.name = open.stored.name;
    view.saved = open.stored.saved_at.has_value();
    return view;
}

Result<void> check_saveable(const OpenImport& open, const SaveImport& body)
{
    if (open.stored.saved_at)
        return fail(ErrorKind::conflict, "import/saved",
            {"この取込はすでに登録されています。", "this import has been saved already"});
    if (crypto::sha256_hex(fingerprint(open.plan)) != open.stored.preview_hash) {
        return fail(ErrorKind::precondition, "import/changed",
            {"確認した後に台帳が変わりました。もう一度ファイルを取り込んで確認してください。",
                "the ledger has changed since you looked: upload the file again and check"});
    }
    if (open.plan.count(Outcome::refused) > 0 && !body.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
                "some rows are refused: correct them, or choose to save without them"});
    }
    return {};
}

Result<SavedImportView> save_import(
    http::Context& context, const SaveImport& body, contract::ProfileCache& profiles, const Clock& clock)
{
    TRY_ASSIGN(
        const auto profile, contract::profile(context.database(), profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto open, open_import(context, *profile));
    TRY(check_saveable(open, body));
    const auto entry = [&](const WorkRequest* before, const WorkRequest& after) {
        return import_entry(context, body.reason.value_or(""), before, after);
    };
    return context.database().write([&](db::Tx& tx) -> Result<SavedImportView> {
        if (tx.execute(sql::mark_import_saved, profile->id, open.stored.id, context.now()) == 0)
            return fail(ErrorKind::conflict, "import/saved",
                {"この取込はすでに登録されています。", "this import has been saved already"});
        TRY_ASSIGN(const auto saved, save_plan(tx, *profile, open.plan, clock, entry));
        return SavedImportView{saved.created, saved.changed};
    });
}

}

void add_import_routes(http::Router& router, contract::ProfileCache& profiles, const Clock& clock)
{
    const std::string all = "/api/v1/contracts/{contract}/work-requests/imports";
    router
        .post(all,
            [&profiles](http::Context& context, const ImportQuery& query, const http::Upload& upload) {
                return upload_import(context, query, upload, profiles);
            })
        .permission(Permission::import_work_request)
        .max_body(most_bytes)
        .takes_long()
        .summary(
            {"作業依頼一覧（Excel）を読み、行ごとの差を見る", "Read a list from Excel and show each row's difference"});
    router.get(all + "/{import}", [&profiles](http::Context& context) { return show_import(context, profiles); })
        .permission(Permission::import_work_request)
        .takes_long()
        .summary({"取込の内容を見る", "Show an import"});
    router
        .post(all + "/{import}/save",
            [&profiles, &clock](
                http::Context& context, const SaveImport& body) { return save_import(context, body, profiles, clock); })
        .permission(Permission::import_work_request)
        .takes_long()
        .summary({"確認した取込を登録する", "Save an import that was looked at"});
}

}
