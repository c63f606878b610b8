#include "features/incident/course.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace hoshuban::incident {
namespace {

constexpr std::size_t longest_text = 5'000;
constexpr std::size_t longest_name = 200;

State state_after(Act act, State before)
{
    switch (act) {
    case Act::reported:
        return State::reported;
    case Act::handed_over:
        return State::handed_over;
    case Act::filtered:
        return State::filtered;
    case Act::contacted:
        return before == State::handed_over ? State::contacted : before;
    case Act::arrived:
    case Act::started:
        return State::on_site;
    case Act::restored:
        return State::restored;
    case Act::checked:
        return State::checked;
    case Act::closed:
        return State::closed;
    case Act::reopened:
        return State::contacted;
    case Act::visit_decided:
    case Act::departed:
    case Act::waits:
    case Act::goes_on:
    case Act::agreed:
    case Act::noted:
        return before;
    }
    return before;
}

void begin_wait(Timeline& timeline, const Entry& entry)
{
    timeline.waits.push_back({.from = entry.at, .reason = entry.text, .agreed_by = entry.city_person});
}

void note_moment(Timeline& timeline, const Entry& entry)
{
    const auto keep_first = [&](std::optional<Instant>& moment) {
        if (!moment)
            moment = entry.at;
    };
    switch (entry.act) {
    case Act::handed_over:
        return keep_first(timeline.instructed);
    case Act::contacted:
        return keep_first(timeline.contacted);
    case Act::visit_decided:
        return keep_first(timeline.visit_decided);
    case Act::arrived:
        return keep_first(timeline.arrived);
    case Act::started:
        return keep_first(timeline.started);
    case Act::restored:
        timeline.restored = entry.at;
        return;
    case Act::reopened:
        timeline.restored = std::nullopt;
        return;
    case Act::waits:
        return begin_wait(timeline, entry);
    case Act::goes_on:
        if (!timeline.waits.empty())
            timeline.waits.back().until = entry.at;
        return;
    case Act::agreed:
        timeline.agreement = Agreement{entry.person, entry.city_person, entry.at, entry.finished_at.value_or(entry.at),
            entry.appointment.value_or(entry.at)};
        return;
    case Act::reported:
    case Act::filtered:
    case Act::departed:
    case Act::checked:
    case Act::closed:
    case Act::noted:
        return;
    }
}

bool is_on_site(const std::vector<Stay>& stays)
{
    return !stays.empty() && !stays.back().departed;
}

std::vector<Act> working_acts(const Timeline& timeline, const std::vector<Stay>& stays)
{
    if (waits_now(timeline))
        return {Act::contacted, Act::goes_on};
    std::vector<Act> acts{Act::contacted};
    if (is_on_site(stays)) {
        if (!timeline.started || *timeline.started < stays.back().arrived)
            acts.push_back(Act::started);
        acts.push_back(Act::departed);
    } else {
        acts.insert(acts.end(), {Act::visit_decided, Act::arrived});
        if (!timeline.agreement && !timeline.started)
            acts.push_back(Act::agreed);
    }
    acts.insert(acts.end(), {Act::waits, Act::restored});
    return acts;
}

std::unexpected<Error> refused(ErrorKind kind, std::string code, Text text, std::string field)
{
    return fail(kind, code, text, {{std::move(field), code, text}});
}

std::unexpected<Error> before_it_began(const Entry& first, std::string field)
{
    return refused(ErrorKind::invalid, "incident/out_of_order",
        {fmt::format("障害の始まり（{}）より前の日時です。", to_text_jst(first.at)),
            fmt::format("this is before the incident began, {}", to_text_jst(first.at))},
        std::move(field));
}

std::unexpected<Error> later_lost(const Entry& later, std::string field)
{
    return refused(ErrorKind::conflict, "incident/out_of_order",
        {fmt::format("この日時では、後の記録（{}）が続かなくなります。", to_text_jst(later.at)),
            fmt::format("at this moment the entry of {} would follow from nothing", to_text_jst(later.at))},
        std::move(field));
}

std::string field_of(Act act)
{
    return fmt::format("{}_at", name_of(act));
}

Result<void> check_words(Entry& entry)
{
    const bool of_city = entry.act == Act::handed_over || entry.act == Act::filtered || entry.act == Act::waits ||
        entry.act == Act::agreed || entry.act == Act::checked;
    const bool told = entry.act == Act::filtered || entry.act == Act::waits || entry.act == Act::restored ||
        entry.act == Act::reopened || entry.act == Act::noted;
    TRY(take_fields({{"person", entry.person, longest_name, true},
        {"city_person", entry.city_person, longest_name, of_city}, {"text", entry.text, longest_text, told}}));
    if (entry.act == Act::agreed && (!entry.appointment || !entry.finished_at)) {
        return refused(ErrorKind::invalid, "incident/no_appointment",
            {"新しい訪問の約束と、終わる見込みの日時を書いてください。",
                "write the new appointment and when the work would have ended"},
            entry.appointment ? "finished_at" : "appointment");
    }
    return {};
}

bool follows(const std::vector<Entry>& before, Act act)
{
    if (before.empty())
        return act == Act::reported || act == Act::handed_over;
    const auto possible = possible_acts(before);
    return std::ranges::find(possible, act) != possible.end();
}

/// The first of the entries from `begin` on that does not follow from those before it.
std::vector<Entry>::const_iterator first_loose(const std::vector<Entry>& entries, std::size_t begin)
{
    std::vector<Entry> before(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(begin));
    for (std::size_t i = begin; i < entries.size(); ++i) {
        if (!follows(before, entries[i].act))
            return entries.begin() + static_cast<std::ptrdiff_t>(i);
        before.push_back(entries[i]);
    }
    return entries.end();
}

}

std::vector<Entry> holding(std::vector<Entry> entries)
{
    std::erase_if(entries, [](const Entry& entry) { return !entry.taken_back.empty(); });
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
        return std::tuple{entry.at, entry.entered_at, entry.act};
    });
    return entries;
}

Turn turn_of(State state, const Timeline& timeline)
{
    switch (state) {
    case State::reported:
        return Turn::city;
    case State::handed_over:
    case State::contacted:
    case State::on_site:
        return waits_now(timeline) ? Turn::city : Turn::contractor;
    case State::restored:
        return Turn::user;
    case State::checked:
        return Turn::contractor;
    case State::closed:
    case State::filtered:
        return Turn::nobody;
    }
    return Turn::nobody;
}

State state_of(const std::vector<Entry>& entries)
{
    State state = State::reported;
    for (const Entry& entry : entries)
        state = state_after(entry.act, state);
    return state;
}

Timeline timeline_of(const std::vector<Entry>& entries)
{
    Timeline timeline;
    for (const Entry& entry : entries)
        note_moment(timeline, entry);
    return timeline;
}

std::vector<Stay> stays_of(const std::vector<Entry>& entries)
{
    std::vector<Stay> stays;
    for (const Entry& entry : entries) {
        if (entry.act == Act::arrived)
            stays.push_back({.arrived = entry.at});
        else if (entry.act == Act::departed && !stays.empty())
            stays.back().departed = entry.at;
    }
    return stays;
}

std::vector<Act> possible_acts(const std::vector<Entry>& entries)
{
    const State state = state_of(entries);
    const Timeline timeline = timeline_of(entries);
    const bool on_site = is_on_site(stays_of(entries));
    switch (state) {
    case State::reported:
        return {Act::handed_over, Act::filtered};
    case State::filtered:
        return {Act::handed_over};
    case State::closed:
        return {Act::reopened, Act::noted};
    case State::restored:
        return on_site ? std::vector{Act::departed, Act::checked, Act::reopened}
                       : std::vector{Act::checked, Act::reopened};
    case State::checked:
        return on_site ? std::vector{Act::departed, Act::reopened} : std::vector{Act::closed, Act::reopened};
    case State::handed_over:
    case State::contacted:
    case State::on_site:
        break;
    }
    return working_acts(timeline, stays_of(entries));
}

Result<std::vector<Entry>> with(std::vector<Entry> entries, Entry entry, Instant now)
{
    TRY(check_words(entry));
    if (entry.at > now)
        return refused(ErrorKind::invalid, "incident/in_future",
            {"まだ来ていない日時です。", "this moment has not come yet"}, "at");
    const auto place = std::ranges::upper_bound(entries, entry.at, {}, &Entry::at);
    const auto at = static_cast<std::size_t>(place - entries.begin());
    if (at == 0 && !entries.empty())
        return before_it_began(entries.front(), "at");
    entries.insert(place, std::move(entry));
    const auto loose = first_loose(entries, at);
    if (loose == entries.end())
        return entries;
    if (static_cast<std::size_t>(loose - entries.begin()) > at)
        return later_lost(*loose, "at");
    return refused(ErrorKind::conflict, "incident/does_not_follow",
        {"この日時の状態では記録できません。画面を読み込み直して、次にできることを確かめてください。",
            "this does not follow from where the incident stood then: reload and look what can be done"},
        "act");
}

Result<std::vector<Entry>> without(std::vector<Entry> entries, const EntryId& id, std::string& reason)
{
    TRY(take_fields({{"reason", reason, longest_text, true}}));
    const auto wrong = std::ranges::find(entries, id, &Entry::id);
    if (wrong == entries.end())
        return fail(ErrorKind::not_found, "incident/no_entry", {"その記録がありません。", "no such entry"});
    const auto at = static_cast<std::size_t>(wrong - entries.begin());
    entries.erase(wrong);
    const auto loose = first_loose(entries, at);
    if (loose == entries.end() && !entries.empty())
        return entries;
    if (entries.empty())
        return fail(ErrorKind::conflict, "incident/builds_on",
            {"障害の始まりの記録は取り消せません。", "the entry an incident begins with stays"});
    return fail(ErrorKind::conflict, "incident/builds_on",
        {fmt::format(
             "後の記録（{}）がこの記録に続いています。先にそちらを取り消してください。", to_text_jst(loose->at)),
            fmt::format("the entry of {} builds on this one: take that back first", to_text_jst(loose->at))});
}

bool is_of_visit(Act act)
{
    return act == Act::arrived || act == Act::started || act == Act::departed;
}

Result<StayChange> change_stay(const std::vector<Entry>& entries, const VisitId& visit, const std::vector<Entry>& stay)
{
    std::vector<Entry> old;
    std::ranges::copy_if(entries, std::back_inserter(old), [&](const Entry& entry) { return entry.visit == visit; });
    const auto same = [](const Entry& a, const Entry& b) { return a.act == b.act && a.at == b.at; };
    const auto [left, right] = std::ranges::mismatch(old, stay, same);
    StayChange change{.wrong = {left, old.end()}, .right = {right, stay.end()}, .holding = entries};
    std::erase_if(change.holding, [&](const Entry& entry) {
        return std::ranges::find(change.wrong, entry.id, &Entry::id) != change.wrong.end();
    });
    change.holding.insert(change.holding.end(), change.right.begin(), change.right.end());
    change.holding = holding(std::move(change.holding));
    if (change.nothing())
        return change;
    if (const Entry& first = change.holding.front(); first.visit)
        return before_it_began(entries.front(), field_of(first.act));
    const auto loose = first_loose(change.holding, 0);
    if (loose == change.holding.end())
        return change;
    if (loose->visit == visit)
        return refused(ErrorKind::conflict, "incident/does_not_follow",
            {fmt::format("障害の経過では、{}にこれを記録できません。障害の画面で経過を確かめてください。",
                 to_text_jst(loose->at)),
                fmt::format("this does not follow from the course of the incident as of {}: look at the incident",
                    to_text_jst(loose->at))},
            field_of(loose->act));
    return later_lost(*loose, field_of(stay.empty() ? Act::arrived : stay.back().act));
}

}
