#include "features/people/roster_columns.hpp"

#include "core/era.hpp"
#include "features/people/chart.hpp"

namespace hoshuban::people {
namespace {

std::string duties_of(const contract::Profile& profile, const Entry& entry)
{
    std::string text;
    for (const StaffDuty duty : entry.duties)
        text += (text.empty() ? "" : "・") + duty_label(profile, duty).ja;
    return text;
}

}

Text default_label(RosterField field)
{
    switch (field) {
    case RosterField::company:
        return {"所属", "Affiliation"};
    case RosterField::subcontractor:
        return {"再委託", "Subcontractor"};
    case RosterField::name:
        return {"氏名", "Name"};
    case RosterField::kana:
        return {"ふりがな", "Reading"};
    case RosterField::duties:
        return {"役割", "Duties"};
    case RosterField::work:
        return {"作業内容", "Work"};
    case RosterField::assets:
        return {"取り扱う情報資産", "Information assets handled"};
    case RosterField::contact:
        return {"連絡先", "Contact"};
    case RosterField::from:
        return {"従事開始日", "From"};
    case RosterField::to:
        return {"従事終了日", "Until"};
    }
    return {};
}

std::vector<ReportField> roster_columns(const contract::Profile& profile)
{
    if (!profile.staff.report_fields.empty())
        return profile.staff.report_fields;
    std::vector<ReportField> all;
    for (const auto& [field, name] : names_of(static_cast<const RosterField*>(nullptr)))
        all.push_back({field, default_label(field)});
    return all;
}

std::string printed(
    const contract::Profile& profile, RosterField field, const Entry& entry, const std::optional<Stay>& stay)
{
    switch (field) {
    case RosterField::company:
        return entry.company;
    case RosterField::subcontractor:
        return entry.subcontractor ? "○" : "";
    case RosterField::name:
        return entry.name;
    case RosterField::kana:
        return entry.kana;
    case RosterField::duties:
        return duties_of(profile, entry);
    case RosterField::work:
        return entry.work;
    case RosterField::assets:
        return entry.assets;
    case RosterField::contact:
        return entry.contact;
    case RosterField::from:
        return stay ? print_day(stay->from, DayStyle::slash) : "";
    case RosterField::to:
        return stay && stay->to ? print_day(*stay->to - std::chrono::days{1}, DayStyle::slash) : "";
    }
    return {};
}

}
