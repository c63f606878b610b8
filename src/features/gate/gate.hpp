#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::gate {

/// What a start of work waits for, in the order in which people go through them (WRQ-15 and the permissions of AUT).
enum class GateKind {
    accepted, ///< the contractor took the request on
    questions, ///< questions about it are settled
    procedure, ///< its procedure is approved, or cited where none is
    work_approval, ///< the kind of work was consulted about beforehand (AUT-18)
    bundling, ///< several kinds of work in one run (AUT-03)
    schedule, ///< days and hours are agreed (PRC-05)
    overtime, ///< outside hours (AUT-04, AUT-05)
    entry, ///< entry to the place (AUT-06…AUT-09)
    entry_room, ///< a specially designated room (AUT-10)
    vendor, ///< the city knows what other vendors are told (MIN-05)
    acts, ///< acts that are forbidden unless permitted (AUT-12…14, A-32)
    people, ///< who works is registered and in force (PPL)
    media, ///< media are checked before use (MED)
};

constexpr auto names_of(const GateKind*)
{
    return std::to_array<Name<GateKind>>({
        {GateKind::accepted, "accepted"},
        {GateKind::questions, "questions"},
        {GateKind::procedure, "procedure"},
        {GateKind::work_approval, "work_approval"},
        {GateKind::bundling, "bundling"},
        {GateKind::schedule, "schedule"},
        {GateKind::overtime, "overtime"},
        {GateKind::entry, "entry"},
        {GateKind::entry_room, "entry_room"},
        {GateKind::vendor, "vendor"},
        {GateKind::acts, "acts"},
        {GateKind::people, "people"},
        {GateKind::media, "media"},
    });
}

Text label(GateKind);

/// `waived`: the work began before its gates counted here (a list that was taken over, or before an upgrade).
enum class GateState { open, shut, not_needed, waived };

constexpr auto names_of(const GateState*)
{
    return std::to_array<Name<GateState>>({
        {GateState::open, "open"},
        {GateState::shut, "shut"},
        {GateState::not_needed, "not_needed"},
        {GateState::waived, "waived"},
    });
}

/// Where somebody goes to open a gate: `question` with its id, `approval`, `schedule`, `request` …
struct Link {
    std::string kind;
    std::string id = {};

    bool operator==(const Link&) const = default;
};

/// One condition of the start of one request.
struct Gate {
    GateKind kind;
    GateState state;
    Text text; ///< shut: what is missing; otherwise on what it rests, or why it is not needed
    Side opens = Side::neutral; ///< the side that has to act; neutral unless shut
    Text who = {}; ///< who of that side, in the words of the contract
    Link link = {};
};

/// A permission that the contract wants, and how far it has come.
struct Permit {
    GateKind gate;
    Text why; ///< `時間外の作業が45分あります。`
    Text label; ///< of the kind, or of the kinds of which one is enough
    std::string granted = {}; ///< its number; empty: none is in force
    std::string asked = {}; ///< the number of an application that waits
    std::string approval = {}; ///< the id of the one or the other
    Side decider = Side::city;
};

struct OpenQuestion {
    std::string id;
    std::string number;
    Side turn;
};

struct ProcedureFact {
    bool needed = false;
    bool ready = true;
    Text text = {}; ///< what is missing, or what is followed
    Side opener = Side::contractor;
    std::string approval = {}; ///< the application that waits for its decision
};

struct ScheduleFact {
    bool needed = false; ///< the contract wants an agreed window each time
    std::optional<Instant> from = {}; ///< of the agreed window to start in
    std::optional<Instant> until = {};
    Text agreed = {}; ///< that window in words
    Text proposed = {}; ///< a proposal that waits
    Side turn = Side::contractor; ///< who answers it
};

/// What the city was told about other vendors.
enum class VendorFact { not_needed, unsaid, none, told };

struct PeopleFact {
    bool needed = false;
    std::vector<std::string> assigned = {};
    std::vector<Text> problems = {}; ///< who is not in force and why, days without anybody, duties that are not filled
};

struct MediaFact {
    std::vector<std::string> planned = {};
    std::vector<Text> problems = {};
};

/// The words of the contract for those who open gates.
struct Words {
    Text city; ///< システム課担当者
    Text contractor; ///< 業務責任者
    Text worker; ///< 作業従事者
};

/// Everything the gates of one request are judged by.
struct Facts {
    Instant at; ///< the moment of the start
    Words words;
    bool accepted = false;
    std::string declined = {}; ///< why the contractor did not take it on
    bool taken_over = false; ///< began before its list was imported
    bool questions_block = false;
    std::vector<OpenQuestion> questions = {};
    ProcedureFact procedure = {};
    ScheduleFact schedule = {};
    std::vector<Permit> permits = {};
    VendorFact vendor = VendorFact::not_needed;
    std::string vendor_text = {};
    PeopleFact people = {};
    MediaFact media = {};
};

/// Every gate in the order of GateKind, each with what is missing and who opens it.
std::vector<Gate> gates(const Facts&);
/// Those that are shut.
std::vector<Gate> shut(const std::vector<Gate>&);

/// Whether work may start: `gate/shut` lists what is missing, one field for each shut gate; `gate/too_early` names the
/// agreed beginning.
Result<void> may_start(const Facts&);

/// The refusal that lists shut gates, each with what is missing and who opens it.
std::unexpected<Error> refusal(std::string code, Text text, const std::vector<Gate>& shut);

}
