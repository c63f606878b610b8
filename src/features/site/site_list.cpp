#include "features/site/site_list.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace hoshuban::site {
namespace {

constexpr std::array excluded_words{"市が管理", "対象外", "管理対象外", "除外", "はい", "○", "yes"};
constexpr std::array included_words{"", "-", "いいえ", "×", "no"};

constexpr std::array closed_words{"閉鎖", "閉鎖済み", "閉鎖済", "廃止", "closed"};
constexpr std::array open_words{"開設", "開設済み", "使用中", "open"};

bool among(std::span<const char* const> words, std::string_view text)
{
    return std::ranges::any_of(words, [&](const char* word) { return fold(word) == fold(text); });
}

SiteColumn column_of(std::string_view field)
{
    for (const auto& [column, name] : names_of(static_cast<const SiteColumn*>(nullptr))) {
        if (field == name)
            return column;
    }
    return SiteColumn::number;
}

class SitePlanner {
public:
    SitePlanner(const SiteState& state, LocalDay on, const std::function<SiteId(int)>& new_id)
        : state_{state}
        , on_{on}
        , new_id_{new_id}
    {
    }

    sheet::PlannedRow<SiteColumn, ListedSite> planned(const SiteRow& row)
    {
        sheet::PlannedRow<SiteColumn, ListedSite> planned{.row = row.row,
            .number = row.value(SiteColumn::number),
            .title = row.value(SiteColumn::name),
            .outcome = sheet::Outcome::refused,
            .changes = {},
            .problems = row.problems,
            .saved = {}};
        const auto number = number_of(planned, row);
        const contract::Site* known = nullptr;
        if (number) {
            const auto& sites = state_.profile.sites;
            const auto found = std::ranges::find(sites, *number, &contract::Site::number);
            known = found == sites.end() ? nullptr : &*found;
        }
        const SiteFact before = known == nullptr ? SiteFact{} : state_.facts_of(*known).back();
        SiteEntry entry = entry_of(before.site, on_);
        take(planned, row, entry);
        const bool open = wanted_open(planned, row, before.open);
        if (planned.problems.empty())
            judge(planned, row, *number, known, before, {std::move(entry), open});
        return planned;
    }

private:
    using Planned = sheet::PlannedRow<SiteColumn, ListedSite>;

    std::optional<int> number_of(Planned& planned, const SiteRow& row)
    {
        const std::string& text = row.value(SiteColumn::number);
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) {
            planned.problems.push_back(row.problem(SiteColumn::number, "site/number",
                {"拠点番号を数字で入れてください。", "enter the number of the site"}));
            return std::nullopt;
        }
        const auto [first, once] = rows_.emplace(number, row.row);
        if (!once) {
            planned.problems.push_back(row.problem(SiteColumn::number, "import/duplicate_site",
                {fmt::format("拠点番号{}の行が{}行目にもあります。一方だけを残してください。", number, first->second),
                    fmt::format("site number {} stands in row {} too: keep one of them", number, first->second)}));
        }
        return number;
    }

    static void take(Planned& planned, const SiteRow& row, SiteEntry& entry)
    {
        const std::pair<SiteColumn, std::string*> texts[] = {{SiteColumn::name, &entry.name},
            {SiteColumn::address, &entry.address}, {SiteColumn::departments, &entry.departments},
            {SiteColumn::remarks, &entry.remarks}};
        for (const auto& [column, field] : texts) {
            const bool kept = column == SiteColumn::name && row.value(column).empty();
            if (row.values.contains(column) && !kept)
                *field = row.value(column);
        }
        if (row.values.contains(SiteColumn::aliases))
            entry.aliases = names_in(row.value(SiteColumn::aliases));
        if (!row.values.contains(SiteColumn::excluded))
            return;
        const std::string& said = row.value(SiteColumn::excluded);
        if (!among(excluded_words, said) && !among(included_words, said)) {
            planned.problems.push_back(row.problem(SiteColumn::excluded, "import/yes_or_blank",
                {"「市が管理」と書くか、空けてください。", "write 市が管理 (kept by the city) or leave it blank"}));
        }
        entry.excluded = among(excluded_words, said);
    }

    // What a list says of a site.
    struct Said {
        SiteEntry entry;
        bool open;
    };

    // A blank cell says nothing.
    static bool wanted_open(Planned& planned, const SiteRow& row, bool before)
    {
        if (!row.values.contains(SiteColumn::state) || row.value(SiteColumn::state).empty())
            return before;
        const std::string& said = row.value(SiteColumn::state);
        if (!among(closed_words, said) && !among(open_words, said)) {
            planned.problems.push_back(row.problem(SiteColumn::state, "import/open_or_closed",
                {"「開設」か「閉鎖」と書くか、空けてください。",
                    "write 開設 (open) or 閉鎖 (closed), or leave it blank"}));
        }
        return among(open_words, said);
    }

    // A site that closes, or opens again, with whatever else the list says of it from that day on.
    Result<SiteFacts> turned(const contract::Site& site, Said said)
    {
        auto facts = said.open ? reopened(state_, site, on_) : closed(state_, site, on_);
        if (!facts) {
            Error error = std::move(facts).error();
            for (FieldError& each : error.fields)
                each.path = name_of(SiteColumn::state);
            return fail(std::move(error));
        }
        auto also = changed(state_, site, std::move(said.entry));
        if (!also && also.error().code == "site/nothing_changed")
            return facts;
        if (also)
            also->back().open = said.open;
        return also;
    }

    Result<SiteFacts> facts_of_row(int number, const contract::Site* known, const SiteFact& before, Said said)
    {
        if (known != nullptr && said.open != before.open)
            return turned(*known, std::move(said));
        if (known != nullptr)
            return changed(state_, *known, std::move(said.entry));
        if (said.open)
            return opened(state_, new_id_(number), number, std::move(said.entry));
        const Text text{"新しい拠点は閉鎖として登録できません。行を除くか「開設」にしてください。",
            "a new site cannot begin as a closed one: leave the row out, or write 開設 (open)"};
        return fail(ErrorKind::invalid, "site/new_closed", text,
            {{std::string{name_of(SiteColumn::state)}, "site/new_closed", text}});
    }

    static const char* kind_of(const contract::Site* known, bool before, bool after)
    {
        if (known == nullptr)
            return "site.opened";
        if (before == after)
            return "site.changed";
        return after ? "site.reopened" : "site.closed";
    }

    void judge(Planned& planned, const SiteRow& row, int number, const contract::Site* known, const SiteFact& before,
        Said said)
    {
        const char* const kind = kind_of(known, before.open, said.open);
        auto facts = facts_of_row(number, known, before, std::move(said));
        if (!facts && facts.error().code == "site/nothing_changed") {
            planned.outcome = sheet::Outcome::unchanged;
            planned.title = before.site.name;
            return;
        }
        if (!facts) {
            for (const FieldError& each : facts.error().fields)
                planned.problems.push_back(row.problem(column_of(each.path), each.code, each.text));
            return;
        }
        const SiteFact& after = facts->back();
        planned.title = after.site.name;
        planned.outcome = known == nullptr ? sheet::Outcome::created : sheet::Outcome::changed;
        for (const auto& [column, name] : names_of(static_cast<const SiteColumn*>(nullptr))) {
            std::string was = known == nullptr ? std::string{} : text_of(before, column);
            std::string is = text_of(after, column);
            if (was != is && (known != nullptr || column != SiteColumn::state))
                planned.changes.push_back({column, row.cell(column), std::move(was), std::move(is)});
        }
        planned.saved = ListedSite{*std::move(facts), known == nullptr, kind};
    }

    const SiteState& state_;
    LocalDay on_;
    const std::function<SiteId(int)>& new_id_;
    std::map<int, int> rows_; ///< number → its first row
};

// Two rows of one list may not call their sites alike either.
void refuse_names_twice(SitePlan& plan)
{
    std::map<std::string, int> first;
    for (auto& row : plan.rows) {
        if (!row.saved)
            continue;
        const contract::Site& site = row.saved->facts.back().site;
        const auto [holder, fresh] = first.emplace(fold(site.name), row.row);
        if (fresh)
            continue;
        const auto cell = std::ranges::find(row.changes, SiteColumn::name, &sheet::CellChange<SiteColumn>::column);
        row.problems.push_back(
            {SiteColumn::name, cell == row.changes.end() ? std::string{} : cell->cell, "site/name_taken",
                {fmt::format("「{}」は{}行目にもあります。別の名前にしてください。", site.name, holder->second),
                    fmt::format("\"{}\" stands in row {} too: choose another name", site.name, holder->second)}});
        row.outcome = sheet::Outcome::refused;
        row.saved.reset();
    }
}

}

const Text& label_of(SiteColumn column)
{
    static const Text labels[] = {{"拠点番号", "Site number"}, {"拠点", "Site"}, {"所在地", "Address"},
        {"部署", "Departments"}, {"備考", "Remarks"}, {"別名", "Other names"}, {"管理", "Kept by"}, {"状態", "State"}};
    return labels[std::to_underlying(column)];
}

std::string text_of(const SiteFact& fact, SiteColumn column)
{
    const contract::Site& site = fact.site;
    switch (column) {
    case SiteColumn::number:
        return fmt::format("{}", site.number);
    case SiteColumn::name:
        return site.name;
    case SiteColumn::address:
        return site.address;
    case SiteColumn::departments:
        return site.departments;
    case SiteColumn::remarks:
        return site.remarks;
    case SiteColumn::excluded:
        return site.excluded ? "市が管理" : "";
    case SiteColumn::state:
        return fact.open ? "開設" : "閉鎖";
    case SiteColumn::aliases:
        break;
    }
    std::string text;
    for (const std::string& alias : site.aliases)
        text += (text.empty() ? "" : "、") + alias;
    return text;
}

SitePlan plan_sites(
    const SiteState& state, LocalDay on, std::span<const SiteRow> rows, const std::function<SiteId(int number)>& new_id)
{
    SitePlanner planner{state, on, new_id};
    SitePlan plan;
    for (const SiteRow& row : rows)
        plan.rows.push_back(planner.planned(row));
    refuse_names_twice(plan);
    return plan;
}

}
