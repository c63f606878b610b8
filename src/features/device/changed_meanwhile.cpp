#include "features/device/changed_meanwhile.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

bool moved_since(const RowDraft& draft, const ImportTerms& terms)
{
    const auto stated = draft.stated_day();
    return stated && *stated < draft.before->placement.from && *stated >= terms.profile.period.first &&
        !draft.same_spot();
}

bool described_since(const RowDraft& draft)
{
    const std::string_view mark = apart(draft.row->value(LedgerColumn::row_id)).mark;
    return !mark.empty() && mark != description_mark(draft.before->device) && draft.device != draft.before->device;
}

bool facts_changed_since(const RowDraft& draft)
{
    const std::string_view mark = apart(draft.row->value(LedgerColumn::row_id)).facts;
    return !mark.empty() && mark != facts_mark(draft.facts_before) && draft.facts != draft.facts_before;
}

std::string words_of(const Spot& spot, const SiteNames& sites)
{
    const contract::Site* site = spot.site ? sites.find(*spot.site) : nullptr;
    return fmt::format("{}{}{} {}", site == nullptr ? "" : site->name, spot.place.empty() ? "" : " ", spot.place,
        label_of(spot.use).ja);
}

// What differs, with the heading of its column.
void add_difference(
    ChangedMeanwhile& conflict, LedgerColumn column, const std::string& listed, const std::string& present)
{
    if (listed == present)
        return;
    const auto add = [&](std::string& words, const std::string& text) {
        words += fmt::format("{}{}「{}」", words.empty() ? "" : " ", label_of(column).ja, text);
    };
    add(conflict.listed, listed);
    add(conflict.present, present);
}

void add_descriptions(ChangedMeanwhile& conflict, const RowDraft& draft, const LedgerWords& ledger)
{
    const Unit stated{draft.device, {}, {}, {}};
    for (const LedgerColumn column : {LedgerColumn::number, LedgerColumn::kind, LedgerColumn::device_class,
             LedgerColumn::model, LedgerColumn::type_number, LedgerColumn::division, LedgerColumn::remarks})
        add_difference(conflict, column, text_of(stated, column, ledger), text_of(*draft.before, column, ledger));
}

void add_facts(ChangedMeanwhile& conflict, const RowDraft& draft)
{
    for (const auto& [column, name] : names_of(static_cast<const LedgerColumn*>(nullptr)))
        add_difference(conflict, column, text_of(draft.facts, column), text_of(draft.facts_before, column));
}

Error choice_needed(const ChangedMeanwhile& conflict)
{
    if (!conflict.since) {
        return {ErrorKind::conflict, "import/described_meanwhile",
            {fmt::format("この一覧を書き出した後に、機器の情報が変わっています。台帳は{}、一覧は{}"
                         "です。どちらにするか選んでください。",
                 conflict.present, conflict.listed),
                fmt::format("described otherwise after this list had left. The register says {}, the list {}: "
                            "choose which of them holds",
                    conflict.present, conflict.listed)}};
    }
    const std::string day = print_day(*conflict.since, DayStyle::slash);
    return {ErrorKind::conflict, "import/moved_meanwhile",
        {fmt::format("この一覧を書き出した後の{}に動いています。台帳は「{}」、一覧は「{}"
                     "」です。どちらにするか選んでください。",
             day, conflict.present, conflict.listed),
            fmt::format("moved on {}, after this list had left. The register says \"{}\", the list \"{}\": choose "
                        "which of them holds",
                day, conflict.present, conflict.listed)}};
}

}

std::optional<ChangedMeanwhile> settle(
    RowDraft& draft, const ImportTerms& terms, const SiteNames& sites, const LedgerWords& ledger)
{
    if (!draft.before || !draft.known || draft.leaves_blank(LedgerColumn::row_id))
        return std::nullopt;
    const Unit& unit = *draft.before;
    const bool moved = moved_since(draft, terms);
    const bool described = described_since(draft);
    const bool facts_changed = facts_changed_since(draft);
    if (!moved && !described && !facts_changed)
        return std::nullopt;
    const LedgerColumn blamed = moved ? LedgerColumn::since : LedgerColumn::row_id;
    ChangedMeanwhile conflict{
        .unit = unit.device.id, .number = unit.device.number, .row = draft.row->row, .cell = draft.row->cell(blamed)};
    if (const auto found = terms.conflicts.find(unit.device.id); found != terms.conflicts.end())
        conflict.chosen = found->second;
    if (moved) {
        conflict.listed = words_of(draft.spot, sites);
        conflict.present = words_of(unit.placement.spot, sites);
        conflict.since = unit.placement.from;
    }
    if (described)
        add_descriptions(conflict, draft, ledger);
    if (facts_changed)
        add_facts(conflict, draft);
    if (!conflict.chosen)
        draft.refuse(blamed, choice_needed(conflict));
    if (conflict.chosen == Holds::the_register) {
        draft.spot = moved ? unit.placement.spot : draft.spot;
        draft.device = described ? unit.device : draft.device;
        draft.facts = facts_changed ? draft.facts_before : draft.facts;
    }
    return conflict;
}

}
