#include "features/schedule/vendor_api.hpp"

#include "core/typed_text.hpp"
#include "features/approval/approval_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/schedule/body_api.hpp"
#include "features/schedule/schedule_event_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <utility>

namespace hoshuban::schedule {

struct VendorView {
    VendorNoticeId id;
    VendorWord word;
    std::optional<WorkRequestId> request_id;
    std::optional<VendorNoticeId> standing_id;
    std::string vendor;
    std::string content;
    std::string frequency;
    std::string said_name;
    Side said_side;
    Instant said_at;
    std::optional<ApprovalId> approval_id;
};

static auto describe(const VendorView*)
{
    using V = VendorView;
    return json::object<V>("VendorNotice", json::field("id", &V::id), json::field("word", &V::word, {"区分", "Word"}),
        json::field("request_id", &V::request_id, {"作業依頼", "Work request"}),
        json::field("standing_id", &V::standing_id, {"定例の項目", "Standing entry"}),
        json::field("vendor", &V::vendor, {"業者名", "Vendor"}),
        json::field("content", &V::content, {"内容（目的）", "Content or purpose"}),
        json::field("frequency", &V::frequency, {"頻度", "Frequency"}),
        json::field("said_name", &V::said_name, {"記録した人", "Said by"}),
        json::field("said_side", &V::said_side, {"記録した側", "Side"}),
        json::field("said_at", &V::said_at, {"記録日時", "Said at"}),
        json::field("approval_id", &V::approval_id, {"承認・許可", "Row in the register of permissions"}));
}

struct VendorList {
    std::vector<VendorView> items;
};

static auto describe(const VendorList*)
{
    return json::object<VendorList>("VendorNoticeList", json::field("items", &VendorList::items));
}

namespace {

VendorView view_of(VendorNotice notice)
{
    return {std::move(notice.id), notice.word, std::move(notice.request), std::move(notice.standing),
        std::move(notice.vendor), std::move(notice.content), std::move(notice.frequency), std::move(notice.said_name),
        notice.said_side, notice.said_at, std::move(notice.approval)};
}

Result<VendorNotice> notice_from(http::Context& context, const SayVendors& body)
{
    const auto contract = context.path<ContractId>("contract");
    VendorNotice notice{.id = context.new_id<VendorNoticeId>(),
        .contract_id = contract,
        .word = body.word,
        .request = body.word == VendorWord::standing ? std::nullopt : body.request_id,
        .standing = body.word == VendorWord::routine ? body.standing_id : std::nullopt,
        .vendor = body.vendor,
        .content = body.content,
        .frequency = body.frequency,
        .said_by = context.actor().person,
        .said_name = context.actor().name,
        .said_side = context.actor().side(contract),
        .said_at = context.now()};
    TRY(check(notice));
    TRY(check_text("vendor", notice.vendor));
    TRY(check_text("content", notice.content));
    TRY(check_text("frequency", notice.frequency));
    return notice;
}

// The city sees what is dealt with in the register of permissions, where the contract has a kind for it.
Result<void> tell_city(db::Tx& tx, const contract::Profile& profile, http::Context& context, VendorNotice& notice)
{
    const auto kinds = contract::approval_kinds(profile, contract::ApprovalEffect::vendor);
    const bool tells = notice.word == VendorWord::contact || notice.word == VendorWord::standing;
    if (kinds.empty() || !tells)
        return {};
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
    const auto id = context.new_id<ApprovalId>();
    const bool standing = notice.word == VendorWord::standing;
    const approval::Application told{.kind = kinds.front()->id,
        .title = notice.vendor,
        .reason = standing ? notice.content + "（頻度: " + notice.frequency + "）" : notice.content,
        .subject = {"vendor_notice", notice.id.text},
        .request = notice.request};
    TRY(approval::ask(tx, profile, *calendar, audit::cause_of(context), id, told));
    notice.approval = id;
    return {};
}

Result<void> check_request(db::Reader& reader, const http::Context& context, const VendorNotice& notice)
{
    if (!notice.request) {
        // A routine holds for the whole contract.
        if (work_request::reach_of(context.actor(), notice.contract_id, Permission::propose_schedule).whole)
            return {};
        return fail(ErrorKind::forbidden, "schedule/whole_contract_only",
            {"定例の調整は、契約の全体を受け持つ人が記録します。",
                "a routine is entered by somebody who answers for the whole contract"});
    }
    const auto reach = work_request::reach_of(context.actor(), notice.contract_id);
    TRY_ASSIGN(const auto request, work_request::get(reader, reach, *notice.request));
    TRY(work_request::check_may(context.actor(), Permission::propose_schedule, request));
    if (request.status == work_request::Status::done)
        return fail(ErrorKind::conflict, "schedule/request_closed",
            {"完了した依頼には記録できません。", "nothing can be said about a completed request"});
    return {};
}

Result<void> check_standing(db::Reader& reader, const VendorNotice& notice)
{
    if (!notice.standing)
        return {};
    const auto standing = find_notice(reader, notice.contract_id, *notice.standing);
    if (standing && standing->word == VendorWord::standing && !standing->ended_at)
        return {};
    return fail(ErrorKind::not_found, "schedule/no_routine",
        {"その定例の項目はないか、終了しています。", "there is no such routine, or it has ended"});
}

Result<http::Created<VendorView>> say(http::Context& context, const SayVendors& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(VendorNotice notice, notice_from(context, body));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<VendorView>> {
        TRY(check_request(tx, context, notice));
        TRY(check_standing(tx, notice));
        TRY(tell_city(tx, *profile, context, notice));
        if (notice.request)
            end_words_of(tx, contract, *notice.request, context.now());
        insert(tx, notice);
        record(tx, audit::cause_of(context), "schedule.vendor_told", notice);
        return http::Created<VendorView>{view_of(notice), context.request().path + "/" + notice.id.text};
    });
}

Result<VendorList> list_standing(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    VendorList list;
    for (VendorNotice& each :
        context.database().read([&](db::Reader& reader) { return standing_notices(reader, contract); }))
        list.items.push_back(view_of(std::move(each)));
    return list;
}

Result<VendorList> of_request(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<WorkRequestId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<VendorList> {
        TRY(work_request::get(reader, work_request::reach_of(context.actor(), contract), id));
        VendorList list;
        if (auto word = word_of(reader, contract, id))
            list.items.push_back(view_of(*std::move(word)));
        return list;
    });
}

Result<http::NoContent> end_routine(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<VendorNoticeId>("notice");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        const auto found = find_notice(tx, contract, id);
        if (!found || found->word != VendorWord::standing || found->ended_at)
            return fail(ErrorKind::not_found, "schedule/no_routine",
                {"その定例の項目はないか、終了しています。", "there is no such routine, or it has ended"});
        end(tx, contract, id, context.now());
        record(tx, audit::cause_of(context), "schedule.routine_ended", *found);
        return http::NoContent{};
    });
}

}

void add_vendor_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/vendor-notices";
    router.get(all, list_standing)
        .permission(Permission::view_schedule)
        .summary({"他業者との定例の調整", "List the routines with other vendors"});
    router
        .post(all, [&profiles](http::Context& context, const SayVendors& body) { return say(context, body, profiles); })
        .permission(Permission::propose_schedule)
        .summary({"他業者との調整を市に示す", "Tell what other vendors are dealt with"});
    router.post(all + "/{notice}/end", end_routine)
        .permission(Permission::propose_schedule)
        .summary({"定例の調整を終了する", "End a routine with another vendor"});
    router.get("/api/v1/contracts/{contract}/work-requests/{id}/vendor-notice", of_request)
        .permission(Permission::view_schedule)
        .summary({"作業依頼の他業者との調整", "What is said about other vendors for a work request"});
}

}
