// Open incidents for the measurements, and their clocks counted anew after the holidays have changed:
//   recount_incidents seed DATABASE-URL CONTRACT COUNT
//   recount_incidents count DATABASE-URL CONTRACT HOLIDAYS-CSV
// Every incident is stored with its event and its clocks, as the product stores it; half of the sites were contacted.
// `count` puts a list of holidays in force on which every second weekday of the last month is one, and prints how long
// the clocks took, how many moved, and how long the counting alone takes.
#include "core/calendar_day.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/incident/course.hpp"
#include "features/incident/recount_job.hpp"
#include "features/incident/recount_store.hpp"
#include "platform/clock.hpp"
#include "platform/uuid.hpp"

#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>

namespace hoshuban::incident {
namespace {

constexpr int seeded_at_once = 500;
constexpr int days_back = 30;

const Actor& seeding()
{
    static const Actor actor{{"seed"}, "計測用", true, {}, Origin::command};
    return actor;
}

Entry entry_of(const Clock& clock, Act act, Instant at)
{
    Entry entry{.id = {new_uuid(clock)}, .act = act, .at = at};
    entry.person = "見本 太郎";
    entry.city_person = "窓口 花子";
    entry.entered_by = seeding().name;
    entry.entered_at = clock.now();
    return entry;
}

Result<void> seed_one(db::Tx& tx, const contract::Profile& profile, const LevelCalendars& levels, const Clock& clock,
    int number, Instant at)
{
    const audit::Cause cause{seeding(), clock.now()};
    Listed listed;
    Incident& made = listed.incident;
    made.id = {new_uuid(clock)};
    made.contract_id = profile.id;
    made.intake.phenomenon = fmt::format("電源が入らない（{}件目）", number);
    made.intake.site = profile.sites[static_cast<std::size_t>(number) % profile.sites.size()].id;
    made.intake.place = "1階 3番窓口";
    made.intake.contact_person = "窓口 花子";
    made.state = number % 2 == 0 ? State::contacted : State::handed_over;
    made.entered_by = seeding().name;
    made.entered_at = cause.now();
    std::vector<Entry> course{entry_of(clock, Act::handed_over, at)};
    TRY(insert(tx, cause, made, course.front()));
    if (number % 2 == 0) {
        course.push_back(entry_of(clock, Act::contacted, at + std::chrono::minutes{20}));
        insert_entry(tx, made, course.back());
    }
    const Stand before{listed, {}};
    const Stand after{listed, timeline_of(holding(course))};
    return follow(tx, levels, before, after, cause.now(), [&clock] { return DueId{new_uuid(clock)}; });
}

Result<void> seed(db::Database& database, const contract::Profile& profile, int count)
{
    const SystemClock clock;
    std::mt19937 engine{42};
    std::uniform_int_distribution<int> minutes{60, days_back * 24 * 60};
    for (int done = 0; done < count; done += seeded_at_once) {
        TRY(database.write([&](db::Tx& tx) -> Result<void> {
            TRY_ASSIGN(const auto levels, LevelCalendars::of(tx, profile));
            for (int number = done + 1; number <= std::min(count, done + seeded_at_once); ++number)
                TRY(seed_one(tx, profile, levels, clock, number, clock.now() - std::chrono::minutes{minutes(engine)}));
            return {};
        }));
    }
    return {};
}

// The published list, cut before the first of the new days, with them after it.
std::string with_more_holidays(std::istream& published, LocalDay today)
{
    using namespace std::chrono;
    const LocalDay first = today - days{days_back};
    std::string csv;
    std::string line;
    std::string name;
    std::string rest;
    while (std::getline(published, line)) {
        const auto comma = line.find(',');
        int y = 0;
        unsigned m = 0;
        unsigned d = 0;
        const bool dated = std::sscanf(line.c_str(), "%d/%u/%u,", &y, &m, &d) == 3;
        const LocalDay day = dated ? make_day(y, m, d) : LocalDay{};
        if (dated && day >= first && day <= today + days{10})
            continue;
        if (dated)
            name = line.substr(comma);
        (dated && day > today ? rest : csv) += line + "\n";
    }
    for (LocalDay day = first; day <= today + days{10}; day += days{2}) {
        const year_month_day parts{day};
        csv += fmt::format("{}/{}/{}{}\n", static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
            static_cast<unsigned>(parts.day()), name);
    }
    return csv + rest;
}

double seconds_since(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

Result<void> count(
    db::Database& database, contract::ProfileCache& profiles, const ContractId& contract, std::istream& file)
{
    const SystemClock clock;
    recount_clocks(database, profiles, clock);
    TRY(database.write([&](db::Tx& tx) -> Result<void> {
        const int seen = calendar::holidays(tx).version;
        TRY(calendar::import_holidays(tx, with_more_holidays(file, day_of(clock.now())), seen,
            audit::entry(audit::Cause{seeding(), clock.now()}, audit::system_chain, "calendar.holidays_imported",
                {"holiday_list", std::to_string(seen + 1)})));
        return {};
    }));
    auto begun = std::chrono::steady_clock::now();
    const int moved = recount_clocks(database, profiles, clock);
    const double first = seconds_since(begun);
    begun = std::chrono::steady_clock::now();
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, contract));
    int incidents = 0;
    TRY(database.write([&](db::Tx& tx) -> Result<void> {
        TRY_ASSIGN(const auto levels, LevelCalendars::of(tx, *profile));
        IncidentId after;
        do {
            TRY_ASSIGN(auto portion,
                recount(tx, audit::Cause{seeding(), clock.now()}, contract, levels, after,
                    [&clock] { return DueId{new_uuid(clock)}; }));
            incidents += portion.incidents;
            after = std::move(portion.next);
        } while (!after.text.empty());
        return {};
    }));
    std::cout << fmt::format("{:.2f} s, {} clocks moved; {:.2f} s to count {} incidents of which nothing moves\n",
        first, moved, seconds_since(begun), incidents);
    return {};
}

Result<void> run(const std::string& what, db::Database& database, const ContractId& contract, const char* argument)
{
    contract::ProfileCache profiles;
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, contract));
    if (what == "seed")
        return seed(database, *profile, std::atoi(argument));
    std::ifstream file(argument);
    return count(database, profiles, contract, file);
}

}
}

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::cerr << "usage: recount_incidents seed URL CONTRACT COUNT | count URL CONTRACT HOLIDAYS-CSV\n";
        return 2;
    }
    const auto database = hoshuban::db::open({.url = argv[2]});
    const auto done = hoshuban::incident::run(argv[1], *database, {argv[3]}, argv[4]);
    if (!done)
        std::cerr << done.error().text.en << "\n";
    return done ? 0 : 1;
}
