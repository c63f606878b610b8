#pragma once
#include "features/loan/loan.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::loan {

/// Which loans: everything that is not returned unless something else is asked for.
enum class Shown { open, lent, out, lost, returned, all };

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>({
        {Shown::open, "open"},
        {Shown::lent, "lent"},
        {Shown::out, "out"},
        {Shown::lost, "lost"},
        {Shown::returned, "returned"},
        {Shown::all, "all"},
    });
}

struct LoanQuery {
    std::optional<Kind> kind;
    Shown state = Shown::open;
    std::optional<std::string> q;
    std::optional<DeviceId> device; ///< of this unit only
    std::optional<MediumId> medium; ///< of this medium only
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const LoanQuery*)
{
    using Q = LoanQuery;
    return json::object<Q>("LoanQuery", json::field("kind", &Q::kind, {"種類", "Kind"}),
        json::field("state", &Q::state, {"状態", "State"}, json::defaulted()),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("device", &Q::device, {"機器", "Unit"}), json::field("medium", &Q::medium, {"媒体", "Medium"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct LendThing {
    std::string number;
    Kind kind = Kind::other;
    std::string title;
    std::string lent_by;
    std::string lent_to;
    std::string holder;
    std::string storage_place;
    LocalDay lent_on;
    std::optional<LocalDay> due_back;
    std::optional<DeviceId> device_id;
    std::optional<MediumId> medium_id;
    std::string note;
};

inline auto describe(const LendThing*)
{
    using B = LendThing;
    return json::object<B>("LendThing", json::field("number", &B::number, {"番号", "Number"}, json::length(1, 60)),
        json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("title", &B::title, {"品名", "Thing"}, json::length(1, 200)),
        json::field("lent_by", &B::lent_by, {"貸与者", "Lent by"}, json::length(1, 200)),
        json::field("lent_to", &B::lent_to, {"貸与先", "Lent to"}, json::length(1, 200)),
        json::field("holder", &B::holder, {"保管者", "Holder"}, json::length(1, 200)),
        json::field("storage_place", &B::storage_place, {"保管場所", "Place of storage"}, json::length(1, 200)),
        json::field("lent_on", &B::lent_on, {"貸与日", "Lent on"}),
        json::field("due_back", &B::due_back, {"返却期限", "Due back"}),
        json::field("device_id", &B::device_id, {"台帳の機器", "Unit of the register"}),
        json::field("medium_id", &B::medium_id, {"台帳の媒体", "Medium of the register"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

/// What may be corrected of a loan. Who has it changes by an act, never by a correction.
struct CorrectLoan {
    std::string title;
    std::string lent_by;
    std::string lent_to;
    std::string storage_place;
    std::optional<LocalDay> due_back;
    std::optional<DeviceId> device_id;
    std::optional<MediumId> medium_id;
    std::string note;
};

inline auto describe(const CorrectLoan*)
{
    using B = CorrectLoan;
    return json::object<B>("CorrectLoan", json::field("title", &B::title, {"品名", "Thing"}, json::length(1, 200)),
        json::field("lent_by", &B::lent_by, {"貸与者", "Lent by"}, json::length(1, 200)),
        json::field("lent_to", &B::lent_to, {"貸与先", "Lent to"}, json::length(1, 200)),
        json::field("storage_place", &B::storage_place, {"保管場所", "Place of storage"}, json::length(1, 200)),
        json::field("due_back", &B::due_back, {"返却期限", "Due back"}),
        json::field("device_id", &B::device_id, {"台帳の機器", "Unit of the register"}),
        json::field("medium_id", &B::medium_id, {"台帳の媒体", "Medium of the register"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct RecordAct {
    Act act = Act::checked;
    std::optional<LocalDay> on;
    std::string person;
    std::string place;
    std::optional<bool> in_order;
    std::optional<WorkRequestId> request_id;
    std::string note;
};

inline auto describe(const RecordAct*)
{
    using B = RecordAct;
    return json::object<B>("RecordLoanAct", json::field("act", &B::act, {"種類", "Act"}),
        json::field("on", &B::on, {"日付", "On"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("place", &B::place, {"どこ", "Where"}, json::length(0, 200), json::defaulted()),
        json::field("in_order", &B::in_order, {"確認の結果", "Finding"}),
        json::field("request_id", &B::request_id, {"持ち出す作業依頼", "Work request it is taken out for"}),
        json::field("note", &B::note, {"事情・備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

}
