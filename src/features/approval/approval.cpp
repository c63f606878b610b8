#include "features/approval/approval.hpp"

#include "features/work_request/work_request_change.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

using contract::ApprovalDecider;
using contract::ApprovalEffect;
using contract::ApprovalKind;
using contract::ApprovalNature;

constexpr std::size_t most_devices = 2000;

class Problems {
public:
    void add(std::string path, std::string code, Text text)
    {
        found_.push_back({std::move(path), std::move(code), std::move(text)});
    }
    void add_all(std::vector<FieldError> problems)
    {
        found_.insert(found_.end(), std::make_move_iterator(problems.begin()), std::make_move_iterator(problems.end()));
    }
    Result<void> result() &&
    {
        if (found_.empty())
            return {};
        const FieldError first = found_.front();
        return fail(ErrorKind::invalid, first.code,
            {"申請の内容に誤りがあります。" + first.text.ja, "the application has errors: " + first.text.en},
            std::move(found_));
    }

private:
    std::vector<FieldError> found_;
};

void check_texts(const Application& asked, Problems& problems)
{
    using work_request::text_problems;
    if (asked.title.empty())
        problems.add("title", "required", {"件名を入力してください。", "enter a title"});
    if (asked.reason.empty() && asked.subject.kind.empty())
        problems.add("reason", "required", {"理由・内容を入力してください。", "enter the reason or the content"});
    problems.add_all(text_problems("title", asked.title, 200));
    problems.add_all(text_problems("reason", asked.reason, 5000));
    problems.add_all(text_problems("room", asked.room, 200));
    constexpr std::string_view digits = "0123456789abcdef";
    const std::string& hash = asked.content_sha256;
    if (!hash.empty() && (hash.size() != 64 || hash.find_first_not_of(digits) != std::string::npos))
        problems.add("content_sha256", "approval/hash",
            {"内容のハッシュ（SHA-256）は16進64桁です。", "a SHA-256 has 64 hexadecimal digits"});
}

void check_period(const Application& asked, bool instruction, Instant now, Problems& problems)
{
    if (asked.from && asked.until && *asked.until <= *asked.from)
        problems.add("until", "approval/period_backwards",
            {"終わりを始まりより後にしてください。", "the end must lie after the beginning"});
    else if (asked.until && *asked.until <= now && !instruction)
        problems.add("until", "approval/period_over",
            {"期間がすでに終わっています。これからの期間にしてください。",
                "the period is over: name one that still lies ahead"});
}

void check_things(const contract::Profile& profile, const Application& asked, Problems& problems)
{
    for (const std::string& act : asked.acts) {
        if (!contract::find_act(profile, act))
            problems.add("acts", "approval/unknown_act",
                {fmt::format("この契約に「{}」という行為はありません。", act),
                    fmt::format("this contract knows no act \"{}\"", act)});
    }
    for (const DeviceId& device : asked.devices) {
        if (!contract::find_device(profile, device))
            problems.add("devices", "approval/unknown_device",
                {fmt::format("機器「{}」はこの契約にありません。", device.text),
                    fmt::format("this contract has no device \"{}\"", device.text)});
    }
    if (asked.devices.size() > most_devices)
        problems.add("devices", "approval/too_many_devices",
            {fmt::format("機器は{}台までにしてください。", most_devices),
                fmt::format("name at most {} devices", most_devices)});
    if (asked.site && !contract::find_site(profile, *asked.site))
        problems.add(
            "site_id", "approval/unknown_site", {"この契約にない拠点です。", "this contract has no such site"});
}

void check_needs(const ApprovalKind& kind, const Application& asked, Problems& problems)
{
    if (kind.effect == ApprovalEffect::act && asked.acts.empty())
        problems.add("acts", "approval/act_missing", {"許可を受ける行為を選んでください。", "choose the act"});
    if (kind.effect == ApprovalEffect::entry && !asked.site && !asked.request)
        problems.add("site_id", "approval/site_missing", {"入館する拠点を選んでください。", "choose the site"});
    if (kind.effect == ApprovalEffect::entry_room && asked.room.empty())
        problems.add("room", "approval/room_missing", {"入る部屋を入力してください。", "enter the room"});
    if (kind.decider == ApprovalDecider::site && !asked.site && !asked.request)
        problems.add("site_id", "approval/site_missing",
            {"どの拠点との合意かを選んでください。", "choose the site that agrees"});
}

bool decides(const Actor& actor, const ContractId& contract, Turn turn)
{
    return side_of(turn) == actor.side(contract) && actor.may(Permission::decide_approval, contract);
}

// What the city has instead: an instruction about the same, where the contract knows one.
Text instead_of(const contract::Profile& profile, const ApprovalKind& kind, Side side)
{
    for (const ApprovalKind* other : contract::approval_kinds(profile, kind.effect)) {
        if (side == Side::city && other->nature == ApprovalNature::instruct)
            return {fmt::format("市の事情によるときは「{}」を記録してください。", other->label.ja),
                fmt::format(": for the city's own reasons record \"{}\"", other->label.en)};
    }
    return {};
}

Result<void> check_applicant(const contract::Profile& profile, const ApprovalKind& kind, Side side)
{
    if (contract::applies(kind.applicant, side))
        return {};
    const Text applicant = contract::word(profile, kind.applicant == contract::Applicant::city ? "city" : "contractor");
    const Text instead = instead_of(profile, kind, side);
    const Text text{
        fmt::format("「{}」を申請するのは{}です（{}）。{}", kind.label.ja, applicant.ja, kind.clause, instead.ja),
        fmt::format("\"{}\" is applied for by the {} ({}){}", kind.label.en, applicant.en, kind.clause, instead.en)};
    return fail(ErrorKind::invalid, "approval/applicant", text, {{"kind", "approval/applicant", text}});
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ",") + text;
    return all;
}

std::string joined(const std::vector<DeviceId>& devices)
{
    std::vector<std::string> texts;
    for (const DeviceId& device : devices)
        texts.push_back(device.text);
    return joined(texts);
}

}

bool in_force(const Approval& approval, Instant at)
{
    return approval.state == State::granted && approval.begins_at && *approval.begins_at <= at &&
        (!approval.asked.until || at < *approval.asked.until);
}

bool covers(const Approval& approval, Instant from, Instant until)
{
    return in_force(approval, from) && (!approval.asked.until || until <= *approval.asked.until);
}

std::optional<Instant> warned_from(const Approval& approval)
{
    using namespace std::chrono;
    if (approval.state != State::granted || !approval.begins_at || !approval.asked.until)
        return std::nullopt;
    const seconds whole = *approval.asked.until - *approval.begins_at;
    if (whole < days{3})
        return std::nullopt;
    return *approval.asked.until - std::min<seconds>(whole / 5, days{14});
}

Standing standing(const Approval& approval, Instant now)
{
    switch (approval.state) {
    case State::asked:
        return Standing::waiting;
    case State::refused:
        return Standing::refused;
    case State::withdrawn:
        return Standing::withdrawn;
    case State::voided:
        return Standing::voided;
    case State::granted:
        break;
    }
    if (approval.asked.until && *approval.asked.until <= now)
        return Standing::over;
    if (!in_force(approval, now))
        return Standing::not_begun;
    const auto warned = warned_from(approval);
    return warned && *warned <= now ? Standing::ends_soon : Standing::in_force;
}

int steps_of(const ApprovalKind& kind)
{
    return std::max(1, static_cast<int>(kind.steps.size()));
}

Turn turn_of(const ApprovalKind& kind, Side asking)
{
    const Turn other = asking == Side::city ? Turn::contractor : Turn::city;
    switch (kind.decider) {
    case ApprovalDecider::other_side:
        return other;
    case ApprovalDecider::contractor:
        return Turn::contractor;
    case ApprovalDecider::city:
    case ApprovalDecider::site:
        break;
    }
    // An agreement that the named side itself proposes waits for the other one.
    if (asking == Side::city && kind.nature == ApprovalNature::agree)
        return Turn::contractor;
    return kind.decider == ApprovalDecider::site ? Turn::site : Turn::city;
}

Side side_of(Turn turn)
{
    switch (turn) {
    case Turn::city:
    case Turn::site:
        return Side::city;
    case Turn::contractor:
        return Side::contractor;
    case Turn::nobody:
        break;
    }
    return Side::neutral;
}

bool stands_for_itself(ApprovalEffect effect)
{
    switch (effect) {
    case ApprovalEffect::procedure:
    case ApprovalEffect::schedule:
    case ApprovalEffect::person:
        return false;
    default:
        return true;
    }
}

Result<void> check(const contract::Profile& profile, const Application& asked, Instant now)
{
    const ApprovalKind* kind = contract::find_approval_kind(profile, asked.kind);
    if (!kind) {
        return fail(ErrorKind::invalid, "approval/unknown_kind",
            {fmt::format("この契約に「{}」という承認・許可はありません。種類を選び直してください。", asked.kind),
                fmt::format("this contract knows no approval \"{}\": choose another kind", asked.kind)});
    }
    Problems problems;
    check_texts(asked, problems);
    check_period(asked, kind->nature == ApprovalNature::instruct, now, problems);
    check_things(profile, asked, problems);
    check_needs(*kind, asked, problems);
    return std::move(problems).result();
}

Result<Approval> entered(const contract::Profile& profile, const ApprovalKind& kind, const Actor& actor,
    const ApprovalId& id, const Application& asked, Instant now)
{
    const Side side = actor.side(profile.id);
    if (side == Side::neutral || actor.administrator) {
        return fail(ErrorKind::forbidden, "approval/no_side",
            {"申請できるのは、市か受託者の役割を持つ人だけです。",
                "only somebody with a role of the city or the contractor applies"});
    }
    TRY(check_applicant(profile, kind, side));
    const Turn turn = turn_of(kind, side);
    Approval approval{.id = id,
        .contract_id = profile.id,
        .number = {},
        .asked = asked,
        .asked_by = actor.person,
        .asked_by_name = actor.name,
        .asked_side = side,
        .asked_at = now,
        .turn = turn};
    const bool own_instruction = kind.nature == ApprovalNature::instruct && decides(actor, profile.id, turn);
    if (kind.nature != ApprovalNature::acknowledge && !own_instruction)
        return approval;
    approval.state = State::granted;
    approval.settled_at = now;
    approval.begins_at = asked.from.value_or(now);
    if (own_instruction || side_of(turn) == side) {
        approval.turn = Turn::nobody;
        approval.step = steps_of(kind);
    }
    return approval;
}

Result<Approval> withdrawn(Approval approval, const Actor& actor, Instant now)
{
    if (actor.administrator || actor.side(approval.contract_id) != approval.asked_side) {
        return fail(ErrorKind::forbidden, "approval/not_the_asking_side",
            {"取り下げられるのは、申請した側の人だけです。", "only the side that applied can withdraw"});
    }
    if (approval.state != State::asked) {
        return fail(ErrorKind::conflict, "approval/settled",
            {"この申請はもう判断を待っていません。画面を読み直してください。",
                "this application no longer waits: load it again"});
    }
    approval.state = State::withdrawn;
    approval.turn = Turn::nobody;
    approval.settled_at = now;
    return approval;
}

bool takes_files(const Approval& approval)
{
    return approval.state == State::asked || approval.state == State::granted;
}

std::map<std::string, std::string> facts_of(const Approval& approval)
{
    const Application& asked = approval.asked;
    std::map<std::string, std::string> facts{
        {"number", approval.number},
        {"kind", asked.kind},
        {"title", asked.title},
        {"reason", asked.reason},
        {"subject", asked.subject.kind.empty() ? "" : asked.subject.kind + " " + asked.subject.id},
        {"content_sha256", asked.content_sha256},
        {"request_id", asked.request ? asked.request->text : ""},
        {"acts", joined(asked.acts)},
        {"devices", joined(asked.devices)},
        {"site_id", asked.site ? asked.site->text : ""},
        {"room", asked.room},
        {"from", asked.from ? to_text(*asked.from) : ""},
        {"until", asked.until ? to_text(*asked.until) : ""},
        {"state", std::string{name_of(approval.state)}},
        {"conditions", approval.conditions},
    };
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}
