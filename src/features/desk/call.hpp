#pragma once
#include "core/due_rule.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::desk {

using CallId = Id<struct DeskCallTag>;

enum class Channel { phone, mail, web };

constexpr auto names_of(const Channel*)
{
    return std::to_array<Name<Channel>>({{Channel::phone, "phone"}, {Channel::mail, "mail"}, {Channel::web, "web"}});
}

/// What a call to a desk tells and leads to, as people write it.
struct CallFacts {
    std::string desk = {}; ///< of the contract's maker desks
    Channel channel = Channel::phone;
    std::optional<DeviceId> device = {};
    std::string incident = {}; ///< of the room of incidents, as a plain reference; empty: none
    std::string request = {}; ///< of a work request, likewise
    Instant reached_at = {}; ///< when the desk took the call, or the mail was sent
    std::string asked = {};
    bool form_attached = false; ///< the form that a request by mail needs was attached (MKR-06)
    std::string reference = {}; ///< the maker's number of the case
    std::string said = {};
    bool visit_expected = false; ///< somebody of the maker comes
    std::optional<Instant> visit_at = {}; ///< as the maker promised it
    std::optional<Instant> site_told_at = {}; ///< when the site was told of it
    std::string site_told = {}; ///< whom
    std::optional<Instant> visited_at = {};
    std::string outcome = {};

    bool operator==(const CallFacts&) const = default;
};

/// A call to a maker's desk (問合せ・修理依頼).
struct Call {
    CallId id = {};
    ContractId contract_id = {};
    CallFacts facts = {};
    std::string desk_name = {}; ///< as the contract had it then
    std::string unit = {}; ///< number, model and site of the device as they were then
    std::optional<LocalDay> visit_due =
        {}; ///< the last day of the desk's rule (MKR-04); none: it has none, or nobody comes
    bool closed = false;
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Call&) const = default;
};

/// Settles what was written about a call to this desk. Refuses moments to come or the wrong way round
/// (`desk/moment_to_come`, `desk/visited_before_call`, `desk/visit_before_call`), who was told without when, and a
/// request by mail without the form that the desk needs (`desk/form_missing`, MKR-06).
Result<CallFacts> settled(const contract::MakerDesk&, CallFacts, Instant now);

/// By when the desk has to come: its rule, counted by its own calendar from the day of reception (MKR-04). None when it
/// has no rule or nobody is expected.
Result<std::optional<Due>> visit_due(const contract::MakerDesk&, const WorkingCalendar&, const CallFacts&);

/// What is missing before the call can be closed, in words: a promised visit that the site was not told of, a visit
/// that has not been, the report it leaves (INC-21), the outcome. `files`: how many are attached. Empty: nothing.
std::vector<Text> missing_for_closing(const contract::MakerDesk&, const CallFacts&, int files);

}
