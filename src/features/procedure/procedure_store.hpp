#pragma once
#include "features/attachment/attachment.hpp"
#include "features/audit/audit.hpp"
#include "features/procedure/content.hpp"
#include "features/procedure/procedure.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::procedure {

Procedure procedure_from(const db::Row&);
Version version_from(const db::Row&);
Step step_from(const db::Row&);

/// ',a,b,' for a column that holds a list of ids.
std::string joined(const std::vector<std::string>& ids);
std::vector<std::string> split(std::string_view joined_ids);

/// A procedure, or a not_found error with the text for people.
Result<Procedure> get(db::Reader&, const ContractId&, const ProcedureId&);
/// `get`, and refuse when the caller saw another version of the row.
Result<Procedure> get_version(db::Reader&, const ContractId&, const ProcedureId&, int version);
void insert(db::Tx&, const Procedure&, Instant now);
/// Replaces the row if it still has `procedure.version`; returns it with its new one.
Result<Procedure> update(db::Tx&, Procedure, Instant now);

struct ListFilter {
    std::string words = {};
    std::optional<Kind> kind = {};
    std::string device_class = {}; ///< finds what is meant for it or for every class
    std::optional<bool> retired = {};
    std::string after = {}; ///< the number after which to go on
    int limit = 50;
};

/// A line of the library.
struct Listed {
    Procedure procedure;
    ProcedureVersionId newest;
    std::string edition;
    Instant newest_at = {};
    int granted = 0; ///< jobs for which the newest version is approved
    int asked = 0; ///< jobs for which its approval is waited for
    int returned = 0;
};

std::vector<Listed> list(db::Reader&, const ContractId&, const ListFilter&);
/// Whether the library holds a manual of the city for one of these classes (PRC-07).
bool has_manual(db::Reader&, const ContractId&, const std::set<std::string>& device_classes);

Result<Version> get(db::Reader&, const ContractId&, const ProcedureVersionId&);
/// The version of this procedure and no other.
Result<Version> get(db::Reader&, const ContractId&, const ProcedureId&, const ProcedureVersionId&);
std::vector<Version> versions_of(db::Reader&, const ContractId&, const ProcedureId&);
void insert(db::Tx&, const Version&);
/// Marks that files or steps changed: refuses when somebody else was first.
Result<void> touch(db::Tx&, Version&, Instant now);
VersionUse use_of(db::Reader&, const Procedure&, const Version&);

std::vector<Step> steps_of(db::Reader&, const ContractId&, const ProcedureVersionId&);
void replace_steps(db::Tx&, const ContractId&, const ProcedureVersionId&, const std::vector<Step>&);

audit::Subject subject_of(const ProcedureVersionId&);
/// The files of every version of a procedure, those of the newest first.
std::vector<VersionFile> files_of(db::Reader&, const ContractId&, const ProcedureId&);
/// The files of every version that a job follows or followed.
std::vector<VersionFile> files_of_job(db::Reader&, const ContractId&, const WorkRequestId&);
/// Gives a version the files of another; `new_id` makes their ids.
void copy_files(db::Tx&, const Version& from, const Version& to, const std::function<AttachmentId()>& new_id);
std::vector<NamedHash> named_hashes(const std::vector<attachment::Attachment>&);
/// Files and steps of a version as they stand now.
Content content_of(db::Reader&, const ContractId&, const ProcedureVersionId&);

/// Keeps what was handed in, in canonical form.
void keep_content(db::Tx&, const ContractId&, const std::string& sha256, const std::string& canonical);

/// A content that was approved, with the version it was.
struct Granted {
    Version version;
    std::string sha256;
    Instant at;
    Content content;
};

/// What was approved of a procedure, the last approval first.
Result<std::vector<Granted>> granted_contents(db::Reader&, const ContractId&, const ProcedureId&);

}
