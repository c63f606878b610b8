#include "features/recovery/edition.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace hoshuban::recovery {
namespace {

constexpr std::size_t most_words = 200;
constexpr std::size_t most_text = 1000;
constexpr std::size_t most_named = 5;

std::unexpected<Error> refused_field(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

bool is_about(const Edition& edition, std::string_view family, std::string_view model)
{
    return edition.family == family && edition.model == model && edition.state != State::cancelled;
}

Result<void> check_first(const Edition& edition, std::span<const Edition> others, LocalDay today)
{
    const auto same = std::ranges::find_if(others, [&](const Edition& each) {
        return each.origin == Origin::first && is_about(each, edition.family, edition.model);
    });
    if (same != others.end()) {
        return fail(ErrorKind::conflict, "recovery/first_twice",
            {fmt::format("この機種の初版は「{}」です。その後の版は更新として予定してください。", same->name),
                fmt::format("\"{}\" is the first edition of this model: plan what follows as an update", same->name)});
    }
    if (edition.planned_on > today) {
        return refused_field("planned_on", "recovery/in_future",
            {"これからの日は記録できません。", "a day to come cannot be recorded as done"});
    }
    return {};
}

Result<void> check_update(const Edition& edition, std::span<const Edition> others)
{
    if (current(others, edition.family, edition.model) == nullptr) {
        return fail(ErrorKind::conflict, "recovery/first_missing",
            {"この機種の初版がまだ記録されていません。先に初版（業務の範囲外、回数に数えない）を記録してください。",
                "the first edition of this model is not recorded: enter it first; it counts on no quota"});
    }
    if (const Edition* open = under_way(others, edition.family, edition.model)) {
        return fail(ErrorKind::conflict, "recovery/update_open",
            {fmt::format("「{}」の更新がまだ終わっていません。", open->name),
                fmt::format("the update \"{}\" is not finished", open->name)});
    }
    if (!edition.request && edition.instruction.empty()) {
        return refused_field("instruction", "recovery/instruction_needed",
            {"市の指示を入力してください（作業依頼を選ぶか、だれがいつ何を指示したか）。",
                "say what the city instructed: choose its work request, or say who told what when"});
    }
    return {};
}

State after_act(Act act)
{
    switch (act) {
    case Act::begun:
    case Act::sent_back:
        return State::building;
    case Act::submitted:
        return State::submitted;
    case Act::accepted:
        return State::accepted;
    case Act::released:
        return State::released;
    case Act::cancelled:
        break;
    }
    return State::cancelled;
}

Result<void> check_papers(const std::vector<Text>& missing)
{
    if (missing.empty())
        return {};
    Text list;
    for (const Text& paper : missing) {
        list.ja += (list.ja.empty() ? "" : "、") + paper.ja;
        list.en += (list.en.empty() ? "" : ", ") + paper.en;
    }
    return fail(ErrorKind::conflict, "recovery/papers_missing",
        {fmt::format("まだそろっていない成果物があります（{}件）：{}", missing.size(), list.ja),
            fmt::format("{} deliverables are missing: {}", missing.size(), list.en)});
}

Result<void> check_spares(const std::vector<std::string>& behind)
{
    if (behind.empty())
        return {};
    std::string named;
    for (std::size_t i = 0; i < std::min(behind.size(), most_named); ++i)
        named += (named.empty() ? "" : "、") + behind[i];
    if (behind.size() > most_named)
        named += " …";
    return fail(ErrorKind::conflict, "recovery/spares_behind",
        {fmt::format("貸与された予備機のうち{}台にまだ適用されていません：{}。適用して記録してください。",
             behind.size(), named),
            fmt::format(
                "{} lent spares are without this edition: {}; apply it and record that", behind.size(), named)});
}

Result<void> check_day(const Edition& edition, LocalDay on, LocalDay today)
{
    if (on > today) {
        return refused_field(
            "on", "recovery/in_future", {"これからの日は記録できません。", "a day to come cannot be recorded as done"});
    }
    if (edition.last_on && on < *edition.last_on) {
        return refused_field("on", "recovery/before_step",
            {fmt::format("前の記録（{}）より前の日です。", to_text(*edition.last_on)),
                fmt::format("before the step before it ({})", to_text(*edition.last_on))});
    }
    return {};
}

}

const Text& label(State state)
{
    static const Text labels[] = {{"予定", "Planned"}, {"作成中", "Being built"}, {"検収待ち", "Submitted"},
        {"検収済み", "Accepted"}, {"公開", "Released"}, {"取りやめ", "Given up"}};
    return labels[std::to_underlying(state)];
}

const Text& label(Origin origin)
{
    static const Text labels[] = {{"初版", "First edition"}, {"更新", "Update"}};
    return labels[std::to_underlying(origin)];
}

const Text& label(Act act)
{
    static const Text labels[] = {{"作成開始", "Begun"}, {"提出", "Submitted"}, {"差戻し", "Sent back"},
        {"検収", "Accepted"}, {"公開", "Released"}, {"取りやめ", "Given up"}};
    return labels[std::to_underlying(act)];
}

const Edition* current(std::span<const Edition> editions, std::string_view family, std::string_view model)
{
    const Edition* latest = nullptr;
    const auto order = [](const Edition& each) { return std::tuple{*each.released_on, each.entered_at}; };
    for (const Edition& each : editions) {
        if (each.released_on && is_about(each, family, model) && (latest == nullptr || order(*latest) < order(each)))
            latest = &each;
    }
    return latest;
}

const Edition* under_way(std::span<const Edition> editions, std::string_view family, std::string_view model)
{
    const auto found = std::ranges::find_if(
        editions, [&](const Edition& each) { return is_about(each, family, model) && each.state != State::released; });
    return found == editions.end() ? nullptr : &*found;
}

Result<Edition> plan(
    Edition edition, const contract::RecoveryTerms& terms, std::span<const Edition> others, LocalDay today)
{
    TRY(take_fields({{"model", edition.model, most_words, true}, {"number", edition.number, 100, true},
        {"changes", edition.changes, most_text, edition.origin == Origin::update},
        {"instruction", edition.instruction, most_text}, {"agreement", edition.agreement, most_text},
        {"note", edition.note, most_text}}));
    const contract::RecoveryFamily* family = contract::recovery_family(terms, edition.family);
    if (family == nullptr) {
        return refused_field("family", "recovery/unknown_family",
            {"この契約にない媒体の系統です。", "no family of media of this contract"});
    }
    edition.name = family->label.ja + " " + edition.number;
    if (std::ranges::find(others, edition.name, &Edition::name) != others.end()) {
        return refused_field("number", "recovery/name_taken",
            {fmt::format("「{}」はもうあります。別の版番号にしてください。", edition.name),
                fmt::format("there is \"{}\" already: choose another number", edition.name)});
    }
    if (edition.origin == Origin::update) {
        TRY(check_update(edition, others));
        return edition;
    }
    TRY(check_first(edition, others, today));
    edition.state = State::released;
    edition.released_on = edition.planned_on;
    edition.last_on = edition.planned_on;
    return edition;
}

std::optional<contract::KeptRun> run_of(const Edition& edition, const contract::RecoveryTerms& terms)
{
    if (edition.origin == Origin::first || edition.state == State::cancelled)
        return std::nullopt;
    const bool done = edition.state == State::accepted || edition.state == State::released;
    return contract::KeptRun{{{terms.work_type}, 1, done ? contract::RunState::actual : contract::RunState::planned},
        edition.request ? edition.request->text : "", {}};
}

Side side_of(Act act)
{
    return act == Act::accepted || act == Act::sent_back ? Side::city : Side::contractor;
}

std::vector<Act> possible_acts(const Edition& edition)
{
    switch (edition.state) {
    case State::planned:
        return {Act::begun, Act::cancelled};
    case State::building:
        return {Act::submitted, Act::cancelled};
    case State::submitted:
        return {Act::accepted, Act::sent_back};
    case State::accepted:
        return {Act::released};
    case State::released:
    case State::cancelled:
        break;
    }
    return {};
}

bool is_applicable(const Edition& edition)
{
    return edition.state == State::accepted || edition.state == State::released;
}

Result<Edition> carry_out(Edition edition, Step& step, const Obstacles& obstacles, LocalDay today)
{
    TRY(take_fields({{"person", step.person, most_words, true}, {"note", step.note, most_text}}));
    const auto possible = possible_acts(edition);
    if (std::ranges::find(possible, step.act) == possible.end()) {
        return fail(ErrorKind::conflict, "recovery/does_not_follow",
            {fmt::format("「{}」の後に「{}」は記録できません。画面を開き直してください。", label(edition.state).ja,
                 label(step.act).ja),
                fmt::format(
                    "\"{}\" cannot follow \"{}\": open the page again", label(step.act).en, label(edition.state).en)});
    }
    TRY(check_day(edition, step.on, today));
    if ((step.act == Act::sent_back || step.act == Act::cancelled) && step.note.empty())
        return refused_field("note", "recovery/note_needed", {"理由を入力してください。", "say why"});
    if (step.act == Act::submitted)
        TRY(check_papers(obstacles.papers));
    if (step.act == Act::released)
        TRY(check_spares(obstacles.spares));
    edition.state = after_act(step.act);
    edition.last_on = step.on;
    if (step.act == Act::released)
        edition.released_on = step.on;
    return edition;
}

}
