#pragma once
#include "features/loan/link.hpp"
#include "features/loan/loan_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::loan {

struct EntryView {
    EntryId id;
    Act act;
    LocalDay on;
    std::string person;
    std::string place;
    std::optional<bool> in_order;
    std::string permission;
    std::string note;
    std::string entered_by;
};

inline auto describe(const EntryView*)
{
    using V = EntryView;
    return json::object<V>("LoanEntry", json::field("id", &V::id), json::field("act", &V::act, {"種類", "Act"}),
        json::field("on", &V::on, {"日付", "On"}), json::field("person", &V::person, {"だれが", "Who"}),
        json::field("place", &V::place, {"どこ", "Where"}),
        json::field("in_order", &V::in_order, {"確認の結果", "Finding"}),
        json::field("permission", &V::permission, {"持出しの許可", "Permission"}),
        json::field("note", &V::note, {"事情・備考", "Note"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

/// A loan as the API shows it.
struct LoanView {
    LoanId id;
    std::string number;
    Kind kind;
    std::string title;
    std::string lent_by;
    std::string lent_to;
    std::string holder;
    std::string storage_place;
    LocalDay lent_on;
    std::optional<LocalDay> due_back;
    Urgency due_back_is;
    std::optional<LocalDay> returned_on;
    std::string returned_to;
    State state;
    std::optional<LocalDay> checked_on;
    std::optional<LocalDay> next_check_on;
    Urgency next_check_is;
    std::string note;
    std::optional<DeviceId> device_id;
    std::string device; ///< its number, kind and model
    std::optional<MediumId> medium_id;
    std::string medium; ///< its label and name
    std::string job_id;
    std::string job_number;
    std::vector<Text> missing; ///< what the registers do not say alike, and what to record
    std::string entered_by;
    Instant entered_at;
    std::optional<std::string> incident_id; ///< of a security incident that stands open
    std::optional<std::string> incident_number;
    bool personal; ///< never passed on
    std::vector<Act> acts; ///< what can follow, for who keeps the ledger
    std::vector<EntryView> entries; ///< of one loan; a list leaves them out
    bool may_keep;
    int version;
};

inline auto describe(const LoanView*)
{
    using V = LoanView;
    return json::object<V>("Loan", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("title", &V::title, {"品名", "Thing"}),
        json::field("lent_by", &V::lent_by, {"貸与者", "Lent by"}),
        json::field("lent_to", &V::lent_to, {"貸与先", "Lent to"}),
        json::field("holder", &V::holder, {"保管者", "Holder"}),
        json::field("storage_place", &V::storage_place, {"保管場所", "Place of storage"}),
        json::field("lent_on", &V::lent_on, {"貸与日", "Lent on"}),
        json::field("due_back", &V::due_back, {"返却期限", "Due back"}), json::field("due_back_is", &V::due_back_is),
        json::field("returned_on", &V::returned_on, {"返却日", "Returned on"}),
        json::field("returned_to", &V::returned_to, {"返却先", "Returned to"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("checked_on", &V::checked_on, {"保管を確認した日", "Storage checked on"}),
        json::field("next_check_on", &V::next_check_on, {"次の保管確認", "Next storage check"}),
        json::field("next_check_is", &V::next_check_is), json::field("note", &V::note, {"備考", "Note"}),
        json::field("device_id", &V::device_id), json::field("device", &V::device, {"台帳の機器", "Unit"}),
        json::field("medium_id", &V::medium_id), json::field("medium", &V::medium, {"台帳の媒体", "Medium"}),
        json::field("job_id", &V::job_id),
        json::field("job_number", &V::job_number, {"設置・撤去", "Job of installation"}),
        json::field("missing", &V::missing, {"食い違い", "What does not agree"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("incident_id", &V::incident_id), json::field("incident_number", &V::incident_number),
        json::field("personal", &V::personal, {"本人だけのもの", "Never passed on"}),
        json::field("acts", &V::acts, {"できる記録", "Possible acts"}),
        json::field("entries", &V::entries, {"履歴", "History"}), json::field("may_keep", &V::may_keep),
        json::field("version", &V::version, {"版", "Version"}));
}

struct LoanPage {
    std::vector<LoanView> items;
    std::optional<std::string> next_cursor;
};

inline auto describe(const LoanPage*)
{
    using V = LoanPage;
    return json::object<V>("LoanPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

LoanView view_of(const Loan&, const Linked&, const Actor&, LocalDay today);
/// With its history and the incident that stands open about it.
LoanView whole_view(db::Reader&, const Loan&, const Actor&, LocalDay today);

}
