#pragma once
#include "core/calendar.hpp"
#include "core/names.hpp"
#include "core/role.hpp"
#include "features/audit/audit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::due {

/// A clock to be started: by when which side has to act on what. `kind` is `question.answer`, `approval.decide` …
struct NewDue {
    std::string kind;
    audit::Subject subject;
    std::string number; ///< of the subject, as people know it
    std::string title;
    Side side;
    std::optional<PersonId> person = {};
    Instant starts_at;
    Instant due_at;
    bool guide = false; ///< 目安: late is shown, but breaks nothing
};

/// The moments at which half and four fifths of a term have passed.
struct Escalations {
    Instant half;
    Instant near;

    bool operator==(const Escalations&) const = default;
};

/// Counted in hours of service; in plain time where the term holds none.
Escalations escalations(Instant starts_at, Instant due_at, const WorkingCalendar&);

enum class Outcome { met, late, cancelled };

constexpr auto names_of(const Outcome*)
{
    return std::to_array<Name<Outcome>>(
        {{Outcome::met, "met"}, {Outcome::late, "late"}, {Outcome::cancelled, "cancelled"}});
}

/// How far a clock has run.
enum class Stage { running, half, near, passed };

constexpr auto names_of(const Stage*)
{
    return std::to_array<Name<Stage>>(
        {{Stage::running, "running"}, {Stage::half, "half"}, {Stage::near, "near"}, {Stage::passed, "passed"}});
}

/// A clock that runs.
struct Due {
    ContractId contract;
    DueId id;
    NewDue terms;
    Escalations tells;
};

/// The last moment is still in time.
Stage stage(const Due&, Instant now);
/// When the clock reaches the stage after this one; nothing after the last.
std::optional<Instant> next_after(const Due&, Stage);

/// The reason that an escalation of such a clock is recorded with: what people call it, in both languages.
std::string told_as(std::string_view kind);

/// Whether somebody sees every clock of a contract: one names the title of its subject, which somebody of one division
/// or site may not see.
bool sees_all(const Actor&, const ContractId&);

/// What people call a kind of clock. One of three parts without words of its own has those of its first two; any other
/// is told by its name.
Text label(std::string_view kind);

}
