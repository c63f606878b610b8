#include "features/people/sheet_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/passage_doc.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/people/announcing_api.hpp"
#include "features/people/entry_view_api.hpp"
#include "features/people/people_store.hpp"
#include "features/people/privacy.hpp"
#include "features/people/roster_sheet_doc.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::people {

struct RosterExportQuery {
    std::optional<LocalDay> as_of;
};

static auto describe(const RosterExportQuery*)
{
    return json::object<RosterExportQuery>(
        "RosterExportQuery", json::field("as_of", &RosterExportQuery::as_of, {"基準日", "As of"}));
}

/// Without `seen`, the hash of the plan that was looked at, nothing is saved.
struct RosterImportQuery {
    std::string name;
    std::optional<std::string> seen;
    bool skip_refused = false;
};

static auto describe(const RosterImportQuery*)
{
    using Q = RosterImportQuery;
    return json::object<Q>("RosterImportQuery",
        json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)),
        json::field("seen", &Q::seen, {"確かめた内容", "What was looked at"}, json::length(0, 64)),
        json::field(
            "skip_refused", &Q::skip_refused, {"取込不可の行を除く", "Leave out the refused rows"}, json::defaulted()));
}

/// One cell that would change.
struct CellView {
    RosterField field;
    Text label;
    std::string before;
    std::string after;
};

static auto describe(const CellView*)
{
    using V = CellView;
    return json::object<V>("RosterCell", json::field("field", &V::field), json::field("label", &V::label),
        json::field("before", &V::before, {"変更前", "Before"}), json::field("after", &V::after, {"変更後", "After"}));
}

struct ProblemView {
    std::string cell;
    Text text;
};

static auto describe(const ProblemView*)
{
    return json::object<ProblemView>("RosterCellProblem", json::field("cell", &ProblemView::cell, {"セル", "Cell"}),
        json::field("text", &ProblemView::text, {"理由", "Reason"}));
}

struct ImportRowView {
    int row;
    RowOutcome outcome;
    std::string name;
    std::string company;
    std::optional<LocalDay> takes_effect_on;
    std::vector<CellView> cells;
    std::vector<ProblemView> problems;
};

static auto describe(const ImportRowView*)
{
    using V = ImportRowView;
    return json::object<V>("RosterImportRow", json::field("row", &V::row, {"行", "Row"}),
        json::field("outcome", &V::outcome, {"扱い", "Outcome"}), json::field("name", &V::name, {"氏名", "Name"}),
        json::field("company", &V::company, {"所属", "Affiliation"}),
        json::field("takes_effect_on", &V::takes_effect_on, {"効力の日", "Takes effect on"}),
        json::field("cells", &V::cells, {"変わる欄", "Cells"}),
        json::field("problems", &V::problems, {"取込不可の理由", "Problems"}));
}

struct RosterImportView {
    std::string seen; ///< to be sent back to save exactly this
    bool saved = false;
    std::vector<ImportRowView> rows;
};

static auto describe(const RosterImportView*)
{
    using V = RosterImportView;
    return json::object<V>("RosterImport", json::field("seen", &V::seen), json::field("saved", &V::saved),
        json::field("rows", &V::rows, {"行", "Rows"}));
}

namespace {

constexpr std::size_t most_bytes = std::size_t{5} << 20;

Result<http::File> export_roster(http::Context& context, const RosterExportQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const SheetTerms terms{
        *profile, query.as_of.value_or(day_of(context.now())), sees_contacts(context.actor(), contract)};
    const auto workers = context.database().read([&](db::Reader& reader) { return list_workers(reader, contract); });
    TRY_ASSIGN(auto bytes, roster_xlsx(workers, terms, context.now()));
    audit::Entry entry = audit::entry(context, contract, "roster.exported", {"worker", ""});
    entry.act = audit::Act::reading;
    entry.after = json::print(std::map<std::string, std::string>{{"as_of", to_text(terms.day)}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "従事者名簿_" + to_text(terms.day) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

std::vector<CellView> cells_of(const contract::Profile& profile, const PlannedRow& planned)
{
    std::vector<CellView> cells;
    for (const auto& [field, name] : names_of(static_cast<const RosterField*>(nullptr))) {
        const std::string before = printed(profile, field, planned.before.value_or(Entry{}), std::nullopt);
        const std::string after = printed(profile, field, planned.entry, std::nullopt);
        if (before != after)
            cells.push_back({field, default_label(field), before, after});
    }
    return cells;
}

RosterImportView view_of(const contract::Profile& profile, const std::vector<PlannedRow>& plan)
{
    RosterImportView view;
    for (const PlannedRow& planned : plan) {
        ImportRowView row{
            planned.row, planned.outcome, planned.entry.name, planned.entry.company, planned.takes_effect_on, {}, {}};
        if (planned.outcome == RowOutcome::created || planned.outcome == RowOutcome::changed)
            row.cells = cells_of(profile, planned);
        for (const FieldError& problem : planned.problems)
            row.problems.push_back({problem.path, problem.text});
        view.rows.push_back(std::move(row));
    }
    view.seen = crypto::sha256_hex(json::print(view));
    return view;
}

Result<void> check_saveable(const RosterImportQuery& query, const RosterImportView& view)
{
    if (*query.seen != view.seen) {
        return fail(ErrorKind::precondition, "import/changed",
            {"確認した後に名簿が変わりました。もう一度ファイルを取り込んで確認してください。",
                "the roster has changed since you looked: upload the file again and check"});
    }
    const bool refused =
        std::ranges::any_of(view.rows, [](const ImportRowView& row) { return row.outcome == RowOutcome::refused; });
    if (!refused || query.skip_refused)
        return {};
    return fail(ErrorKind::conflict, "import/refused_rows",
        {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
            "some rows are refused: correct them, or choose to save without them"});
}

Result<void> save(db::Tx& tx, Announcing& where, const std::vector<PlannedRow>& plan)
{
    for (const PlannedRow& planned : plan) {
        if (planned.outcome != RowOutcome::created && planned.outcome != RowOutcome::changed)
            continue;
        Worker worker{.id = where.context.new_id<WorkerId>(), .contract_id = where.profile.id};
        if (planned.worker)
            worker = *std::ranges::find(where.roster, *planned.worker, &Worker::id);
        TRY(announce(tx, where, std::move(worker), announcement_of(planned)));
    }
    return {};
}

Result<RosterImportView> import_roster(
    http::Context& context, const RosterImportQuery& query, const http::Upload& upload, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const LocalDay today = day_of(context.now());
    TRY_ASSIGN(const auto rows, read_roster(upload.bytes, *profile, today));
    TRY_ASSIGN(const auto passages, attachment::passages_of(upload.bytes, "名簿.xlsx"));
    TRY(attachment::check_passages(passages));
    return context.database().write([&](db::Tx& tx) -> Result<RosterImportView> {
        TRY_ASSIGN(auto where, announcing(tx, context, *profile, rooms));
        const auto plan = plan_import({*profile, *where.calendar, where.roster, nullptr, today}, rows);
        RosterImportView view = view_of(*profile, plan);
        if (!query.seen)
            return view;
        TRY(check_saveable(query, view));
        TRY(save(tx, where, plan));
        view.saved = true;
        return view;
    });
}

}

void add_sheet_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/roster";
    router
        .get(all + "/export",
            [rooms](http::Context& context, const RosterExportQuery& query) {
                return export_roster(context, query, rooms);
            })
        .permission(Permission::view_roster)
        .summary({"従事者名簿をExcelに書き出す", "Export the roster to Excel"});
    router
        .post(all + "/imports",
            [rooms](http::Context& context, const RosterImportQuery& query, const http::Upload& upload) {
                return import_roster(context, query, upload, rooms);
            })
        .permission(Permission::keep_roster)
        .max_body(most_bytes)
        .takes_long()
        .summary({"従事者名簿（Excel）を比べる・届け出る", "Compare a roster in Excel, or announce what it changes"});
}

}
