#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/people/worker.hpp"

#include <string>
#include <vector>

namespace hoshuban::people {

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

struct RosterColumn {
    RosterField field = RosterField::name;
    Text label;
};

/// The columns of the roster as a file: those the contract wants reported, or all of them. A `report_field` of the
/// contract is recognised by the usual word for it (所属, 氏名, 作業内容 …).
std::vector<RosterColumn> roster_columns(const contract::Profile&);

/// What people call a column when the contract does not say.
Text default_label(RosterField);

/// The facts of one column as they are printed. Days of a stay are `from` and the last day before `to`.
std::string printed(const contract::Profile&, RosterField, const Entry&, const std::optional<Stay>&);

}
