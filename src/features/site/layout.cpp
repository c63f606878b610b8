#include "features/site/layout.hpp"

#include "core/fold.hpp"
#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::site {
namespace {

constexpr std::size_t most_floors = 40;
constexpr std::size_t most_seats = 400;
constexpr std::size_t longest_seat_word = 60;
constexpr int plan_edge = 1'000;

std::unexpected<Error> wrong_layout(std::string field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

Result<void> take_name(std::string& name, const std::string& field, std::set<std::string>& taken)
{
    TRY(take_fields({{field, name, longest_seat_word, true}}));
    if (taken.insert(fold(name)).second)
        return {};
    return wrong_layout(field, "site/name_twice",
        {fmt::format("「{}」が二度あります。名前を分けてください。", name),
            fmt::format("\"{}\" stands twice: give each its own name", name)});
}

Result<void> take_floor(Floor& floor, const std::string& path)
{
    std::set<std::string> seats;
    for (std::size_t i = 0; i < floor.seats.size(); ++i) {
        Seat& seat = floor.seats[i];
        const std::string at = fmt::format("{}.seats[{}]", path, i);
        TRY(take_name(seat.name, at + ".name", seats));
        TRY(take_fields({{at + ".section", seat.section, longest_seat_word}}));
        const auto inside = [](int value) { return value >= 0 && value <= plan_edge; };
        if (seat.spot && !(inside(seat.spot->x) && inside(seat.spot->y))) {
            return wrong_layout(at + ".x", "site/outside_plan",
                {"位置は図の中（0から100％まで）にしてください。", "the spot is on the plan, from 0 to 100 percent"});
        }
    }
    return {};
}

}

const Floor* Layout::find(const FloorId& id) const
{
    const auto found = std::ranges::find(floors, id, &Floor::id);
    return found == floors.end() ? nullptr : &*found;
}

Result<void> take(Layout& layout)
{
    std::size_t seats = 0;
    for (const Floor& floor : layout.floors)
        seats += floor.seats.size();
    if (layout.floors.size() > most_floors || seats > most_seats) {
        return wrong_layout("floors", "site/too_many_seats",
            {fmt::format("1つの拠点は{}階・{}席までです。", most_floors, most_seats),
                fmt::format("a site has at most {} floors and {} seats", most_floors, most_seats)});
    }
    std::set<std::string> floors;
    for (std::size_t i = 0; i < layout.floors.size(); ++i) {
        const std::string path = fmt::format("floors[{}]", i);
        TRY(take_name(layout.floors[i].name, path + ".name", floors));
        TRY(take_floor(layout.floors[i], path));
    }
    return {};
}

std::string place_of(const Floor& floor, const Seat& seat)
{
    return floor.name + " " + seat.name;
}

SeatBook::SeatBook(const Layout& layout)
{
    for (const Floor& floor : layout.floors) {
        for (const Seat& seat : floor.seats) {
            places_.emplace(fold(place_of(floor, seat)), &seat);
            const auto [named, first] = names_.emplace(fold(seat.name), &seat);
            if (!first)
                named->second = nullptr;
        }
    }
}

const Seat* SeatBook::at(std::string_view place) const
{
    const std::string wanted = fold(place);
    if (const auto found = places_.find(wanted); found != places_.end())
        return found->second;
    const auto named = names_.find(wanted);
    return named == names_.end() ? nullptr : named->second;
}

}
