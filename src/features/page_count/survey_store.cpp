#include "features/page_count/survey_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/register_store.hpp"
#include "features/page_count/sql.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace hoshuban::page_count {
namespace {

// More than any contract has.
constexpr int every_printer = 100'000;

Survey survey_from(const db::Row& row)
{
    return {.id = row.get<SurveyId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .title = row.get<std::string>("title"),
        .on = row.get<LocalDay>("reference_day"),
        .first = row.get<std::optional<LocalDay>>("first_day"),
        .last = row.get<std::optional<LocalDay>>("last_day"),
        .agreed = row.get<std::string>("agreed"),
        .earlier = row.get<bool>("earlier"),
        .submitted_on = row.get<std::optional<LocalDay>>("submitted_on"),
        .submitted_by = row.get<std::string>("submitted_by"),
        .made_by = row.get<std::string>("made_by"),
        .made_at = row.get<Instant>("made_at"),
        .version = row.get<int>("version")};
}

Reading reading_from(const db::Row& row)
{
    return {.pages = row.get<std::optional<std::int64_t>>("pages"),
        .read_on = row.get<LocalDay>("read_on"),
        .note = row.get<std::string>("note"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

void put_day(audit::Facts& facts, const char* key, const std::optional<LocalDay>& day)
{
    if (day)
        facts[key] = to_text(*day);
}

audit::Facts facts_of(const Survey& survey)
{
    audit::Facts facts{{"title", survey.title}, {"on", to_text(survey.on)}};
    put_day(facts, "first", survey.first);
    put_day(facts, "last", survey.last);
    put_day(facts, "submitted_on", survey.submitted_on);
    if (!survey.agreed.empty())
        facts["agreed"] = survey.agreed;
    return facts;
}

audit::Facts facts_of(const std::string& number, const std::optional<Reading>& reading)
{
    if (!reading)
        return {};
    audit::Facts facts{{"number", number}, {"read_on", to_text(reading->read_on)}};
    if (reading->pages)
        facts["pages"] = fmt::format("{}", *reading->pages);
    if (!reading->note.empty())
        facts["note"] = reading->note;
    return facts;
}

audit::Subject subject_of(const Survey& survey)
{
    return {"page_survey", survey.id.text};
}

std::map<DeviceId, Reading> readings_of(db::Reader& reader, const Survey& survey)
{
    std::map<DeviceId, Reading> found;
    reader.query(sql::list_readings, survey.contract_id, survey.id).for_each([&](const db::Row& row) {
        found.emplace(row.get<DeviceId>("device_id"), reading_from(row));
    });
    return found;
}

std::map<DeviceId, Previous> previous_of(db::Reader& reader, const Survey& survey)
{
    std::map<DeviceId, Previous> found;
    reader.query(sql::list_previous, survey.contract_id, survey.id, survey.on).for_each([&](const db::Row& row) {
        found.emplace(
            row.get<DeviceId>("device_id"), Previous{row.get<std::int64_t>("pages"), row.get<LocalDay>("read_on")});
    });
    return found;
}

template <class Kept>
std::optional<Kept> found_in(const std::map<DeviceId, Kept>& all, const DeviceId& id)
{
    const auto found = all.find(id);
    return found == all.end() ? std::nullopt : std::optional{found->second};
}

auto place_in_survey(const SurveyedUnit& unit)
{
    return std::tuple{unit.unit.site_number.value_or(0), unit.unit.device.number, unit.unit.device.id.text};
}

}

std::vector<Survey> list_surveys(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_surveys, contract).map(survey_from);
}

Result<Survey> get_survey(db::Reader& reader, const ContractId& contract, const SurveyId& id)
{
    auto found = reader.query(sql::find_survey, contract, id).one_or_none(survey_from);
    if (!found)
        return fail(ErrorKind::not_found, "page_count/not_found", {"調査が見つかりません。", "no such survey"});
    return *std::move(found);
}

Result<Survey> get_version(db::Reader& reader, const ContractId& contract, const SurveyId& id, int version)
{
    TRY_ASSIGN(auto survey, get_survey(reader, contract, id));
    if (survey.version != version)
        return changed_meanwhile("page_count/changed", survey.version);
    return survey;
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const Survey& survey)
{
    const auto inserted = tx.execute(sql::insert_survey, survey.contract_id, survey.id, survey.title, survey.on,
        survey.first, survey.last, survey.agreed, survey.earlier, survey.made_by, survey.made_at);
    if (inserted == 0) {
        return fail(ErrorKind::conflict, "page_count/earlier_exists",
            {"引き継いだ結果はすでに登録されています。そこへ書き足してください。",
                "the results that were handed over have a survey already: add to it"});
    }
    audit::Entry entry = audit::entry(cause, survey.contract_id, "page_survey.planned", subject_of(survey));
    audit::put_change(entry, {}, facts_of(survey));
    audit::record(tx, entry);
    return {};
}

Result<Survey> update(db::Tx& tx, const audit::Cause& cause, const char* kind, const Survey& before, Survey after,
    const std::string& reason)
{
    const auto stored = tx.execute(sql::update_survey, after.contract_id, after.id, before.version, after.title,
        after.on, after.first, after.last, after.agreed, after.submitted_on, after.submitted_by);
    if (stored == 0)
        return changed_meanwhile("page_count/changed", before.version);
    after.version = before.version + 1;
    audit::Entry entry = audit::entry(cause, after.contract_id, kind, subject_of(after));
    audit::put_change(entry, facts_of(before), facts_of(after));
    entry.reason = reason;
    audit::record(tx, entry);
    return after;
}

Result<std::vector<SurveyedUnit>> surveyed_units(
    db::Reader& reader, const contract::Profile& profile, const Survey& survey, const Sight& sight)
{
    TRY_ASSIGN(const auto terms, terms_of(profile));
    const auto readings = readings_of(reader, survey);
    const auto previous = previous_of(reader, survey);
    std::vector<SurveyedUnit> found;
    for (const std::string& device_class : terms.classes) {
        const device::UnitFilter filter{
            .day = survey.on, .site = sight.site, .device_class = device_class, .only = sight.only};
        TRY_ASSIGN(auto page, device::list_units(reader, survey.contract_id, filter, "", every_printer));
        for (device::Unit& each : page.units) {
            if (!belongs(each))
                continue;
            SurveyedUnit unit{.unit = std::move(each)};
            unit.reading = found_in(readings, unit.unit.device.id);
            unit.previous = found_in(previous, unit.unit.device.id);
            judge(terms, unit);
            found.push_back(std::move(unit));
        }
    }
    std::ranges::sort(found, {}, place_in_survey);
    return found;
}

Result<void> put_readings(db::Tx& tx, const audit::Cause& cause, const Survey& survey,
    std::span<const SurveyedUnit> units, std::span<const EnteredReading> entered)
{
    std::vector<audit::Entry> events;
    for (const EnteredReading& each : entered) {
        const Reading& reading = each.reading;
        const auto unit =
            std::ranges::find(units, each.device, [](const SurveyedUnit& surveyed) { return surveyed.unit.device.id; });
        const auto stored = reading.version == 0
            ? tx.execute(sql::insert_reading, survey.contract_id, survey.id, each.device, reading.pages,
                  reading.read_on, reading.note, reading.entered_by, reading.entered_at)
            : tx.execute(sql::update_reading, survey.contract_id, survey.id, each.device, reading.version,
                  reading.pages, reading.read_on, reading.note, reading.entered_by, reading.entered_at);
        if (stored == 0)
            return changed_meanwhile("page_count/reading_changed", unit->reading ? unit->reading->version : 0);
        audit::Entry entry = audit::entry(cause, survey.contract_id, "page_survey.read", subject_of(survey));
        const std::string& number = unit->unit.device.number;
        audit::put_change(entry, facts_of(number, unit->reading), facts_of(number, reading));
        events.push_back(std::move(entry));
    }
    audit::record_all(tx, events);
    return {};
}

}
