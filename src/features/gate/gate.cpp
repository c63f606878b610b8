#include "features/gate/gate.hpp"

#include "core/era.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::gate {
namespace {

Text joined(const std::vector<Text>& all)
{
    Text text;
    for (const Text& each : all) {
        text.ja += each.ja;
        text.en += (text.en.empty() ? "" : "; ") + each.en;
    }
    return text;
}

Text listed(const std::vector<std::string>& all)
{
    Text text;
    for (const std::string& each : all) {
        text.ja += (text.ja.empty() ? "" : "、") + each;
        text.en += (text.en.empty() ? "" : ", ") + each;
    }
    return text;
}

Gate open(GateKind kind, Text text)
{
    return {kind, GateState::open, std::move(text)};
}

Gate not_needed(GateKind kind, Text text = {"この依頼では不要です。", "not needed for this request"})
{
    return {kind, GateState::not_needed, std::move(text)};
}

/// Puts gates together for one request.
class Judge {
public:
    explicit Judge(const Facts& facts)
        : facts_{facts}
    {
    }

    std::vector<Gate> all() const
    {
        return {accepted(), questions(), procedure(), permit(GateKind::work_approval), permit(GateKind::bundling),
            schedule(), permit(GateKind::overtime), permit(GateKind::entry), permit(GateKind::entry_room), vendor(),
            permit(GateKind::acts), people(), media()};
    }

private:
    Gate shut(GateKind kind, Text text, Side side, Link link) const
    {
        const Text& who = side == Side::city ? facts_.words.city : facts_.words.contractor;
        return {kind, GateState::shut, std::move(text), side, who, std::move(link)};
    }

    Gate accepted() const
    {
        if (facts_.accepted)
            return open(GateKind::accepted, {"受け付けられています。", "accepted"});
        if (!facts_.declined.empty())
            return shut(GateKind::accepted,
                {fmt::format("委託先が受け付けていません（理由: {}）。内容を直して、もう一度依頼してください。",
                     facts_.declined),
                    fmt::format("the contractor declined ({}): change the request to ask again", facts_.declined)},
                Side::city, {"request"});
        return shut(GateKind::accepted, {"依頼がまだ受け付けられていません。", "the request is not accepted yet"},
            Side::contractor, {"request"});
    }

    Gate questions() const
    {
        const auto& open_ones = facts_.questions;
        if (!facts_.questions_block)
            return not_needed(GateKind::questions,
                {"この契約では、疑義があっても着手できます。", "in this contract questions do not hold up the start"});
        if (open_ones.empty())
            return open(GateKind::questions, {"未解決の疑義はありません。", "no question is open"});
        std::vector<std::string> numbers;
        for (const OpenQuestion& each : open_ones)
            numbers.push_back(each.number);
        const auto waits_for_city = std::ranges::find(open_ones, Side::city, &OpenQuestion::turn);
        const bool city = waits_for_city != open_ones.end();
        return shut(GateKind::questions,
            {fmt::format("解決していない疑義が{}件あります（{}）。", open_ones.size(), listed(numbers).ja),
                fmt::format("{} open question(s): {}", open_ones.size(), listed(numbers).en)},
            city ? Side::city : Side::contractor, {"question", city ? waits_for_city->id : open_ones.front().id});
    }

    Gate procedure() const
    {
        const ProcedureFact& fact = facts_.procedure;
        if (!fact.needed)
            return not_needed(GateKind::procedure);
        if (fact.ready)
            return open(GateKind::procedure, fact.text);
        if (!fact.approval.empty())
            return shut(GateKind::procedure, fact.text, fact.opener, {"approval", fact.approval});
        return shut(GateKind::procedure, fact.text, fact.opener, {"procedure"});
    }

    Gate schedule() const
    {
        const ScheduleFact& fact = facts_.schedule;
        const Link link{"schedule"};
        const bool stands = fact.until && facts_.at < *fact.until;
        if (stands)
            return open(GateKind::schedule,
                {fmt::format("{}で合意しています。", fact.agreed.ja), fmt::format("agreed: {}", fact.agreed.en)});
        if (!fact.needed)
            return not_needed(GateKind::schedule,
                {"この契約では、作業日程の合意は不要です。", "this contract asks for no agreed window"});
        if (!fact.proposed.ja.empty())
            return shut(GateKind::schedule,
                {fmt::format("提案された日程（{}）への回答がまだです。", fact.proposed.ja),
                    fmt::format("the proposed window ({}) is not answered yet", fact.proposed.en)},
                fact.turn, link);
        if (fact.until)
            return shut(GateKind::schedule,
                {fmt::format("合意した日程（{}）は過ぎました。改めて日程を決めてください。", fact.agreed.ja),
                    fmt::format("the agreed window ({}) is over: agree on another", fact.agreed.en)},
                Side::contractor, link);
        return shut(GateKind::schedule, {"合意した作業日程がありません。", "no window of work is agreed"},
            Side::contractor, link);
    }

    Gate permit(GateKind kind) const
    {
        std::vector<Text> missing;
        std::vector<std::string> granted;
        Side side = Side::contractor;
        Link link{"approval"};
        for (const Permit& each : facts_.permits) {
            if (each.gate != kind)
                continue;
            if (!each.granted.empty()) {
                granted.push_back(each.granted);
                continue;
            }
            missing.push_back(missing_text(each));
            if (!each.asked.empty()) {
                side = each.decider;
                link.id = each.approval;
            }
        }
        if (!missing.empty())
            return shut(kind, joined(missing), side, std::move(link));
        if (granted.empty())
            return not_needed(kind);
        std::ranges::sort(granted);
        const auto [first, last] = std::ranges::unique(granted);
        granted.erase(first, last);
        return open(kind,
            {fmt::format("{}で許可されています。", listed(granted).ja),
                fmt::format("permitted by {}", listed(granted).en)});
    }

    static Text missing_text(const Permit& each)
    {
        if (!each.asked.empty())
            return {fmt::format("{}「{}」の申請（{}）が判断を待っています。", each.why.ja, each.label.ja, each.asked),
                fmt::format(
                    "{}: application {} for \"{}\" waits for its decision", each.why.en, each.asked, each.label.en)};
        return {fmt::format("{}「{}」がありません。", each.why.ja, each.label.ja),
            fmt::format("{}: \"{}\" is missing", each.why.en, each.label.en)};
    }

    Gate vendor() const
    {
        switch (facts_.vendor) {
        case VendorFact::not_needed:
            return not_needed(GateKind::vendor);
        case VendorFact::none:
            return open(GateKind::vendor, {"他業者との調整はありません。", "no other vendor is dealt with"});
        case VendorFact::told:
            return open(GateKind::vendor,
                {fmt::format("市に示しています（{}）。", facts_.vendor_text),
                    fmt::format("the city was told ({})", facts_.vendor_text)});
        case VendorFact::unsaid:
            break;
        }
        return shut(GateKind::vendor,
            {"他業者との調整の有無を、まだ市に示していません。",
                "the city was not told yet whether other vendors are dealt with"},
            Side::contractor, {"vendor"});
    }

    Gate people() const
    {
        const PeopleFact& fact = facts_.people;
        std::vector<Text> missing = fact.problems;
        if (fact.needed && fact.assigned.empty())
            missing.insert(missing.begin(), {"作業する人が割り当てられていません。", "nobody is assigned"});
        if (!missing.empty())
            return shut(GateKind::people, joined(missing), Side::contractor, {"people"});
        if (fact.assigned.empty())
            return not_needed(GateKind::people);
        return open(
            GateKind::people, {listed(fact.assigned).ja + "が従事します。", listed(fact.assigned).en + " will work"});
    }

    Gate media() const
    {
        const MediaFact& fact = facts_.media;
        if (!fact.problems.empty())
            return shut(GateKind::media, joined(fact.problems), Side::contractor, {"media"});
        if (fact.planned.empty())
            return not_needed(
                GateKind::media, {"検査の要る媒体は使いません。", "no medium that needs a check is used"});
        return open(
            GateKind::media, {listed(fact.planned).ja + "は検査済みです。", listed(fact.planned).en + ": checked"});
    }

    const Facts& facts_;
};

Text who_opens(const Gate& gate)
{
    return {gate.text.ja + "（" + gate.who.ja + "）", gate.text.en + " (" + gate.who.en + ")"};
}

}

Text label(GateKind kind)
{
    switch (kind) {
    case GateKind::accepted:
        return {"受付", "Acceptance"};
    case GateKind::questions:
        return {"疑義の解決", "Questions settled"};
    case GateKind::procedure:
        return {"作業手順書", "Procedure"};
    case GateKind::work_approval:
        return {"作業の事前承認", "Prior consultation"};
    case GateKind::bundling:
        return {"同時実施の承認", "Several jobs in one run"};
    case GateKind::schedule:
        return {"作業日程の合意", "Agreed window"};
    case GateKind::overtime:
        return {"時間外の作業", "Work outside hours"};
    case GateKind::entry:
        return {"立入りの許可", "Entry permit"};
    case GateKind::entry_room:
        return {"特に指定された部屋", "Designated room"};
    case GateKind::vendor:
        return {"他業者との調整", "Other vendors"};
    case GateKind::acts:
        return {"禁止行為の許可", "Prohibited acts"};
    case GateKind::people:
        return {"従事者", "People"};
    case GateKind::media:
        return {"媒体の検査", "Media"};
    }
    return {};
}

std::vector<Gate> gates(const Facts& facts)
{
    auto all = Judge{facts}.all();
    if (!facts.taken_over)
        return all;
    for (Gate& each : all) {
        if (each.state == GateState::shut)
            each = {each.kind, GateState::waived,
                {"着手を記録し始める前から実施しています。",
                    "the work was under way before starts were recorded here"}};
    }
    return all;
}

std::vector<Gate> shut(const std::vector<Gate>& all)
{
    std::vector<Gate> found;
    for (const Gate& each : all) {
        if (each.state == GateState::shut)
            found.push_back(each);
    }
    return found;
}

std::unexpected<Error> refusal(std::string code, Text text, const std::vector<Gate>& shut)
{
    std::vector<FieldError> fields;
    for (const Gate& each : shut)
        fields.push_back({std::string{name_of(each.kind)}, "gate/shut", who_opens(each)});
    return fail(ErrorKind::precondition, std::move(code), std::move(text), std::move(fields));
}

Result<void> may_start(const Facts& facts)
{
    const auto waiting = shut(gates(facts));
    if (!waiting.empty())
        return refusal("gate/shut",
            {fmt::format("着手条件が{}件そろっていません。", waiting.size()),
                fmt::format("{} condition(s) of the start are not met", waiting.size())},
            waiting);
    const auto& begins = facts.schedule.from;
    if (begins && facts.at < *begins)
        return fail(ErrorKind::precondition, "gate/too_early",
            {fmt::format("合意した日程は{}です。それより前には始められません。早めるときは日程を合意し直してください。",
                 facts.schedule.agreed.ja),
                fmt::format(
                    "the agreed window is {}: agree on an earlier one to start before it", facts.schedule.agreed.en)});
    return {};
}

}
