#include "features/gate/start_store.hpp"

#include "features/gate/sql.hpp"

namespace hoshuban::gate {
namespace {

StartRecord start_from(const db::Row& row)
{
    return {.id = row.get<StartId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .kind = row.get<work_request::Start>("kind"),
        .title = row.get<std::string>("title"),
        .site = row.get<std::optional<SiteId>>("site_id"),
        .started_at = row.get<Instant>("started_at"),
        .started_by = row.get<PersonId>("started_by"),
        .started_name = row.get<std::string>("started_name"),
        .recorded_at = row.get<Instant>("recorded_at"),
        .procedure = row.get<std::optional<ProcedureVersionId>>("procedure_version_id"),
        .procedure_text = row.get<std::string>("procedure_text"),
        .window = row.get<std::optional<WorkWindowId>>("window_id"),
        .instruction = {.by = row.get<std::string>("instructed_by"),
            .at = row.get<std::optional<Instant>>("instructed_at"),
            .how = row.get<std::string>("instructed_how"),
            .text = row.get<std::string>("instruction")},
        .approval = row.get<std::optional<ApprovalId>>("approval_id"),
        .confirmation = row.get<std::optional<approval::State>>("confirmation"),
        .opinion = row.get<std::optional<std::string>>("opinion").value_or(""),
        .retroactive = row.get<bool>("retroactive")};
}

Duty duty_from(const db::Row& row)
{
    return {row.get<StartId>("start_id"), row.get<std::string>("gate"), row.get<Instant>("due_at"),
        row.get<std::optional<Instant>>("closed_at")};
}

}

void insert(db::Tx& tx, const StartRecord& start)
{
    const Instruction& told = start.instruction;
    tx.execute(sql::insert_start, start.contract_id, start.id, start.request, start.kind, start.title, start.site,
        start.started_at, start.started_by, start.started_name, start.recorded_at, start.procedure,
        start.procedure_text, start.window, told.by, told.at, told.how, told.text, start.approval, start.retroactive);
}

void insert(db::Tx& tx, const ContractId& contract, const Duty& duty)
{
    tx.execute(sql::insert_duty, contract, duty.start, duty.gate, duty.due_at);
}

std::optional<StartRecord> find(db::Reader& reader, const ContractId& contract, const StartId& id)
{
    return reader.query(sql::find_start, contract, id).one_or_none(start_from);
}

std::optional<StartRecord> start_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::start_of_request, contract, request).one_or_none(start_from);
}

std::vector<StartRecord> emergencies(db::Reader& reader, const ContractId& contract, int limit)
{
    return reader.query(sql::emergency_starts, contract, limit).map(start_from);
}

void tell_again(db::Tx& tx, const StartRecord& start)
{
    const Instruction& told = start.instruction;
    tx.execute(sql::tell_again, start.contract_id, start.id, told.by, told.at, told.how, told.text, start.approval);
}

bool began_before_gates(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::find_before_gates, contract, request)
        .one_or_none([](const db::Row& row) { return row.get<WorkRequestId>("request_id"); })
        .has_value();
}

Result<void> link(db::Tx& tx, const ContractId& contract, const StartId& start, const WorkRequestId& request)
{
    if (tx.execute(sql::link_start, contract, start, request) == 1)
        return {};
    return fail(ErrorKind::conflict, "gate/has_request",
        {"この緊急着手の作業依頼書は、すでに作成されています。", "the work request of this start is written already"});
}

std::vector<Duty> duties(db::Reader& reader, const ContractId& contract, const StartId& start)
{
    return reader.query(sql::duties_of_start, contract, start).map(duty_from);
}

std::vector<Duty> duties_of_emergencies(db::Reader& reader, const ContractId& contract, int limit)
{
    return reader.query(sql::duties_of_emergencies, contract, limit).map(duty_from);
}

bool close(db::Tx& tx, const ContractId& contract, const Duty& duty, Instant now)
{
    return tx.execute(sql::close_duty, contract, duty.start, duty.gate, now) == 1;
}

std::vector<Owing> starts_that_owe(db::Reader& reader, int limit)
{
    return reader.query(sql::starts_that_owe, limit).map([](const db::Row& row) {
        return Owing{row.get<ContractId>("contract_id"), row.get<StartId>("start_id")};
    });
}

}
