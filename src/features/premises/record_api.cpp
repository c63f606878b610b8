#include "features/premises/record_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/people/people_store.hpp"
#include "features/premises/ground_api.hpp"
#include "features/premises/premises_api.hpp"
#include "features/premises/record_body_api.hpp"
#include "features/premises/record_list_doc.hpp"
#include "features/premises/refusal.hpp"
#include "features/premises/room_body_api.hpp"
#include "features/premises/room_store.hpp"
#include "features/premises/view_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <fmt/format.h>
#include <functional>

namespace hoshuban::premises {
namespace {

using OneRecord = http::Versioned<EntryRecordView>;

// More than any contract has in the period of one file.
constexpr int most_records = 20'000;

RecordFilter filter_of(const EntryRecordQuery& query)
{
    return {query.shown, query.site.value_or(""), query.room.value_or(""), query.person.value_or(""), query.from,
        query.until};
}

Result<EntryRecordPage> show_records(
    http::Context& context, const EntryRecordQuery& query, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<EntryRecordPage> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto page,
            list_records(
                reader, ground.contract, ground.sight, filter_of(query), query.cursor.value_or(""), query.limit));
        EntryRecordPage view;
        for (const PlacedRecord& placed : page.records)
            view.items.push_back(view_of(*ground.profile, placed, context.actor()));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_records(
    http::Context& context, const EntryRecordQuery& query, contract::ProfileCache& profiles)
{
    const auto read = [&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(auto page, list_records(reader, ground.contract, ground.sight, filter_of(query), "", most_records));
        return record_workbook(*ground.profile, std::move(page.records), context.language(), context.now());
    };
    TRY_ASSIGN(auto bytes, context.database().read(read));
    tell_exported(context, "entry_record.exported", "entry_record");
    const std::string name = "入退室記録_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

// The stay that a body tells of, checked against the room, the roster and the requests.
Result<RoomStay> stay_of(
    const http::Context& context, db::Reader& reader, const Ground& ground, const WriteEntryRecord& body)
{
    RoomStay stay{.room = body.room_id,
        .worker = body.worker_id,
        .name = body.name,
        .affiliation = body.affiliation,
        .in_at = body.in_at.value_or(context.now()),
        .out_at = body.out_at,
        .purpose = body.purpose,
        .request = body.request_id,
        .attendant = body.attendant};
    const auto room = get_room(reader, ground.contract, stay.room);
    if (!room)
        return refused_at("room_id", "premises/room_not_found", room.error().text);
    std::optional<people::Worker> worker;
    if (stay.worker) {
        auto found = people::get_worker(reader, ground.contract, *stay.worker);
        if (!found)
            return refused_at("worker_id", "premises/not_on_roster", found.error().text);
        worker = *std::move(found);
    }
    if (stay.request) {
        const auto reach = work_request::reach_of(context.actor(), ground.contract);
        const auto request = work_request::get(reader, reach, *stay.request);
        if (!request)
            return refused_at("request_id", "premises/no_request", request.error().text);
        stay.request_number = request->number;
    }
    return settled({*ground.profile, *room, worker ? &*worker : nullptr, context.now()}, std::move(stay));
}

Result<http::Created<EntryRecordView>> enter_room(
    http::Context& context, const WriteEntryRecord& body, contract::ProfileCache& profiles)
{
    const auto id = context.new_id<EntryRecordId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<EntryRecordView>> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(auto stay, stay_of(context, tx, ground, body));
        TRY(insert(tx, audit::cause_of(context), {.id = id, .contract_id = ground.contract, .stay = std::move(stay)}));
        TRY_ASSIGN(const auto placed, get_record(tx, ground.contract, ground.sight, id));
        return http::Created<EntryRecordView>{
            whole_view(tx, *ground.profile, placed, context.actor()), context.request().path + "/" + id.text};
    });
}

Result<OneRecord> show_record(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<OneRecord> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(
            const auto placed, get_record(reader, ground.contract, ground.sight, context.path<EntryRecordId>("id")));
        return OneRecord{whole_view(reader, *ground.profile, placed, context.actor()), placed.record.version};
    });
}

using DecideRecord = std::function<Result<EntryRecord>(db::Tx&, const Ground&, const EntryRecord&)>;

// One act on the record of the path in the version that the caller saw.
Result<OneRecord> act_on_record(http::Context& context, contract::ProfileCache& profiles, EntryAct act,
    const std::string& reason, const DecideRecord& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<EntryRecordId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<OneRecord> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto before, get_record_version(tx, ground.contract, ground.sight, id, version));
        TRY_ASSIGN(auto decided, decide(tx, ground, before.record));
        TRY(update(tx, audit::cause_of(context), act, before.record, std::move(decided), reason));
        TRY_ASSIGN(const auto after, get_record(tx, ground.contract, ground.sight, id));
        return OneRecord{whole_view(tx, *ground.profile, after, context.actor()), after.record.version};
    });
}

Result<OneRecord> leave_room(http::Context& context, const LeaveRoom& body, contract::ProfileCache& profiles)
{
    return act_on_record(context, profiles, EntryAct::left, "", [&](db::Tx&, const Ground&, const EntryRecord& record) {
        return left(record, body.out_at.value_or(context.now()), context.now());
    });
}

Result<OneRecord> correct_record(
    http::Context& context, const CorrectEntryRecord& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto reason, settled_reason(body.reason));
    return act_on_record(context, profiles, EntryAct::corrected, reason,
        [&](db::Tx& tx, const Ground& ground, const EntryRecord& record) -> Result<EntryRecord> {
            TRY_ASSIGN(auto stay, stay_of(context, tx, ground, body.record));
            return corrected(record, std::move(stay));
        });
}

Result<OneRecord> withdraw_record(http::Context& context, const PremisesReason& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto reason, settled_reason(body.reason));
    return act_on_record(context, profiles, EntryAct::withdrawn, reason,
        [](db::Tx&, const Ground&, const EntryRecord& record) { return withdrawn(record); });
}

// All of them or none; the first that cannot be confirmed is named by its place.
Result<EntryRecordPage> confirm_records(
    http::Context& context, const ConfirmRecords& body, contract::ProfileCache& profiles)
{
    return context.database().write([&](db::Tx& tx) -> Result<EntryRecordPage> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        EntryRecordPage view;
        for (std::size_t i = 0; i < body.items.size(); ++i) {
            TRY_ASSIGN(auto placed, get_record(tx, ground.contract, ground.sight, body.items[i].id));
            auto confirmed = seen(placed.record, {body.items[i].version, context.actor().name, context.now()});
            if (!confirmed) {
                Error error = std::move(confirmed).error();
                error.fields.push_back({fmt::format("items[{}]", i), error.code, error.text});
                return fail(std::move(error));
            }
            placed.record = *std::move(confirmed);
            mark_seen(tx, audit::cause_of(context), placed.record);
            view.items.push_back(view_of(*ground.profile, placed, context.actor()));
        }
        return view;
    });
}

void add_reading_routes(http::Router& router, const std::string& all, contract::ProfileCache& profiles)
{
    router
        .get(all,
            [&profiles](http::Context& context, const EntryRecordQuery& query) {
                return show_records(context, query, profiles);
            })
        .permission(Permission::view_premises)
        .summary({"入退室記録の一覧", "List the entry records"});
    router
        .get(all + "/export",
            [&profiles](http::Context& context, const EntryRecordQuery& query) {
                return export_records(context, query, profiles);
            })
        .permission(Permission::view_premises)
        .takes_long()
        .summary({"入退室記録をファイルに書き出す", "Export the entry records"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_record(context, profiles); })
        .permission(Permission::view_premises)
        .summary({"入退室記録を見る", "Show an entry record"});
    router
        .post(all + "/confirmations",
            [&profiles](http::Context& context, const ConfirmRecords& body) {
                return confirm_records(context, body, profiles);
            })
        .permission(Permission::confirm_premises)
        .summary({"市が入退室記録を確認する", "Confirm that the city saw entry records"});
}

}

Result<void> check_record_seen(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(get_record(reader, contract, sight_of(context.actor(), contract, Permission::view_premises),
        context.path<EntryRecordId>("id")));
    return {};
}

void add_record_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/entry-records";
    add_reading_routes(router, all, profiles);
    router
        .post(all,
            [&profiles](
                http::Context& context, const WriteEntryRecord& body) { return enter_room(context, body, profiles); })
        .permission(Permission::keep_premises)
        .summary({"入室を記録する", "Record that somebody went in"});
    router
        .post(all + "/{id}/exit",
            [&profiles](http::Context& context, const LeaveRoom& body) { return leave_room(context, body, profiles); })
        .permission(Permission::keep_premises)
        .summary({"退室を記録する", "Record that somebody went out"});
    router
        .post(all + "/{id}/correction",
            [&profiles](http::Context& context, const CorrectEntryRecord& body) {
                return correct_record(context, body, profiles);
            })
        .permission(Permission::keep_premises)
        .summary({"入退室記録を訂正する", "Correct an entry record"});
    router
        .post(all + "/{id}/withdrawal",
            [&profiles](http::Context& context, const PremisesReason& body) {
                return withdraw_record(context, body, profiles);
            })
        .permission(Permission::keep_premises)
        .summary({"入退室記録を取り消す", "Withdraw an entry record"});
}

}
