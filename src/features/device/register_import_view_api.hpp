#pragma once
#include "features/device/column_mapping.hpp"
#include "features/device/register_import_store.hpp"
#include "formats/sheet_preview.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

struct RegisterImportQuery {
    std::string name;
    LocalDay on;
    Cause cause = Cause::correction;
};

inline auto describe(const RegisterImportQuery*)
{
    using Q = RegisterImportQuery;
    return json::object<Q>("RegisterImportQuery",
        json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)),
        json::field("on", &Q::on, {"基準日", "As of"}),
        json::field("cause", &Q::cause, {"異動の理由", "Cause"}, json::defaulted()));
}

struct SaveRegisterImport {
    std::string preview; ///< of the view that the person saw
    bool skip_refused = false;
    std::string reason;
};

inline auto describe(const SaveRegisterImport*)
{
    using B = SaveRegisterImport;
    return json::object<B>("SaveRegisterImport",
        json::field("preview", &B::preview, {"確認した内容", "What was seen"}, json::length(64, 64)),
        json::field("skip_refused", &B::skip_refused, {"取込不可の行を除いて登録する", "Save without the refused rows"},
            json::defaulted()),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()));
}

inline auto describe(const ColumnChoice*)
{
    using C = ColumnChoice;
    return json::object<C>("ColumnChoice",
        json::field("heading", &C::heading, {"見出し", "Heading"}, json::length(1, 200)),
        json::field("column", &C::column, {"列", "Column"}));
}

struct ConflictChoice {
    DeviceId unit;
    Holds holds;
};

inline auto describe(const ConflictChoice*)
{
    using C = ConflictChoice;
    return json::object<C>("ConflictChoice", json::field("unit", &C::unit, {"機器", "Unit"}),
        json::field("holds", &C::holds, {"どちらにするか", "Which holds"}));
}

struct LeftOutChoice {
    DeviceId unit;
    Use use;
};

inline auto describe(const LeftOutChoice*)
{
    using C = LeftOutChoice;
    return json::object<C>("LeftOutChoice", json::field("unit", &C::unit, {"機器", "Unit"}),
        json::field("use", &C::use, {"使い方", "Use"}));
}

/// What a person chose while looking at a list.
struct ImportChoices {
    std::vector<ColumnChoice> columns;
    std::vector<ConflictChoice> conflicts;
    std::vector<LeftOutChoice> left_out;
};

inline auto describe(const ImportChoices*)
{
    using C = ImportChoices;
    return json::object<C>("ImportChoices",
        json::field("columns", &C::columns, {"列の対応", "Columns"}, json::items(0, 200), json::defaulted()),
        json::field("conflicts", &C::conflicts, {"食い違い", "Conflicts"}, json::items(0, 20'000), json::defaulted()),
        json::field(
            "left_out", &C::left_out, {"一覧にない機器", "Units left out"}, json::items(0, 20'000), json::defaulted()));
}

inline auto describe(const SavedRegister*)
{
    using V = SavedRegister;
    return json::object<V>("SavedRegister",
        json::field("act", &V::act, {"取消に使う番号", "By which it is taken back"}),
        json::field("entered", &V::entered, {"新しい機器", "New units"}),
        json::field("taken", &V::taken,
            {"台数だけだった行を引き継いだ機器", "Units that took the row of one that was only counted"}),
        json::field("changed", &V::changed, {"ほかの変更", "Other units changed"}),
        json::field("moves", &V::moves, {"異動", "Moves"}));
}

struct SiteChoiceView {
    SiteId id;
    int number;
    std::string name;
};

inline auto describe(const SiteChoiceView*)
{
    using V = SiteChoiceView;
    return json::object<V>("SiteChoice", json::field("id", &V::id),
        json::field("number", &V::number, {"拠点番号", "Site number"}),
        json::field("name", &V::name, {"拠点", "Site"}));
}

struct UnknownSiteView {
    std::string name;
    std::string cell;
    int rows;
    std::vector<SiteChoiceView> nearest;
};

inline auto describe(const UnknownSiteView*)
{
    using V = UnknownSiteView;
    return json::object<V>("UnknownSite", json::field("name", &V::name, {"一覧の名前", "Name in the list"}),
        json::field("cell", &V::cell, {"セル", "Cell"}), json::field("rows", &V::rows, {"行数", "Rows"}),
        json::field("nearest", &V::nearest, {"近い名前の拠点", "Sites of similar names"}));
}

/// The same as they are told: what is optional differs between a type that is sent and one that is received.
struct ColumnView {
    std::string heading;
    std::optional<LedgerColumn> column;
};

inline auto describe(const ColumnView*)
{
    using V = ColumnView;
    return json::object<V>("ListColumn", json::field("heading", &V::heading, {"見出し", "Heading"}),
        json::field("column", &V::column, {"列", "Column"}));
}

struct ChosenView {
    std::vector<ColumnView> columns;
    std::vector<ConflictChoice> conflicts;
    std::vector<LeftOutChoice> left_out;
};

inline auto describe(const ChosenView*)
{
    using V = ChosenView;
    return json::object<V>("ChosenForList", json::field("columns", &V::columns, {"列の対応", "Columns"}),
        json::field("conflicts", &V::conflicts, {"食い違い", "Conflicts"}),
        json::field("left_out", &V::left_out, {"一覧にない機器", "Units left out"}));
}

struct HeadingView {
    std::string column;
    std::string text;
    std::optional<LedgerColumn> means;
    std::string sample;
};

inline auto describe(const HeadingView*)
{
    using V = HeadingView;
    return json::object<V>("ListHeading", json::field("column", &V::column, {"列", "Column"}),
        json::field("text", &V::text, {"見出し", "Heading"}), json::field("means", &V::means, {"意味", "Meaning"}),
        json::field("sample", &V::sample, {"最初の行の値", "First value"}));
}

struct ConflictView {
    DeviceId unit;
    std::string number;
    int row;
    std::optional<LocalDay> since;
    std::string listed;
    std::string present;
    std::optional<Holds> holds;
};

inline auto describe(const ConflictView*)
{
    using V = ConflictView;
    return json::object<V>("RegisterConflict", json::field("unit", &V::unit),
        json::field("number", &V::number, {"機器ID", "Device ID"}), json::field("row", &V::row, {"行", "Row"}),
        json::field("since", &V::since, {"異動日", "Moved on"}), json::field("listed", &V::listed, {"一覧", "List"}),
        json::field("present", &V::present, {"台帳", "Register"}),
        json::field("holds", &V::holds, {"どちらにするか", "Which holds"}));
}

struct LeftOutView {
    DeviceId unit;
    std::string number;
    std::string model;
    std::string division;
    std::string site;
    Use present;
    std::optional<Use> use;
};

inline auto describe(const LeftOutView*)
{
    using V = LeftOutView;
    return json::object<V>("LeftOutUnit", json::field("unit", &V::unit),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("model", &V::model, {"機種名", "Model"}),
        json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("present", &V::present, {"今の使い方", "Use now"}),
        json::field("use", &V::use, {"選んだ使い方", "Chosen use"}));
}

inline constexpr std::size_t first_left_out = 100;

struct LeftOutQuery {
    std::string cursor;
    int limit = 100;
};

inline auto describe(const LeftOutQuery*)
{
    using Q = LeftOutQuery;
    return json::object<Q>("LeftOutQuery",
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(1, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct LeftOutPage {
    std::vector<LeftOutView> items;
    std::optional<std::string> next_cursor;
};

inline auto describe(const LeftOutPage*)
{
    using V = LeftOutPage;
    return json::object<V>("LeftOutPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

/// A total of the contract, and what the register holds before and after the import.
struct ImportTotalView {
    Text label;
    int stated;
    int before;
    int after;
    std::string clause;
};

inline auto describe(const ImportTotalView*)
{
    using V = ImportTotalView;
    return json::object<V>("ImportTotal", json::field("label", &V::label, {"台数", "Total"}),
        json::field("stated", &V::stated, {"契約の台数", "Stated"}),
        json::field("before", &V::before, {"取込前", "Before"}), json::field("after", &V::after, {"取込後", "After"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}));
}

struct RegisterImportView {
    LocalDay on;
    Cause cause;
    std::string preview; ///< to be given back when it is saved
    sheet::ImportView plan;
    int taken = 0;
    int moves = 0;
    std::vector<UnknownSiteView> unknown_sites;
    std::vector<HeadingView> headings = {};
    bool readable = true; ///< false: somebody has to say first which column is which
    std::string mapping = {}; ///< the remembered one by which the columns were read; empty: none was needed
    std::vector<ConflictView> conflicts = {};
    int conflicts_open = 0;
    std::vector<LeftOutView> left_out = {}; ///< the first of them
    std::optional<std::string> left_out_next = {}; ///< the cursor of the others
    int left_out_units = 0;
    std::vector<ImportTotalView> totals = {};
    ChosenView choices = {};
};

inline auto describe(const RegisterImportView*)
{
    using V = RegisterImportView;
    return json::object<V>("RegisterImport", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("cause", &V::cause, {"異動の理由", "Cause"}), json::field("preview", &V::preview),
        json::field("plan", &V::plan),
        json::field("taken", &V::taken,
            {"台数だけだった行を引き継ぐ機器", "Units that take the row of one that was only counted"}),
        json::field("moves", &V::moves, {"異動", "Moves"}),
        json::field("unknown_sites", &V::unknown_sites, {"契約にない拠点の名前", "Names of sites that nobody knows"}),
        json::field("headings", &V::headings, {"一覧の見出し", "Headings of the list"}),
        json::field("readable", &V::readable, {"列が分かる", "Whether the columns are understood"}),
        json::field("mapping", &V::mapping, {"使った列の対応", "Remembered columns that were used"}),
        json::field("conflicts", &V::conflicts, {"書き出した後に変わった機器", "Units that changed since"}),
        json::field("conflicts_open", &V::conflicts_open, {"選んでいない食い違い", "Conflicts without a choice"}),
        json::field("left_out", &V::left_out, {"一覧にない機器", "Units left out"}),
        json::field("left_out_next", &V::left_out_next, {"一覧にない機器の続き", "Cursor of the others"}),
        json::field("left_out_units", &V::left_out_units, {"一覧にない機器の数", "How many are left out"}),
        json::field("totals", &V::totals, {"契約の台数との照合", "Beside the contract's totals"}),
        json::field("choices", &V::choices));
}

struct RememberSite {
    std::string alias;
    SiteId site_id;
};

inline auto describe(const RememberSite*)
{
    using B = RememberSite;
    return json::object<B>("RememberSite",
        json::field("alias", &B::alias, {"一覧の名前", "Name in the list"}, json::length(1, 200)),
        json::field("site_id", &B::site_id, {"拠点", "Site"}));
}

struct ForgetAlias {
    std::string alias;
    std::string reason;
};

inline auto describe(const ForgetAlias*)
{
    using B = ForgetAlias;
    return json::object<B>("ForgetAlias",
        json::field("alias", &B::alias, {"一覧の名前", "Name in the list"}, json::length(1, 200)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct SiteAliasView {
    std::string alias;
    SiteId site_id;
    std::string entered_by;
    Instant entered_at;
};

inline auto describe(const SiteAliasView*)
{
    using V = SiteAliasView;
    return json::object<V>("SiteAlias", json::field("alias", &V::alias, {"一覧の名前", "Name in the list"}),
        json::field("site_id", &V::site_id, {"拠点", "Site"}),
        json::field("entered_by", &V::entered_by, {"登録した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"登録日時", "Entered at"}));
}

struct SiteAliasListView {
    std::vector<SiteAliasView> items;
};

inline auto describe(const SiteAliasListView*)
{
    using V = SiteAliasListView;
    return json::object<V>("SiteAliases", json::field("items", &V::items));
}

/// What the rows of a plan would do; the caller adds what it knows of the whole list.
RegisterImportView view_of(const RegisterImport&, const std::string& preview, const RegisterPlan&);

/// The units that a plan leaves out from a place on; the cursor holds for the preview that was seen.
LeftOutPage left_out_page(const RegisterPlan&, const std::string& preview, std::size_t from, std::size_t limit);

}
