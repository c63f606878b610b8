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

/// A statement over the register, put together from declared conditions; values only ever travel as parameters.
class Statement {
public:
    Statement(std::string_view head, const Reach& reach)
        : text_{head}
    {
        params_.emplace_back(reach.contract);
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

// What this person may decide today: his side's turn (or his site's), not his own application, no step of it signed
// before, and named for the step where anybody is.
void restrict_to(Statement& statement, const Inbox& inbox)
{
    const std::string me = statement.place(inbox.person);
    const std::string side = statement.place(inbox.side);
    const std::string today = statement.place(inbox.today);
    if (inbox.whole)
        statement.where(inbox.side == Side::city ? "a.turn IN ('city', 'site')" : "a.turn = 'contractor'");
    else {
        const std::vector<db::Param> sites{inbox.sites.begin(), inbox.sites.end()};
        statement.where("a.turn = 'site' AND " + statement.one_of("COALESCE(a.site_id, r.site_id)", sites));
    }
    statement.where("a.asked_by <> " + me);
    statement.where(fmt::format("NOT EXISTS (SELECT 1 FROM approval_decision d WHERE d.contract_id = a.contract_id "
                                "AND d.approval_id = a.id AND (d.decided_by = {0} OR d.for_person = {0}))",
        me));
    const std::string named = fmt::format(
        "SELECT 1 FROM approver v WHERE v.contract_id = a.contract_id AND v.kind = a.kind AND v.step = a.step "
        "AND v.side = {}",
        side);
    statement.where(fmt::format(
        "(NOT EXISTS ({0}) OR EXISTS ({0} AND v.person_id <> a.asked_by AND (v.person_id = {1} OR EXISTS (SELECT 1 "
        "FROM deputy y WHERE y.contract_id = v.contract_id AND y.side = v.side AND y.person_id = v.person_id "
        "AND y.deputy_id = {1} AND y.from_day <= {2} AND y.to_day > {2}))))",
        named, me, today));
}

void restrict_turn(Statement& statement, Side side)
{
    statement.where(side == Side::city ? "a.turn IN ('city', 'site')" : "a.turn = 'contractor'");
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
        restrict_to(statement, *filter.inbox);
    if (filter.asked_by)
        statement.where("a.asked_by = " + statement.place(*filter.asked_by));
    if (filter.asked_side)
        statement.where("a.asked_side = " + statement.place(*filter.asked_side));
    if (filter.decided_by) {
        statement.where("EXISTS (SELECT 1 FROM approval_decision d WHERE d.contract_id = a.contract_id "
                        "AND d.approval_id = a.id AND d.decided_by = " +
            statement.place(*filter.decided_by) + ")");
    }
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
    Statement statement{sql::list_approvals.sqlite, reach};
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
    Statement statement{sql::count_approvals.sqlite, reach};
    restrict_to(statement, filter, reader.dialect());
    return reader.query(statement.query(), statement.params()).one([](const db::Row& row) {
        return row.get<int>("total");
    });
}

void for_each_listed(
    db::Reader& reader, const Reach& reach, const Filter& filter, const std::function<void(const Listed&)>& visit)
{
    Statement statement{sql::list_approvals.sqlite, reach};
    restrict_to(statement, filter, reader.dialect());
    order(statement, filter);
    reader.stream(statement.query(), statement.params()).for_each([&](const db::Row& row) { visit(listed_from(row)); });
}

Result<Listed> get(db::Reader& reader, const Reach& reach, const ApprovalId& id)
{
    Statement statement{sql::list_approvals.sqlite, reach};
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
        .inbox = Inbox{{"p"}, Side::city, true, {}, today},
        .asked_by = PersonId{"p"},
        .asked_side = Side::city,
        .decided_by = PersonId{"p"},
        .on = today,
        .request = WorkRequestId{"w"},
        .site = site,
        .words = {"a"}};
    Filter of_site{.inbox = Inbox{{"p"}, Side::city, false, {site}, today}};
    const Reach reaches[] = {
        work_request::whole(contract), {contract, false, {"d"}, {site}}, {contract, false, {}, {}}};
    std::vector<std::string> texts;
    for (const Reach& reach : reaches) {
        for (const auto& [by, name] : names_of(static_cast<const Order*>(nullptr))) {
            for (Filter filter : {full, of_site}) {
                filter.order = by;
                filter.descending = !filter.descending;
                Statement statement{sql::list_approvals.sqlite, reach};
                restrict_to(statement, filter, dialect);
                order(statement, filter);
                texts.push_back(statement.text());
            }
        }
        Statement counted{sql::count_approvals.sqlite, reach};
        restrict_to(counted, full, dialect);
        texts.push_back(counted.text());
    }
    return texts;
}

}
