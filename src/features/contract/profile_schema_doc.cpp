#include "features/contract/profile_schema_doc.hpp"

#include "features/audit/audit.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

using yaml::identifier;
using yaml::Object;
using yaml::range;

std::optional<Text> well_formed(const std::string& pattern)
{
    const auto checked = check_pattern(pattern);
    return checked ? std::nullopt : std::optional{checked.error().text};
}

// The chain of events of what belongs to no contract has this name.
std::optional<Text> contract_id(const std::string& text)
{
    if (text == audit::system_chain.text) {
        return Text{fmt::format("「{}」は共通の記録の名前なので、契約のIDにできません。", text),
            fmt::format("\"{}\" names the common chain of events and cannot be a contract's id", text)};
    }
    return identifier(text);
}

std::size_t utf16_units(const std::string& text)
{
    std::size_t units = 0;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        units += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
    }
    return units;
}

// What Excel demands of the name of a sheet.
std::optional<Text> sheet_name(const std::string& text)
{
    constexpr std::size_t most_units = 31;
    if (text.empty() || utf16_units(text) > most_units) {
        return Text{fmt::format("シート名は1文字から{}文字までです（{}文字あります）。", most_units, utf16_units(text)),
            fmt::format("a sheet name has 1 to {} characters, found {}", most_units, utf16_units(text))};
    }
    if (text.find_first_of("[]:*?/\\") != std::string::npos) {
        return Text{fmt::format("シート名に [ ] : * ? / \\ は使えません（「{}」とあります）。", text),
            fmt::format("a sheet name holds none of [ ] : * ? / \\, found \"{}\"", text)};
    }
    if (text.front() == '\'' || text.back() == '\'') {
        return Text{fmt::format("シート名の最初と最後に「'」は使えません（「{}」とあります）。", text),
            fmt::format("a sheet name neither starts nor ends with an apostrophe, found \"{}\"", text)};
    }
    return std::nullopt;
}

struct Words {
    std::map<std::string, Text, std::less<>>& texts;
    std::span<const std::string_view> keys;
};

void fields(Object& in, Words& words)
{
    for (const std::string_view key : words.keys)
        in.required(key, words.texts[std::string(key)]);
}

void words(Object& in, std::string_view key, std::map<std::string, Text, std::less<>>& texts,
    std::span<const std::string_view> keys)
{
    Words section{texts, keys};
    in.required(key, section);
}

struct Passwords {
    Profile& profile;
};

void fields(Object& in, Passwords& passwords)
{
    in.optional("rotations", passwords.profile.rotations);
    in.optional("targets", passwords.profile.password_targets);
}

}

void fields(Object& in, ContractFile& file)
{
    Profile& profile = file.profile;
    in.required("id", profile.id.text, contract_id);
    in.required("title", profile.title);
    in.required("municipality", profile.municipality);
    in.required("purpose", profile.purpose);
    in.required("period", profile.period);
    in.optional("succeeds", profile.succeeds, identifier);
    words(in, "words", profile.words, word_keys);
    in.required("list", profile.list);
    in.required("closures", profile.closures);
    in.required("work_classes", profile.work_classes, yaml::not_empty<WorkClass>);
    in.optional("overtime", profile.overtime);
    in.required("work", profile.work);
    in.required("families", profile.families, yaml::not_empty<WorkFamily>);
    in.required("work_types", profile.work_types, yaml::not_empty<WorkType>);
    in.optional("quotas", profile.quotas);
    in.optional("benchmark", profile.benchmark);
    in.required("numbers", profile.numbers, yaml::not_empty<NumberSeries>);
    in.required("minutes", profile.minutes);
    in.required("questions", profile.questions);
    in.optional("approvals", profile.approvals);
    in.optional("acts", profile.acts);
    in.optional("emergency", profile.emergency);
    in.optional("security_incidents", profile.security_incidents);
    in.optional("accidents", profile.accidents);
    in.optional("damages", profile.damages);
    in.optional("entry_permits", profile.entry_permits);
    in.optional("visits", profile.visits);
    in.optional("service_levels", profile.service_levels);
    in.optional("support_windows", profile.support_windows);
    Passwords passwords{profile};
    in.optional("passwords", passwords);
    in.required("device_classes", profile.device_classes, yaml::not_empty<DeviceClass>);
    in.optional("divisions", profile.divisions);
    in.required("generations", profile.generations, yaml::not_empty<Generation>);
    in.optional("stated_totals", profile.stated_totals);
    in.optional("page_survey", profile.page_survey);
    in.required("staff", profile.staff);
    in.optional("related_vendors", profile.related_vendors);
    in.optional("ledgers", profile.ledgers);
    in.required("duties", profile.duties);
    in.optional("notes", profile.notes);
}

void fields(Object& in, ListForm& list)
{
    in.required("title", list.title);
    in.required("sheet_name", list.sheet_name, sheet_name);
    words(in, "groups", list.groups, list_groups);
    words(in, "columns", list.columns, list_columns);
    words(in, "statuses", list.statuses, list_statuses);
    in.required("date_style", list.date_style);
    in.optional("empty_mark", list.empty_mark);
    in.optional("blank_rows", list.blank_rows, range(0, 100));
    in.optional("basis", list.basis);
    in.required("clause", list.clause);
}

void fields(Object& in, WorkFamily& family)
{
    in.required("id", family.id, identifier);
    in.required("label", family.label);
}

void fields(Object& in, WorkType& type)
{
    in.required("id", type.id, identifier);
    in.required("label", type.label);
    in.required("family", type.family);
    in.optional("in_scope", type.in_scope);
    in.optional("on_equipment", type.on_equipment);
    in.optional("quotas", type.quotas);
    in.optional("acts", type.acts);
    in.optional("approval", type.approval);
    in.optional("incident_classes", type.incident_classes);
    in.required("clause", type.clause);
}

void fields(Object& in, Quota& quota)
{
    in.required("id", quota.id, identifier);
    in.required("label", quota.label);
    in.required("kind", quota.kind);
    in.required("at_limit", quota.at_limit);
    in.optional("counts", quota.counts);
    in.required("limit", quota.limit, range(0, 100'000));
    in.optional("devices_per_run", quota.devices_per_run, range(1, 100'000));
    in.required("unit", quota.unit);
    in.required("rule", quota.rule);
    in.required("clause", quota.clause);
}

void fields(Object& in, RunBenchmark& benchmark)
{
    in.required("low", benchmark.low, range(0, 1'000));
    in.required("high", benchmark.high, range(0, 1'000));
    in.required("quotas", benchmark.quotas, yaml::not_empty<std::string>);
    in.required("clause", benchmark.clause);
}

void fields(Object& in, NumberSeries& series)
{
    in.required("id", series.id, identifier);
    in.required("label", series.label);
    in.required("pattern", series.pattern, well_formed);
    in.optional("prefix", series.prefix);
    in.optional("suffix", series.suffix);
    in.optional("year", series.year);
    in.optional("numbered_by", series.numbered_by);
    in.optional("basis", series.basis);
    in.required("clause", series.clause);
}

void fields(Object& in, WorkRules& work)
{
    in.required("request_required", work.request_required);
    in.required("procedure", work.procedure);
    in.optional("bundling", work.bundling);
    in.optional("fleet_wide_possible", work.fleet_wide_possible);
    in.optional("rollout_days", work.rollout_days, range(1, 366));
    in.optional("rollout_unit", work.rollout_unit);
    in.optional("rollout_basis", work.rollout_basis);
    in.optional("schedule", work.schedule);
    in.optional("operation_check", work.operation_check);
    in.optional("operation_check_basis", work.operation_check_basis);
    in.optional("vendors_told_before", work.vendors_told_before);
    in.required("clause", work.clause);
}

void fields(Object& in, MinutesRule& rule)
{
    in.required("trigger", rule.trigger);
    in.optional("limit", rule.limit, range(0, 366));
    in.optional("unit", rule.unit);
    in.optional("guide", rule.guide);
    in.optional("city_approves", rule.city_approves);
    in.optional("roll", rule.roll);
    in.required("clause", rule.clause);
}

void fields(Object& in, QuestionRule& rule)
{
    in.required("mode", rule.mode);
    in.optional("blocks_start", rule.blocks_start);
    in.optional("oral_if_minor", rule.oral_if_minor);
    in.optional("answer_approved", rule.answer_approved);
    in.optional(
        "answer_within", rule.answer_within, [](const std::optional<DueRule>& days) { return days_ahead(days); });
    in.optional("answer_basis", rule.answer_basis);
    in.required("clause", rule.clause);
}

void fields(Object& in, EntryPermit& permit)
{
    in.required("place", permit.place);
    in.optional("sites", permit.sites);
    in.optional("from", permit.from);
    in.optional("approval", permit.approval);
    in.required("clause", permit.clause);
}

void fields(Object& in, PasswordRotation& rotation)
{
    in.required("from", rotation.from);
    in.required("label", rotation.label);
    in.required("clause", rotation.clause);
}

void fields(Object& in, PasswordTarget& target)
{
    in.required("mark", target.mark);
    in.required("label", target.label);
    in.optional("generations", target.generations);
}

void fields(Object& in, PasswordTargets& targets)
{
    in.required("class", targets.device_class);
    in.optional("both_of_pair", targets.both_of_pair);
    in.optional("basis", targets.basis);
    in.required("items", targets.items, yaml::not_empty<PasswordTarget>);
    in.required("clause", targets.clause);
}

void fields(Object& in, StaffRules& staff)
{
    in.required("roster", staff.roster);
    in.required("change", staff.change);
    in.required("subcontracting", staff.subcontracting);
    in.optional("responsible_fixed", staff.responsible_fixed);
    in.optional("report_fields", staff.report_fields);
    in.optional("notice_days", staff.notice_days, range(0, 31));
    in.optional("notice_kind", staff.notice_kind, counts_days);
    in.optional("duties", staff.duties);
    in.optional("duties_basis", staff.duties_basis);
    in.optional("training", staff.training);
    in.optional("pledge", staff.pledge);
    in.optional("measures", staff.measures);
    in.optional("document_check_months", staff.document_check_months, range(1, 12));
    in.optional("notices", staff.notices);
    in.required("clause", staff.clause);
}

void fields(Object& in, RelatedVendor& vendor)
{
    in.required("id", vendor.id, identifier);
    in.required("role", vendor.role);
    in.optional("name", vendor.name);
    in.required("duties", vendor.duties);
    in.optional("from", vendor.from);
    in.optional("until", vendor.until);
    in.required("clause", vendor.clause);
}

void fields(Object& in, Ledger& ledger)
{
    in.required("id", ledger.id, identifier);
    in.required("label", ledger.label);
    in.optional("divisions", ledger.divisions);
    in.optional("excluded_sites", ledger.excluded_sites);
    in.required("clause", ledger.clause);
}

void fields(Object& in, Duties& duties)
{
    in.required("handover", duties.handover);
    in.required("improvement_cycle", duties.improvement_cycle);
    in.required("glossary", duties.glossary);
    in.optional("drills", duties.drills);
    in.optional("own_equipment_on_application", duties.own_equipment_on_application);
    in.optional("environment", duties.environment);
    in.optional("word_from", duties.word_from, range(1990, 2100));
    in.optional("excel_from", duties.excel_from, range(1990, 2100));
}

void fields(Object& in, Note& note)
{
    in.required("id", note.id);
    in.required("clause", note.clause);
    in.required("kind", note.kind);
    in.required("text", note.text);
}

}
