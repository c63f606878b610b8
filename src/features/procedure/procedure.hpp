#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::procedure {

/// Who wrote a procedure, and in what capacity. `own`: the contractor for this contract (PRC-01); `operator_*`: the
/// body that runs the nationwide system (PRC-03, PRC-04); `city_manual`: the city (PRC-07).
enum class Kind { own, operator_manual, operator_instruction, city_manual, maker_manual };

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({
        {Kind::own, "own"},
        {Kind::operator_manual, "operator_manual"},
        {Kind::operator_instruction, "operator_instruction"},
        {Kind::city_manual, "city_manual"},
        {Kind::maker_manual, "maker_manual"},
    });
}

Text label(Kind);
/// The contractor's own are written with `edit_procedure`; what others issue is kept with `keep_library`.
Permission permission_to_edit(Kind);

inline constexpr std::size_t most_steps = 300;
inline constexpr std::size_t most_files = 20;

/// A procedure of the library; its text lies in versions.
struct Procedure {
    ProcedureId id;
    ContractId contract_id;
    std::string number;
    Kind kind = Kind::own;
    std::string title;
    std::string issuer = {}; ///< who issued it, where that is somebody else
    std::vector<std::string> device_classes = {}; ///< ids of the profile; empty: whatever the device (PRC-07)
    std::optional<Instant> retired_at = {};
    int newest = 0; ///< sequence of the last version
    int version = 1;
};

struct Version {
    ProcedureVersionId id;
    ContractId contract_id;
    ProcedureId procedure_id;
    int sequence = 1;
    std::string edition = {}; ///< as its issuer prints it; empty: the sequence
    std::string note = {}; ///< what changed
    std::string created_by = {};
    Instant created_at = {};
    int version = 1; ///< of the row: grows with each change of files or steps
};

/// One declared step. `per_device`: it is done and recorded on each device of the job.
struct Step {
    int number = 0;
    std::string text;
    bool per_device = false;
    bool operation_check = false; ///< closes the work on a device (PRC-06)
    bool photo = false; ///< its record needs a photo

    bool operator==(const Step&) const = default;
};

/// `T26-001 設定変更手順書 第2版`, as results and papers cite it.
std::string citation(const Procedure&, const Version&);
/// `第2版`, or the edition as its issuer prints it.
std::string edition_name(const Version&);

/// Numbers the steps from 1 in their order; refuses too many, empty and too long ones.
Result<std::vector<Step>> numbered_steps(std::vector<Step>);
/// Refuses an unknown or repeated class; `known` are the classes of the contract.
Result<void> check_device_classes(const std::vector<std::string>& classes, const std::vector<std::string>& known);

/// What hangs on a version already.
struct VersionUse {
    bool newest = true;
    bool retired = false; ///< the procedure is
    bool worked_by = false; ///< steps were recorded by it, or a job that followed it is over
    bool cited = false; ///< some job follows it
};

/// Whether files and steps of a version may still change. A version that work was done by never changes again; of what
/// others issue, neither does one that a job cites. Changing an own version voids its approvals.
Result<void> check_changeable(Kind, const VersionUse&);

}
