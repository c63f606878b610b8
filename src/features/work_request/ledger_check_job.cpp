#include "features/work_request/ledger_check_job.hpp"

#include "core/fold.hpp"
#include "features/audit/ledger_check_job.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_doc.hpp"
#include "features/work_request/event_words.hpp"
#include "features/work_request/opening.hpp"
#include "features/work_request/search_key.hpp"
#include "features/work_request/sql.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::work_request {
namespace {

using audit::LedgerFacts;
using audit::LedgerRow;

std::string text_of(const db::Cell& cell)
{
    switch (cell.kind) {
    case db::ValueKind::integer:
        return std::to_string(cell.integer);
    case db::ValueKind::real:
        return fmt::format("{}", cell.real);
    default:
        return std::string{cell.data};
    }
}

std::string hours_text(const db::Cell& cell)
{
    return cell.kind == db::ValueKind::integer ? to_text(Hours{static_cast<int>(cell.integer)}) : text_of(cell);
}

// ',a,b,' as events say it: 'a,b'.
std::string ids_text(std::string packed)
{
    if (packed.size() > 1 && packed.front() == ',' && packed.back() == ',')
        return packed.substr(1, packed.size() - 2);
    return packed;
}

// One line for every file, in the order of the lines.
void add_file(LedgerFacts& facts, const std::string& line)
{
    std::multiset<std::string> lines{line};
    std::string& files = facts["files"];
    for (std::size_t from = 0; from < files.size();) {
        const std::size_t end = std::min(files.find('\n', from), files.size());
        lines.insert(files.substr(from, end - from));
        from = end + 1;
    }
    files.clear();
    for (const std::string& each : lines)
        files += (files.empty() ? "" : "\n") + each;
}

std::string file_line(std::string_view name, std::string_view sha256, std::string_view at, std::string_view by)
{
    return fmt::format("{} {} {} {}", name, sha256, at, by);
}

class Requests {
public:
    Requests(db::Reader& reader, const ContractId& contract)
        : reader_{reader}
        , contract_{contract}
    {
        if (const auto profile = contract::read_profile(contract::files_of(reader, contract))) {
            if (const auto* series = contract::find_numbers(*profile, number_series))
                series_ = *series;
        }
    }

    std::vector<LedgerRow> page(const std::string& after, int limit)
    {
        auto rows = reader_.query(sql::list_stored_requests, contract_, after, limit).map([&](const db::Row& row) {
            return row_from(row);
        });
        if (rows.empty())
            return rows;
        reader_.query(sql::list_stored_files, contract_, after, rows.back().id).for_each([&](const db::Row& file) {
            const auto owner = std::ranges::find(rows, text_of(file.cell("subject_id")), &LedgerRow::id);
            if (owner != rows.end())
                add_file(owner->facts,
                    file_line(text_of(file.cell("name")), text_of(file.cell("sha256")), text_of(file.cell("added_at")),
                        text_of(file.cell("added_by"))));
        });
        return rows;
    }

    void derive(LedgerFacts& facts) const
    {
        facts["search_key"] = search_key(facts);
        facts["division_key"] = fold(facts["division"]);
        const auto number = series_ ? contract::parse_number(*series_, facts["number"]) : std::nullopt;
        if (number)
            facts["number_seq"] = std::to_string(number->sequence);
        if (number && number->year)
            facts["number_year"] = std::to_string(*number->year);
    }

private:
    LedgerRow row_from(const db::Row& row) const
    {
        LedgerRow read;
        for (const std::string& column : row.columns()) {
            const db::Cell cell = row.cell(column);
            if (column == "id")
                read.id = text_of(cell);
            else if (column.ends_with("_tenths"))
                read.facts[column.substr(0, column.find('_')) + "_hours"] = hours_text(cell);
            else
                read.facts[column] = column == "work_types" ? ids_text(text_of(cell)) : text_of(cell);
        }
        if (read.facts["start_kind"] == name_of(Start::none))
            read.facts["start_kind"].clear();
        read.number = read.facts["number"];
        // What a pattern that was changed since, or one without years, does not tell cannot be compared.
        const auto number = series_ ? contract::parse_number(*series_, read.number) : std::nullopt;
        if (!number)
            read.facts.erase("number_seq");
        if (!number || !number->year)
            read.facts.erase("number_year");
        return read;
    }

    db::Reader& reader_;
    const ContractId& contract_;
    std::optional<contract::NumberSeries> series_;
};

// Who gave a signature is who did what the event tells of.
void take_signature(LedgerFacts& facts, const audit::Event& event, const LedgerFacts& after, const std::string& side)
{
    const auto kind = after.find(side + "_confirmation");
    if (kind != after.end())
        facts[side + "_confirmed_person"] =
            kind->second == name_of(Confirmation::given) ? event.entry.actor.text : std::string{};
}

void take(LedgerFacts& facts, const audit::Event& event, const LedgerFacts& after)
{
    const std::string at = hoshuban::to_text(event.entry.at);
    if (event.entry.kind == "work_request.file_attached") {
        const auto fact = [&](const char* name) { return after.contains(name) ? after.at(name) : std::string{}; };
        add_file(facts, file_line(fact("name"), fact("sha256"), at, event.entry.actor_name));
        return;
    }
    // A comment changes nothing; what other rooms tell in the timeline of a request is no fact of its row; a change
    // without a difference is a new version all the same.
    if (event.entry.after.empty() || !event.entry.kind.starts_with("work_request."))
        return;
    for (const auto& [field, value] : after)
        facts[field] = value;
    take_signature(facts, event, after, "contractor");
    take_signature(facts, event, after, "city");
    facts.try_emplace("created_at", at);
    facts["updated_at"] = at;
    facts["version"] = std::to_string(facts.contains("version") ? std::stoi(facts["version"]) + 1 : 1);
}

std::string number_in(const LedgerFacts& facts)
{
    const auto found = facts.find("number");
    return found == facts.end() ? std::string{} : found->second;
}

}

audit::LedgerVerification verify_ledger(db::Reader& reader, const ContractId& contract)
{
    Requests requests{reader, contract};
    const audit::Words words = event_words();
    return audit::verify_ledger(reader, contract,
        {.name = "work_requests",
            .subject_kind = "work_request",
            .rows = [&](const std::string& after, int limit) { return requests.page(after, limit); },
            .take = take,
            .derive = [&](LedgerFacts& facts) { requests.derive(facts); },
            .number = number_in,
            .label = [&](std::string_view field) { return words.field("work_request", field); }});
}

}
