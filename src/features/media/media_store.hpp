#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/media/check.hpp"
#include "features/media/medium.hpp"
#include "features/media/use.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::media {

/// The planned media of a job, and whether each could be connected now: what the gate asks (MED-02).
Readiness readiness(db::Reader&, const contract::Profile&, const ContractId&, const WorkRequestId&, Instant now);

/// What happened to a medium, for the contract's event chain.
struct Happening {
    std::string_view kind; ///< `medium.moved`
    std::map<std::string, std::string> facts = {}; ///< beside what differs in the row itself
};

/// Refuses a label that another medium carries.
Result<void> insert(db::Tx&, const audit::Cause&, const Medium&);
/// The medium, or a not_found error with the text for people.
Result<Medium> get(db::Reader&, const ContractId&, const MediumId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Medium> get_version(db::Reader&, const ContractId&, const MediumId&, int version);
/// Replaces the row and records what differs, and the facts of the happening.
Medium update(db::Tx&, const audit::Cause&, const Happening&, const Medium& before, Medium after);

/// Records what happened around a medium whose own row stays as it is.
void record(db::Tx&, const audit::Cause&, const Medium&, const Happening&);

struct ListFilter {
    std::optional<State> state = {};
    std::string words = {}; ///< as typed; must occur somewhere in the row
};

struct ListPage {
    std::vector<Medium> media;
    std::string next; ///< cursor of the next page; empty at the end
};

/// In the order of the labels; `cursor` is empty or the `next` of a page.
ListPage list(db::Reader&, const ContractId&, const ListFilter&, const std::string& cursor, int limit);

void insert_movement(db::Tx&, const ContractId&, const MediumId&, const Movement&);
/// The latest first.
std::vector<Movement> movements_of(db::Reader&, const ContractId&, const MediumId&);

void insert_check(db::Tx&, const ContractId&, const MediumId&, const Check&);
/// Saves how a check stands; who made it stays.
void update_check(db::Tx&, const ContractId&, const MediumId&, const Check&);
Result<Check> get_check(db::Reader&, const ContractId&, const MediumId&, const ScanId&);
/// The latest first.
std::vector<Check> checks_of(db::Reader&, const ContractId&, const MediumId&);

void insert_file(db::Tx&, const ContractId&, const MediumId&, const ScanId&, const CheckedFile&);
std::vector<CheckedFile> files_of(db::Reader&, const ContractId&, const MediumId&, const ScanId&);
int count_files(db::Reader&, const ContractId&, const MediumId&, const ScanId&);

void insert_use(db::Tx&, const ContractId&, const Use&);
/// Settles a planned use.
void update_use(db::Tx&, const ContractId&, const Use&);
Result<Use> get_use(db::Reader&, const ContractId&, const MediumId&, const MediumUseId&);

/// A use with the job as people know it.
struct UseOfJob {
    Use use;
    std::string request_number;
    std::string request_title;
};
/// The latest first.
std::vector<UseOfJob> uses_of(db::Reader&, const ContractId&, const MediumId&);

}
