#include "features/incident/recount_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/incident/course.hpp"
#include "features/incident/sql.hpp"

#include <fmt/format.h>
#include <map>
#include <vector>

namespace hoshuban::incident {
namespace {

void add_term(std::string& terms, std::string_view level, Instant due)
{
    terms += fmt::format("{}{} {}", terms.empty() ? "" : "、", level, to_text_jst(due));
}

/// A clock of a level that the contract does not know any more.
struct GivenUp {
    std::string kind;
    Instant due_at;
};

/// By the id of the incident.
std::map<std::string, std::vector<GivenUp>> given_up(const due::OpenMoments& moments, const LevelCalendars& levels)
{
    std::map<std::string, std::vector<GivenUp>> clocks;
    for (const auto& [key, moment] : moments) {
        const auto level = level_of(key.first);
        if (level && levels.find(*level) == levels.size())
            clocks[key.second].push_back({key.first, moment.due_at});
    }
    return clocks;
}

/// Counts a portion of the incidents.
class Recount {
public:
    Recount(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const LevelCalendars& levels,
        const std::function<DueId()>& new_id)
        : tx_{tx}
        , cause_{cause}
        , contract_{contract}
        , levels_{levels}
        , new_id_{new_id}
    {
    }

    Result<Recounted> count(const IncidentId& after)
    {
        auto courses = open_courses(tx_, contract_, after, recounted_at_once);
        if (courses.empty())
            return Recounted{};
        const auto id_of = [](const OpenCourse& each) { return each.listed.incident.id; };
        Recounted portion{.incidents = static_cast<int>(courses.size()), .next = id_of(courses.back())};
        const auto moments =
            due::open_moments(tx_, contract_, {"incident", id_of(courses.front()).text, id_of(courses.back()).text});
        given_up_ = given_up(moments, levels_);
        for (auto& [listed, entries] : courses)
            TRY(count_one({std::move(listed), timeline_of(holding(std::move(entries)))}, moments));
        due::start_all(tx_, contract_, begun_);
        due::move_all(tx_, contract_, moved_);
        audit::record_all(tx_, events_);
        portion.moved = static_cast<int>(begun_.size() + moved_.size()) + fallen_away_;
        if (portion.incidents < recounted_at_once)
            portion.next = {};
        return portion;
    }

private:
    Result<void> count_one(const Stand& stand, const due::OpenMoments& moments)
    {
        audit::Facts was;
        audit::Facts is;
        const audit::Subject subject{"incident", stand.listed.incident.id.text};
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            const contract::ServiceLevel& level = levels_.level(i);
            TRY_ASSIGN(
                const auto clock, levels_.measure(i, stand.listed.incident.intake, stand.timeline, cause_.now()));
            auto clock_due = awaited(level, clock, stand);
            const auto found = moments.find({clock_kind(level), subject.id});
            const auto shown = found == moments.end() ? std::nullopt : std::optional{found->second};
            if (shown.has_value() == clock_due.has_value() && (!shown || shown->due_at == clock_due->due_at))
                continue;
            if (shown)
                add_term(was["terms"], level.label.ja, shown->due_at);
            if (clock_due)
                add_term(is["terms"], level.label.ja, clock_due->due_at);
            show(i, subject, shown, std::move(clock_due));
        }
        end_given_up(subject, was);
        if (was.empty() && is.empty())
            return {};
        audit::Entry entry =
            audit::entry(cause_, contract_, "incident.recounted", {"incident", stand.listed.incident.id.text});
        is.try_emplace("terms"); // nothing is awaited any more
        audit::put_change(entry, was, is);
        events_.push_back(std::move(entry));
        return {};
    }

    // The contract that gave the level up has its name no more: the clock is told by its id.
    void end_given_up(const audit::Subject& subject, audit::Facts& was)
    {
        const auto found = given_up_.find(subject.id);
        if (found == given_up_.end())
            return;
        for (const GivenUp& clock : found->second) {
            add_term(was["terms"], *level_of(clock.kind), clock.due_at);
            due::cancel(tx_, contract_, clock.kind, subject, cause_.now());
            ++fallen_away_;
        }
    }

    void show(std::size_t place, const audit::Subject& subject, const std::optional<due::OpenMoment>& shown,
        std::optional<due::NewDue> clock_due)
    {
        if (clock_due) {
            auto& list = shown ? moved_ : begun_;
            list.push_back({shown ? shown->id : new_id_(), *std::move(clock_due), &levels_.calendar(place)});
            return;
        }
        due::cancel(tx_, contract_, clock_kind(levels_.level(place)), subject, cause_.now());
        ++fallen_away_;
    }

    db::Tx& tx_;
    const audit::Cause& cause_;
    const ContractId& contract_;
    const LevelCalendars& levels_;
    const std::function<DueId()>& new_id_;
    std::map<std::string, std::vector<GivenUp>> given_up_;
    std::vector<due::Started> begun_;
    std::vector<due::Started> moved_;
    int fallen_away_ = 0;
    std::vector<audit::Entry> events_;
};

}

Result<Recounted> recount(db::Tx& tx, const audit::Cause& cause, const ContractId& contract,
    const LevelCalendars& levels, const IncidentId& after, const std::function<DueId()>& new_id)
{
    return Recount{tx, cause, contract, levels, new_id}.count(after);
}

std::map<ContractId, std::string> counted_by(db::Reader& reader)
{
    std::map<ContractId, std::string> calendars;
    reader.query(sql::list_recounts).for_each([&](const db::Row& row) {
        calendars.emplace(row.get<ContractId>("contract_id"), row.get<std::string>("calendars"));
    });
    return calendars;
}

void put_counted_by(db::Tx& tx, const ContractId& contract, const std::string& calendars, Instant now)
{
    tx.execute(sql::put_recount, contract, calendars, now);
}

}
