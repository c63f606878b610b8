#pragma once
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
};

inline auto describe(const SaveRegisterImport*)
{
    using B = SaveRegisterImport;
    return json::object<B>("SaveRegisterImport",
        json::field("preview", &B::preview, {"確認した内容", "What was seen"}, json::length(64, 64)),
        json::field("skip_refused", &B::skip_refused, {"取込不可の行を除いて登録する", "Save without the refused rows"},
            json::defaulted()));
}

inline auto describe(const SavedRegister*)
{
    using V = SavedRegister;
    return json::object<V>("SavedRegister", json::field("entered", &V::entered, {"新しい機器", "New units"}),
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

struct RegisterImportView {
    LocalDay on;
    Cause cause;
    std::string preview; ///< to be given back when it is saved
    sheet::ImportView plan;
    int taken = 0;
    int moves = 0;
    std::vector<UnknownSiteView> unknown_sites;
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
        json::field("unknown_sites", &V::unknown_sites, {"契約にない拠点の名前", "Names of sites that nobody knows"}));
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

struct SiteAliasView {
    std::string alias;
    SiteId site_id;
};

inline auto describe(const SiteAliasView*)
{
    using V = SiteAliasView;
    return json::object<V>("SiteAlias", json::field("alias", &V::alias, {"一覧の名前", "Name in the list"}),
        json::field("site_id", &V::site_id, {"拠点", "Site"}));
}

struct SiteAliasListView {
    std::vector<SiteAliasView> items;
};

inline auto describe(const SiteAliasListView*)
{
    using V = SiteAliasListView;
    return json::object<V>("SiteAliases", json::field("items", &V::items));
}

}
