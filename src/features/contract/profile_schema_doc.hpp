#pragma once
#include "features/contract/profile.hpp"
#include "formats/yaml_reader.hpp"

/// The keys of the profile files. docs/contract-profile.md tells people what each means.
namespace hoshuban {

void fields(yaml::Object&, DayWindow&);
void fields(yaml::Object&, ServiceWindow&);
void fields(yaml::Object&, YearlyClosure&);
void fields(yaml::Object&, MonthlyOpening&);
void fields(yaml::Object&, SpecialOpening&);
void fields(yaml::Object&, SpecialClosure&);
void fields(yaml::Object&, CalendarTerms&);
void fields(yaml::Object&, DayRange&);
void fields(yaml::Object&, DueRule&);

}

namespace hoshuban::yaml {

bool read(const Place&, Weekdays&);
bool read(const Place&, RollException&);

}

namespace hoshuban::contract {

/// One file of a profile each, read into the profile.
struct ContractFile {
    Profile& profile;
};
struct EquipmentFile {
    Profile& profile;
};
struct ChecksFile {
    Profile& profile;
};
struct PapersFile {
    Profile& profile;
};
struct MakersFile {
    Profile& profile;
};
struct IncidentsFile {
    Profile& profile;
};
struct SecurityFile {
    Profile& profile;
};

void fields(yaml::Object&, ContractFile&);
void fields(yaml::Object&, EquipmentFile&);
void fields(yaml::Object&, ChecksFile&);
void fields(yaml::Object&, PapersFile&);
void fields(yaml::Object&, MakersFile&);
void fields(yaml::Object&, IncidentsFile&);
void fields(yaml::Object&, SecurityFile&);

/// A check of a rule that says within how many days something is done.
std::optional<Text> days_ahead(const DueRule&);
std::optional<Text> days_ahead(const std::optional<DueRule>&);

/// A check of a kind of days that are counted.
std::optional<Text> counts_days(const DueKind&);

void fields(yaml::Object&, ListForm&);
void fields(yaml::Object&, Closures&);
void fields(yaml::Object&, WorkClass&);
void fields(yaml::Object&, Overtime&);
void fields(yaml::Object&, WorkFamily&);
void fields(yaml::Object&, WorkType&);
void fields(yaml::Object&, Quota&);
void fields(yaml::Object&, RunBenchmark&);
void fields(yaml::Object&, NumberSeries&);
void fields(yaml::Object&, WorkRules&);
void fields(yaml::Object&, MinutesRule&);
void fields(yaml::Object&, QuestionRule&);
void fields(yaml::Object&, ApprovalKind&);
void fields(yaml::Object&, ProhibitedAct&);
void fields(yaml::Object&, FirstReportTerms&);
void fields(yaml::Object&, EmergencyTerms&);
void fields(yaml::Object&, EntryPermit&);
void fields(yaml::Object&, VisitCheck&);
void fields(yaml::Object&, VisitTerms&);
void fields(yaml::Object&, StepCondition&);
void fields(yaml::Object&, BranchStep&);
void fields(yaml::Object&, IncidentBranch&);
void fields(yaml::Object&, LevelException&);
void fields(yaml::Object&, DayTarget&);
void fields(yaml::Object&, ServiceLevel&);
void fields(yaml::Object&, SupportWindow&);
void fields(yaml::Object&, PasswordRotation&);
void fields(yaml::Object&, PasswordTarget&);
void fields(yaml::Object&, PasswordTargets&);
void fields(yaml::Object&, DeviceClass&);
void fields(yaml::Object&, PlannedSpan&);
void fields(yaml::Object&, Generation&);
void fields(yaml::Object&, Equipment&);
void fields(yaml::Object&, StatedTotal&);
void fields(yaml::Object&, PageSurveyTerms&);
void fields(yaml::Object&, RepairRule&);
void fields(yaml::Object&, RepairTerms&);
void fields(yaml::Object&, InstallationWork&);
void fields(yaml::Object&, InstallationExclusion&);
void fields(yaml::Object&, InstallationTerms&);
void fields(yaml::Object&, RecoveryPaper&);
void fields(yaml::Object&, RecoveryFamily&);
void fields(yaml::Object&, RecoveryTerms&);
void fields(yaml::Object&, CheckItem&);
void fields(yaml::Object&, CheckList&);
void fields(yaml::Object&, Paper&);
void fields(yaml::Object&, MakerDesk&);
void fields(yaml::Object&, SecurityItem&);
void fields(yaml::Object&, SecurityRules&);
void fields(yaml::Object&, ReportField&);
void fields(yaml::Object&, StaffNotice&);
void fields(yaml::Object&, StaffRules&);
void fields(yaml::Object&, RelatedVendor&);
void fields(yaml::Object&, Ledger&);
void fields(yaml::Object&, Duties&);
void fields(yaml::Object&, Note&);

}
