#include "features/loan/loan.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>

namespace hoshuban::loan {
namespace {

constexpr std::chrono::days near_days{7};

struct Step {
    State from;
    Act act;
    State to;
};

constexpr Step steps[] = {
    {State::lent, Act::handed_over, State::lent},
    {State::lent, Act::taken_out, State::out},
    {State::lent, Act::checked, State::lent},
    {State::lent, Act::returned, State::returned},
    {State::lent, Act::lost, State::lost},
    {State::lent, Act::stolen, State::lost},
    {State::lent, Act::damaged, State::lent},
    {State::out, Act::brought_back, State::lent},
    {State::out, Act::checked, State::out},
    {State::out, Act::returned, State::returned},
    {State::out, Act::lost, State::lost},
    {State::out, Act::stolen, State::lost},
    {State::out, Act::damaged, State::out},
    {State::lost, Act::found, State::lent},
};

std::unexpected<Error> refused(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

Result<void> check_day(const Loan& loan, const Entry& entry, LocalDay today)
{
    if (entry.on > today)
        return refused("on", "loan/in_future", {"まだ来ていない日です。", "this day has not come yet"});
    if (entry.on < loan.lent_on)
        return refused("on", "loan/before_lending", {"貸与日より前の日です。", "this is before it was lent"});
    return {};
}

Result<void> check_finding(const Entry& entry)
{
    if (entry.act != Act::checked)
        return {};
    if (!entry.in_order)
        return refused("in_order", "required", {"結果を選んでください。", "choose the result"});
    if (!*entry.in_order && entry.note.empty())
        return refused("note", "required", {"異常の内容を入力してください。", "say what is not as it should be"});
    return {};
}

void apply(Loan& loan, const Entry& entry, std::optional<int> months)
{
    switch (entry.act) {
    case Act::handed_over:
        loan.holder = entry.person;
        if (!entry.place.empty())
            loan.storage_place = entry.place;
        break;
    case Act::checked:
        loan.checked_on = std::max(loan.checked_on.value_or(entry.on), entry.on);
        if (months && is_checked(loan.kind))
            loan.next_check_on = months_after(*loan.checked_on, *months);
        break;
    case Act::returned:
        loan.returned_on = entry.on;
        loan.returned_to = entry.person;
        loan.next_check_on.reset();
        break;
    case Act::lost:
    case Act::stolen:
        loan.next_check_on.reset();
        break;
    case Act::found:
        if (months && is_checked(loan.kind))
            loan.next_check_on = months_after(entry.on, *months);
        break;
    default:
        break;
    }
}

}

bool is_personal(Kind kind)
{
    return kind == Kind::ic_card || kind == Kind::user_id;
}

bool is_checked(Kind kind)
{
    return kind == Kind::document || kind == Kind::manual;
}

LocalDay months_after(LocalDay day, int months)
{
    const std::chrono::year_month_day date{day};
    const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months};
    const std::chrono::year_month_day_last last{month.year(), std::chrono::month_day_last{month.month()}};
    return LocalDay{std::chrono::year_month_day{month.year(), month.month(), std::min(date.day(), last.day())}};
}

Result<Loan> lend(Loan loan, std::optional<int> months, LocalDay today)
{
    TRY(take_fields({{"number", loan.number, 60, true}, {"title", loan.title, 200, true},
        {"lent_by", loan.lent_by, 200, true}, {"lent_to", loan.lent_to, 200, true}, {"holder", loan.holder, 200, true},
        {"storage_place", loan.storage_place, 200, true}, {"note", loan.note, 1000}}));
    if (loan.lent_on > today)
        return refused("lent_on", "loan/in_future", {"まだ来ていない日です。", "this day has not come yet"});
    if (loan.due_back && *loan.due_back < loan.lent_on)
        return refused(
            "due_back", "loan/before_lending", {"返却期限が貸与日より前です。", "due back before it was lent"});
    loan.next_check_on.reset();
    if (months && is_checked(loan.kind))
        loan.next_check_on = months_after(loan.checked_on.value_or(loan.lent_on), *months);
    return loan;
}

Result<Loan> carry_out(Loan loan, Entry& entry, std::optional<int> months, LocalDay today)
{
    const auto* const step =
        std::ranges::find_if(steps, [&](const Step& each) { return each.from == loan.state && each.act == entry.act; });
    if (step == std::end(steps))
        return fail(ErrorKind::conflict, "loan/wrong_state",
            {"貸与品の今の状態からは、その記録はできません。画面を開き直して状態を確かめてください。",
                "this cannot follow from where the thing is now: look at its present state"});
    if (entry.act == Act::handed_over && is_personal(loan.kind))
        return fail(ErrorKind::conflict, "loan/not_passed_on",
            {"ICカードと利用者IDは本人だけのものです。ほかの人に渡せません。返却してから、新しく貸与を受けてください。",
                "IC cards and user IDs belong to one person and are never passed on: return it and have a new one "
                "lent"});
    TRY(take_fields({{"person", entry.person, 200, true}, {"place", entry.place, 200, entry.act == Act::taken_out},
        {"note", entry.note, 1000, opens_incident(entry.act)}}));
    TRY(check_day(loan, entry, today));
    TRY(check_finding(entry));
    loan.state = step->to;
    apply(loan, entry, months);
    return loan;
}

bool opens_incident(Act act)
{
    return act == Act::lost || act == Act::stolen || act == Act::damaged;
}

std::vector<Act> possible_acts(const Loan& loan)
{
    std::vector<Act> acts;
    for (const Step& step : steps) {
        if (step.from == loan.state && !(step.act == Act::handed_over && is_personal(loan.kind)))
            acts.push_back(step.act);
    }
    return acts;
}

Urgency urgency(const Loan& loan, const std::optional<LocalDay>& due, LocalDay today)
{
    if (!due || loan.state == State::returned || loan.state == State::lost)
        return Urgency::none;
    if (today > *due)
        return Urgency::late;
    return *due - today <= near_days ? Urgency::near : Urgency::fine;
}

}
