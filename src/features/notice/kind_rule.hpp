#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hoshuban::notice {

/// What people choose by: kinds of event that somebody wants to hear of in the same way.
enum class Group {
    request, ///< a request comes, moves on, comes back
    comment, ///< changed columns, comments, files
    question,
    approval,
    procedure,
    schedule,
    start, ///< work starts, stops, waits
    people,
    media, ///< media and what is lent
    incident, ///< faults of the equipment
    security,
    due,
    system, ///< what keeps the notices themselves going
};

constexpr auto names_of(const Group*)
{
    return std::to_array<Name<Group>>({
        {Group::request, "request"},
        {Group::comment, "comment"},
        {Group::question, "question"},
        {Group::approval, "approval"},
        {Group::procedure, "procedure"},
        {Group::schedule, "schedule"},
        {Group::start, "start"},
        {Group::people, "people"},
        {Group::media, "media"},
        {Group::incident, "incident"},
        {Group::security, "security"},
        {Group::due, "due"},
        {Group::system, "system"},
    });
}

Text label(Group);

/// Who is told of an event, seen from the event.
enum class Who {
    city,
    contractor,
    other_side, ///< than that of who acted; of a program's act both
    same_side,
    asked_by, ///< who opened or asked it
    involved, ///< whom it names: assigned, affected
    acting_side, ///< of a clock: who has to act
    waiting_side, ///< of a clock: who waits
};

struct Audience {
    Who who;
    Permission need; ///< only those who may do this
};

/// How the events of one kind are told. Nobody is told of what he did himself.
struct Rule {
    std::string_view kind;
    Group group;
    std::vector<Audience> told;
    bool urgent = false; ///< may disturb at night those who allow it
};

/// The whole table, in the order of the rooms.
std::span<const Rule> rules();
/// Null for a kind of which nobody is told.
const Rule* find_rule(std::string_view kind);

/// Who can do what a clock waits for.
Permission needed_for(std::string_view clock);

}
