#include "features/incident/recount_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/incident/course.hpp"
#include "features/incident/sql.hpp"

#include <fmt/format.h>
#include <vector>

namespace hoshuban::incident {
namespace {

void add_term(std::string& terms, const contract::ServiceLevel& level, Instant due)
{
    terms += fmt::format("{}{} {}", terms.empty() ? "" : "、", level.label.ja, to_text_jst(due));
}

/// Counts a portion of the incidents.
class Recount {
public:
    Recount(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const LevelCalendars& levels)
        : tx_{tx}
        , cause_{cause}
        , contract_{contract}
        , levels_{levels}
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
        for (auto& [listed, entries] : courses)
            TRY(count_one({std::move(listed), timeline_of(holding(std::move(entries)))}, moments));
        due::move_all(tx_, contract_, moved_);
        audit::record_all(tx_, events_);
        portion.moved = static_cast<int>(moved_.size());
        if (portion.incidents < recounted_at_once)
            portion.next = {};
        return portion;
    }

private:
    Result<void> count_one(const Stand& stand, const due::OpenMoments& moments)
    {
        audit::Facts was;
        audit::Facts is;
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            TRY_ASSIGN(const auto clock, measure(levels_.level(i), levels_.calendar(i), stand.timeline, cause_.now()));
            auto clock_due = awaited(levels_.level(i), clock, stand);
            if (!clock_due)
                continue;
            const auto shown = moments.find({clock_due->kind, clock_due->subject.id});
            if (shown == moments.end() || shown->second.due_at == clock_due->due_at)
                continue;
            add_term(was["terms"], levels_.level(i), shown->second.due_at);
            add_term(is["terms"], levels_.level(i), clock_due->due_at);
            moved_.push_back({shown->second.id, *std::move(clock_due), &levels_.calendar(i)});
        }
        if (is.empty())
            return {};
        audit::Entry entry =
            audit::entry(cause_, contract_, "incident.recounted", {"incident", stand.listed.incident.id.text});
        audit::put_change(entry, was, is);
        events_.push_back(std::move(entry));
        return {};
    }

    db::Tx& tx_;
    const audit::Cause& cause_;
    const ContractId& contract_;
    const LevelCalendars& levels_;
    std::vector<due::Started> moved_;
    std::vector<audit::Entry> events_;
};

}

Result<Recounted> recount(db::Tx& tx, const audit::Cause& cause, const ContractId& contract,
    const LevelCalendars& levels, const IncidentId& after)
{
    return Recount{tx, cause, contract, levels}.count(after);
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
