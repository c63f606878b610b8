#include "features/licence/licence.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>

namespace hoshuban::licence {
namespace {

constexpr int most_uses = 1'000'000;

void add(std::vector<FieldError>& problems, std::string path, std::string code, Text text)
{
    problems.push_back({std::move(path), std::move(code), std::move(text)});
}

// What only another payer has is not kept of the contractor, whatever was typed before.
void settle(Cost& cost)
{
    if (cost.payer == Payer::other)
        return;
    cost.name.clear();
    cost.reason.clear();
}

std::vector<FieldError> problems_of(const Terms& terms, LocalDay today)
{
    std::vector<FieldError> problems;
    if (terms.quantity < 1 || terms.quantity > most_uses)
        add(problems, "quantity", "licence/quantity",
            {"数量は1から1,000,000までで書いてください。", "write a quantity of 1 to 1,000,000"});
    if (terms.obtained_on > today)
        add(problems, "obtained_on", "licence/in_future", {"まだ来ていない日です。", "this day has not come yet"});
    if (terms.valid_until && *terms.valid_until < terms.obtained_on)
        add(problems, "valid_until", "licence/before_obtaining",
            {"有効期限が取得日より前です。", "valid until before it was obtained"});
    if (!terms.valid_until && terms.kind == Kind::term)
        add(problems, "valid_until", "required",
            {"期間のライセンスは、有効期限を入力してください。", "a licence for a term has a last day: enter it"});
    return problems;
}

Result<void> check_end(const Licence& licence, LocalDay on, LocalDay today)
{
    const LocalDay last = std::min(licence.terms.valid_until.value_or(today), today);
    if (licence.terms.obtained_on <= on && on <= last)
        return {};
    const Text text{
        "終了日は、取得日から今日（有効期限が過ぎていればその日）までの日にしてください。",
        "choose a day from the day it was obtained to today, or to its last day where that is over",
    };
    return fail(ErrorKind::invalid, "licence/end_out_of_order", text, {{"on", "licence/end_out_of_order", text}});
}

std::unexpected<Error> was_ended()
{
    return fail(ErrorKind::conflict, "licence/ended",
        {"終了したライセンスです。続けて使うときは、先に終了を取り消してください。",
            "this licence was ended: take its end back first, if it is used on"});
}

}

State state_of(const Licence& licence, LocalDay today)
{
    return licence.ending || has_lapsed(licence, today) ? State::ended : State::in_force;
}

bool has_lapsed(const Licence& licence, LocalDay today)
{
    return !licence.ending && licence.terms.valid_until && *licence.terms.valid_until < today;
}

std::optional<End> end_of(const Licence& licence, LocalDay today)
{
    if (licence.ending)
        return End{licence.ending->on, {licence.ending->reason, licence.ending->reason}};
    if (has_lapsed(licence, today))
        return End{*licence.terms.valid_until, {"有効期限が過ぎた", "Its term ran out"}};
    return std::nullopt;
}

Nearness nearness(const Licence& licence, LocalDay today)
{
    const auto& last = licence.terms.valid_until;
    if (licence.ending || !last)
        return Nearness::none;
    if (*last < today)
        return Nearness::late;
    return *last - today <= looked_at_before ? Nearness::near : Nearness::fine;
}

Result<void> take(Terms& terms, LocalDay today)
{
    settle(terms.cost);
    const bool another = terms.cost.payer == Payer::other;
    TRY(take_fields({{"software", terms.software, 200, true}, {"edition", terms.edition, 100},
        {"publisher", terms.publisher, 200, true}, {"licensee", terms.licensee, 200, true},
        {"payer_name", terms.cost.name, 200, another}, {"payer_reason", terms.cost.reason, 1000, another},
        {"purpose", terms.purpose, 1000, true}, {"certificate_place", terms.certificate_place, 200},
        {"note", terms.note, 1000}}));
    auto problems = problems_of(terms, today);
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
}

Result<Licence> corrected(Licence licence, Terms terms, LocalDay today)
{
    if (licence.ending)
        return was_ended();
    TRY(take(terms, today));
    licence.terms = std::move(terms);
    return licence;
}

Result<Licence> ended(Licence licence, Ending ending, LocalDay today)
{
    if (licence.ending)
        return was_ended();
    TRY(take_fields({{"reason", ending.reason, 1000, true}}));
    TRY(check_end(licence, ending.on, today));
    licence.ending = std::move(ending);
    return licence;
}

Result<Licence> resumed(Licence licence, std::string reason)
{
    if (!licence.ending)
        return fail(ErrorKind::conflict, "licence/not_ended",
            {"終了していないライセンスです。画面を開き直してください。",
                "this licence was not ended: reload the page"});
    TRY(take_fields({{"reason", reason, 1000, true}}));
    licence.ending.reset();
    return licence;
}

const Text& label(Kind kind)
{
    static const Text labels[] = {{"買取", "Bought"}, {"期間", "For a term"}, {"その他", "Other"}};
    return labels[static_cast<std::size_t>(kind)];
}

const Text& label(State state)
{
    static const Text labels[] = {{"有効", "In force"}, {"終了", "Ended"}};
    return labels[static_cast<std::size_t>(state)];
}

const Text& label(Payer payer)
{
    static const Text labels[] = {{"受託者", "The contractor"}, {"受託者以外", "Another"}};
    return labels[static_cast<std::size_t>(payer)];
}

}
