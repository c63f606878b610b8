#include "features/attachment/attachment.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/file_api.hpp"
#include "features/question/import_store.hpp"
#include "features/question/sheet_import_doc.hpp"
#include "features/question/sql.hpp"
#include "formats/sheet_preview.hpp"
#include "platform/crypto.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::question {

struct QuestionImportQuery {
    std::string name;
};

static auto describe(const QuestionImportQuery*)
{
    using Q = QuestionImportQuery;
    return json::object<Q>(
        "QuestionImportQuery", json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

struct SaveQuestionImport {
    bool skip_refused = false;
    std::optional<std::string> reason;
};

static auto describe(const SaveQuestionImport*)
{
    using B = SaveQuestionImport;
    return json::object<B>("SaveQuestionImport",
        json::field("skip_refused", &B::skip_refused, {"取込不可の行を除いて登録する", "Save without the refused rows"},
            json::defaulted()),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000)));
}

static auto describe(const SavedImport*)
{
    using V = SavedImport;
    return json::object<V>("SavedQuestionImport", json::field("created", &V::created, {"新規", "Created"}),
        json::field("changed", &V::changed, {"変更", "Changed"}));
}

namespace {

using sheet::ImportView;

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

ImportPlan plan_of(db::Reader& reader, const http::Context& context, const std::vector<ImportedRow>& rows)
{
    const auto reach =
        work_request::reach_of(context.actor(), context.path<ContractId>("contract"), Permission::import_work_request);
    return plan_file(reader, audit::cause_of(context), reach, rows);
}

ImportView view_of(const ImportPlan& plan)
{
    return sheet::preview_of(plan, [](Column column) { return label(column); });
}

Result<http::Created<ImportView>> upload_import(
    http::Context& context, const QuestionImportQuery& query, const http::Upload& upload)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(check_party(context.actor()));
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto rows, read_sheet(upload.bytes, day_of(context.now())));
    const auto plan = context.database().read([&](db::Reader& reader) { return plan_of(reader, context, rows); });
    ImportView view = view_of(plan);
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

Result<OpenImport> open_import(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<ImportId>("import");
    return context.database().read([&](db::Reader& reader) -> Result<OpenImport> {
        auto stored = reader.query(sql::find_import, contract, id).one_or_none(import_from);
        if (!stored)
            return fail(ErrorKind::not_found, "import/not_found", {"取込が見つかりません。", "no such import"});
        TRY_ASSIGN(const auto bytes, db::find_blob(reader, stored->sha256, most_bytes));
        TRY_ASSIGN(const auto rows, read_sheet(bytes, day_of(context.now())));
        return OpenImport{*std::move(stored), plan_of(reader, context, rows)};
    });
}

Result<ImportView> show_import(http::Context& context)
{
    TRY_ASSIGN(const auto open, open_import(context));
    ImportView view = view_of(open.plan);
    view.id = open.stored.id;
    view.name = open.stored.name;
    view.saved = open.stored.saved_at.has_value();
    return view;
}

std::unexpected<Error> saved_already()
{
    return fail(ErrorKind::conflict, "import/saved",
        {"この取込はすでに登録されています。", "this import has been saved already"});
}

Result<void> check_saveable(const OpenImport& open, const SaveQuestionImport& body)
{
    if (open.stored.saved_at)
        return saved_already();
    if (crypto::sha256_hex(fingerprint(open.plan)) != open.stored.preview_hash) {
        return fail(ErrorKind::precondition, "import/changed",
            {"確認した後に一覧が変わりました。もう一度ファイルを取り込んで確認してください。",
                "the list has changed since you looked: upload the file again and check"});
    }
    if (open.plan.count(Outcome::refused) > 0 && !body.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
                "some rows are refused: correct them, or choose to save without them"});
    }
    return {};
}

Result<SavedImport> save_import(http::Context& context, const SaveQuestionImport& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto open, open_import(context));
    TRY(check_saveable(open, body));
    return context.database().write([&](db::Tx& tx) -> Result<SavedImport> {
        if (tx.execute(sql::mark_import_saved, contract, open.stored.id, context.now()) == 0)
            return saved_already();
        return save_plan(
            tx, {*profile, *calendar, rooms.clock}, audit::cause_of(context), open.plan, body.reason.value_or(""));
    });
}

}

void add_import_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/questions/imports";
    router.post(all, upload_import)
        .permission(Permission::import_work_request)
        .max_body(most_bytes)
        .takes_long()
        .summary(
            {"質問一覧（Excel）を読み、行ごとの差を見る", "Read a list of questions and show each row's difference"});
    router.get(all + "/{import}", show_import)
        .permission(Permission::import_work_request)
        .takes_long()
        .summary({"質問の取込の内容を見る", "Show an import of questions"});
    router
        .post(all + "/{import}/save",
            [rooms](
                http::Context& context, const SaveQuestionImport& body) { return save_import(context, body, rooms); })
        .permission(Permission::import_work_request)
        .takes_long()
        .summary({"確認した質問の取込を登録する", "Save an import of questions that was looked at"});
}

}
