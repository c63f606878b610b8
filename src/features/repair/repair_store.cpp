#include "features/repair/repair_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/repair/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::repair {
namespace {

audit::Subject subject_of(const Repair& repair)
{
    return {"repair", repair.id.text};
}

Listed listed_repair(const db::Row& row)
{
    const auto text = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.repair = {.id = row.get<RepairId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .number = row.get<std::string>("number"),
                .device = row.get<DeviceId>("device_id"),
                .spare = row.get<std::optional<DeviceId>>("spare_id"),
                .request = row.get<std::optional<WorkRequestId>>("request_id"),
                .state = row.get<State>("state"),
                .failed_on = row.get<LocalDay>("failed_on"),
                .symptom = row.get<std::string>("symptom"),
                .warranty_until = row.get<std::optional<LocalDay>>("warranty_until"),
                .finding = row.get<std::optional<Finding>>("finding"),
                .erased_on = row.get<std::optional<LocalDay>>("erased_on"),
                .settings_on = row.get<std::optional<LocalDay>>("settings_on"),
                .last_on = row.get<LocalDay>("last_on"),
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at"),
                .version = row.get<int>("version")},
        .device_number = row.get<std::string>("device_number"),
        .device_class = row.get<std::string>("device_class"),
        .kind = row.get<std::string>("kind"),
        .model = row.get<std::string>("model"),
        .division = row.get<std::string>("division"),
        .spare_number = text("spare_number"),
        .request_number = text("request_number")};
}

std::string repair_key(const Repair& repair, const std::string& device_number)
{
    return fold(fmt::format("{} {} {}", repair.number, device_number, repair.symptom));
}

std::string text_or_nothing(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

audit::Facts only_stated(audit::Facts facts)
{
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}

audit::Facts facts_of(const Repair& repair)
{
    return only_stated({{"number", repair.number}, {"device", repair.device.text},
        {"spare", repair.spare ? repair.spare->text : ""}, {"request", repair.request ? repair.request->text : ""},
        {"state", std::string{name_of(repair.state)}}, {"failed_on", to_text(repair.failed_on)},
        {"symptom", repair.symptom}, {"warranty_until", text_or_nothing(repair.warranty_until)}});
}

audit::Facts facts_of(const Step& step)
{
    return only_stated({{"on", to_text(step.on)}, {"person", step.person}, {"place", step.place},
        {"finding", step.finding ? std::string{name_of(*step.finding)} : ""}, {"detail", step.detail},
        {"attendee", step.attendee}, {"reason", step.reason},
        {"certificate", step.certificate ? step.certificate->text : ""}});
}

Result<Listed> get(db::Reader& reader, const ContractId& contract, const RepairId& id)
{
    auto found = reader.query(sql::find_repair, contract, id).one_or_none(listed_repair);
    if (!found)
        return fail(ErrorKind::not_found, "repair/not_found", {"修理の記録が見つかりません。", "no such repair"});
    return *std::move(found);
}

Result<Listed> get_version(db::Reader& reader, const ContractId& contract, const RepairId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.repair.version != version)
        return changed_meanwhile("repair/changed", found.repair.version);
    return found;
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const Repair& repair, const std::string& device_number)
{
    const auto inserted = tx.execute(sql::insert_repair, repair.contract_id, repair.id, repair.number, repair.device,
        repair.spare, repair.request, repair.state, repair.failed_on, repair.symptom, repair.warranty_until,
        repair.last_on, repair_key(repair, device_number), repair.entered_by, repair.entered_at);
    if (inserted == 0) {
        return fail(ErrorKind::conflict, "repair/already_open",
            {fmt::format("{}は修理の途中です。その修理の記録に続けてください。", device_number),
                fmt::format("{} is on its way through a repair already: go on with that one", device_number)});
    }
    audit::Entry entry = audit::entry(cause, repair.contract_id, "repair.opened", subject_of(repair));
    audit::put_change(entry, {}, facts_of(repair));
    audit::record(tx, entry);
    return {};
}

Repair update(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const audit::Facts& more,
    const Listed& before, Repair after)
{
    tx.execute(sql::update_repair, after.contract_id, after.id, after.version, after.state, after.symptom,
        after.warranty_until, after.finding, after.erased_on, after.settings_on, after.last_on,
        repair_key(after, before.device_number));
    ++after.version;
    audit::Entry entry = audit::entry(cause, after.contract_id, kind, subject_of(after));
    auto facts = facts_of(after);
    facts.insert(more.begin(), more.end());
    audit::put_change(entry, facts_of(before.repair), facts);
    audit::record(tx, entry);
    return after;
}

void insert_step(db::Tx& tx, const Repair& repair, const Step& step)
{
    tx.execute(sql::insert_step, repair.contract_id, repair.id, step.id, step.act, step.on, step.person, step.place,
        step.finding, step.detail, step.attendee, step.reason, step.certificate, step.entered_by, step.entered_at);
}

std::vector<Step> steps_of(db::Reader& reader, const ContractId& contract, const RepairId& id)
{
    return reader.query(sql::list_steps, contract, id).map([](const db::Row& row) {
        return Step{.id = row.get<StepId>("id"),
            .act = row.get<Act>("act"),
            .on = row.get<LocalDay>("on_day"),
            .person = row.get<std::string>("person"),
            .place = row.get<std::string>("place"),
            .finding = row.get<std::optional<Finding>>("finding"),
            .detail = row.get<std::string>("detail"),
            .attendee = row.get<std::string>("attendee"),
            .reason = row.get<std::string>("reason"),
            .certificate = row.get<std::optional<AttachmentId>>("certificate_id"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

std::optional<DeviceId> exchanged_for(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::find_exchanged_for, contract, device).one_or_none([](const db::Row& row) {
        return row.get<DeviceId>("device_id");
    });
}

Result<ListPage> list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, std::string_view cursor, int limit)
{
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    ListPage page{reader
                      .query(sql::list_repairs, contract, filter.state, filter.model, containing(filter.words),
                          filter.device, after[0], after[1], limit + 1, filter.site)
                      .map(listed_repair),
        {}};
    if (static_cast<int>(page.repairs.size()) > limit) {
        page.repairs.pop_back();
        const Repair& last = page.repairs.back().repair;
        page.next = cursor_of({to_text(last.failed_on), last.id.text});
    }
    return page;
}

std::map<SiteId, int> open_by_site(db::Reader& reader, const ContractId& contract)
{
    std::map<SiteId, int> repairs;
    reader.query(sql::count_open_by_site, contract).for_each([&](const db::Row& row) {
        repairs.emplace(row.get<SiteId>("site_id"), row.get<int>("repairs"));
    });
    return repairs;
}

}
