#pragma once
#include "features/device/edition_store.hpp"
#include "features/device/ledger.hpp"
#include "features/device/placement.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

struct MakeEdition {
    std::string division;
    std::optional<LocalDay> on; ///< today unless it is given
};

inline auto describe(const MakeEdition*)
{
    using B = MakeEdition;
    return json::object<B>("MakeEdition",
        json::field("division", &B::division, {"システムの区分", "Division"}, json::length(0, 100)),
        json::field("on", &B::on, {"基準日", "As of"}));
}

struct SubmitEdition {
    LocalDay on;
};

inline auto describe(const SubmitEdition*)
{
    using B = SubmitEdition;
    return json::object<B>("SubmitEdition", json::field("on", &B::on, {"提出日", "Submitted on"}));
}

struct EditionView {
    EditionId id;
    std::string division;
    std::string title;
    int number;
    LocalDay on;
    int units;
    std::string name;
    std::string made_by;
    Instant made_at;
    std::optional<LocalDay> submitted_on;
    std::string submitted_by;
    int version;
};

inline auto describe(const EditionView*)
{
    using V = EditionView;
    return json::object<V>("LedgerEdition", json::field("id", &V::id),
        json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("title", &V::title, {"台帳", "Ledger"}), json::field("number", &V::number, {"版", "Edition"}),
        json::field("on", &V::on, {"基準日", "As of"}), json::field("units", &V::units, {"台数", "Units"}),
        json::field("name", &V::name, {"ファイル名", "File name"}),
        json::field("made_by", &V::made_by, {"作った人", "Made by"}),
        json::field("made_at", &V::made_at, {"作った日時", "Made at"}),
        json::field("submitted_on", &V::submitted_on, {"提出日", "Submitted on"}),
        json::field("submitted_by", &V::submitted_by, {"提出した人", "Submitted by"}),
        json::field("version", &V::version));
}

struct LedgerStateView {
    std::string division;
    std::string title;
    int units;
    int kept_by_city; ///< units of its divisions that are not in it
    int pending; ///< moves that no edition shows yet
};

inline auto describe(const LedgerStateView*)
{
    using V = LedgerStateView;
    return json::object<V>("LedgerState", json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("title", &V::title, {"台帳", "Ledger"}), json::field("units", &V::units, {"台数", "Units"}),
        json::field("kept_by_city", &V::kept_by_city, {"市管理（台帳の外）", "Kept by the city, not in it"}),
        json::field("pending", &V::pending, {"どの版にもまだない異動", "Moves that no edition shows yet"}));
}

struct EditionListView {
    std::vector<LedgerStateView> ledgers;
    std::vector<EditionView> items; ///< the newest first
    bool may_make = false;
};

inline auto describe(const EditionListView*)
{
    using V = EditionListView;
    return json::object<V>("LedgerEditions", json::field("ledgers", &V::ledgers), json::field("items", &V::items),
        json::field("may_make", &V::may_make));
}

inline EditionView view_of(const contract::Profile& profile, const Edition& edition)
{
    return {.id = edition.id,
        .division = edition.division,
        .title = ledger_of(profile, edition.division).title,
        .number = edition.number,
        .on = edition.on,
        .units = edition.units,
        .name = edition.name,
        .made_by = edition.made_by,
        .made_at = edition.made_at,
        .submitted_on = edition.submitted_on,
        .submitted_by = edition.submitted_by,
        .version = edition.version};
}

}
