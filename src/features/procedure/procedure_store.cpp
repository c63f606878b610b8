#include "features/procedure/procedure_store.hpp"

#include "core/fold.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/procedure/sql.hpp"

#include <algorithm>

namespace hoshuban::procedure {
namespace {

std::string search_key(const Procedure& procedure)
{
    return fold(procedure.number + "\n" + procedure.title + "\n" + procedure.issuer);
}

VersionFile file_from(const db::Row& row)
{
    return {row.get<ProcedureVersionId>("subject_id"),
        {.id = row.get<AttachmentId>("id"),
            .name = row.get<std::string>("name"),
            .content_type = row.get<std::string>("content_type"),
            .size = row.get<int>("size"),
            .sha256 = row.get<std::string>("sha256"),
            .added_at = row.get<Instant>("added_at"),
            .added_by = row.get<std::string>("added_by")}};
}

std::unexpected<Error> no_such(std::string_view what, Text text)
{
    return fail(ErrorKind::not_found, std::string{what}, std::move(text));
}

std::unexpected<Error> changed_by_somebody()
{
    return fail(ErrorKind::precondition, "procedure/changed",
        {"ほかの人が先に変更しました。開き直して、今の内容を確かめてください。",
            "somebody else changed it first: open it again and look at what it says now"});
}

}

std::string joined(const std::vector<std::string>& ids)
{
    std::string text = ",";
    for (const std::string& id : ids)
        text += id + ",";
    return text;
}

std::vector<std::string> split(std::string_view joined_ids)
{
    std::vector<std::string> ids;
    while (joined_ids.size() > 1) {
        joined_ids.remove_prefix(1);
        const std::size_t end = joined_ids.find(',');
        ids.emplace_back(joined_ids.substr(0, end));
        joined_ids.remove_prefix(std::min(end, joined_ids.size()));
    }
    return ids;
}

Procedure procedure_from(const db::Row& row)
{
    return {.id = row.get<ProcedureId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .kind = row.get<Kind>("kind"),
        .title = row.get<std::string>("title"),
        .issuer = row.get<std::string>("issuer"),
        .device_classes = split(row.get<std::string>("device_classes")),
        .retired_at = row.get<std::optional<Instant>>("retired_at"),
        .newest = row.get<int>("newest"),
        .version = row.get<int>("version")};
}

Version version_from(const db::Row& row)
{
    return {.id = row.get<ProcedureVersionId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .procedure_id = row.get<ProcedureId>("procedure_id"),
        .sequence = row.get<int>("sequence"),
        .edition = row.get<std::string>("edition"),
        .note = row.get<std::string>("note"),
        .created_by = row.get<std::string>("created_by"),
        .created_at = row.get<Instant>("created_at"),
        .version = row.get<int>("version")};
}

Step step_from(const db::Row& row)
{
    return {.number = row.get<int>("number"),
        .text = row.get<std::string>("text"),
        .per_device = row.get<bool>("per_device"),
        .operation_check = row.get<bool>("operation_check"),
        .photo = row.get<bool>("photo")};
}

Result<Procedure> get(db::Reader& reader, const ContractId& contract, const ProcedureId& id)
{
    auto found = reader.query(sql::find_procedure, contract, id).one_or_none(procedure_from);
    if (!found)
        return no_such("procedure/not_found", {"手順書が見つかりません。", "no such procedure"});
    return std::move(*found);
}

Result<Procedure> get_version(db::Reader& reader, const ContractId& contract, const ProcedureId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.version != version)
        return changed_by_somebody();
    return found;
}

void insert(db::Tx& tx, const Procedure& procedure, Instant now)
{
    tx.execute(sql::insert_procedure, procedure.contract_id, procedure.id, procedure.number, procedure.kind,
        procedure.title, procedure.issuer, joined(procedure.device_classes), search_key(procedure), now);
}

Result<Procedure> update(db::Tx& tx, Procedure procedure, Instant now)
{
    const auto changed = tx.execute(sql::update_procedure, procedure.contract_id, procedure.id, procedure.version,
        procedure.title, procedure.issuer, joined(procedure.device_classes), search_key(procedure),
        procedure.retired_at, procedure.newest, now);
    if (changed != 1)
        return changed_by_somebody();
    ++procedure.version;
    return procedure;
}

std::vector<Listed> list(db::Reader& reader, const ContractId& contract, const ListFilter& filter)
{
    const std::string state = !filter.retired ? "" : *filter.retired ? "retired" : "current";
    const std::string device_class = filter.device_class.empty() ? "" : "," + filter.device_class + ",";
    return reader
        .query(sql::list_procedures, contract, fold(filter.words), filter.kind ? name_of(*filter.kind) : "",
            device_class, state, filter.after, filter.limit)
        .map([](const db::Row& row) {
            return Listed{.procedure = procedure_from(row),
                .newest = row.get<ProcedureVersionId>("newest_id"),
                .edition = row.get<std::string>("edition"),
                .newest_at = row.get<Instant>("newest_at"),
                .granted = row.get<int>("granted"),
                .asked = row.get<int>("asked"),
                .returned = row.get<int>("returned")};
        });
}

bool has_manual(db::Reader& reader, const ContractId& contract, const std::set<std::string>& device_classes)
{
    if (device_classes.empty())
        return false;
    const auto meant = reader.query(sql::classes_of_manuals, contract).map([](const db::Row& row) {
        return split(row.get<std::string>("device_classes"));
    });
    return std::ranges::any_of(meant, [&](const std::vector<std::string>& classes) {
        return std::ranges::any_of(classes, [&](const std::string& each) { return device_classes.contains(each); });
    });
}

Result<Version> get(db::Reader& reader, const ContractId& contract, const ProcedureVersionId& id)
{
    auto found = reader.query(sql::find_version, contract, id).one_or_none(version_from);
    if (!found)
        return no_such("procedure/no_version", {"手順書の版が見つかりません。", "no such version"});
    return std::move(*found);
}

Result<Version> get(
    db::Reader& reader, const ContractId& contract, const ProcedureId& procedure, const ProcedureVersionId& id)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.procedure_id != procedure)
        return no_such("procedure/no_version", {"手順書の版が見つかりません。", "no such version"});
    return found;
}

std::vector<Version> versions_of(db::Reader& reader, const ContractId& contract, const ProcedureId& procedure)
{
    return reader.query(sql::list_versions, contract, procedure).map(version_from);
}

void insert(db::Tx& tx, const Version& version)
{
    tx.execute(sql::insert_version, version.contract_id, version.id, version.procedure_id, version.sequence,
        version.edition, version.note, version.created_by, version.created_at);
}

Result<void> touch(db::Tx& tx, Version& version, Instant now)
{
    if (tx.execute(sql::touch_version, version.contract_id, version.id, version.version, now) != 1)
        return changed_by_somebody();
    ++version.version;
    return {};
}

VersionUse use_of(db::Reader& reader, const Procedure& procedure, const Version& version)
{
    VersionUse use{.newest = version.sequence == procedure.newest, .retired = procedure.retired_at.has_value()};
    reader.query(sql::use_of_version, version.contract_id, version.id).for_each([&](const db::Row& row) {
        use.cited = row.get<int>("cited") > 0;
        use.worked_by = row.get<int>("recorded") > 0;
        use.worked_by = row.get<int>("over") > 0 || use.worked_by;
    });
    return use;
}

std::vector<Step> steps_of(db::Reader& reader, const ContractId& contract, const ProcedureVersionId& version)
{
    return reader.query(sql::list_steps, contract, version).map(step_from);
}

void replace_steps(
    db::Tx& tx, const ContractId& contract, const ProcedureVersionId& version, const std::vector<Step>& steps)
{
    tx.execute(sql::delete_steps, contract, version);
    for (const Step& step : steps)
        tx.execute(sql::insert_step, contract, version, step.number, step.text, step.per_device, step.operation_check,
            step.photo);
}

audit::Subject subject_of(const ProcedureVersionId& version)
{
    return {"procedure_version", version.text};
}

std::vector<VersionFile> files_of(db::Reader& reader, const ContractId& contract, const ProcedureId& procedure)
{
    return reader.query(sql::list_version_files, contract, procedure).map(file_from);
}

std::vector<VersionFile> files_of_job(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::list_files_of_job, contract, request).map(file_from);
}

void copy_files(db::Tx& tx, const Version& from, const Version& to, const std::function<AttachmentId()>& new_id)
{
    for (attachment::Attachment& file : attachment::list(tx, from.contract_id, subject_of(from.id))) {
        file.id = new_id();
        attachment::add_stored(tx, to.contract_id, subject_of(to.id), file);
    }
}

std::vector<NamedHash> named_hashes(const std::vector<attachment::Attachment>& files)
{
    std::vector<NamedHash> hashes;
    hashes.reserve(files.size());
    for (const attachment::Attachment& file : files)
        hashes.push_back({file.name, file.sha256});
    return hashes;
}

Content content_of(db::Reader& reader, const ContractId& contract, const ProcedureVersionId& version)
{
    return {.files = named_hashes(attachment::list(reader, contract, subject_of(version))),
        .steps = steps_of(reader, contract, version),
        .acts = {},
        .devices = {}};
}

void keep_content(db::Tx& tx, const ContractId& contract, const std::string& sha256, const std::string& canonical)
{
    tx.execute(sql::put_content, contract, sha256, canonical);
}

Result<std::vector<Granted>> granted_contents(
    db::Reader& reader, const ContractId& contract, const ProcedureId& procedure)
{
    struct Stored {
        Version version;
        std::string sha256;
        Instant at;
        std::string text;
    };
    const auto rows = reader.query(sql::list_granted_contents, contract, procedure).map([](const db::Row& row) {
        return Stored{version_from(row), row.get<std::string>("granted_sha256"), row.get<Instant>("granted_at"),
            row.get<std::string>("content")};
    });
    std::vector<Granted> granted;
    for (const Stored& row : rows) {
        TRY_ASSIGN(auto content, content_from(row.text));
        granted.push_back({row.version, row.sha256, row.at, std::move(content)});
    }
    return granted;
}

}
