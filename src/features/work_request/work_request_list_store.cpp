#include "features/work_request/work_request_list_store.hpp"

#include "core/cursor.hpp"
#include "features/work_request/sql.hpp"
#include "features/work_request/statement_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <array>
#include <fmt/format.h>
#include <span>

namespace hoshuban::work_request {
namespace {

constexpr std::array<std::string_view, 3> by_number = {"number_year", "number_seq", "id"};
constexpr std::array<std::string_view, 2> by_entry = {"entered_on", "id"};
constexpr std::array<std::string_view, 2> by_wish = {"wish_on", "id"};
constexpr std::array<std::string_view, 2> by_title = {"title", "id"};
// The flow of the work, not the alphabet.
constexpr std::string_view flow =
    "CASE status WHEN 'requested' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'confirming' THEN 2 ELSE 3 END";
constexpr std::array<std::string_view, 4> by_status = {flow, "number_year", "number_seq", "id"};

std::span<const std::string_view> keys_of(ListOrder order)
{
    switch (order) {
    case ListOrder::number:
        return by_number;
    case ListOrder::entered_on:
        return by_entry;
    case ListOrder::wish_on:
        return by_wish;
    case ListOrder::title:
        return by_title;
    case ListOrder::status:
        return by_status;
    }
    return by_number;
}

bool is_number(std::string_view key)
{
    return key == flow || key.starts_with("number_");
}

void restrict_statuses(Statement& statement, const std::vector<Status>& statuses)
{
    if (statuses.empty())
        return;
    statement.where_one_of("status", {statuses.begin(), statuses.end()});
}

void restrict(Statement& statement, const ListFilter& filter, db::Dialect dialect)
{
    const bool sqlite = dialect == db::Dialect::sqlite;
    restrict_statuses(statement, filter.statuses);
    for (const std::string& word : filter.words)
        statement.where(sqlite ? "instr(search_key, ?) > 0" : "strpos(search_key, ?) > 0", word);
    if (!filter.work_type.empty())
        statement.where(
            sqlite ? "instr(work_types, ?) > 0" : "strpos(work_types, ?) > 0", "," + filter.work_type + ",");
    if (filter.site)
        statement.where("site_id = ?", *filter.site);
    if (filter.entered_from)
        statement.where("entered_on >= ?", *filter.entered_from);
    if (filter.entered_to)
        statement.where("entered_on <= ?", *filter.entered_to);
}

void order(Statement& statement, const ListFilter& filter)
{
    std::string keys;
    for (const std::string_view key : keys_of(filter.order))
        keys += fmt::format("{}{}{}", keys.empty() ? "" : ", ", key, filter.descending ? " DESC" : "");
    statement.append(" ORDER BY " + keys);
}

std::unexpected<Error> bad_cursor()
{
    return fail(ErrorKind::invalid, "list/cursor",
        {"続きの位置を読めません。一覧を開き直してください。", "cannot read the cursor: open the list again"});
}

Result<db::Param> cursor_param(std::string_view key, std::string& value)
{
    if (!is_number(key))
        return db::Param{std::move(value)};
    if (value.empty() || value.size() > 9 || value.find_first_not_of("0123456789") != std::string::npos)
        return bad_cursor();
    return db::Param{std::stoi(value)};
}

Result<void> continue_after(Statement& statement, const ListFilter& filter, std::string_view cursor)
{
    if (cursor.empty())
        return {};
    const auto keys = keys_of(filter.order);
    TRY_ASSIGN(auto values, cursor_keys(cursor, keys.size()));
    std::string left;
    std::string right;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        TRY_ASSIGN(db::Param param, cursor_param(keys[i], values[i]));
        left += fmt::format("{}{}", left.empty() ? "" : ", ", keys[i]);
        right += (right.empty() ? "" : ", ") + statement.place(std::move(param));
    }
    statement.append(fmt::format(" AND ({}) {} ({})", left, filter.descending ? "<" : ">", right));
    return {};
}

std::string cursor_value(const db::Row& row, std::string_view key)
{
    if (key == flow)
        return std::to_string(static_cast<int>(row.get<Status>("status")));
    return is_number(key) ? std::to_string(row.get<int>(key)) : row.get<std::string>(key);
}

std::string cursor_of(const db::Row& row, ListOrder order)
{
    std::vector<std::string> values;
    for (const std::string_view key : keys_of(order))
        values.push_back(cursor_value(row, key));
    return hoshuban::cursor_of(values);
}

}

Result<ListPage> list(
    db::Reader& reader, const Reach& reach, const ListFilter& filter, std::string_view cursor, int limit)
{
    const bool sqlite = reader.dialect() == db::Dialect::sqlite;
    Statement statement{sqlite ? sql::list_work_requests.sqlite : sql::list_work_requests.postgres, reach};
    restrict(statement, filter, reader.dialect());
    TRY(continue_after(statement, filter, cursor));
    order(statement, filter);
    statement.append(" LIMIT " + statement.place(limit + 1));
    ListPage page;
    page.requests.reserve(static_cast<std::size_t>(limit));
    std::string last;
    reader.query(statement.query(), statement.params()).for_each([&](const db::Row& row) {
        const int found = static_cast<int>(page.requests.size());
        if (found == limit) {
            page.next = std::move(last);
            return;
        }
        page.requests.push_back(work_request_from(row));
        if (found == limit - 1)
            last = cursor_of(row, filter.order);
    });
    return page;
}

int count(db::Reader& reader, const Reach& reach, const ListFilter& filter)
{
    Statement statement{sql::count_work_requests.sqlite, reach};
    restrict(statement, filter, reader.dialect());
    return reader.query(statement.query(), statement.params()).one([](const db::Row& row) {
        return row.get<int>("total");
    });
}

void for_each_listed(db::Reader& reader, const Reach& reach, const ListFilter& filter,
    const std::function<void(const WorkRequest&)>& visit)
{
    Statement statement{sql::list_work_requests.sqlite, reach};
    restrict(statement, filter, reader.dialect());
    order(statement, filter);
    reader.stream(statement.query(), statement.params()).for_each([&](const db::Row& row) {
        visit(work_request_from(row));
    });
}

std::vector<std::string> composed_texts(db::Dialect dialect)
{
    const ListFilter full{.statuses = {Status::requested, Status::done},
        .words = {"a"},
        .work_type = "a",
        .site = SiteId{"a"},
        .entered_from = make_day(2025, 4, 1),
        .entered_to = make_day(2026, 3, 31)};
    const ContractId contract{"c"};
    const std::vector<std::string> divisions{"a", "b"};
    const std::vector<SiteId> sites{SiteId{"a"}};
    const Reach reaches[] = {whole(contract), {contract, false, divisions, {}}, {contract, false, {}, sites},
        {contract, false, divisions, sites}, {contract, false, {}, {}}};
    std::vector<std::string> texts;
    for (const Reach& reach : reaches) {
        for (const auto& [order_by, name] : names_of(static_cast<const ListOrder*>(nullptr))) {
            for (const bool descending : {false, true}) {
                ListFilter filter = full;
                filter.order = order_by;
                filter.descending = descending;
                Statement statement{sql::list_work_requests.sqlite, reach};
                restrict(statement, filter, dialect);
                order(statement, filter);
                texts.push_back(statement.text());
            }
        }
    }
    return texts;
}

}
