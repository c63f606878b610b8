#include "features/device/movement.hpp"

#include "core/era.hpp"
#include "core/typed_fields.hpp"
#include "features/contract/site_fact.hpp"

#include <array>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr std::size_t most_place = 200;
constexpr std::size_t most_note = 1000;

void refuse(std::vector<FieldError>& errors, const char* path, const char* code, Text text)
{
    errors.push_back({path, code, std::move(text)});
}

void check_within(std::vector<FieldError>& errors, const contract::Profile& profile, const char* field, LocalDay day)
{
    if (day >= profile.period.first && day <= profile.period.last)
        return;
    const std::string first = to_text(profile.period.first);
    const std::string last = to_text(profile.period.last);
    refuse(errors, field, "device/outside_period",
        {fmt::format("契約の期間（{}から{}まで）の日を入れてください。", first, last),
            fmt::format("enter a day of the contract, {} to {}", first, last)});
}

void check_day(std::vector<FieldError>& errors, const contract::Profile& profile, LocalDay day, LocalDay today,
    const char* field = "on")
{
    check_within(errors, profile, field, day);
    if (day > today) {
        refuse(errors, field, "device/in_future",
            {"これからの日は実績として記録できません。動かした後に記録してください。",
                "a day to come cannot be recorded as done: record the move when it has happened"});
    }
}

// A planned unit is not there yet: it may wait for a site to open.
void check_site_open(std::vector<FieldError>& errors, const contract::Site& site, const Spot& spot, LocalDay day)
{
    if (spot.use == Use::planned || spot.use == Use::retired || contract::is_open(site, day))
        return;
    const std::string on = print_day(day, DayStyle::slash);
    refuse(errors, "site_id", "device/site_closed",
        {fmt::format("{}は{}には開いていません（閉鎖した後か、開く前）。日か拠点を直してください。", site.name, on),
            fmt::format("{} is not open on {}: it has closed or not opened yet; correct the day or the site", site.name,
                to_text(day))});
}

void check_spot(std::vector<FieldError>& errors, const contract::Profile& profile, const Spot& spot, LocalDay day)
{
    const contract::Site* site = spot.site ? contract::find_site(profile, *spot.site) : nullptr;
    if (site != nullptr)
        check_site_open(errors, *site, spot, day);
    if (spot.site && site == nullptr) {
        refuse(errors, "site_id", "device/unknown_site",
            {"この契約にない拠点です。拠点の一覧から選んでください。",
                "the contract has no such site: choose one of its sites"});
    }
    if (!spot.site && (spot.use == Use::in_service || spot.use == Use::planned)) {
        refuse(errors, "site_id", "device/site_needed",
            {"稼働中・設置予定の機器には拠点が要ります。", "a unit in service or planned stands at a site"});
    }
}

Result<void> outcome(std::vector<FieldError> errors)
{
    if (errors.empty())
        return {};
    const FieldError first = errors.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(errors));
}

}

const Text& label_of(Cause cause)
{
    static const std::array<Text, 8> labels = {{
        {"設置", "installation"},
        {"撤去", "removal"},
        {"移設・移動", "relocation"},
        {"予備機との交換", "exchange for a spare"},
        {"修理", "repair"},
        {"機器の更改", "renewal"},
        {"用途の変更", "change of use"},
        {"台帳の訂正", "correction of the register"},
    }};
    return labels.at(static_cast<std::size_t>(cause));
}

int entered_after(const Movement& movement)
{
    return static_cast<int>((day_of(movement.entered_at) - movement.move.on).count());
}

Keeper keeper_at(const contract::Profile& profile, const std::optional<SiteId>& id, Use use)
{
    const contract::Site* site = id ? contract::find_site(profile, *id) : nullptr;
    return site != nullptr && site->excluded && use != Use::spare ? Keeper::city : Keeper::contractor;
}

Result<void> check_done_on(const contract::Profile& profile, LocalDay day, LocalDay today, const char* field)
{
    std::vector<FieldError> errors;
    check_day(errors, profile, day, today, field);
    return outcome(std::move(errors));
}

Result<void> check_within(const contract::Profile& profile, LocalDay day, const char* field)
{
    std::vector<FieldError> errors;
    check_within(errors, profile, field, day);
    return outcome(std::move(errors));
}

Result<void> take(const contract::Profile& profile, Move& move, LocalDay today)
{
    TRY(take_fields({{"place", move.to.place, most_place}, {"note", move.note, most_note}}));
    std::vector<FieldError> errors;
    check_day(errors, profile, move.on, today);
    if (move.planned_on && (*move.planned_on < profile.period.first || *move.planned_on > profile.period.last)) {
        refuse(errors, "planned_on", "device/outside_period",
            {"予定日は契約の期間の日にしてください。", "plan it for a day of the contract"});
    }
    check_spot(errors, profile, move.to, move.on);
    move.to.keeper = keeper_at(profile, move.to.site, move.to.use);
    return outcome(std::move(errors));
}

Result<void> take(const contract::Profile& profile, Exchange& exchange, LocalDay today)
{
    TRY(take_fields({{"place", exchange.failed_to.place, most_place}, {"note", exchange.note, most_note}}));
    std::vector<FieldError> errors;
    check_day(errors, profile, exchange.on, today);
    check_spot(errors, profile, exchange.failed_to, exchange.on);
    if (exchange.failed_to.use == Use::in_service || exchange.failed_to.use == Use::planned) {
        refuse(errors, "use", "device/still_in_service",
            {"引き取った機器は、修理中・保管中・予備機・廃止のどれかにしてください。",
                "the unit that was taken back is in repair, stored, a spare or retired"});
    }
    exchange.failed_to.keeper = keeper_at(profile, exchange.failed_to.site, exchange.failed_to.use);
    return outcome(std::move(errors));
}

Result<void> check_serves(const Course& failed, LocalDay day)
{
    const Placement* place = on(failed, day);
    if (place != nullptr && place->spot.use == Use::in_service)
        return {};
    return fail(ErrorKind::conflict, "device/not_in_service",
        {"交換される機器は、この日には稼働していません。", "on that day the unit to be exchanged is not in service"});
}

Result<Exchanged> exchanged(Course failed, Course spare, const Exchange& exchange)
{
    TRY(check_serves(failed, exchange.on));
    const Placement* stock = on(spare, exchange.on);
    if (stock == nullptr || stock->spot.use != Use::spare) {
        const Text use = stock == nullptr ? Text{"台帳にない", "not in the ledger"} : label_of(stock->spot.use);
        return fail(ErrorKind::conflict, "device/not_a_spare",
            {fmt::format("代わりの機器は、この日には予備機ではありません（{}）。", use.ja),
                fmt::format("on that day the other unit is no spare ({})", use.en)});
    }
    const Spot spot = on(failed, exchange.on)->spot;
    TRY_ASSIGN(auto back, moved(std::move(failed), exchange.on, exchange.failed_to));
    TRY_ASSIGN(auto out, moved(std::move(spare), exchange.on, spot));
    return Exchanged{std::move(back), std::move(out)};
}

}
