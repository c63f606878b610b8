#include "features/work_request/cell_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/period.hpp"
#include "features/work_request/sheet_vocabulary.hpp"
#include "features/work_request/work_request_store.hpp"
#include "features/work_request/written_cell.hpp"
#include "formats/json.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::work_request {

/// The cells of one request as a person wrote or pasted them: column key → text.
struct RowChange {
    WorkRequestId id;
    int version = 0;
    std::map<std::string, std::string> fields;
};

static auto describe(const RowChange*)
{
    using B = RowChange;
    return json::object<B>("RowChange", json::field("id", &B::id),
        json::field("version", &B::version, {"版", "Version"}), json::field("fields", &B::fields, {"セル", "Cells"}));
}

struct ChangeCells {
    std::vector<RowChange> changes;
    std::optional<std::string> reason;
    bool dry_run = false;
};

static auto describe(const ChangeCells*)
{
    using B = ChangeCells;
    return json::object<B>("ChangeCells",
        json::field("changes", &B::changes, {"変更", "Changes"}, json::items(1, 2000)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000)),
        json::field("dry_run", &B::dry_run, {"確認だけする", "Only look"}, json::defaulted()));
}

struct CellOutcome {
    std::string column;
    std::string before;
    std::string after;
    std::optional<Text> problem;
};

static auto describe(const CellOutcome*)
{
    using V = CellOutcome;
    return json::object<V>("CellOutcome", json::field("column", &V::column),
        json::field("old", &V::before, {"変更前", "Old"}), json::field("new", &V::after, {"変更後", "New"}),
        json::field("problem", &V::problem, {"問題", "Problem"}));
}

struct RowOutcome {
    WorkRequestId id;
    std::string number;
    std::string outcome;
    std::vector<CellOutcome> cells;
};

static auto describe(const RowOutcome*)
{
    using V = RowOutcome;
    return json::object<V>("RowOutcome", json::field("id", &V::id),
        json::field("number", &V::number, {"管理番号", "Number"}),
        json::field("outcome", &V::outcome, {"扱い", "changed, unchanged or refused"}),
        json::field("cells", &V::cells));
}

struct CellsChanged {
    std::vector<RowOutcome> rows;
    bool saved = false;
};

static auto describe(const CellsChanged*)
{
    using V = CellsChanged;
    return json::object<V>(
        "CellsChanged", json::field("rows", &V::rows), json::field("saved", &V::saved, {"登録済み", "Saved"}));
}

namespace {

WrittenTerms written_terms(const contract::Profile& profile, LocalDay today)
{
    WrittenTerms terms{{}, profile.list.empty_mark, today};
    for (const auto& [status, name] : names_of(static_cast<const Status*>(nullptr)))
        terms.status_labels.emplace(status, contract::status_label(profile, name).ja);
    return terms;
}

// One row: what would change, and the request as it would be.
struct Judged {
    RowOutcome outcome;
    WorkRequest before;
    WorkRequest after;
};

Result<void> write_cell(
    WorkRequest& request, const WorkRequest& before, Column column, std::string_view text, Side side)
{
    TRY(may_edit(before, column, side));
    return assign(request, column, text);
}

CellOutcome judge_cell(
    Judged& row, const std::string& key, const std::string& text, const WrittenTerms& terms, Side side)
{
    CellOutcome cell{key, "", text, std::nullopt};
    const auto column = named<Column>(key);
    if (!column) {
        cell.problem = Text{"この一覧にない列です。", "this list has no such column"};
        return cell;
    }
    cell.before = canonical(row.before, *column);
    const auto value = canonical_from(*column, text, terms);
    if (!value) {
        cell.problem = value.error().text;
        return cell;
    }
    cell.after = *value;
    if (cell.after == cell.before)
        return cell;
    if (const auto written = write_cell(row.after, row.before, *column, *value, side); !written)
        cell.problem = written.error().text;
    return cell;
}

// A day that fits its cell must also fit the contract and the other days.
void judge_days(Judged& row, const DayRange& period, LocalDay today)
{
    const auto fits = check_period(period, &row.before, row.after, today);
    if (fits || row.outcome.outcome != "changed")
        return;
    row.outcome.outcome = "refused";
    for (const FieldError& problem : fits.error().fields) {
        auto cell = std::ranges::find(row.outcome.cells, problem.path, &CellOutcome::column);
        if (cell == row.outcome.cells.end())
            cell = std::ranges::find_if(
                row.outcome.cells, [](const CellOutcome& each) { return each.column.ends_with("_on"); });
        if (cell != row.outcome.cells.end())
            cell->problem = problem.text;
    }
}

Judged judge(const RowChange& change, WorkRequest stored, const WrittenTerms& terms, Side side)
{
    Judged row{{stored.id, stored.number, "unchanged", {}}, stored, stored};
    if (side == Side::city)
        row.after.declined.clear(); // a change asks again
    if (stored.version != change.version) {
        row.outcome.outcome = "refused";
        row.outcome.cells.push_back({"version", std::to_string(stored.version), std::to_string(change.version),
            Text{"ほかの人が先に変更しました。", "somebody else changed this first"}});
        return row;
    }
    for (const auto& [key, text] : change.fields) {
        CellOutcome cell = judge_cell(row, key, text, terms, side);
        if (cell.problem)
            row.outcome.outcome = "refused";
        else if (cell.after != cell.before && row.outcome.outcome != "refused")
            row.outcome.outcome = "changed";
        if (cell.problem || cell.after != cell.before)
            row.outcome.cells.push_back(std::move(cell));
    }
    if (row.outcome.outcome == "changed" && row.after.title.empty()) {
        row.outcome.outcome = "refused";
        row.outcome.cells.front().problem = Text{"作業名を空にはできません。", "the name of the work cannot be empty"};
    }
    return row;
}

bool all_accepted(const std::vector<RowOutcome>& rows)
{
    for (const RowOutcome& row : rows) {
        if (row.outcome == "refused")
            return false;
    }
    return true;
}

Result<CellsChanged> change_cells(http::Context& context, const ChangeCells& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const WrittenTerms terms = written_terms(*profile, day_of(context.now()));
    const Reach reach = reach_of(context.actor(), contract);
    return context.database().write([&](db::Tx& tx) -> Result<CellsChanged> {
        CellsChanged answer;
        std::vector<Judged> rows;
        for (const RowChange& change : body.changes) {
            TRY_ASSIGN(auto stored, get(tx, reach, change.id));
            TRY_ASSIGN(const Side side, writing_side(context.actor(), stored));
            rows.push_back(judge(change, std::move(stored), terms, side));
            judge_days(rows.back(), profile->period, terms.today);
            answer.rows.push_back(rows.back().outcome);
        }
        if (body.dry_run || !all_accepted(answer.rows))
            return answer;
        std::vector<audit::Entry> entries;
        for (Judged& row : rows) {
            if (row.outcome.outcome != "changed")
                continue;
            TRY_ASSIGN(const auto after, update(tx, std::move(row.after), context.now()));
            const Happening happening{"work_request.changed", body.reason.value_or("")};
            entries.push_back(change_entry(entry_of(context, happening, after), row.before, after));
        }
        audit::record_all(tx, entries);
        answer.saved = true;
        return answer;
    });
}

}

void add_cell_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .post("/api/v1/contracts/{contract}/work-requests/changes",
            [&profiles](
                http::Context& context, const ChangeCells& body) { return change_cells(context, body, profiles); })
        .permission(Permission::view_work_request)
        .max_body(std::size_t{8} << 20)
        .summary({"一覧のセルをまとめて書き換える", "Change cells of the list together"});
}

}
