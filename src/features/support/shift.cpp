#include "features/support/shift.hpp"

#include "core/calendar_day.hpp"
#include "core/fold.hpp"
#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::support {
namespace {

constexpr int fewest_digits = 5;

std::unexpected<Error> refused_shift(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

Result<void> check_phone(const std::string& phone)
{
    if (std::ranges::count_if(phone, [](char c) { return c >= '0' && c <= '9'; }) >= fewest_digits)
        return {};
    return refused_shift("phone", "support/no_phone",
        {"電話番号ではありません。掛けられる番号を書いてください。", "no phone number: write one that can be called"});
}

Result<void> check_period(const contract::Profile& profile, const Shift& shift)
{
    const Instant begins = instant(LocalTime{profile.period.first});
    const Instant ends = instant(LocalTime{profile.period.last + std::chrono::days{1}});
    if (shift.from >= begins && shift.until <= ends)
        return {};
    return refused_shift(shift.from < begins ? "from" : "until", "support/outside_period",
        {fmt::format(
             "契約の期間（{}から{}まで）の外です。", to_text(profile.period.first), to_text(profile.period.last)),
            fmt::format("outside of the contract, which runs from {} to {}", to_text(profile.period.first),
                to_text(profile.period.last))});
}

bool overlap(const Shift& one, const Shift& other)
{
    return one.from < other.until && other.from < one.until;
}

}

Result<Shift> settled(const contract::Profile& profile, Shift shift)
{
    TRY(take_fields(
        {{"person", shift.person, 100, true}, {"phone", shift.phone, 50, true}, {"note", shift.note, 500}}));
    shift.phone = narrow(shift.phone);
    TRY(check_phone(shift.phone));
    if (shift.until <= shift.from)
        return refused_shift("until", "support/shift_backwards",
            {"終わりが始まりより前か同じです。翌日まで続くときは翌日の日付を書いてください。",
                "it ends before it begins: a shift into the next day needs the next day's date"});
    if (shift.until - shift.from > longest_shift)
        return refused_shift("until", "support/shift_long",
            {fmt::format("{}日を超えています。年月を確かめ、長い当番は分けてください。", longest_shift.count()),
                fmt::format("longer than {} days: check year and month, or split it", longest_shift.count())});
    TRY(check_period(profile, shift));
    return shift;
}

Result<void> check_alone(const Shift& shift, std::span<const Shift> others)
{
    if (shift.rank != Rank::primary)
        return {};
    const auto found = std::ranges::find_if(others,
        [&](const Shift& each) { return each.rank == Rank::primary && each.id != shift.id && overlap(shift, each); });
    if (found == others.end())
        return {};
    const Text from = time_text(local_time(found->from));
    const Text until = time_text(local_time(found->until));
    const Text text{fmt::format("{}から{}までは{}さんが第一連絡先です。第二連絡先にするか、時間を分けてください。",
                        from.ja, until.ja, found->person),
        fmt::format(
            "{} is called first from {} to {}: enter a second, or divide the time", found->person, from.en, until.en)};
    return fail(ErrorKind::conflict, "support/two_primaries", text, {{"from", "support/two_primaries", text}});
}

std::vector<Shift> to_call(std::span<const Shift> shifts, Instant now)
{
    std::vector<Shift> called;
    for (const Shift& each : shifts) {
        if (each.from <= now && now < each.until)
            called.push_back(each);
    }
    std::ranges::stable_sort(called, [](const Shift& one, const Shift& other) {
        return std::pair{one.rank, one.from} < std::pair{other.rank, other.from};
    });
    return called;
}

}
