#include "features/recovery/edition_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/packed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/due/due_store.hpp"
#include "features/recovery/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::recovery {
namespace {

constexpr std::string_view spares_clock = "recovery.spares";
// More than any contract has; what counts editions must not miss one.
constexpr int most_editions = 20'000;

audit::Subject subject_of(const Edition& edition)
{
    return {"recovery", edition.id.text};
}

ListedEdition listed_edition(const db::Row& row)
{
    return {.edition = {.id = row.get<EditionId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .family = row.get<std::string>("family"),
                .model = row.get<std::string>("model"),
                .number = row.get<std::string>("number"),
                .name = row.get<std::string>("name"),
                .origin = row.get<Origin>("origin"),
                .state = row.get<State>("state"),
                .changes = row.get<std::string>("changes"),
                .request = row.get<std::optional<WorkRequestId>>("request_id"),
                .instruction = row.get<std::string>("instruction"),
                .agreement = row.get<std::string>("agreement"),
                .planned_on = row.get<LocalDay>("planned_on"),
                .last_on = row.get<std::optional<LocalDay>>("last_on"),
                .released_on = row.get<std::optional<LocalDay>>("released_on"),
                .note = row.get<std::string>("note"),
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at"),
                .version = row.get<int>("version")},
        .request_number = row.get<std::optional<std::string>>("request_number").value_or(""),
        .request_types = unpacked(row.get<std::optional<std::string>>("request_types").value_or(""))};
}

audit::Facts facts_of(const Edition& edition)
{
    audit::Facts facts{{"name", edition.name}, {"family", edition.family}, {"model", edition.model},
        {"origin", std::string{name_of(edition.origin)}}, {"state", std::string{name_of(edition.state)}},
        {"changes", edition.changes}, {"request", edition.request ? edition.request->text : ""},
        {"instruction", edition.instruction}, {"agreement", edition.agreement},
        {"planned_on", to_text(edition.planned_on)},
        {"released_on", edition.released_on ? to_text(*edition.released_on) : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}

std::vector<ListedEdition> list_editions(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_editions, contract, "", "", "", most_editions).map(listed_edition);
}

Result<EditionPage> list_editions(db::Reader& reader, const ContractId& contract, std::string_view cursor, int limit)
{
    std::vector<std::string> after{"", "", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 3));
    }
    EditionPage page{
        reader.query(sql::list_editions, contract, after[0], after[1], after[2], limit + 1).map(listed_edition), {}};
    if (static_cast<int>(page.editions.size()) > limit) {
        page.editions.pop_back();
        page.next = cursor_after(page.editions.back().edition);
    }
    return page;
}

std::string cursor_after(const Edition& edition)
{
    return cursor_of({to_text(edition.planned_on), to_text(edition.entered_at), edition.id.text});
}

std::vector<Edition> editions_of(db::Reader& reader, const ContractId& contract)
{
    std::vector<Edition> editions;
    for (ListedEdition& each : list_editions(reader, contract))
        editions.push_back(std::move(each.edition));
    return editions;
}

Result<ListedEdition> get(db::Reader& reader, const ContractId& contract, const EditionId& id)
{
    auto found = reader.query(sql::find_edition, contract, id).one_or_none(listed_edition);
    if (!found) {
        return fail(ErrorKind::not_found, "recovery/not_found",
            {"リカバリメディアの版が見つかりません。", "no such edition of a recovery medium"});
    }
    return *std::move(found);
}

Result<ListedEdition> get_version(db::Reader& reader, const ContractId& contract, const EditionId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.edition.version != version)
        return changed_meanwhile("recovery/changed", found.edition.version);
    return found;
}

void insert(db::Tx& tx, const audit::Cause& cause, const Edition& edition)
{
    tx.execute(sql::insert_edition, edition.contract_id, edition.id, edition.family, edition.model, edition.number,
        edition.name, edition.origin, edition.state, edition.changes, edition.request, edition.instruction,
        edition.agreement, edition.planned_on, edition.last_on, edition.released_on, edition.note, edition.entered_by,
        edition.entered_at);
    const char* kind = edition.origin == Origin::first ? "recovery.entered" : "recovery.planned";
    audit::Entry entry = audit::entry(cause, edition.contract_id, kind, subject_of(edition));
    audit::put_change(entry, {}, facts_of(edition));
    audit::record(tx, entry);
}

Edition update(db::Tx& tx, const audit::Cause& cause, const Edition& before, Edition after, const Step& step)
{
    tx.execute(
        sql::update_edition, after.contract_id, after.id, after.version, after.state, after.last_on, after.released_on);
    ++after.version;
    tx.execute(sql::insert_step, after.contract_id, after.id, step.id, step.act, step.on, step.person, step.note,
        step.entered_by, step.entered_at);
    audit::Entry entry =
        audit::entry(cause, after.contract_id, fmt::format("recovery.{}", name_of(step.act)), subject_of(after));
    entry.reason = step.note;
    auto facts = facts_of(after);
    facts.insert({{"on", to_text(step.on)}, {"person", step.person}});
    audit::put_change(entry, facts_of(before), facts);
    audit::record(tx, entry);
    return after;
}

void start_clock(db::Tx& tx, const WorkingCalendar& calendar, const Edition& edition, Instant now)
{
    const Instant due_at = instant(LocalTime{edition.planned_on + std::chrono::days{1}}) - std::chrono::seconds{1};
    if (due_at <= now)
        return;
    due::start(tx, edition.contract_id, DueId{edition.id.text + ".spares"},
        {.kind = std::string{spares_clock},
            .subject = subject_of(edition),
            .number = edition.name,
            .title = edition.changes,
            .side = Side::contractor,
            .starts_at = now,
            .due_at = due_at,
            .guide = true},
        calendar);
}

void stop_clock(db::Tx& tx, const Edition& edition, Instant now)
{
    due::stop(tx, edition.contract_id, spares_clock, subject_of(edition), now);
}

std::vector<Step> steps_of(db::Reader& reader, const ContractId& contract, const EditionId& id)
{
    return reader.query(sql::list_steps, contract, id).map([](const db::Row& row) {
        return Step{.id = row.get<StepId>("id"),
            .act = row.get<Act>("act"),
            .on = row.get<LocalDay>("on_day"),
            .person = row.get<std::string>("person"),
            .note = row.get<std::string>("note"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

Edition put_paper(db::Tx& tx, const audit::Cause& cause, Edition edition, const Paper& paper, const Text& paper_label)
{
    tx.execute(sql::update_edition, edition.contract_id, edition.id, edition.version, edition.state, edition.last_on,
        edition.released_on);
    ++edition.version;
    tx.execute(sql::put_paper, edition.contract_id, edition.id, paper.id, paper.file, paper.unchanged, paper.entered_by,
        paper.entered_at);
    audit::Facts facts{{"paper", paper_label.ja}};
    if (paper.file)
        facts["file"] = paper.file->text;
    if (!paper.unchanged.empty())
        facts["unchanged"] = paper.unchanged;
    record(tx, cause, edition, "recovery.paper_settled", facts);
    return edition;
}

std::vector<Paper> papers_of(db::Reader& reader, const ContractId& contract, const EditionId& id)
{
    return reader.query(sql::list_papers, contract, id).map([](const db::Row& row) {
        return Paper{.id = row.get<std::string>("paper"),
            .file = row.get<std::optional<AttachmentId>>("attachment_id"),
            .unchanged = row.get<std::string>("unchanged"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

void put_medium(db::Tx& tx, const audit::Cause& cause, const Edition& edition, const media::Medium& medium)
{
    tx.execute(sql::put_medium, edition.contract_id, medium.id, edition.id, medium.changed_at);
    record(tx, cause, edition, "recovery.medium_written", {{"medium", medium.label}});
}

std::vector<WrittenMedium> media_of(db::Reader& reader, const ContractId& contract, const std::string& edition)
{
    return reader.query(sql::list_media, contract, edition).map([](const db::Row& row) {
        return WrittenMedium{.id = row.get<MediumId>("medium_id"),
            .edition = row.get<EditionId>("edition_id"),
            .written_at = row.get<Instant>("written_at"),
            .label = row.get<std::string>("label"),
            .name = row.get<std::string>("name"),
            .state = row.get<media::State>("state"),
            .storage_place = row.get<std::string>("storage_place"),
            .holder = row.get<std::string>("holder")};
    });
}

void record(db::Tx& tx, const audit::Cause& cause, const Edition& edition, const std::string& kind,
    const audit::Facts& facts, audit::Act act)
{
    audit::Entry entry = audit::entry(cause, edition.contract_id, kind, subject_of(edition));
    entry.act = act;
    audit::put_change(entry, {}, facts);
    audit::record(tx, entry);
}

}
