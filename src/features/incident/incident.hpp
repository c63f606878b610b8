#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "features/incident/course.hpp"
#include "features/incident/service_clock.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

using IncidentId = Id<struct IncidentTag>;

/// What is handed over (INC-02): the five facts, with the terminal where it is one of the register.
struct Intake {
    std::string phenomenon = {}; ///< 現象
    std::optional<SiteId> site = {};
    std::string place = {}; ///< counter, floor
    std::optional<DeviceId> device = {};
    std::string device_class = {}; ///< of the contract; that of the device where there is one
    std::string error_text = {}; ///< エラー文言; empty: there was none
    std::string contact_person = {}; ///< 現地担当者
    std::string contact_phone = {};
    std::optional<Instant> occurred_at = {}; ///< none: nobody knows
    std::string severity = {}; ///< of the contract's support windows; empty: not told apart there

    bool operator==(const Intake&) const = default;
};

/// What is told to the city in the end (INC-06).
struct Outcome {
    std::string action = {}; ///< what was done, and what came of it
    std::string cause = {};
    std::string notes = {}; ///< 特記事項, such as what was agreed with the site contact
    std::map<std::string, std::string> miss_reasons = {}; ///< service level → why it was missed (SLA-06)

    bool operator==(const Outcome&) const = default;
};

/// A fault of the equipment from the first word to the signed recovery. What happened when stands in its course.
struct Incident {
    IncidentId id = {};
    ContractId contract_id = {};
    std::string case_number = {}; ///< 案件管理番号, given by the city (INC-03); empty until then
    Intake intake = {};
    Outcome outcome = {};
    State state = State::reported;
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Incident&) const = default;
};

/// An incident as lists show it, with the names of what it is about.
struct Listed {
    Incident incident = {};
    Instant begun_at = {}; ///< its first entry
    std::string site_name = {};
    std::string device_number = {};
    std::string device_kind = {};
    std::string device_model = {};
};

/// Settles the texts of an intake and refuses, all wrong fields at once, what is missing and what is to come.
Result<void> take(Intake&, Instant now);
/// Settles the texts of an outcome.
Result<void> take(Outcome&);

/// A level of an incident with how it stands.
struct LevelClock {
    std::string level; ///< its id
    Text label;
    bool miss_needs_reason = false;
    ServiceClock clock;
    std::size_t place = 0; ///< among the levels of the contract
};

/// How many visits of an incident still owe something.
struct OpenVisits {
    int under_way = 0; ///< planned or on site
    int without_minutes = 0; ///< over, the working minutes of somebody are missing (INC-20)
};

/// What is missing before the incident can be closed, in words: the city's case number, what was done, visits with the
/// minutes of everybody, a reason of each miss that the contract wants one of (INC-06, INC-20, SLA-06), and the
/// mandatory steps of its flow that are open (`steps`, INC-05, SPR-07, SPR-11). Empty: nothing.
std::vector<Text> missing_for_closing(
    const Incident&, const OpenVisits&, const std::vector<LevelClock>&, const std::vector<Text>& steps);

/// Refuses (`incident/closed`) to change what a closed incident says: it is opened again first.
Result<void> check_goes_on(const Incident&);

}
