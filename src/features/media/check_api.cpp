#include "features/attachment/attachment.hpp"
#include "features/attachment/upload_refusal.hpp"
#include "features/media/body_api.hpp"
#include "features/media/incident.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/parts_api.hpp"
#include "features/security_incident/incident_store.hpp"
#include "platform/crypto.hpp"
#include "platform/scan/scanner.hpp"

#include <fmt/format.h>

namespace hoshuban::media {
namespace {

std::unexpected<Error> no_scanner()
{
    return fail(ErrorKind::conflict, "media/no_scanner",
        {"このシステムにはウイルス検査のプログラムがつながっていません。別のプログラムでチェックし、その結果を記録して"
         "ください。",
            "no scanner is connected to this program: check the medium with another tool and record the result"});
}

// Where the medium stands after a check ended, with the incident when something was found.
Result<Medium> settle(db::Tx& tx, const http::Context& context, const Terms& terms, const Medium& before,
    const Check& check, const std::string& found)
{
    const auto cause = audit::cause_of(context);
    Medium checked = before;
    checked.check = last_of(check);
    const bool infected = check.verdict == Verdict::infected;
    const Medium after =
        update(tx, cause, {infected ? "medium.infected" : "medium.checked", facts_of(check)}, before, checked);
    if (infected)
        TRY(security_incident::open_once(tx, *terms.profile, *terms.calendar, cause, SecurityIncidentId{check.id.text},
            incident_of_virus(after, found, *check.finished_at)));
    return after;
}

Result<MediumView> record_manual_check(http::Context& context, const RecordCheck& body, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const Check written{.id = context.new_id<ScanId>(),
        .method = Method::manual,
        .finished_at = body.checked_at.value_or(context.now()),
        .checked_by = body.checked_by,
        .tool = body.tool,
        .definitions_on = body.definitions_on,
        .verdict = body.verdict,
        .note = body.note,
        .entered_by = context.actor().name};
    TRY_ASSIGN(const auto check, take_manual(written, rooms.scanner != nullptr, context.now()));
    return context.database().write([&](db::Tx& tx) -> Result<MediumView> {
        TRY_ASSIGN(const auto before, get(tx, terms.contract, context.path<MediumId>("id")));
        insert_check(tx, terms.contract, before.id, check);
        const std::string found = fmt::format("{}（{}）で検出。{}", check.tool, check.checked_by, check.note);
        TRY_ASSIGN(const auto after, settle(tx, context, terms, before, check, found));
        return whole_view(tx, after, terms.around(context));
    });
}

Result<http::Created<CheckView>> start_scan(http::Context& context, const Rooms& rooms)
{
    if (!rooms.scanner)
        return no_scanner();
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const Check check{.id = context.new_id<ScanId>(),
        .started_at = context.now(),
        .checked_by = context.actor().name,
        .entered_by = context.actor().name};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<CheckView>> {
        TRY_ASSIGN(const auto medium, get(tx, terms.contract, context.path<MediumId>("id")));
        insert_check(tx, terms.contract, medium.id, check);
        record(tx, audit::cause_of(context), medium, {"medium.check_started", facts_of(check)});
        return http::Created<CheckView>{
            {check.id, check.method, check.started_at, {}, check.checked_by, "", {}, check.verdict, ""},
            context.request().path + "/" + check.id.text};
    });
}

CheckedFile file_of(
    const http::Context& context, const std::string& name, const http::Upload& upload, const scan::Scan& scan)
{
    const bool infected = scan.finding.verdict == scan::Verdict::infected;
    return {context.new_id<CheckedFileId>(), name, static_cast<std::int64_t>(upload.bytes.size()),
        crypto::sha256_hex(upload.bytes), infected ? Verdict::infected : Verdict::clean, scan.finding.threat,
        scan.engine.name, scan.engine.signatures_on, context.now()};
}

// The file stands in the record whatever was found, but its bytes are never stored.
Result<void> keep_finding(http::Context& context, const Terms& terms, const CheckedFile& file)
{
    return context.database().write([&](db::Tx& tx) -> Result<void> {
        TRY_ASSIGN(const auto medium, get(tx, terms.contract, context.path<MediumId>("id")));
        TRY_ASSIGN(auto check, get_check(tx, terms.contract, medium.id, context.path<ScanId>("check")));
        TRY(check_running(check));
        insert_file(tx, terms.contract, medium.id, check.id, file);
        check.tool = file.engine;
        check.definitions_on = file.definitions_on;
        if (file.verdict == Verdict::infected) {
            check.verdict = Verdict::infected;
            check.finished_at = context.now();
        }
        update_check(tx, terms.contract, medium.id, check);
        record(tx, audit::cause_of(context), medium, {"medium.file_checked", facts_of(file)});
        if (file.verdict == Verdict::infected)
            TRY(settle(tx, context, terms, medium, check,
                fmt::format("ファイル「{}」から {} を検出。ファイルは保存していない。", file.name, file.threat)));
        return {};
    });
}

Result<http::Created<CheckedFileView>> scan_file(
    http::Context& context, const FileName& query, const http::Upload& upload, const Rooms& rooms)
{
    if (!rooms.scanner)
        return no_scanner();
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const auto medium = context.path<MediumId>("id");
    const auto check = context.path<ScanId>("check");
    TRY(context.database().read([&](db::Reader& reader) -> Result<void> {
        TRY_ASSIGN(const auto running, get_check(reader, terms.contract, medium, check));
        return check_running(running);
    }));
    const scan::Scan scan = rooms.scanner->scan(upload.bytes);
    if (scan.finding.verdict == scan::Verdict::failed)
        return fail(attachment::not_scanned(scan.finding.reason));
    const CheckedFile file = file_of(context, query.name, upload, scan);
    TRY(keep_finding(context, terms, file));
    if (file.verdict == Verdict::infected)
        return fail(attachment::infected(file.name, file.threat));
    return http::Created<CheckedFileView>{view_of(file), ""};
}

Result<MediumView> finish_scan(http::Context& context, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().write([&](db::Tx& tx) -> Result<MediumView> {
        TRY_ASSIGN(const auto before, get(tx, terms.contract, context.path<MediumId>("id")));
        TRY_ASSIGN(auto running, get_check(tx, terms.contract, before.id, context.path<ScanId>("check")));
        const int files = count_files(tx, terms.contract, before.id, running.id);
        TRY_ASSIGN(const auto check, finish(std::move(running), files, context.now()));
        update_check(tx, terms.contract, before.id, check);
        TRY_ASSIGN(const auto after, settle(tx, context, terms, before, check, ""));
        return whole_view(tx, after, terms.around(context));
    });
}

Result<CheckedFileList> list_files(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto medium = context.path<MediumId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<CheckedFileList> {
        TRY_ASSIGN(const auto check, get_check(reader, contract, medium, context.path<ScanId>("check")));
        CheckedFileList list;
        for (const CheckedFile& file : files_of(reader, contract, medium, check.id))
            list.items.push_back(view_of(file));
        return list;
    });
}

}

void add_check_routes(http::Router& router, const Rooms& rooms)
{
    const std::string one = "/api/v1/contracts/{contract}/media/{id}";
    router
        .post(one + "/manual-checks",
            [rooms](
                http::Context& context, const RecordCheck& body) { return record_manual_check(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"別のプログラムでしたウイルスチェックを記録する", "Record a virus check made with another tool"});
    router.post(one + "/checks", [rooms](http::Context& context) { return start_scan(context, rooms); })
        .permission(Permission::keep_media)
        .summary({"ウイルスチェックを始める", "Begin a virus check"});
    router
        .post(std::string{files_of_check},
            [rooms](http::Context& context, const FileName& query, const http::Upload& upload) {
                return scan_file(context, query, upload, rooms);
            })
        .permission(Permission::keep_media)
        .max_body(scan::Limits{}.bytes)
        .takes_long()
        .summary({"媒体のファイルを検査する（保存はしない）", "Scan a file of a medium; it is not stored"});
    router.post(one + "/checks/{check}/finish", [rooms](http::Context& context) { return finish_scan(context, rooms); })
        .permission(Permission::keep_media)
        .summary({"ウイルスチェックを終える", "End a virus check"});
    router.get(one + "/checks/{check}/files", list_files)
        .permission(Permission::view_media)
        .summary({"検査したファイル", "List the files of a virus check"});
}

}
