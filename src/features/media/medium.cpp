#include "features/media/medium.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::media {
namespace {

struct Step {
    State from;
    Move move;
    State to;
};

constexpr Step steps[] = {
    {State::stored, Move::taken_out, State::out},
    {State::stored, Move::written, State::stored},
    {State::stored, Move::lost, State::lost},
    {State::stored, Move::damaged, State::damaged},
    {State::stored, Move::leaked, State::stored},
    {State::stored, Move::disposed, State::disposed},
    {State::out, Move::returned, State::stored},
    {State::out, Move::written, State::out},
    {State::out, Move::lost, State::lost},
    {State::out, Move::damaged, State::damaged},
    {State::out, Move::leaked, State::out},
    {State::lost, Move::leaked, State::lost},
    {State::lost, Move::found, State::stored},
    {State::damaged, Move::disposed, State::disposed},
};

std::unexpected<Error> refused_medium(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

std::unexpected<Error> not_usable(const Medium& medium)
{
    return fail(ErrorKind::conflict, "media/not_usable",
        {fmt::format("媒体 {} は紛失・破損・廃棄の状態なので使えません。別の媒体を選んでください。", medium.label),
            fmt::format("medium {} is lost, damaged or disposed of: choose another one", medium.label)});
}

}

Result<void> take_texts(Medium& medium)
{
    return take_fields(
        {{"label", medium.label, 60, true}, {"name", medium.name, 200, true}, {"purpose", medium.purpose, 500, true},
            {"keeper", medium.keeper, 200, true}, {"storage_place", medium.storage_place, 200, true}});
}

std::vector<Move> possible_moves(State state)
{
    std::vector<Move> moves;
    for (const Step& step : steps) {
        if (step.from == state)
            moves.push_back(step.move);
    }
    return moves;
}

Result<Medium> move(Medium medium, Movement& movement, Instant now)
{
    const auto* const step = std::ranges::find_if(
        steps, [&](const Step& each) { return each.from == medium.state && each.move == movement.move; });
    if (step == std::end(steps))
        return fail(ErrorKind::conflict, "media/wrong_state",
            {"媒体の今の状態からは、その記録はできません。画面を開き直して状態を確かめてください。",
                "this cannot follow from where the medium is now: look at its present state"});
    TRY(take_fields({{"person", movement.person, 200, true}, {"place", movement.place, 200, true},
        {"note", movement.note, 1000, true}}));
    if (movement.at > now)
        return refused_medium("at", "media/in_future", {"まだ来ていない日時です。", "this moment has not come yet"});
    // People state moments to the minute.
    if (movement.at < std::chrono::floor<std::chrono::minutes>(medium.registered_at))
        return refused_medium("at", "media/before_registration",
            {"台帳に載せる前の日時です。", "this is before the medium was registered"});
    medium.state = step->to;
    medium.holder = step->to == State::out ? movement.person : std::string{};
    // Nobody knows what happened to a medium while it was gone.
    if (movement.move == Move::written || movement.move == Move::found)
        medium.changed_at = std::max(medium.changed_at, movement.at);
    return medium;
}

bool opens_incident(Move move)
{
    return move == Move::lost || move == Move::damaged || move == Move::leaked;
}

CheckState check_state(const Medium& medium, bool required, Instant at)
{
    const auto& check = medium.check;
    if (check && check->verdict == Verdict::infected)
        return CheckState::infected;
    if (!required)
        return CheckState::not_required;
    // The moment of a use is stated to the minute.
    if (!check || std::chrono::floor<std::chrono::minutes>(check->at) > at)
        return CheckState::none;
    const bool changed = check->from < medium.changed_at;
    const bool used = medium.used_at && check->from <= *medium.used_at;
    return changed || used ? CheckState::outdated : CheckState::clean;
}

Result<void> check_usable(const Medium& medium, bool required, Instant at)
{
    if (medium.state != State::stored && medium.state != State::out)
        return not_usable(medium);
    switch (check_state(medium, required, at)) {
    case CheckState::not_required:
    case CheckState::clean:
        return {};
    case CheckState::none:
        return fail(ErrorKind::conflict, "media/no_check",
            {fmt::format(
                 "媒体 {} には、使う前のウイルスチェックがありません。チェックしてから使ってください。", medium.label),
                fmt::format("medium {} has no virus check before this use: check it first", medium.label)});
    case CheckState::outdated:
        return fail(ErrorKind::conflict, "media/check_outdated",
            {fmt::format("媒体 {} は、最後のウイルスチェックの後に書き込まれたか使われています。もう一度チェックして"
                         "ください。",
                 medium.label),
                fmt::format(
                    "medium {} was written to or used after its last virus check: check it again", medium.label)});
    case CheckState::infected:
        break;
    }
    return fail(ErrorKind::conflict, "media/infected",
        {fmt::format("媒体 {} からウイルスが見つかっています。使わずに、情報セキュリティ責任者の指示を受けてください。",
             medium.label),
            fmt::format("a virus was found on medium {}: do not use it, ask the security officer", medium.label)});
}

}
