#include "features/gate/instruction_api.hpp"

#include "core/typed_text.hpp"
#include "features/gate/gate_view_api.hpp"
#include "features/gate/ground_api.hpp"
#include "features/gate/instruction_store.hpp"
#include "features/gate/request_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::gate {

struct TellInstruction {
    std::string instructed_by;
    Instant instructed_at;
    std::string instructed_how;
    std::string instruction;
};

static auto describe(const TellInstruction*)
{
    using B = TellInstruction;
    return json::object<B>("TellInstruction",
        json::field("instructed_by", &B::instructed_by, {"指示した市の担当者", "Instructed by"}, json::length(1, 200)),
        json::field("instructed_at", &B::instructed_at, {"指示の日時", "Instructed at"}),
        json::field(
            "instructed_how", &B::instructed_how, {"指示の方法", "How it was instructed"}, json::length(1, 100)),
        json::field("instruction", &B::instruction, {"指示の内容", "Instruction"}, json::length(1, 2000)));
}

namespace {

// Whoever tells it must reach the request, or all of the contract while there is none.
Result<StartRecord> start_to_tell(db::Reader& reader, const http::Context& context, const ContractId& contract)
{
    const auto none = [] {
        return fail(ErrorKind::not_found, "gate/no_start",
            {"緊急着手の記録が見つかりません。", "there is no such emergency start"});
    };
    const auto start = find(reader, contract, context.path<StartId>("start"));
    if (!start || start->kind != work_request::Start::emergency)
        return none();
    if (!start->request) {
        if (!work_request::reach_of(context.actor(), contract, Permission::start_emergency).whole)
            return none();
        return *start;
    }
    TRY_ASSIGN(const auto request,
        work_request::get(reader, work_request::reach_of(context.actor(), contract), *start->request));
    TRY(work_request::check_may(context.actor(), Permission::start_emergency, request));
    return *start;
}

Result<StartView> tell_instruction(
    http::Context& context, const TellInstruction& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    TRY(check_text("instructed_by", body.instructed_by));
    TRY(check_text("instruction", body.instruction));
    const Instruction told{body.instructed_by, body.instructed_at, body.instructed_how, body.instruction};
    return context.database().write([&](db::Tx& tx) -> Result<StartView> {
        TRY_ASSIGN(const auto before, start_to_tell(tx, context, on.contract));
        TRY_ASSIGN(StartRecord after, told_again(before, told, context.now()));
        TRY_ASSIGN(after.approval,
            register_instruction(tx, *on.profile, *on.calendar, on.cause, after, context.new_id<ApprovalId>()));
        tell_again(tx, after);
        const audit::Subject subject =
            after.request ? audit::Subject{"work_request", after.request->text} : subject_of(after.id);
        record_start(tx, on.cause, "gate.instruction_told_again", subject, after);
        return view_of(*find(tx, on.contract, after.id), duties(tx, on.contract, after.id));
    });
}

}

void add_instruction_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .post("/api/v1/contracts/{contract}/emergency-starts/{start}/instruction",
            [&profiles](http::Context& context, const TellInstruction& body) {
                return tell_instruction(context, body, profiles);
            })
        .permission(Permission::start_emergency)
        .summary({"市が認めなかった緊急着手の指示を入力し直す",
            "Tell the instruction of an emergency start again, which the city refused"});
}

}
