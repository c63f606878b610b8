#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::media {

enum class Kind { cd, dvd, usb, external_disk, tape, other };

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({
        {Kind::cd, "cd"},
        {Kind::dvd, "dvd"},
        {Kind::usb, "usb"},
        {Kind::external_disk, "external_disk"},
        {Kind::tape, "tape"},
        {Kind::other, "other"},
    });
}

/// Where a medium is.
enum class State { stored, out, lost, damaged, disposed };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::stored, "stored"},
        {State::out, "out"},
        {State::lost, "lost"},
        {State::damaged, "damaged"},
        {State::disposed, "disposed"},
    });
}

/// What a finished check said.
enum class Verdict { running, clean, infected };

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>(
        {{Verdict::running, "running"}, {Verdict::clean, "clean"}, {Verdict::infected, "infected"}});
}

/// The last finished check of a medium. What was written after `from` was not looked at.
struct LastCheck {
    ScanId id = {};
    Instant from = {};
    Instant at = {};
    Verdict verdict = {};

    bool operator==(const LastCheck&) const = default;
};

/// A removable medium of the register (MED-01, MED-04).
struct Medium {
    MediumId id = {};
    ContractId contract_id = {};
    std::string label = {}; ///< the number that stands on it
    Kind kind = Kind::usb;
    std::string name = {}; ///< what is on it
    std::string purpose = {};
    std::string keeper = {};
    std::string storage_place = {};
    bool recovery = false; ///< リカバリメディア
    State state = State::stored;
    std::string holder = {}; ///< who has it while it is out
    Instant changed_at = {}; ///< since when its content is as it is; at first, when it was registered
    std::optional<Instant> used_at = {}; ///< last connected to a terminal
    std::optional<LastCheck> check = {};
    std::string registered_by = {};
    Instant registered_at = {};
    int version = 1;
};

/// Settles the texts and refuses what is missing.
Result<void> take_texts(Medium&);

/// What can happen to a medium. `written` is a change of its content.
enum class Move { taken_out, returned, written, lost, damaged, leaked, found, disposed };

constexpr auto names_of(const Move*)
{
    return std::to_array<Name<Move>>({
        {Move::taken_out, "taken_out"},
        {Move::returned, "returned"},
        {Move::written, "written"},
        {Move::lost, "lost"},
        {Move::damaged, "damaged"},
        {Move::leaked, "leaked"},
        {Move::found, "found"},
        {Move::disposed, "disposed"},
    });
}

using MovementId = Id<struct MediumMovementTag>;

/// Who moved a medium where, when and what for.
struct Movement {
    MovementId id = {};
    Move move = Move::taken_out;
    Instant at = {};
    std::string person = {};
    std::string place = {};
    std::string note = {}; ///< purpose, or what happened
    std::string entered_by = {};
    Instant entered_at = {};
};

/// The medium after a movement. Refuses what does not follow from where it is, and moments that have not come.
Result<Medium> move(Medium, Movement&, Instant now);
/// Loss, damage and leak open a security incident (MED-03).
bool opens_incident(Move);
/// The movements that can follow from where a medium is.
std::vector<Move> possible_moves(State);

/// Whether a medium may be connected at a moment, as far as viruses go (MED-02).
enum class CheckState { not_required, clean, none, outdated, infected };

constexpr auto names_of(const CheckState*)
{
    return std::to_array<Name<CheckState>>({
        {CheckState::not_required, "not_required"},
        {CheckState::clean, "clean"},
        {CheckState::none, "none"},
        {CheckState::outdated, "outdated"},
        {CheckState::infected, "infected"},
    });
}

/// A check counts for one use only: it is older than the use and younger than the last change and the use before. An
/// infected medium is infected even where the contract asks for no check.
CheckState check_state(const Medium&, bool required, Instant at);

/// Refuses to connect a medium that is not at hand, or whose check does not allow it, with what to do.
Result<void> check_usable(const Medium&, bool required, Instant at);

}
