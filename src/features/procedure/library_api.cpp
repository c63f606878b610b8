#include "features/procedure/library_api.hpp"

#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/number_store.hpp"
#include "features/procedure/job_store.hpp"
#include "features/procedure/procedure_store.hpp"
#include "features/work_request/reach.hpp"

#include <algorithm>

namespace hoshuban::procedure {

struct NewProcedure {
    Kind kind;
    std::string title;
    std::optional<std::string> issuer;
    std::vector<std::string> device_classes;
    std::optional<std::string> edition;
};

static auto describe(const NewProcedure*)
{
    using N = NewProcedure;
    return json::object<N>("NewProcedure", json::field("kind", &N::kind, {"種類", "Kind"}),
        json::field("title", &N::title, {"名称", "Title"}, json::length(1, 200)),
        json::field("issuer", &N::issuer, {"発行者", "Issuer"}, json::length(0, 200)),
        json::field("device_classes", &N::device_classes, {"機器の区分", "Device classes"}, json::items(0, 50),
            json::length(1, 80), json::defaulted()),
        json::field("edition", &N::edition, {"発行者の版の表記", "Edition"}, json::length(0, 60)));
}

struct EditProcedure {
    std::optional<std::string> title;
    std::optional<std::string> issuer;
    std::optional<std::vector<std::string>> device_classes;
    std::optional<bool> retired;
};

static auto describe(const EditProcedure*)
{
    using E = EditProcedure;
    return json::object<E>("EditProcedure", json::field("title", &E::title, {"名称", "Title"}, json::length(1, 200)),
        json::field("issuer", &E::issuer, {"発行者", "Issuer"}, json::length(0, 200)),
        json::field("device_classes", &E::device_classes, {"機器の区分", "Device classes"}),
        json::field("retired", &E::retired, {"廃止", "Retired"}));
}

struct NewVersion {
    std::string note;
    std::optional<std::string> edition;
    bool copy = true;
};

static auto describe(const NewVersion*)
{
    using N = NewVersion;
    return json::object<N>("NewProcedureVersion",
        json::field("note", &N::note, {"変更の内容", "What changes"}, json::length(1, 2000)),
        json::field("edition", &N::edition, {"発行者の版の表記", "Edition"}, json::length(0, 60)),
        json::field("copy", &N::copy,
            {"前の版の手順とファイルを引き継ぐ", "Begin with the steps and files of the last"}, json::defaulted()));
}

namespace {

using One = http::Versioned<ProcedureView>;

std::vector<std::string> classes_of(const contract::Profile& profile)
{
    std::vector<std::string> ids;
    for (const contract::DeviceClass& each : profile.device_classes)
        ids.push_back(each.id);
    return ids;
}

std::string listed_ids(const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text;
}

ProcedureVersionView view_of(const Version& version, const std::vector<VersionFile>& files)
{
    ProcedureVersionView view{.id = version.id,
        .sequence = version.sequence,
        .edition = version.edition,
        .name = edition_name(version),
        .note = version.note,
        .created_by = version.created_by,
        .created_at = version.created_at,
        .files = {},
        .version = version.version};
    for (const auto& [owner, file] : files) {
        if (owner == version.id)
            view.files.push_back(
                {file.id, file.name, file.content_type, file.size, file.sha256, file.added_at, file.added_by});
    }
    return view;
}

ProcedureJobView view_of(const JobOfProcedure& found)
{
    const JobProcedure& job = found.job;
    return {.request_id = job.request,
        .number = found.request_number,
        .title = found.request_title,
        .version_id = job.version,
        .sequence = found.sequence,
        .state = job.state,
        .approval_id = job.approval,
        .reason = job.reason,
        .cited_at = job.cited_at,
        .cited_by = job.cited_by,
        .settled_at = job.settled_at};
}

void add_acts(ProcedureView& view, const http::Context& context, const Procedure& procedure, bool changeable)
{
    const bool edits = context.actor().may(permission_to_edit(procedure.kind), procedure.contract_id);
    const bool submits = context.actor().may(Permission::edit_procedure, procedure.contract_id);
    if (edits && procedure.retired_at)
        view.can.push_back(ProcedureAct::restore);
    if (edits && !procedure.retired_at)
        view.can = {ProcedureAct::edit, ProcedureAct::add_version, ProcedureAct::retire};
    if (edits && changeable)
        view.can.push_back(ProcedureAct::change_version);
    if (submits && !procedure.retired_at)
        view.can.push_back(ProcedureAct::submit);
}

Version first_version(const http::Context& context, const Procedure& procedure, std::string edition)
{
    return {.id = context.new_id<ProcedureVersionId>(),
        .contract_id = procedure.contract_id,
        .procedure_id = procedure.id,
        .sequence = procedure.newest,
        .edition = std::move(edition),
        .created_by = context.actor().name,
        .created_at = context.now()};
}

Result<http::Created<ProcedureView>> register_procedure(
    http::Context& context, const NewProcedure& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(permission_to_edit(body.kind), contract));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY(check_device_classes(body.device_classes, classes_of(*profile)));
    Procedure procedure{.id = context.new_id<ProcedureId>(),
        .contract_id = contract,
        .number = {},
        .kind = body.kind,
        .title = body.title,
        .issuer = body.issuer.value_or(""),
        .device_classes = body.device_classes,
        .newest = 1};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ProcedureView>> {
        TRY_ASSIGN(procedure.number, contract::numbered(tx, *profile, "procedure", day_of(context.now())));
        insert(tx, procedure, context.now());
        insert(tx, first_version(context, procedure, body.edition.value_or("")));
        record_event(tx, context, "procedure.registered", procedure,
            {{"number", procedure.number}, {"kind", label(procedure.kind).ja}, {"title", procedure.title},
                {"issuer", procedure.issuer}, {"device_classes", listed_ids(procedure.device_classes)},
                {"version", body.edition.value_or("")}});
        TRY_ASSIGN(auto view, view_of(tx, context, procedure));
        return http::Created<ProcedureView>{std::move(view.value), context.request().path + "/" + procedure.id.text};
    });
}

Result<One> show_procedure(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto procedure, get(reader, contract, context.path<ProcedureId>("procedure")));
        return view_of(reader, context, procedure);
    });
}

std::string_view kind_of_change(const Procedure& before, const Procedure& after)
{
    if (before.retired_at.has_value() == after.retired_at.has_value())
        return "procedure.changed";
    return after.retired_at ? "procedure.retired" : "procedure.restored";
}

Result<One> edit_procedure(http::Context& context, const EditProcedure& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    if (body.device_classes)
        TRY(check_device_classes(*body.device_classes, classes_of(*profile)));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, context.path<ProcedureId>("procedure"), version));
        TRY(context.require(permission_to_edit(before.kind), contract));
        Procedure wanted = before;
        wanted.title = body.title.value_or(wanted.title);
        wanted.issuer = body.issuer.value_or(wanted.issuer);
        wanted.device_classes = body.device_classes.value_or(wanted.device_classes);
        if (body.retired)
            wanted.retired_at = !*body.retired ? std::nullopt
                : before.retired_at            ? before.retired_at
                                               : std::optional{context.now()};
        TRY_ASSIGN(const auto after, update(tx, std::move(wanted), context.now()));
        if (after.retired_at && !before.retired_at) {
            for (const Version& each : versions_of(tx, contract, after.id))
                void_approvals(tx, audit::cause_of(context), contract, each.id, "手順書を廃止したため", context.now());
        }
        record_event(tx, context, kind_of_change(before, after), after,
            {{"title", after.title}, {"issuer", after.issuer}, {"device_classes", listed_ids(after.device_classes)}});
        return view_of(tx, context, after);
    });
}

void copy_content(db::Tx& tx, const Version& from, const Version& to, const http::Context& context)
{
    replace_steps(tx, to.contract_id, to.id, steps_of(tx, from.contract_id, from.id));
    copy_files(tx, from, to, [&] { return context.new_id<AttachmentId>(); });
}

Result<One> add_version(http::Context& context, const NewVersion& body)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int seen, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(auto procedure, get_version(tx, contract, context.path<ProcedureId>("procedure"), seen));
        TRY(context.require(permission_to_edit(procedure.kind), contract));
        if (procedure.retired_at)
            return fail(check_changeable(procedure.kind, {.retired = true}).error());
        const auto earlier = versions_of(tx, contract, procedure.id);
        ++procedure.newest;
        TRY_ASSIGN(procedure, update(tx, std::move(procedure), context.now()));
        Version version = first_version(context, procedure, body.edition.value_or(""));
        version.note = body.note;
        insert(tx, version);
        if (body.copy)
            copy_content(tx, earlier.front(), version, context);
        const std::string reason = edition_name(version) + "を作成したため";
        for (const Version& each : earlier)
            void_approvals(tx, audit::cause_of(context), contract, each.id, reason, context.now());
        record_event(tx, context, "procedure.version_added", procedure,
            {{"version", edition_name(version)}, {"note", version.note}});
        return view_of(tx, context, procedure);
    });
}

}

void record_event(db::Tx& tx, const http::Context& context, std::string_view kind, const Procedure& procedure,
    std::map<std::string, std::string> facts, const std::string& reason)
{
    audit::Entry entry = audit::entry(context, procedure.contract_id, kind, {"procedure", procedure.id.text});
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = json::print(facts);
    entry.reason = reason;
    audit::record(tx, entry);
}

Result<One> view_of(db::Reader& reader, const http::Context& context, const Procedure& procedure)
{
    const ContractId& contract = procedure.contract_id;
    const auto versions = versions_of(reader, contract, procedure.id);
    const auto files = files_of(reader, contract, procedure.id);
    const Version& newest = versions.front();
    ProcedureView view{.id = procedure.id,
        .number = procedure.number,
        .kind = procedure.kind,
        .kind_label = label(procedure.kind),
        .title = procedure.title,
        .issuer = procedure.issuer,
        .device_classes = procedure.device_classes,
        .retired_at = procedure.retired_at,
        .versions = {},
        .steps = steps_of(reader, contract, newest.id),
        .jobs = {},
        .version = procedure.version,
        .can = {},
        .fixed = std::nullopt};
    for (const Version& each : versions)
        view.versions.push_back(view_of(each, files));
    for (const JobOfProcedure& each : jobs_of(reader, work_request::reach_of(context.actor(), contract), procedure.id))
        view.jobs.push_back(view_of(each));
    const auto changeable = check_changeable(procedure.kind, use_of(reader, procedure, newest));
    if (!changeable)
        view.fixed = changeable.error().text;
    add_acts(view, context, procedure, changeable.has_value());
    return One{std::move(view), procedure.version};
}

void add_library_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/procedures";
    contract::ProfileCache& profiles = rooms.profiles;
    router
        .post(all,
            [&profiles](http::Context& context, const NewProcedure& body) {
                return register_procedure(context, body, profiles);
            })
        .permission(Permission::view_procedure)
        .summary({"手順書を登録する", "Register a procedure"});
    router.get(all + "/{procedure}", show_procedure)
        .permission(Permission::view_procedure)
        .summary({"手順書を見る", "Show a procedure"});
    router
        .patch(all + "/{procedure}",
            [&profiles](
                http::Context& context, const EditProcedure& body) { return edit_procedure(context, body, profiles); })
        .permission(Permission::view_procedure)
        .summary({"手順書の登録内容を変える、廃止する", "Change a procedure's entry, or retire it"});
    router.post(all + "/{procedure}/versions", add_version)
        .permission(Permission::view_procedure)
        .summary({"手順書の新しい版を作る", "Make a new version"});
}

}
