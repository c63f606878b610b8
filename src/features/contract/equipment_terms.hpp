#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// What a failed unit of one class needs (001 §5.1.2, 別表3).
struct RepairRule {
    std::string device_class;
    std::vector<std::string> models; ///< empty: whatever the model
    bool swap_on_site = false; ///< a small peripheral, exchanged for a spare where it stands (SPR-08)
    bool settings = false; ///< the spare needs further settings from the lent manual (SPR-11)
    bool drive = false; ///< holds data: erased and rebuilt before it is a spare again (SPR-05)
    bool certificate = false; ///< the certificate of erasure is kept (SPR-07)
    std::optional<int> warranty_months; ///< of the maker, from the day it was bought (DEV-15)
    std::string clause;
};

/// How failed units come back as spares. The first rule of a unit's class and model counts.
struct RepairTerms {
    Text place; ///< where failed units are tested, repaired and erased
    std::optional<int> site; ///< number of that site; none: the city says it each time
    int warn_days = 30; ///< so many days before the spares of a model run out, somebody is told (SPR-13)
    std::vector<RepairRule> rules;
    Basis basis = Basis::contract;
    std::string clause;
};

/// What is done with units of a job of installation.
enum class InstallationKind { installation, removal, relocation, resetup };

constexpr auto names_of(const InstallationKind*)
{
    return std::to_array<Name<InstallationKind>>({
        {InstallationKind::installation, "installation"},
        {InstallationKind::removal, "removal"},
        {InstallationKind::relocation, "relocation"},
        {InstallationKind::resetup, "resetup"},
    });
}

/// A kind of job that the contract has, and the work type on whose quotas it draws.
struct InstallationWork {
    InstallationKind kind = InstallationKind::installation;
    std::string work_type;
    bool setup_first = false; ///< set up anew from the medium that the city names before it is carried (INS-03)
    /// Units of these classes are set up from a medium; empty: whatever the class.
    std::vector<std::string> setup_classes;
    bool at_base = false; ///< of units that stand at the site of the terms (RST-01)
    std::optional<int> return_days; ///< given back about so many days after it was lent (RST-02)
    std::string clause;
};

/// Units that a job never touches (INS-02, INS-04); what is empty is not asked.
struct InstallationExclusion {
    std::string device_class;
    std::string division;
    std::string generation;
    std::vector<InstallationKind> kinds; ///< empty: every kind
    Text reason;
    std::string clause;
};

/// Installation, removal, relocation and re-setup as the contract has them (001 §5.2, §5.7).
struct InstallationTerms {
    std::optional<int> site; ///< number of the site from which units are carried and to which they return
    std::vector<InstallationWork> work;
    std::vector<InstallationExclusion> excluded;
    std::string clause;
};

/// What shows that a paper of an update is there: a file of it, the master PC itself, or media of the register.
enum class PaperProof { file, master, media };

constexpr auto names_of(const PaperProof*)
{
    return std::to_array<Name<PaperProof>>(
        {{PaperProof::file, "file"}, {PaperProof::master, "master"}, {PaperProof::media, "media"}});
}

/// Something that is handed over with a new edition of a recovery medium (001 §10).
struct RecoveryPaper {
    std::string id;
    Text label;
    PaperProof proof = PaperProof::file;
    bool always = false; ///< with every edition; otherwise it may stay as it is, with a reason
    std::string clause;
};

/// Units that are set up from one medium (REC-02): of a class, and of a division and of models where they are named.
struct RecoveryFamily {
    std::string id;
    Text label;
    std::string device_class;
    std::string division; ///< empty: whatever the division
    std::vector<std::string> models; ///< empty: whatever the model, also one that comes later
    std::string clause;
};

/// The media from which units are set up anew, and what an update of one consists of (001 §5.6, §10).
struct RecoveryTerms {
    std::string work_type; ///< names the quotas that an update counts on
    std::vector<RecoveryFamily> families;
    std::vector<RecoveryPaper> papers;
    std::string clause;
};

/// The rule of a unit; null when the contract has none.
const RepairRule* repair_rule(const RepairTerms&, std::string_view device_class, std::string_view model);
/// The work of a kind; null when the contract has no such jobs.
const InstallationWork* installation_work(const InstallationTerms&, InstallationKind);
/// Whether units of a class are set up from the medium that the city names in jobs of this kind (INS-03, RST-01).
bool sets_up(const InstallationWork&, std::string_view device_class);
/// The family of an id; null when the contract has none such.
const RecoveryFamily* recovery_family(const RecoveryTerms&, std::string_view id);
/// Whether a unit of a class, division and model is set up from a family's medium.
bool is_of(const RecoveryFamily&, std::string_view device_class, std::string_view division, std::string_view model);

}
