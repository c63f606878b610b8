#pragma once
#include "core/due_rule.hpp"
#include "core/role.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::contract {

/// What a permission, an approval or an agreement opens.
enum class ApprovalEffect {
    procedure,
    schedule,
    overtime,
    entry,
    entry_room,
    act,
    bundling,
    vendor,
    change,
    document,
    person,
    oral,
    work,
    method,
    equipment,
    answer,
};

constexpr auto names_of(const ApprovalEffect*)
{
    return std::to_array<Name<ApprovalEffect>>({
        {ApprovalEffect::procedure, "procedure"},
        {ApprovalEffect::schedule, "schedule"},
        {ApprovalEffect::overtime, "overtime"},
        {ApprovalEffect::entry, "entry"},
        {ApprovalEffect::entry_room, "entry_room"},
        {ApprovalEffect::act, "act"},
        {ApprovalEffect::bundling, "bundling"},
        {ApprovalEffect::vendor, "vendor"},
        {ApprovalEffect::change, "change"},
        {ApprovalEffect::document, "document"},
        {ApprovalEffect::person, "person"},
        {ApprovalEffect::oral, "oral"},
        {ApprovalEffect::work, "work"},
        {ApprovalEffect::method, "method"},
        {ApprovalEffect::equipment, "equipment"},
        {ApprovalEffect::answer, "answer"},
    });
}

/// How it comes into force: the other side decides; both sides agree; the city gives it; the other side is told.
enum class ApprovalNature { approve, agree, instruct, acknowledge };

constexpr auto names_of(const ApprovalNature*)
{
    return std::to_array<Name<ApprovalNature>>({
        {ApprovalNature::approve, "approve"},
        {ApprovalNature::agree, "agree"},
        {ApprovalNature::instruct, "instruct"},
        {ApprovalNature::acknowledge, "acknowledge"},
    });
}

enum class ApprovalDecider { city, site, contractor, other_side };

constexpr auto names_of(const ApprovalDecider*)
{
    return std::to_array<Name<ApprovalDecider>>({
        {ApprovalDecider::city, "city"},
        {ApprovalDecider::site, "site"},
        {ApprovalDecider::contractor, "contractor"},
        {ApprovalDecider::other_side, "other_side"},
    });
}

/// Whose concern it is to apply, to propose or to tell: work outside hours for the contractor's reasons is the
/// contractor's to apply for (AUT-04).
enum class Applicant { either, city, contractor };

constexpr auto names_of(const Applicant*)
{
    return std::to_array<Name<Applicant>>(
        {{Applicant::either, "either"}, {Applicant::city, "city"}, {Applicant::contractor, "contractor"}});
}

/// Whether somebody of this side applies.
bool applies(Applicant, Side);

/// Whether this decider can decide something of this nature: only the city or a site of it instructs, and an approval
/// names who gives it.
bool fits(ApprovalNature, ApprovalDecider);

/// One kind of permission, approval, agreement or notice that the contract knows (AUT).
struct ApprovalKind {
    std::string id;
    std::string requirement; ///< e.g. AUT-01
    ApprovalEffect effect = ApprovalEffect::work;
    ApprovalNature nature = ApprovalNature::approve;
    ApprovalDecider decider = ApprovalDecider::city;
    Applicant applicant = Applicant::either;
    Text label;
    std::vector<Text> steps; ///< who decides one after the other; empty: one step
    std::optional<DueRule> answer_within; ///< none: no clock runs for the decision
    Basis answer_basis = Basis::contract; ///< a term that the contract does not state is only a guide
    Basis basis = Basis::contract;
    std::string clause;
};

/// Something that is forbidden unless it is permitted (AUT-12…AUT-14).
struct ProhibitedAct {
    std::string id;
    Text label;
    std::string article; ///< of the security attachment, e.g. 3(1)エ
    Basis basis = Basis::contract;
    std::string clause;
};

/// Is the day of the work agreed with the other side each time (PRC-05)?
enum class ScheduleMode { not_required, agreed_each_time };

constexpr auto names_of(const ScheduleMode*)
{
    return std::to_array<Name<ScheduleMode>>(
        {{ScheduleMode::not_required, "not_required"}, {ScheduleMode::agreed_each_time, "agreed_each_time"}});
}

/// Duties of people of the contractor that the contract wants to be named.
enum class StaffDuty { responsible, security_officer, data_protection_officer };

constexpr auto names_of(const StaffDuty*)
{
    return std::to_array<Name<StaffDuty>>({
        {StaffDuty::responsible, "responsible"},
        {StaffDuty::security_officer, "security_officer"},
        {StaffDuty::data_protection_officer, "data_protection_officer"},
    });
}

/// A column of the roster.
enum class RosterField { company, subcontractor, name, kana, duties, work, assets, contact, from, to };

constexpr auto names_of(const RosterField*)
{
    return std::to_array<Name<RosterField>>({
        {RosterField::company, "company"},
        {RosterField::subcontractor, "subcontractor"},
        {RosterField::name, "name"},
        {RosterField::kana, "kana"},
        {RosterField::duties, "duties"},
        {RosterField::work, "work"},
        {RosterField::assets, "assets"},
        {RosterField::contact, "contact"},
        {RosterField::from, "from"},
        {RosterField::to, "to"},
    });
}

/// A column that the contract wants to be reported, in its own words.
struct ReportField {
    RosterField field = RosterField::name;
    Text label;
};

/// What a paper about people tells the city: who was named for a duty (PPL-01, PPL-06), who follows whom in it
/// (PPL-07), who joins, changes and leaves (PPL-03).
enum class StaffNoticeKind { appointment, replacement, roster_change };

constexpr auto names_of(const StaffNoticeKind*)
{
    return std::to_array<Name<StaffNoticeKind>>({
        {StaffNoticeKind::appointment, "appointment"},
        {StaffNoticeKind::replacement, "replacement"},
        {StaffNoticeKind::roster_change, "roster_change"},
    });
}

/// A paper about people that the contract asks for, under its own name.
struct StaffNotice {
    std::string id;
    StaffNoticeKind kind = StaffNoticeKind::appointment;
    std::optional<StaffDuty> duty; ///< of an appointment or a replacement
    Text name;
    Basis basis = Basis::contract;
    std::string clause;
};

/// When the city is told about a security incident (SEC-07), an accident (LAW-05) or, in writing, damage (LAW-02), from
/// the moment it was noticed.
struct FirstReportTerms {
    DueRule first_report_within;
    Basis basis = Basis::contract; ///< a term that the contract does not state is only a guide
    std::string clause;
};

/// Starting on a recorded instruction of the city, the missing papers afterwards.
struct EmergencyTerms {
    DueRule instruction_confirmed_within;
    DueRule papers_within;
    Basis basis = Basis::assumption;
    std::string clause;
};

}
