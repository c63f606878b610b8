#pragma once
#include "features/contract/contract_view_api.hpp"

namespace hoshuban::contract {

inline auto describe(const ContractSummary*)
{
    return json::object<ContractSummary>("ContractSummary", json::field("id", &ContractSummary::id),
        json::field("title", &ContractSummary::title), json::field("municipality", &ContractSummary::municipality),
        json::field("starts_on", &ContractSummary::starts_on), json::field("ends_on", &ContractSummary::ends_on),
        json::field("state", &ContractSummary::state), json::field("roles", &ContractSummary::roles),
        json::field("side", &ContractSummary::side));
}

inline auto describe(const ContractList*)
{
    return json::object<ContractList>("ContractList", json::field("items", &ContractList::items));
}

inline auto describe(const PeriodView*)
{
    return json::object<PeriodView>("ContractPeriod", json::field("months", &PeriodView::months),
        json::field("calendar_days", &PeriodView::calendar_days), json::field("open_days", &PeriodView::open_days),
        json::field("first_open_day", &PeriodView::first_open_day),
        json::field("last_open_day", &PeriodView::last_open_day));
}

inline auto describe(const WorkTypeView*)
{
    return json::object<WorkTypeView>("WorkType", json::field("id", &WorkTypeView::id),
        json::field("label", &WorkTypeView::label), json::field("family", &WorkTypeView::family),
        json::field("in_scope", &WorkTypeView::in_scope), json::field("on_equipment", &WorkTypeView::on_equipment),
        json::field("quotas", &WorkTypeView::quotas), json::field("acts", &WorkTypeView::acts),
        json::field("clause", &WorkTypeView::clause));
}

inline auto describe(const HoursWindowView*)
{
    return json::object<HoursWindowView>("HoursWindow", json::field("days", &HoursWindowView::days),
        json::field("opens", &HoursWindowView::opens), json::field("closes", &HoursWindowView::closes));
}

inline auto describe(const HoursView*)
{
    return json::object<HoursView>("ContractHours", json::field("work_class", &HoursView::work_class),
        json::field("label", &HoursView::label), json::field("windows", &HoursView::windows),
        json::field("always", &HoursView::always), json::field("basis", &HoursView::basis),
        json::field("clause", &HoursView::clause));
}

inline auto describe(const ServiceLevelView*)
{
    using V = ServiceLevelView;
    return json::object<V>("ServiceLevel", json::field("id", &V::id), json::field("label", &V::label),
        json::field("target", &V::target, {"目標", "Target"}),
        json::field("classes", &V::classes, {"機器の区分", "Classes"}),
        json::field("severities", &V::severities, {"重大度", "Severities"}),
        json::field("valid_from", &V::valid_from, {"この日の指示から", "From"}),
        json::field("valid_until", &V::valid_until, {"この日の指示まで", "Until"}),
        json::field("maker_apart", &V::maker_apart, {"メーカー手配は別に数える", "Counted apart: maker sent"}),
        json::field("from", &V::from), json::field("to", &V::to), json::field("nature", &V::nature),
        json::field("exception", &V::exception), json::field("clause", &V::clause));
}

inline auto describe(const SupportWindowView*)
{
    return json::object<SupportWindowView>("SupportWindow", json::field("id", &SupportWindowView::id),
        json::field("label", &SupportWindowView::label), json::field("classes", &SupportWindowView::classes),
        json::field("severity", &SupportWindowView::severity, {"重大度。空はどれでも", "Severity; any where blank"}),
        json::field("work_class", &SupportWindowView::work_class),
        json::field("response", &SupportWindowView::response), json::field("guide", &SupportWindowView::guide),
        json::field("basis", &SupportWindowView::basis), json::field("clause", &SupportWindowView::clause));
}

inline auto describe(const PasswordTargetView*)
{
    return json::object<PasswordTargetView>("PasswordTarget", json::field("mark", &PasswordTargetView::mark),
        json::field("label", &PasswordTargetView::label), json::field("generations", &PasswordTargetView::generations));
}

inline auto describe(const PasswordTargetsView*)
{
    return json::object<PasswordTargetsView>("PasswordTargets",
        json::field("class", &PasswordTargetsView::device_class), json::field("label", &PasswordTargetsView::label),
        json::field("basis", &PasswordTargetsView::basis), json::field("items", &PasswordTargetsView::items),
        json::field("clause", &PasswordTargetsView::clause));
}

inline auto describe(const CheckItemView*)
{
    return json::object<CheckItemView>("CheckItem", json::field("no", &CheckItemView::no),
        json::field("label", &CheckItemView::label), json::field("observation", &CheckItemView::observation),
        json::field("conditions", &CheckItemView::conditions));
}

inline auto describe(const CheckItemsView*)
{
    return json::object<CheckItemsView>("CheckItems", json::field("class", &CheckItemsView::device_class),
        json::field("label", &CheckItemsView::label), json::field("count", &CheckItemsView::count),
        json::field("basis", &CheckItemsView::basis), json::field("items", &CheckItemsView::items),
        json::field("clause", &CheckItemsView::clause));
}

inline auto describe(const PaperView*)
{
    return json::object<PaperView>("Paper", json::field("id", &PaperView::id), json::field("names", &PaperView::names),
        json::field("occasion", &PaperView::occasion), json::field("due", &PaperView::due),
        json::field("medium", &PaperView::medium), json::field("copies", &PaperView::copies),
        json::field("basis", &PaperView::basis), json::field("clause", &PaperView::clause));
}

inline auto describe(const GenerationView*)
{
    return json::object<GenerationView>("Generation", json::field("id", &GenerationView::id),
        json::field("label", &GenerationView::label), json::field("planned_from", &GenerationView::planned_from),
        json::field("planned_to", &GenerationView::planned_to),
        json::field("actual_from", &GenerationView::actual_from), json::field("actual_to", &GenerationView::actual_to),
        json::field("clause", &GenerationView::clause));
}

inline auto describe(const EquipmentView*)
{
    return json::object<EquipmentView>("Equipment", json::field("id", &EquipmentView::id),
        json::field("class", &EquipmentView::device_class), json::field("generation", &EquipmentView::generation),
        json::field("division", &EquipmentView::division), json::field("label", &EquipmentView::label),
        json::field("model", &EquipmentView::model), json::field("type_number", &EquipmentView::type_number),
        json::field("quantity", &EquipmentView::quantity), json::field("software", &EquipmentView::software),
        json::field("support", &EquipmentView::support), json::field("clause", &EquipmentView::clause));
}

inline auto describe(const NoteView*)
{
    return json::object<NoteView>("ContractNote", json::field("id", &NoteView::id),
        json::field("clause", &NoteView::clause), json::field("text", &NoteView::text),
        json::field("kind", &NoteView::kind));
}

inline auto describe(const CountsView*)
{
    return json::object<CountsView>(
        "ContractCounts", json::field("sites", &CountsView::sites), json::field("devices", &CountsView::devices));
}

inline auto describe(const ApprovalKindView*)
{
    return json::object<ApprovalKindView>("ApprovalKind", json::field("id", &ApprovalKindView::id),
        json::field("requirement", &ApprovalKindView::requirement), json::field("effect", &ApprovalKindView::effect),
        json::field("nature", &ApprovalKindView::nature), json::field("decider", &ApprovalKindView::decider),
        json::field("applicant", &ApprovalKindView::applicant), json::field("label", &ApprovalKindView::label),
        json::field("steps", &ApprovalKindView::steps), json::field("basis", &ApprovalKindView::basis),
        json::field("clause", &ApprovalKindView::clause));
}

inline auto describe(const OvertimeView*)
{
    using V = OvertimeView;
    return json::object<V>("Overtime", json::field("id", &V::id), json::field("label", &V::label),
        json::field("needs", &V::needs), json::field("approval", &V::approval), json::field("clause", &V::clause));
}

inline auto describe(const ActView*)
{
    return json::object<ActView>("ProhibitedAct", json::field("id", &ActView::id),
        json::field("label", &ActView::label), json::field("article", &ActView::article),
        json::field("basis", &ActView::basis), json::field("clause", &ActView::clause));
}

inline auto describe(const QuestionRuleView*)
{
    return json::object<QuestionRuleView>("QuestionRule", json::field("mode", &QuestionRuleView::mode),
        json::field("blocks_start", &QuestionRuleView::blocks_start),
        json::field("oral_if_minor", &QuestionRuleView::oral_if_minor),
        json::field("answer_approved", &QuestionRuleView::answer_approved),
        json::field("answer_days", &QuestionRuleView::answer_days),
        json::field("answer_unit", &QuestionRuleView::answer_unit),
        json::field("answer_basis", &QuestionRuleView::answer_basis), json::field("clause", &QuestionRuleView::clause));
}

inline auto describe(const ContractView*)
{
    return json::object<ContractView>("Contract", json::field("id", &ContractView::id),
        json::field("title", &ContractView::title), json::field("municipality", &ContractView::municipality),
        json::field("purpose", &ContractView::purpose), json::field("starts_on", &ContractView::starts_on),
        json::field("ends_on", &ContractView::ends_on), json::field("state", &ContractView::state),
        json::field("period", &ContractView::period), json::field("words", &ContractView::words),
        json::field("status_labels", &ContractView::status_labels),
        json::field("column_labels", &ContractView::column_labels),
        json::field("group_labels", &ContractView::group_labels), json::field("work_types", &ContractView::work_types),
        json::field("number_pattern", &ContractView::number_pattern),
        json::field("date_style", &ContractView::date_style), json::field("hours", &ContractView::hours),
        json::field("closures", &ContractView::closures), json::field("service_levels", &ContractView::service_levels),
        json::field("support_windows", &ContractView::support_windows),
        json::field("password_targets", &ContractView::password_targets),
        json::field("check_items", &ContractView::check_items), json::field("papers", &ContractView::papers),
        json::field("generations", &ContractView::generations), json::field("equipment", &ContractView::equipment),
        json::field("approvals", &ContractView::approvals), json::field("overtime", &ContractView::overtime),
        json::field("acts", &ContractView::acts), json::field("questions", &ContractView::questions),
        json::field("notes", &ContractView::notes), json::field("counts", &ContractView::counts),
        json::field("version", &ContractView::version));
}

inline auto describe(const SiteView*)
{
    return json::object<SiteView>("Site", json::field("id", &SiteView::id), json::field("number", &SiteView::number),
        json::field("name", &SiteView::name), json::field("address", &SiteView::address),
        json::field("departments", &SiteView::departments), json::field("planned", &SiteView::planned),
        json::field("excluded", &SiteView::excluded), json::field("remarks", &SiteView::remarks),
        json::field("aliases", &SiteView::aliases), json::field("device_count", &SiteView::device_count));
}

inline auto describe(const SiteList*)
{
    return json::object<SiteList>("SiteList", json::field("items", &SiteList::items));
}

inline auto describe(const DeviceView*)
{
    return json::object<DeviceView>("Device", json::field("id", &DeviceView::id),
        json::field("number", &DeviceView::number), json::field("class", &DeviceView::device_class),
        json::field("kind", &DeviceView::kind), json::field("model", &DeviceView::model),
        json::field("type_number", &DeviceView::type_number), json::field("site_id", &DeviceView::site_id),
        json::field("site_name", &DeviceView::site_name), json::field("division", &DeviceView::division),
        json::field("generation", &DeviceView::generation), json::field("status", &DeviceView::status),
        json::field("known", &DeviceView::known), json::field("remarks", &DeviceView::remarks));
}

inline auto describe(const DeviceList*)
{
    return json::object<DeviceList>("DeviceList", json::field("items", &DeviceList::items));
}

}
