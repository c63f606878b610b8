#pragma once
#include "core/id.hpp"
#include "features/contract/equipment.hpp"
#include "features/contract/equipment_terms.hpp"
#include "features/contract/gate_terms.hpp"
#include "features/contract/incident_branch.hpp"
#include "features/contract/list_form.hpp"
#include "features/contract/number_series.hpp"
#include "features/contract/paper.hpp"
#include "features/contract/quota.hpp"
#include "features/contract/service.hpp"
#include "features/contract/visit_terms.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// The words a contract has for its parties and things. Every profile states all of them.
inline constexpr auto word_keys = std::to_array<std::string_view>({
    "city",
    "contractor",
    "city_section",
    "city_division",
    "city_section_person",
    "site_contact",
    "responsible",
    "worker",
    "security_officer",
    "auditor",
    "lessor",
    "work_request",
    "procedure",
    "meeting_minutes",
});

enum class MinutesTrigger { vendors_without_city, every_meeting };

constexpr auto names_of(const MinutesTrigger*)
{
    return std::to_array<Name<MinutesTrigger>>({
        {MinutesTrigger::vendors_without_city, "vendors_without_city"},
        {MinutesTrigger::every_meeting, "every_meeting"},
    });
}

enum class DayUnit { open_days, calendar_days };

constexpr auto names_of(const DayUnit*)
{
    return std::to_array<Name<DayUnit>>({{DayUnit::open_days, "open_days"}, {DayUnit::calendar_days, "calendar_days"}});
}

/// Minutes of meetings (MIN). Without a limit they are due promptly.
struct MinutesRule {
    MinutesTrigger trigger = MinutesTrigger::vendors_without_city;
    std::optional<int> limit;
    DayUnit unit = DayUnit::open_days;
    bool guide = false; ///< 目安: a miss is shown, not a breach
    bool city_approves = false;
    Roll roll = Roll::none;
    std::string clause;
};

/// The due rule of minutes; none when the contract gives no figure.
std::optional<DueRule> due_rule(const MinutesRule&);

enum class QuestionMode { record_and_approve, record_and_submit, always_confirm, consult_in_writing };

constexpr auto names_of(const QuestionMode*)
{
    return std::to_array<Name<QuestionMode>>({
        {QuestionMode::record_and_approve, "record_and_approve"},
        {QuestionMode::record_and_submit, "record_and_submit"},
        {QuestionMode::always_confirm, "always_confirm"},
        {QuestionMode::consult_in_writing, "consult_in_writing"},
    });
}

/// How doubts (疑義) are settled (QNA).
struct QuestionRule {
    QuestionMode mode = QuestionMode::record_and_approve;
    bool blocks_start = false;
    bool oral_if_minor = false;
    bool answer_approved = false; ///< the answer is approved before it settles the question
    std::optional<DueRule> answer_within;
    Basis answer_basis = Basis::contract;
    std::string clause;
};

enum class ProcedureMode { contractor_writes_city_approves, city_manuals, operator_procedure };

constexpr auto names_of(const ProcedureMode*)
{
    return std::to_array<Name<ProcedureMode>>({
        {ProcedureMode::contractor_writes_city_approves, "contractor_writes_city_approves"},
        {ProcedureMode::city_manuals, "city_manuals"},
        {ProcedureMode::operator_procedure, "operator_procedure"},
    });
}

enum class BundlingMode { city_approval, consultation };

constexpr auto names_of(const BundlingMode*)
{
    return std::to_array<Name<BundlingMode>>(
        {{BundlingMode::city_approval, "city_approval"}, {BundlingMode::consultation, "consultation"}});
}

/// How work is ordered and rolled out.
struct WorkRules {
    bool request_required = false;
    ProcedureMode procedure = ProcedureMode::contractor_writes_city_approves;
    std::optional<BundlingMode> bundling;
    bool fleet_wide_possible = false;
    /// All sites within so many days after the first day of work.
    std::optional<int> rollout_days;
    DayUnit rollout_unit = DayUnit::calendar_days;
    Basis rollout_basis = Basis::contract;
    ScheduleMode schedule = ScheduleMode::not_required;
    bool operation_check = false; ///< work on a device ends with a check of it (PRC-06)
    Basis operation_check_basis = Basis::contract;
    bool vendors_told_before = false; ///< the city sees beforehand what other vendors are told (MIN-05)
    std::string clause;
};

/// Entry to a place needs the city's permission: at any hour, or from a time of day (AUT-06…AUT-09).
struct EntryPermit {
    Text place;
    std::vector<int> sites; ///< site numbers; empty: every place of work
    std::optional<MinuteOfDay> from; ///< none: at any hour
    std::string approval; ///< the kind of approval that gives it
    std::string clause;
};

/// One thing whose administrator password is changed. The password itself is never held (PWD-04).
struct PasswordTarget {
    std::string mark;
    Text label;
    std::vector<std::string> generations; ///< empty: whatever the generation of the unit

    bool operator==(const PasswordTarget&) const = default;
};

struct PasswordTargets {
    std::string device_class;
    bool both_of_pair = false;
    Basis basis = Basis::contract;
    std::vector<PasswordTarget> items;
    std::string clause;
};

/// A rotation of the administrator passwords, from about this day of the year.
struct PasswordRotation {
    std::chrono::month_day from;
    Text label;
    std::string clause;
};

/// How a check item is looked at: read from the machine, or seen on site (CHK-14).
enum class Observation { machine, on_site };

constexpr auto names_of(const Observation*)
{
    return std::to_array<Name<Observation>>({{Observation::machine, "machine"}, {Observation::on_site, "on_site"}});
}

struct CheckItem {
    int no = 0;
    Text label;
    std::vector<Text> conditions; ///< each is answered for itself (CHK-08)
    Observation observation = Observation::machine;
};

/// The yearly check of one device class.
struct CheckList {
    std::string device_class;
    std::vector<std::string> generations; ///< empty: every generation
    Basis basis = Basis::contract;
    std::vector<CheckItem> items;
    std::string clause;
};

/// An article of the security attachment that the monthly status report answers.
struct SecurityItem {
    std::string id;
    std::string article;
    Text label;
};

struct SecurityRules {
    int articles = 0;
    std::string reported_articles;
    bool media_virus_check = false;
    Basis basis = Basis::contract;
    std::vector<SecurityItem> items;
    std::string clause;
};

enum class StaffChange { tell_before, written_before, report_again, registered_only };

constexpr auto names_of(const StaffChange*)
{
    return std::to_array<Name<StaffChange>>({
        {StaffChange::tell_before, "tell_before"},
        {StaffChange::written_before, "written_before"},
        {StaffChange::report_again, "report_again"},
        {StaffChange::registered_only, "registered_only"},
    });
}

enum class Subcontracting { on_application, prohibited_unless_approved, staff_reported, not_mentioned };

constexpr auto names_of(const Subcontracting*)
{
    return std::to_array<Name<Subcontracting>>({
        {Subcontracting::on_application, "on_application"},
        {Subcontracting::prohibited_unless_approved, "prohibited_unless_approved"},
        {Subcontracting::staff_reported, "staff_reported"},
        {Subcontracting::not_mentioned, "not_mentioned"},
    });
}

struct StaffRules {
    Text roster;
    StaffChange change = StaffChange::tell_before;
    Subcontracting subcontracting = Subcontracting::not_mentioned;
    bool responsible_fixed = false; ///< changes only when the city asks or agrees
    std::vector<ReportField> report_fields; ///< empty: every column
    int notice_days = 0; ///< a change is reported so many days before it takes effect
    DueKind notice_kind = DueKind::calendar_days; ///< which days those are: of the calendar, or open ones
    std::vector<StaffDuty> duties;
    Basis duties_basis = Basis::contract;
    bool training = false; ///< nobody is assigned before being trained (PPL-12)
    bool pledge = false; ///< nobody is assigned without a signed pledge (誓約書)
    bool measures = false; ///< the city may demand measures about a person who is clearly unsuitable (PPL-11)
    std::optional<int> document_check_months; ///< lent documents are checked every so many months (LND-04)
    std::vector<StaffNotice> notices; ///< papers about people that the contract asks for
    std::string clause;
};

/// A company that is named beside the contractor.
struct RelatedVendor {
    std::string id;
    Text role;
    std::string name;
    Text duties;
    std::optional<LocalDay> from; ///< none: since before the contract
    std::optional<LocalDay> until; ///< the last day; none: not known (MKR-09)
    std::string clause;
};

/// A ledger that is handed to the city, and the sites it leaves out (by number).
struct Ledger {
    std::string id;
    Text label;
    std::vector<std::string> divisions;
    std::vector<int> excluded_sites;
    std::string clause;
};

/// Duties that the contract has or does not have at all.
struct Duties {
    bool handover = false;
    bool improvement_cycle = false;
    bool glossary = false;
    bool drills = false;
    bool own_equipment_on_application = false;
    std::vector<Text> environment;
    std::optional<int> word_from; ///< oldest Word version that must open a file
    std::optional<int> excel_from;
};

/// A reading of the contract text, to be confirmed with the city.
struct Note {
    std::string id; ///< e.g. A-21
    std::string clause;
    Basis kind = Basis::assumption;
    Text text;
};

/// A contract as data: everything one contract says that another may say differently. Read from the files of a folder
/// by profile_doc.hpp, checked as a whole before anybody sees it, then never changed.
struct Profile {
    ContractId id;
    std::string title;
    std::string municipality;
    Text purpose;
    DayRange period;
    std::string succeeds; ///< id of the contract of which this is the next
    std::map<std::string, Text, std::less<>> words;
    ListForm list;
    Closures closures;
    std::vector<WorkClass> work_classes; ///< the first is the normal one
    std::vector<Overtime> overtime;
    std::vector<WorkFamily> families;
    std::vector<WorkType> work_types;
    std::vector<Quota> quotas;
    std::optional<RunBenchmark> benchmark;
    std::vector<NumberSeries> numbers;
    WorkRules work;
    MinutesRule minutes;
    QuestionRule questions;
    std::vector<ApprovalKind> approvals;
    std::vector<ProhibitedAct> acts;
    std::optional<EmergencyTerms> emergency;
    std::optional<FirstReportTerms> security_incidents; ///< none: no clock runs for the first report
    std::optional<FirstReportTerms> accidents; ///< none: the same
    std::optional<FirstReportTerms> damages; ///< of the report in writing; none: the same
    std::vector<EntryPermit> entry_permits;
    VisitTerms visits; ///< empty: nothing is to be seen to before a visit
    std::vector<IncidentBranch> branches; ///< how faults are brought to their end; empty: nothing is led
    std::vector<ServiceLevel> service_levels;
    std::vector<SupportWindow> support_windows;
    std::vector<PasswordRotation> rotations;
    std::vector<PasswordTargets> password_targets;
    std::vector<DeviceClass> device_classes;
    std::vector<Text> divisions; ///< divisions of the systems (機器の区分)
    std::vector<Generation> generations;
    std::vector<Equipment> equipment;
    std::optional<RepairTerms> repair; ///< none: failed units are not the contractor's to repair
    std::optional<InstallationTerms> installation; ///< none: the contract has no such jobs
    std::optional<RecoveryTerms> recovery; ///< none: the contract has no recovery media
    std::vector<StatedTotal> stated_totals;
    std::optional<PageSurveyTerms> page_survey; ///< none: the contract asks for no survey of printed pages
    std::vector<CheckList> check_lists;
    std::vector<Paper> papers;
    std::vector<MakerDesk> maker_desks;
    SecurityRules security;
    StaffRules staff;
    std::vector<RelatedVendor> related_vendors;
    std::vector<Ledger> ledgers;
    Duties duties;
    std::vector<Note> notes;
    std::vector<Site> sites;
    std::vector<Device> devices;
};

/// The word of the contract for a party or thing; the key is one of word_keys.
const Text& word(const Profile&, std::string_view key);
/// The printed words of the list; the key is one of list_columns, list_groups, list_statuses.
const Text& column_label(const Profile&, std::string_view key);
const Text& group_label(const Profile&, std::string_view key);
const Text& status_label(const Profile&, std::string_view key);

/// Lookups by id; null when the contract has none such.
const WorkType* find_work_type(const Profile&, std::string_view id);
const Quota* find_quota(const Profile&, std::string_view id);
const NumberSeries* find_numbers(const Profile&, std::string_view id);
const Site* find_site(const Profile&, const SiteId&);
const Device* find_device(const Profile&, const DeviceId&);
const ApprovalKind* find_approval_kind(const Profile&, std::string_view id);
const ProhibitedAct* find_act(const Profile&, std::string_view id);

/// The kinds of approval that open this, in the order of the profile.
std::vector<const ApprovalKind*> approval_kinds(const Profile&, ApprovalEffect);

/// The permission that somebody needs who is at the site between these times of a day; null when none. A permit from a
/// time of day is also needed before the normal hours begin.
const EntryPermit* entry_rule(const Profile&, const SiteId&, MinuteOfDay from, MinuteOfDay to);

/// The terms of the calendar of one work class; the normal class when the id is empty.
Result<CalendarTerms> calendar_terms(const Profile&, std::string_view work_class = {});

QuotaTerms quota_terms(const Profile&);

}
