#include "features/repair/repair.hpp"

#include "core/typed_fields.hpp"
#include "features/repair/repair_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::repair {
namespace {

constexpr std::size_t most_words = 200;
constexpr std::size_t most_text = 1000;

std::unexpected<Error> refused(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

std::unexpected<Error> conflict(std::string code, Text text)
{
    return fail(ErrorKind::conflict, std::move(code), std::move(text));
}

Result<void> check_follows(const Repair& repair, Act act, const contract::RepairRule& rule)
{
    const auto possible = possible_acts(repair, rule);
    if (std::ranges::find(possible, act) != possible.end())
        return {};
    return conflict("repair/does_not_follow",
        {fmt::format("「{}」の次に「{}」は記録できません。画面を開き直して、今できる記録を選んでください。",
             label(repair.state).ja, label(act).ja),
            fmt::format("\"{}\" cannot follow \"{}\": open the page again and choose what can", label(act).en,
                label(repair.state).en)});
}

Result<void> check_day(const Repair& repair, LocalDay on, LocalDay today)
{
    if (on > today) {
        return refused("on", "repair/in_future",
            {"これからの日は実績として記録できません。済んだ後に記録してください。",
                "a day to come cannot be recorded as done: record the step when it has happened"});
    }
    if (on < repair.last_on) {
        return refused("on", "repair/before_step",
            {fmt::format("前の記録（{}）より前の日です。その日以後の日を入力してください。", to_text(repair.last_on)),
                fmt::format("before the step before it ({}): enter that day or a later one", to_text(repair.last_on))});
    }
    return {};
}

Result<void> check_warranty(const Repair& repair, Act act)
{
    if (act != Act::sent_to_maker && act != Act::handed_over)
        return {};
    const auto within = in_warranty(repair);
    if (!within) {
        return conflict("repair/warranty_unknown",
            {"メーカー保証の終わりの日が分かりません。「記入を直す」で入力してから記録してください。",
                "nobody has said when the maker's warranty ends: enter it by a correction first"});
    }
    if (act == Act::sent_to_maker && !*within) {
        return conflict("repair/out_of_warranty",
            {fmt::format("メーカー保証（{}まで）が切れてからの故障です。修理に出さず、市に引き渡してください。",
                 to_text(*repair.warranty_until)),
                fmt::format("it failed after the maker's warranty ({}): hand it over to the city instead",
                    to_text(*repair.warranty_until))});
    }
    if (act == Act::handed_over && *within) {
        return conflict("repair/in_warranty",
            {fmt::format("メーカー保証（{}まで）の間の故障です。メーカーの修理に出してください。",
                 to_text(*repair.warranty_until)),
                fmt::format("it failed within the maker's warranty ({}): send it to the maker",
                    to_text(*repair.warranty_until))});
    }
    return {};
}

Result<void> check_test(const Step& step)
{
    if (!step.finding) {
        return refused("finding", "repair/finding_needed",
            {"再現試験の結果を選んでください。", "choose what the reproduction test showed"});
    }
    if (*step.finding == Finding::not_needed && step.reason.empty()) {
        return refused("reason", "repair/reason_needed",
            {"再現試験が要らない理由を入力してください。", "say why no reproduction test is needed"});
    }
    return {};
}

Result<void> check_erasure(const Step& step, const contract::RepairRule& rule)
{
    if (step.detail.empty()) {
        return refused(
            "detail", "repair/method_needed", {"消去の方法を入力してください。", "say how the data was erased"});
    }
    if (step.attendee.empty() && step.reason.empty()) {
        return refused("attendee", "repair/attendee_needed",
            {"立ち会った市の職員を入力してください。立会いがなかったときは理由を入力してください。",
                "name who of the city attended, or say why nobody did"});
    }
    if (rule.certificate && !step.certificate) {
        return refused("certificate_id", "repair/certificate_needed",
            {"この機器には消去証明書が要ります。証明書を添付してから、添付した書類を選んでください。",
                "this unit needs a certificate of erasure: attach it, then choose it here"});
    }
    return {};
}

Result<void> check_step(const Step& step, const contract::RepairRule& rule)
{
    switch (step.act) {
    case Act::tested:
        return check_test(step);
    case Act::erased:
        return check_erasure(step, rule);
    case Act::rebuilt:
        if (step.detail.empty())
            return refused("detail", "repair/medium_needed",
                {"使った媒体の版を入力してください。", "name the edition of the medium that was used"});
        return {};
    case Act::sent_to_maker:
        if (step.place.empty())
            return refused("place", "repair/maker_needed",
                {"送り先のメーカーを入力してください。", "name the maker that it is sent to"});
        return {};
    case Act::disposed:
        if (step.reason.empty())
            return refused(
                "reason", "repair/reason_needed", {"廃棄の理由を入力してください。", "say why it is disposed of"});
        return {};
    default:
        return {};
    }
}

State state_after(Act act, State before)
{
    switch (act) {
    case Act::failed:
        return State::failed;
    case Act::carried_back:
        return State::carried_back;
    case Act::tested:
        return State::tested;
    case Act::sent_to_maker:
        return State::at_maker;
    case Act::returned:
        return State::returned;
    case Act::erased:
        return State::erased;
    case Act::rebuilt:
        return State::rebuilt;
    case Act::settings_made:
        return before;
    case Act::made_spare:
        return State::spare;
    case Act::handed_over:
        return State::handed_over;
    case Act::disposed:
        return State::disposed;
    }
    return before;
}

// What follows along the chain, whatever else is missing.
std::vector<Act> along_the_chain(const Repair& repair, const contract::RepairRule& rule)
{
    const bool clean = !rule.drive || repair.erased_on.has_value();
    std::vector<Act> acts;
    const auto can = [&](Act act, bool when = true) {
        if (when)
            acts.push_back(act);
    };
    switch (repair.state) {
    case State::failed:
        can(Act::carried_back);
        break;
    case State::carried_back:
        can(Act::tested);
        break;
    case State::tested:
    case State::returned:
    case State::erased:
        can(Act::sent_to_maker, repair.state != State::returned);
        can(Act::handed_over, repair.state != State::returned);
        can(Act::erased, rule.drive && !repair.erased_on);
        can(Act::rebuilt, rule.drive && clean);
        can(Act::made_spare,
            !rule.drive && (repair.state == State::returned || repair.finding == Finding::not_reproduced));
        can(Act::disposed, clean);
        break;
    case State::at_maker:
        can(Act::returned);
        break;
    case State::rebuilt:
        can(Act::made_spare);
        break;
    default:
        break;
    }
    return acts;
}

bool closes(Act act)
{
    return is_closed(state_after(act, State::failed));
}

}

bool is_closed(State state)
{
    return state == State::spare || state == State::handed_over || state == State::disposed;
}

std::optional<bool> in_warranty(const Repair& repair)
{
    if (!repair.warranty_until)
        return std::nullopt;
    return repair.failed_on <= *repair.warranty_until;
}

bool waits_for_settings(const Repair& repair, const contract::RepairRule& rule)
{
    return rule.settings && repair.spare && !repair.settings_on;
}

Result<Repair> open(Repair repair, LocalDay today)
{
    TRY(take_fields({{"symptom", repair.symptom, most_text, true}}));
    if (repair.failed_on > today) {
        return refused("failed_on", "repair/in_future",
            {"これからの日の故障は記録できません。", "a failure of a day to come cannot be recorded"});
    }
    repair.last_on = std::max(repair.last_on, repair.failed_on);
    return repair;
}

std::vector<Act> possible_acts(const Repair& repair, const contract::RepairRule& rule)
{
    std::vector<Act> acts = along_the_chain(repair, rule);
    if (waits_for_settings(repair, rule) && !is_closed(repair.state)) {
        acts.insert(acts.begin(), Act::settings_made);
        std::erase_if(acts, closes);
    }
    return acts;
}

Result<Repair> carry_out(Repair repair, Step& step, const contract::RepairRule& rule, LocalDay today)
{
    TRY(take_fields({{"person", step.person, most_words, true}, {"place", step.place, most_words},
        {"detail", step.detail, most_text}, {"attendee", step.attendee, most_words},
        {"reason", step.reason, most_text}}));
    if (closes(step.act) && waits_for_settings(repair, rule)) {
        return conflict("repair/settings_missing",
            {"代わりに置いた機器の設定（貸与マニュアルによる）がまだです。設定を記録してから閉じてください。",
                "the spare in its place still needs its settings from the lent manual: record them first"});
    }
    TRY(check_follows(repair, step.act, rule));
    TRY(check_day(repair, step.on, today));
    TRY(check_warranty(repair, step.act));
    TRY(check_step(step, rule));
    repair.state = state_after(step.act, repair.state);
    repair.last_on = step.on;
    if (step.act == Act::tested)
        repair.finding = step.finding;
    if (step.act == Act::erased)
        repair.erased_on = step.on;
    if (step.act == Act::settings_made)
        repair.settings_on = step.on;
    return repair;
}

std::optional<device::Use> use_after(Act act)
{
    switch (act) {
    case Act::failed:
    case Act::carried_back:
    case Act::sent_to_maker:
    case Act::returned:
        return device::Use::repair;
    case Act::made_spare:
        return device::Use::spare;
    case Act::handed_over:
        return device::Use::stored;
    case Act::disposed:
        return device::Use::retired;
    default:
        return std::nullopt;
    }
}

}
