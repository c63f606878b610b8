#pragma once
#include "core/role.hpp"
#include "features/contract/contract_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::contract {

enum class ContractState { upcoming, running, ended };

constexpr auto names_of(const ContractState*)
{
    return std::to_array<Name<ContractState>>({
        {ContractState::upcoming, "upcoming"},
        {ContractState::running, "running"},
        {ContractState::ended, "ended"},
    });
}

struct ContractSummary {
    ContractId id;
    std::string title;
    std::string municipality;
    LocalDay starts_on;
    LocalDay ends_on;
    ContractState state;
    std::vector<Role> roles;
    Side side;
};

struct ContractList {
    std::vector<ContractSummary> items;
};

struct PeriodView {
    int months;
    int calendar_days;
    int open_days;
    std::optional<LocalDay> first_open_day;
    std::optional<LocalDay> last_open_day;
};

struct WorkTypeView {
    std::string id;
    Text label;
    Text family;
    bool in_scope;
    bool on_equipment;
    std::vector<std::string> quotas;
    std::vector<std::string> acts;
    std::string clause;
};

struct HoursWindowView {
    std::vector<std::string> days; ///< mon … sun
    std::string opens;
    std::string closes;
};

struct HoursView {
    std::string work_class;
    Text label;
    std::vector<HoursWindowView> windows;
    bool always;
    Basis basis;
    std::string clause;
};

struct ServiceLevelView {
    std::string id;
    Text label;
    std::vector<Text> target; ///< what it asks for, a line each
    std::vector<Text> classes; ///< for faults of these only; empty: of all
    std::vector<Text> severities; ///< for these only; empty: however grave
    std::optional<LocalDay> valid_from; ///< first day of instruction that it holds for
    std::optional<LocalDay> valid_until; ///< the last such day
    bool maker_apart; ///< faults that a maker's engineer is sent to are counted apart (A-12)
    Moment from;
    Moment to;
    LevelNature nature;
    std::optional<Text> exception;
    std::string clause;
};

struct SupportWindowView {
    std::string id;
    Text label;
    std::vector<std::string> classes;
    std::string severity;
    std::string work_class;
    Response response;
    bool guide;
    Basis basis;
    std::string clause;
};

struct PasswordTargetView {
    std::string mark;
    Text label;
    std::vector<Text> generations; ///< empty: whatever the generation
};

struct PasswordTargetsView {
    std::string device_class;
    Text label;
    Basis basis;
    std::vector<PasswordTargetView> items;
    std::string clause;
};

struct CheckItemView {
    int no;
    Text label;
    Observation observation;
    std::vector<Text> conditions;
};

struct CheckItemsView {
    std::string device_class;
    Text label;
    int count;
    Basis basis;
    std::vector<CheckItemView> items;
    std::string clause;
};

struct PaperView {
    std::string id;
    std::vector<Text> names;
    Occasion occasion;
    Text due;
    std::string medium;
    std::optional<int> copies;
    Basis basis;
    std::string clause;
};

struct GenerationView {
    std::string id;
    Text label;
    std::optional<LocalDay> planned_from;
    std::optional<LocalDay> planned_to;
    std::optional<LocalDay> actual_from;
    std::optional<LocalDay> actual_to;
    std::string clause;
};

struct EquipmentView {
    std::string id;
    Text device_class;
    Text generation;
    std::string division;
    Text label;
    std::string model;
    std::string type_number;
    std::optional<int> quantity;
    bool software;
    SupportState support;
    std::string clause;
};

struct NoteView {
    std::string id;
    std::string clause;
    Text text;
    Basis kind;
};

struct CountsView {
    int sites;
    int devices;
};

struct ApprovalKindView {
    std::string id;
    std::string requirement;
    ApprovalEffect effect;
    ApprovalNature nature;
    ApprovalDecider decider;
    Applicant applicant;
    Text label;
    std::vector<Text> steps;
    Basis basis;
    std::string clause;
};

/// On whose account work lies outside the hours, and what it needs.
struct OvertimeView {
    std::string id;
    Text label;
    Text needs;
    std::string approval;
    std::string clause;
};

struct ActView {
    std::string id;
    Text label;
    std::string article;
    Basis basis;
    std::string clause;
};

/// How the contract settles doubts; what the pages need of it.
struct QuestionRuleView {
    QuestionMode mode;
    bool blocks_start;
    bool oral_if_minor;
    bool answer_approved;
    std::optional<int> answer_days;
    DayUnit answer_unit;
    Basis answer_basis;
    std::string clause;
};

struct ContractView {
    ContractId id;
    std::string title;
    std::string municipality;
    Text purpose;
    LocalDay starts_on;
    LocalDay ends_on;
    ContractState state;
    PeriodView period;
    std::map<std::string, Text> words;
    std::map<std::string, Text> status_labels;
    std::map<std::string, Text> column_labels;
    std::map<std::string, Text> group_labels;
    std::vector<WorkTypeView> work_types;
    std::string number_pattern;
    DateStyle date_style;
    std::vector<HoursView> hours;
    std::vector<Text> closures;
    std::vector<ServiceLevelView> service_levels;
    std::vector<SupportWindowView> support_windows;
    std::vector<PasswordTargetsView> password_targets;
    std::vector<CheckItemsView> check_items;
    std::vector<PaperView> papers;
    std::vector<GenerationView> generations;
    std::vector<EquipmentView> equipment;
    std::vector<ApprovalKindView> approvals;
    std::vector<OvertimeView> overtime;
    std::vector<ActView> acts;
    QuestionRuleView questions;
    std::vector<NoteView> notes;
    CountsView counts;
    int version;
};

struct SiteView {
    SiteId id;
    int number;
    std::string name;
    std::string address;
    std::string departments;
    bool planned;
    bool excluded;
    std::string remarks;
    std::vector<std::string> aliases;
    int device_count;
};

struct SiteList {
    std::vector<SiteView> items;
};

struct DeviceView {
    DeviceId id;
    std::string number;
    std::string device_class;
    std::string kind;
    std::string model;
    std::string type_number;
    std::optional<SiteId> site_id;
    std::string site_name;
    std::string division;
    std::string generation;
    DeviceStatus status;
    DeviceKnown known;
    std::string remarks;
};

struct DeviceList {
    std::vector<DeviceView> items;
};

ContractState state_of(const DayRange& period, LocalDay today);
ContractSummary summary_of(const ContractRow&, const Actor&, LocalDay today);
/// Fails when the contract's calendar cannot be made.
Result<ContractView> view_of(const Profile&, int version, LocalDay today);
SiteView view_of(const SiteRegister&);
DeviceView view_of(const DeviceRegister&);

}
