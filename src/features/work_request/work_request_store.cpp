#include "features/work_request/work_request_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "core/packed.hpp"
#include "features/work_request/opening.hpp"
#include "features/work_request/search_key.hpp"
#include "features/work_request/sql.hpp"
#include "features/work_request/statement_store.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

std::optional<Hours> hours_from(const db::Row& row, std::string_view column)
{
    const auto tenths = row.get<std::optional<int>>(column);
    return tenths ? std::optional{Hours{*tenths}} : std::nullopt;
}

std::optional<int> tenths_of(const std::optional<Hours>& hours)
{
    return hours ? std::optional{hours->tenths} : std::nullopt;
}

// Always stated (WRQ-07).
LocalDay wish_on_of(const WorkRequest& request)
{
    return request.wish_on.value_or(default_wish_on(request.entered_on));
}

}

WorkRequest work_request_from(const db::Row& row)
{
    return {
        .id = row.get<WorkRequestId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .entered_on = row.get<LocalDay>("entered_on"),
        .city_person = row.get<std::string>("city_person"),
        .division = row.get<std::string>("division"),
        .division_person = row.get<std::string>("division_person"),
        .contractor = row.get<std::string>("contractor"),
        .contractor_person = row.get<std::string>("contractor_person"),
        .status = row.get<Status>("status"),
        .title = row.get<std::string>("title"),
        .body = row.get<std::string>("body"),
        .wish_on = row.get<std::optional<LocalDay>>("wish_on"),
        .received_on = row.get<std::optional<LocalDay>>("received_on"),
        .result = row.get<std::string>("result"),
        .procedure_followed = row.get<std::string>("procedure_followed"),
        .performed_on = row.get<std::optional<LocalDay>>("performed_on"),
        .performed_until = row.get<std::optional<LocalDay>>("performed_until"),
        .performed_by = row.get<std::string>("performed_by"),
        .contractor_confirmed = {.kind = row.get<Confirmation>("contractor_confirmation"),
            .on = row.get<std::optional<LocalDay>>("contractor_confirmed_on"),
            .by = row.get<std::string>("contractor_confirmed_by"),
            .person = row.get<std::optional<PersonId>>("contractor_confirmed_person")},
        .city_confirmed = {.kind = row.get<Confirmation>("city_confirmation"),
            .on = row.get<std::optional<LocalDay>>("city_confirmed_on"),
            .by = row.get<std::string>("city_confirmed_by"),
            .person = row.get<std::optional<PersonId>>("city_confirmed_person")},
        .planned_hours = hours_from(row, "planned_tenths"),
        .actual_hours = hours_from(row, "actual_tenths"),
        .work_types = unpacked(row.get<std::string>("work_types")),
        .site = row.get<std::optional<SiteId>>("site_id"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .start = row.get<Start>("start_kind"),
        .declined = row.get<std::string>("declined"),
        .version = row.get<int>("version"),
    };
}

std::optional<WorkRequest> find(db::Reader& reader, const Reach& reach, const WorkRequestId& id)
{
    auto request = reader.query(sql::find_work_request, reach.contract, id).one_or_none(work_request_from);
    if (request && !reaches(reach, *request))
        return std::nullopt;
    return request;
}

Result<WorkRequest> get(db::Reader& reader, const Reach& reach, const WorkRequestId& id)
{
    auto request = find(reader, reach, id);
    if (!request)
        return fail(
            ErrorKind::not_found, "work_request/not_found", {"作業依頼が見つかりません。", "no such work request"});
    return *std::move(request);
}

Result<WorkRequest> get_version(db::Reader& reader, const Reach& reach, const WorkRequestId& id, int version)
{
    TRY_ASSIGN(auto request, get(reader, reach, id));
    if (request.version != version)
        return changed_meanwhile("work_request/changed", request.version);
    return request;
}

void for_each(db::Reader& reader, const Reach& reach, const std::function<void(const WorkRequest&)>& visit)
{
    Statement statement{sql::list_work_requests.sqlite, reach};
    statement.append(" ORDER BY number_year, number_seq, id");
    reader.stream(statement.query(), statement.params()).for_each([&](const db::Row& row) {
        visit(work_request_from(row));
    });
}

Result<void> insert(db::Tx& tx, const WorkRequest& request, NumberKey key, Instant now)
{
    const Signature& contractor = request.contractor_confirmed;
    const Signature& city = request.city_confirmed;
    const auto inserted = tx.execute(sql::insert_work_request, request.contract_id, request.id, request.number,
        key.year, key.sequence, request.entered_on, request.city_person, request.division, request.division_person,
        request.contractor, request.contractor_person, request.status, request.title, request.body, wish_on_of(request),
        request.received_on, request.result, request.procedure_followed, request.performed_on, request.performed_until,
        request.performed_by, contractor.kind, contractor.on, contractor.by, contractor.person, city.kind, city.on,
        city.by, city.person, tenths_of(request.planned_hours), tenths_of(request.actual_hours),
        packed(request.work_types), request.site, request.device, search_key(request), fold(request.division), now,
        request.start, request.declined);
    if (inserted == 0) {
        return fail(ErrorKind::conflict, "work_request/number_taken",
            {fmt::format("管理番号「{}」はすでに使われています。", request.number),
                fmt::format("the number \"{}\" is taken", request.number)});
    }
    return {};
}

Result<WorkRequest> update(db::Tx& tx, WorkRequest request, Instant now)
{
    const Signature& contractor = request.contractor_confirmed;
    const Signature& city = request.city_confirmed;
    const auto updated = tx.execute(sql::update_work_request, request.contract_id, request.id, request.version,
        request.entered_on, request.city_person, request.division, request.division_person, request.contractor,
        request.contractor_person, request.status, request.title, request.body, wish_on_of(request),
        request.received_on, request.result, request.procedure_followed, request.performed_on, request.performed_until,
        request.performed_by, contractor.kind, contractor.on, contractor.by, contractor.person, city.kind, city.on,
        city.by, city.person, tenths_of(request.planned_hours), tenths_of(request.actual_hours),
        packed(request.work_types), request.site, request.device, search_key(request), fold(request.division), now,
        request.start, request.declined);
    if (updated == 0)
        return fail(ErrorKind::precondition, "work_request/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    ++request.version;
    request.wish_on = wish_on_of(request);
    return request;
}

NextNumber next_request_number(db::Tx& tx, const ContractId& contract, int year)
{
    return tx.query(sql::next_request_number, contract, number_series, year).one([](const db::Row& row) {
        return NextNumber{row.get<int>("last"), row.get<std::optional<std::string>>("contractor").value_or("")};
    });
}

int settle_keys(db::Tx& tx)
{
    constexpr int batch = 500;
    int settled = 0;
    while (true) {
        const auto unsettled = tx.query(sql::requests_without_keys, batch).map(work_request_from);
        for (const WorkRequest& request : unsettled)
            tx.execute(sql::set_keys, request.contract_id, request.id, fold(request.division), search_key(request));
        settled += static_cast<int>(unsettled.size());
        if (unsettled.empty())
            return settled;
    }
}

std::vector<StatusTally> tally_statuses(db::Reader& reader, const Reach& reach)
{
    const Statement statement{sql::tally_statuses.sqlite, reach};
    return reader.query(statement.query(), statement.params()).map([](const db::Row& row) {
        return StatusTally{row.get<Status>("status"), row.get<int>("requests")};
    });
}

std::vector<WorkTypeTally> tally_work_types(db::Reader& reader, const ContractId& contract, const DayRange& period)
{
    return reader.query(sql::tally_work_types, contract, period.first, period.last).map([](const db::Row& row) {
        return WorkTypeTally{
            unpacked(row.get<std::string>("work_types")), row.get<Status>("status"), row.get<int>("requests")};
    });
}

}
