#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/work_request/column.hpp"
#include "features/work_request/hours.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::work_request {

/// Where a request stands. The printed words, and the city's name in them, are vocabulary of the contract (WRQ-04).
enum class Status { requested, in_progress, confirming, done };

constexpr auto names_of(const Status*)
{
    return std::to_array<Name<Status>>({
        {Status::requested, "requested"},
        {Status::in_progress, "in_progress"},
        {Status::confirming, "confirming"},
        {Status::done, "done"},
    });
}

/// How a confirmation came to stand in the list. `imported` is a transcript of an older list, not a signature given
/// here.
enum class Confirmation { none, given, imported };

constexpr auto names_of(const Confirmation*)
{
    return std::to_array<Name<Confirmation>>(
        {{Confirmation::none, "none"}, {Confirmation::given, "signed"}, {Confirmation::imported, "imported"}});
}

/// How the work of a request began: not yet; through its gates; on the city's instruction before they were open;
/// before starts were recorded here, in a list that was imported or before an upgrade.
enum class Start { none, regular, emergency, imported };

constexpr auto names_of(const Start*)
{
    return std::to_array<Name<Start>>({
        {Start::none, "none"},
        {Start::regular, "regular"},
        {Start::emergency, "emergency"},
        {Start::imported, "imported"},
    });
}

/// One side's confirmation: the day, the printed name, and the account that gave it (none for imported ones).
struct Signature {
    Confirmation kind = Confirmation::none;
    std::optional<LocalDay> on = {};
    std::string by = {};
    std::optional<PersonId> person = {};

    bool operator==(const Signature&) const = default;
};

/// A work request, one row of the list (004 別紙2). Empty text means "not stated", printed as the contract wants it.
struct WorkRequest {
    WorkRequestId id;
    ContractId contract_id;
    std::string number;
    LocalDay entered_on;
    std::string city_person;
    std::string division;
    std::string division_person;
    std::string contractor;
    std::string contractor_person;
    Status status = Status::requested;
    std::string title;
    std::string body;
    std::optional<LocalDay> wish_on;
    std::optional<LocalDay> received_on;
    std::string result;
    std::string procedure_followed;
    std::optional<LocalDay> performed_on;
    std::optional<LocalDay> performed_until;
    std::string performed_by;
    Signature contractor_confirmed;
    Signature city_confirmed;
    std::optional<Hours> planned_hours;
    std::optional<Hours> actual_hours;
    std::vector<std::string> work_types;
    std::optional<SiteId> site;
    std::optional<DeviceId> device;
    Start start = Start::none;
    std::string declined = {}; ///< why the contractor did not take it on; empty: not declined
    int version = 1;

    bool operator==(const WorkRequest&) const = default;
};

/// The completion wished for when nobody says otherwise: one month after the entry, clamped to the month's end
/// (WRQ-07).
LocalDay default_wish_on(LocalDay entered_on);

/// The value of a column as canonical text: ISO day, `20.0`, status key, plain text; empty when not stated.
/// Imports compare canonical texts, so that 令和3年9月1日 and 2021/9/1 are the same value.
std::string canonical(const WorkRequest&, Column);

/// Put a canonical text into a column. Confirmation columns are filled as imported ones.
Result<void> assign(WorkRequest&, Column, std::string_view text);

/// Whether somebody on this side may type into a column of this request, in its present state.
Result<void> may_edit(const WorkRequest&, Column, Side);

/// What the contractor enters when taking the request on.
struct Acceptance {
    Hours planned;
    std::string contractor_person;
    LocalDay received_on;
};

/// requested → in_progress (WRQ-05). What was declined before is taken on after all.
Result<WorkRequest> accept(WorkRequest, const Acceptance&);

/// The contractor does not take the request on and says why; it waits for the city, whose next change asks again.
Result<WorkRequest> decline(WorkRequest, std::string_view reason);

/// Notes that the work began. An emergency may begin before the request is accepted; whether the gates are open is for
/// the room of the gates to say.
Result<WorkRequest> begin(WorkRequest, Start);

/// Whether the request must begin before this column can be filled: the result and the hours of work tell of work done.
bool tells_of_work(Column);

/// The report of the work, with its three mandatory facts: procedure followed, dates, persons (WRQ-12).
struct Report {
    std::string result;
    std::string procedure_followed;
    std::optional<LocalDay> performed_on;
    std::optional<LocalDay> performed_until;
    std::string performed_by;
    std::optional<Hours> actual_hours;
};

Result<WorkRequest> record_result(WorkRequest, const Report&, LocalDay today);

/// Somebody about to sign: the account, its printed name, the day in Japan.
struct Signer {
    PersonId person;
    std::string name;
    LocalDay on;
};

/// What still keeps a side from signing; empty when it may. Each entry names the field and what to do.
std::vector<FieldError> missing_for_signature(const WorkRequest&, Side);

/// Give one side's signature: the contractor's moves in_progress → confirming, the city's confirming → done.
/// Refuses the other order, an account that signed the other side, and a request with missing facts.
Result<WorkRequest> sign(WorkRequest, Side, const Signer&);

/// The city sends a request back to the contractor with a reason: confirming → in_progress, the contractor's signature
/// lapses (it stays in the history).
Result<WorkRequest> send_back(WorkRequest, std::string_view reason);

/// What a person may do with this request now.
enum class Action { edit_city, accept, decline, start, record_result, sign_contractor, sign_city, send_back };

constexpr auto names_of(const Action*)
{
    return std::to_array<Name<Action>>({
        {Action::edit_city, "edit_city"},
        {Action::accept, "accept"},
        {Action::decline, "decline"},
        {Action::start, "start"},
        {Action::record_result, "record_result"},
        {Action::sign_contractor, "sign_contractor"},
        {Action::sign_city, "sign_city"},
        {Action::send_back, "return"},
    });
}

std::vector<Action> actions(const WorkRequest&, const Actor&);

/// The side whose columns this person may type into: the city's for who writes requests, the contractor's for who
/// accepts them or records results. Everybody else only reads.
Result<Side> writing_side(const Actor&, const WorkRequest&);

}
