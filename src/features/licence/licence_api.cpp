#include "features/licence/licence_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/licence/body_api.hpp"
#include "features/licence/licence_list_doc.hpp"
#include "features/licence/view_api.hpp"

#include <functional>
#include <memory>

namespace hoshuban::licence {
namespace {

using One = http::Versioned<LicenceView>;

// More than any contract has.
constexpr int most_licences = 10'000;

Terms terms_of(const WriteLicence& body)
{
    return {.software = body.software,
        .edition = body.edition,
        .publisher = body.publisher,
        .licensee = body.licensee,
        .kind = body.kind,
        .quantity = body.quantity,
        .obtained_on = body.obtained_on,
        .valid_until = body.valid_until,
        .cost = {body.payer, body.payer_name, body.payer_reason},
        .purpose = body.purpose,
        .request = body.request_id,
        .certificate_place = body.certificate_place,
        .note = body.note};
}

ListFilter filter_of(const LicenceQuery& query, LocalDay today)
{
    return {query.state, query.q.value_or(""), today};
}

Result<std::shared_ptr<const WorkingCalendar>> calendar_of(
    const http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(
        const auto profile, contract::profile(context.database(), profiles, context.path<ContractId>("contract")));
    return calendar::working_calendar(context.database(), *profile);
}

Result<LicencePage> list_licences(http::Context& context, const LicenceQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    const LocalDay today = day_of(context.now());
    return context.database().read([&](db::Reader& reader) {
        const ListPage page = list(reader, contract, filter_of(query, today), query.cursor.value_or(""), query.limit);
        LicencePage view;
        for (const Licence& each : page.licences)
            view.items.push_back(view_of(each, context.actor(), today));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_licences(http::Context& context, const LicenceQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    const LocalDay today = day_of(context.now());
    const auto licences = context.database().read([&](db::Reader& reader) {
        return list(reader, contract, filter_of(query, today), "", most_licences).licences;
    });
    TRY_ASSIGN(auto bytes, licence_workbook(licences, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "licence.exported", {"licence", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "ライセンス台帳_" + to_text(today) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<http::Created<LicenceView>> enter_licence(
    http::Context& context, const WriteLicence& body, contract::ProfileCache& profiles)
{
    const LocalDay today = day_of(context.now());
    Licence written{.id = context.new_id<LicenceId>(),
        .contract_id = context.path<ContractId>("contract"),
        .terms = terms_of(body),
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    TRY(take(written.terms, today));
    TRY_ASSIGN(const auto calendar, calendar_of(context, profiles));
    const auto reach = work_request::reach_of(context.actor(), written.contract_id);
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<LicenceView>> {
        TRY_ASSIGN(const auto entered, insert(tx, {*calendar, reach}, audit::cause_of(context), written));
        return http::Created<LicenceView>{
            view_of(entered, context.actor(), today), context.request().path + "/" + entered.id.text};
    });
}

Result<One> show_licence(http::Context& context)
{
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(
            const auto licence, get(reader, context.path<ContractId>("contract"), context.path<LicenceId>("id")));
        return One{view_of(licence, context.actor(), day_of(context.now())), licence.version};
    });
}

using Decide = std::function<Result<Licence>(Licence, LocalDay today)>;

// The frame of every act: the licence in the version that the caller saw, the rule, the row with its event.
Result<One> carry_out(
    http::Context& context, contract::ProfileCache& profiles, const Happening& told, const Decide& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto contract = context.path<ContractId>("contract");
    const LocalDay today = day_of(context.now());
    TRY_ASSIGN(const auto calendar, calendar_of(context, profiles));
    const auto reach = work_request::reach_of(context.actor(), contract);
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, context.path<LicenceId>("id"), version));
        TRY_ASSIGN(auto decided, decide(before, today));
        TRY_ASSIGN(const auto after,
            update(tx, {*calendar, reach}, audit::cause_of(context), told, before, std::move(decided)));
        return One{view_of(after, context.actor(), today), after.version};
    });
}

Result<One> correct_licence(http::Context& context, const WriteLicence& body, contract::ProfileCache& profiles)
{
    return carry_out(context, profiles, {"licence.corrected"},
        [&](Licence licence, LocalDay today) { return corrected(std::move(licence), terms_of(body), today); });
}

Result<One> end_licence(http::Context& context, const EndLicence& body, contract::ProfileCache& profiles)
{
    return carry_out(context, profiles, {"licence.ended", body.reason}, [&](Licence licence, LocalDay today) {
        return ended(std::move(licence), {body.on, body.reason, context.actor().name}, today);
    });
}

Result<One> resume_licence(http::Context& context, const ResumeLicence& body, contract::ProfileCache& profiles)
{
    return carry_out(context, profiles, {"licence.resumed", body.reason},
        [&](Licence licence, LocalDay) { return resumed(std::move(licence), body.reason); });
}

void add_act_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .patch(one,
            [&profiles](
                http::Context& context, const WriteLicence& body) { return correct_licence(context, body, profiles); })
        .permission(Permission::keep_licence)
        .summary({"ライセンスの記入を直す", "Correct a licence"});
    router
        .post(one + "/end",
            [&profiles](
                http::Context& context, const EndLicence& body) { return end_licence(context, body, profiles); })
        .permission(Permission::keep_licence)
        .summary({"ライセンスの終了を記録する", "Record the end of a licence"});
    router
        .post(one + "/resume",
            [&profiles](
                http::Context& context, const ResumeLicence& body) { return resume_licence(context, body, profiles); })
        .permission(Permission::keep_licence)
        .summary({"ライセンスの終了を取り消す", "Take the end of a licence back"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, context.path<ContractId>("contract"), context.path<LicenceId>("id")));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/licences";
    router.get(all, list_licences)
        .permission(Permission::view_licence)
        .summary({"ライセンスの台帳", "List the licences of third parties' software"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const WriteLicence& body) { return enter_licence(context, body, profiles); })
        .permission(Permission::keep_licence)
        .summary({"ライセンスを登録する", "Enter a licence"});
    router.get(all + "/export", export_licences)
        .permission(Permission::view_licence)
        .takes_long()
        .summary({"ライセンスの台帳をファイルに書き出す", "Export the register of licences"});
    router.get(all + "/{id}", show_licence)
        .permission(Permission::view_licence)
        .summary({"ライセンスを見る", "Show a licence"});
    add_act_routes(router, all + "/{id}", profiles);
}

}
