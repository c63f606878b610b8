#include "features/approval/register_store.hpp"

#include "core/cursor.hpp"
#include "features/approval/approval_store.hpp"
#include "features/approval/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

using work_request::Reach;

// Rows without an end come last, like those that end long after the contract.
constexpr std::string_view never = "9999";

std::string_view key_of(Order order)
{
    switch (order) {
    case Order::asked_at:
        return "a.asked_at";
    case Order::until:
        return "COALESCE(a.valid_until, '9999')";
    case Order::title:
        return "a.title";
    }
    return "a.asked_at";
}

/// The same rows or their number: of the whole register, of what a person may decide, and of what he decided.
struct Heads {
    const db::Query& all;
    const db::Query& inbox;
    const db::Query& decided;
};
const Heads rows{sql::list_approvals, sql::list_inbox, sql::list_decided};
const Heads numbers{sql::count_approvals, sql::count_inbox, sql::count_decided};

/// A statement over the register, put together from declared conditions; values only ever travel as parameters.
class Statement {
public:
    Statement(const Heads& heads, const Reach& reach, const Filter& filter)
    {
        params_.emplace_back(reach.contract);
        if (filter.inbox) {
            text_ = heads.inbox.sqlite;
            params_.emplace_back(filter.inbox->person);
            params_.emplace_back(filter.inbox->side);
            params_.emplace_back(filter.inbox->today);
        } else if (filter.decided_by) {
            text_ = heads.decided.sqlite;
            params_.emplace_back(*filter.decided_by);
        } else {
            text_ = heads.all.sqlite;
        }
        restrict_to(reach);
    }

    std::string place(db::Param value)
    {
        params_.push_back(std::move(value));
        return fmt::format("${}", params_.size());
    }
    std::string one_of(std::string_view column, std::vector<db::Param> values)
    {
        std::string marks;
        for (db::Param& value : values)
            marks += (marks.empty() ? "" : ", ") + place(std::move(value));
        return marks.empty() ? std::string{"1 = 0"} : fmt::format("{} IN ({})", column, marks);
    }
    void where(const std::string& condition) { text_ += " AND " + condition; }
    void append(std::string_view text) { text_ += text; }

    const std::string& text() const { return text_; }
    db::Query query() const { return {"approval.list", text_, text_}; }
    const std::vector<db::Param>& params() const { return params_; }

private:
    void restrict_to(const Reach& reach)
    {
        if (reach.whole)
            return;
        const std::vector<db::Param> divisions{reach.divisions.begin(), reach.divisions.end()};
        const std::vector<db::Param> sites{reach.sites.begin(), reach.sites.end()};
        const std::string division = one_of("r.division_key", divisions);
        const std::string job_site = one_of("r.site_id", sites);
        where(fmt::format("({} OR {} OR {})", division, job_site, one_of("a.site_id", sites)));
    }

    std::string text_;
    std::vector<db::Param> params_;
};

void restrict_turn(Statement& statement, Side side)
{
    statement.where(side == Side::city ? "a.turn IN ('city', 'site')" : "a.turn = 'contractor'");
}

void restrict_turn(Statement& statement, const Inbox& inbox)
{
    if (inbox.whole)
        return restrict_turn(statement, inbox.side);
    const std::vector<db::Param> sites{inbox.sites.begin(), inbox.sites.end()};
    statement.where("a.turn = 'site' AND " + statement.one_of("COALESCE(a.site_id, r.site_id)", sites));
}

void restrict_day(Statement& statement, LocalDay day)
{
    const Instant begins = instant(LocalTime{day});
    const Instant ends = begins + std::chrono::days{1};
    statement.where("a.state = 'granted' AND a.begins_at < " + statement.place(ends));
    statement.where("(a.valid_until IS NULL OR a.valid_until > " + statement.place(begins) + ")");
}

void restrict_to(Statement& statement, const Filter& filter, db::Dialect dialect)
{
    if (!filter.states.empty())
        statement.where(statement.one_of("a.state", {filter.states.begin(), filter.states.end()}));
    if (!filter.kinds.empty())
        statement.where(statement.one_of("a.kind", {filter.kinds.begin(), filter.kinds.end()}));
    if (filter.waiting)
        restrict_turn(statement, *filter.waiting);
    if (filter.inbox)
        restrict_turn(statement, *filter.inbox);
    if (filter.asked_by)
        statement.where("a.asked_by = " + statement.place(*filter.asked_by));
    if (filter.asked_side)
        statement.where("a.asked_side = " + statement.place(*filter.asked_side));
    if (filter.on)
        restrict_day(statement, *filter.on);
    if (filter.request)
        statement.where("a.request_id = " + statement.place(*filter.request));
    if (filter.site)
        statement.where("COALESCE(a.site_id, r.site_id) = " + statement.place(*filter.site));
    const std::string_view find = dialect == db::Dialect::sqlite ? "instr" : "strpos";
    for (const std::string& word : filter.words)
        statement.where(fmt::format("{}(a.search_key, {}) > 0", find, statement.place(word)));
}

void order(Statement& statement, const Filter& filter)
{
    const std::string_view way = filter.descending ? " DESC" : "";
    statement.append(fmt::format(" ORDER BY {0}{1}, a.id{1}", key_of(filter.order), way));
}

Result<void> continue_after(Statement& statement, const Filter& filter, std::string_view cursor)
{
    if (cursor.empty())
        return {};
    TRY_ASSIGN(auto keys, cursor_keys(cursor, 2));
    const std::string first = statement.place(std::move(keys[0]));
    statement.where(fmt::format("({}, a.id) {} ({}, {})", key_of(filter.order), filter.descending ? "<" : ">", first,
        statement.place(std::move(keys[1]))));
    return {};
}

std::string cursor_after(const Approval& approval, Order order)
{
    const auto key = [&]() -> std::string {
        switch (order) {
        case Order::asked_at:
            return to_text(approval.asked_at);
        case Order::until:
            return approval.asked.until ? to_text(*approval.asked.until) : std::string{never};
        case Order::title:
            return approval.asked.title;
        }
        return {};
    };
    return cursor_of({key(), approval.id.text});
}

Listed listed_from(const db::Row& row)
{
    return {.approval = approval_from(row),
        .request_number = row.get<std::optional<std::string>>("request_number").value_or(""),
        .site_name = row.get<std::optional<std::string>>("site_name").value_or(""),
        .place = row.get<std::optional<SiteId>>("place")};
}

}

Result<Page> list(db::Reader& reader, const Reach& reach, const Filter& filter, std::string_view cursor, int limit)
{
    Statement statement{rows, reach, filter};
    restrict_to(statement, filter, reader.dialect());
    TRY(continue_after(statement, filter, cursor));
    order(statement, filter);
    statement.append(" LIMIT " + statement.place(limit + 1));
    Page page{.items = reader.query(statement.query(), statement.params()).map(listed_from), .next = {}};
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = cursor_after(page.items.back().approval, filter.order);
    }
    return page;
}

int count(db::Reader& reader, const Reach& reach, const Filter& filter)
{
    Statement statement{numbers, reach, filter};
    restrict_to(statement, filter, reader.dialect());
    return reader.query(statement.query(), statement.params()).one([](const db::Row& row) {
        return row.get<int>("total");
    });
}

void for_each_listed(
    db::Reader& reader, const Reach& reach, const Filter& filter, const std::function<void(const Listed&)>& visit)
{
    Statement statement{rows, reach, filter};
    restrict_to(statement, filter, reader.dialect());
    order(statement, filter);
    reader.stream(statement.query(), statement.params()).for_each([&](const db::Row& row) { visit(listed_from(row)); });
}

Result<Listed> get(db::Reader& reader, const Reach& reach, const ApprovalId& id)
{
    Statement statement{rows, reach, {}};
    statement.where("a.id = " + statement.place(id));
    auto found = reader.query(statement.query(), statement.params()).one_or_none(listed_from);
    if (!found) {
        return fail(ErrorKind::not_found, "approval/not_found", {"承認・許可が見つかりません。", "no such approval"});
    }
    return *std::move(found);
}

std::vector<LastDecision> last_decisions(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::last_decisions, contract).map([](const db::Row& row) -> LastDecision {
        return {row.get<ApprovalId>("approval_id"), row.get<std::string>("decided_by_name"),
            row.get<std::string>("for_name"), row.get<Instant>("decided_at")};
    });
}

std::vector<std::string> composed_texts(db::Dialect dialect)
{
    const ContractId contract{"c"};
    const SiteId site{"s"};
    const LocalDay today = make_day(2026, 4, 1);
    const Filter full{.states = {State::asked},
        .kinds = {"k"},
        .waiting = Side::city,
        .inbox = {},
        .asked_by = PersonId{"p"},
        .asked_side = Side::city,
        .decided_by = {},
        .on = today,
        .request = WorkRequestId{"w"},
        .site = site,
        .words = {"a"}};
    const Filter of_city{.inbox = Inbox{{"p"}, Side::city, true, {}, today}};
    const Filter of_site{.inbox = Inbox{{"p"}, Side::city, false, {site}, today}};
    const Filter decided{.decided_by = PersonId{"p"}};
    const Reach reaches[] = {
        work_request::whole(contract), {contract, false, {"d"}, {site}}, {contract, false, {}, {}}};
    std::vector<std::string> texts;
    for (const Reach& reach : reaches) {
        for (const auto& [by, name] : names_of(static_cast<const Order*>(nullptr))) {
            for (Filter filter : {full, of_city, of_site, decided}) {
                filter.order = by;
                filter.descending = !filter.descending;
                Statement statement{rows, reach, filter};
                restrict_to(statement, filter, dialect);
                order(statement, filter);
                texts.push_back(statement.text());
            }
        }
        for (const Filter& filter : {full, of_city, of_site, decided}) {
            Statement counted{numbers, reach, filter};
            restrict_to(counted, filter, dialect);
            texts.push_back(counted.text());
        }
    }
    return texts;
}

}
