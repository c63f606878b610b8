#include "features/device/register_import.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "features/device/changed_meanwhile.hpp"
#include "features/device/city_kept.hpp"
#include "features/device/facts_row.hpp"
#include "features/device/placeholder.hpp"
#include "features/device/register_row.hpp"
#include "features/device/renewal.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <tuple>

namespace hoshuban::device {
namespace {

class RegisterPlanner {
public:
    RegisterPlanner(const ImportTerms& terms, const RegisterState& state)
        : terms_{terms}
        , state_{state}
        , index_{terms, state}
        , placeholders_{state.units}
        , words_{terms.profile.id, terms.profile.device_classes}
    {
    }

    RegisterPlan plan(const std::vector<LedgerRow>& rows)
    {
        drafts_.reserve(rows.size());
        for (const LedgerRow& row : rows)
            drafts_.push_back(draft_of(row));
        take_placeholders();
        RegisterPlan plan;
        plan.left_out = left_out();
        add_left_out(plan.left_out);
        for (RowDraft& draft : drafts_)
            take_facts(terms_, state_, draft);
        refuse_clashes(terms_, state_, drafts_);
        plan.rows.reserve(drafts_.size());
        for (RowDraft& draft : drafts_)
            plan.rows.push_back(planned(draft));
        plan.conflicts = std::move(conflicts_);
        return plan;
    }

private:
    RowDraft draft_of(const LedgerRow& row)
    {
        RowDraft draft{.row = &row, .problems = row.problems};
        LedgerColumn blamed = LedgerColumn::number;
        const auto unit = index_.unit_of(row, blamed);
        if (!unit) {
            draft.refuse(blamed, unit.error());
            return draft;
        }
        draft.before = *unit;
        draft.known = *unit != nullptr;
        if (draft.known) {
            draft.device = draft.before->device;
            draft.spot = draft.before->placement.spot;
        }
        take_row(index_, draft);
        if (!draft.known)
            index_.complete(draft.device);
        check_once(draft);
        if (draft.known)
            named_.insert(draft.before);
        return draft;
    }

    void check_once(RowDraft& draft)
    {
        const LedgerColumn column =
            draft.leaves_blank(LedgerColumn::number) ? LedgerColumn::row_id : LedgerColumn::number;
        const std::string cell = draft.row->cell(column);
        const auto [first, fresh] = cells_.emplace(fold(draft.device.number), cell);
        const bool unit_is_new = !draft.known || named_.find(draft.before) == named_.end();
        if (fresh && unit_is_new)
            return;
        const std::string other = fresh ? std::string{} : first->second;
        draft.refuse(column,
            {ErrorKind::invalid, "import/duplicate_unit",
                {fmt::format("機器「{}」の行がほかにもあります{}。どちらか一方の行だけを残してください。",
                     draft.device.number, other.empty() ? "" : fmt::format("（セル{}）", other)),
                    fmt::format("the unit \"{}\" has another row{}: keep only one of them", draft.device.number,
                        other.empty() ? "" : fmt::format(" (cell {})", other))}});
    }

    // In three rounds, so that nobody takes the place of a unit that another row states exactly. A row that states no
    // site never takes a unit of which somebody said where it is.
    void take_placeholders()
    {
        for (const Nearness nearness : {Nearness::same_site, Nearness::nowhere, Nearness::anywhere}) {
            for (RowDraft& draft : drafts_) {
                if (draft.before || !draft.problems.empty() || (nearness == Nearness::anywhere && !draft.states_site))
                    continue;
                draft.before = placeholders_.take(draft.device, draft.spot.site, nearness, named_);
                if (draft.before)
                    draft.take_over(*draft.before);
            }
        }
    }

    std::vector<LeftOut> left_out() const
    {
        std::set<const Unit*> stated;
        for (const RowDraft& draft : drafts_) {
            stated.insert(draft.before);
            if (!draft.before)
                std::ranges::copy(index_.mentioned(*draft.row), std::inserter(stated, stated.end()));
        }
        std::vector<LeftOut> units;
        for (const Unit& unit : state_.units) {
            if (stated.contains(&unit) || unit.placement.spot.use == Use::retired)
                continue;
            const auto chosen = terms_.left_out.find(unit.device.id);
            units.push_back({&unit, chosen == terms_.left_out.end() ? std::nullopt : std::optional{chosen->second}});
        }
        return units;
    }

    // What somebody chose for a unit that the list leaves out is a row of its own, after those of the list.
    void add_left_out(const std::vector<LeftOut>& units)
    {
        int last = drafts_.empty() ? 0 : drafts_.back().row->row;
        for (const LeftOut& each : units) {
            if (!each.chosen)
                continue;
            extra_rows_.push_back({.row = ++last,
                .values = {{LedgerColumn::row_id, row_id(terms_.profile.id, each.unit->device.id)},
                    {LedgerColumn::use, label_of(*each.chosen).ja}},
                .cells = {},
                .problems = {}});
            drafts_.push_back(draft_of(extra_rows_.back()));
        }
    }

    void check_complete(RowDraft& draft) const
    {
        const std::pair<LedgerColumn, const std::string*> needed[] = {{LedgerColumn::number, &draft.device.number},
            {LedgerColumn::device_class, &draft.device.device_class}, {LedgerColumn::kind, &draft.device.kind},
            {LedgerColumn::model, &draft.device.model}};
        for (const auto& [column, text] : needed) {
            if (!text->empty())
                continue;
            const Text& label = label_of(column);
            draft.refuse(column,
                {ErrorKind::invalid, "required",
                    {fmt::format("新しい機器には{}が要ります。", label.ja),
                        fmt::format("a new unit needs its {}", label.en)}});
        }
    }

    Error wrong_day(LocalDay day) const
    {
        const auto& period = terms_.profile.period;
        if (day < period.first || day > period.last) {
            return {ErrorKind::invalid, "device/outside_period",
                {fmt::format("契約の期間（{}から{}"
                             "まで）の外の日です。正しい日にするか、空けてください（空欄なら取込の基準日）。",
                     to_text(period.first), to_text(period.last)),
                    fmt::format("outside of the contract, {} to {}: correct the day, or leave it blank for the "
                                "reference day of the import",
                        to_text(period.first), to_text(period.last))}};
        }
        return {ErrorKind::invalid, "import/after_reference_day",
            {fmt::format(
                 "取込の基準日（{}）より後の日です。基準日をその日以後にして取り込んでください。", to_text(terms_.on)),
                fmt::format(
                    "after the reference day of the import ({}): import with a later one", to_text(terms_.on))}};
    }

    // The day on which the row's unit came to its spot. A sheet that left us states since when each unit stood where it
    // did: a unit that moved again since then is not moved back by an old sheet.
    std::optional<LocalDay> day_of_move(RowDraft& draft, bool moves) const
    {
        const auto stated = draft.stated_day();
        const LocalDay present = draft.before ? draft.before->placement.from : LocalDay{};
        if (!stated || (draft.before && *stated == present))
            return terms_.on;
        const auto& period = terms_.profile.period;
        if (*stated < period.first || *stated > period.last || *stated > terms_.on) {
            draft.refuse(LedgerColumn::since, wrong_day(*stated));
            return std::nullopt;
        }
        if (!moves && *stated > present && draft.known) {
            draft.refuse(LedgerColumn::since,
                {ErrorKind::invalid, "import/only_the_day",
                    {fmt::format("場所が変わらないのに日だけが違います。元の日（{}）に戻すか、場所を直してください。",
                         print_day(present, DayStyle::slash)),
                        fmt::format("only the day differs, not the place: put {} back, or correct the place",
                            print_day(present, DayStyle::slash))}});
        }
        return moves && draft.known && *stated < present ? terms_.on : *stated;
    }

    // Nothing is written over what changed after the list had left us unless somebody chose it.
    void settle_conflict(RowDraft& draft)
    {
        if (auto conflict = settle(draft, terms_, index_.sites(), words_))
            conflicts_.push_back(*std::move(conflict));
    }

    void take_move(RowDraft& draft, LocalDay day, EnteredUnit& entered) const
    {
        Move move{.on = day, .to = draft.spot, .cause = terms_.cause};
        if (const auto taken = take(terms_.profile, move, terms_.today); !taken) {
            for (const FieldError& each : taken.error().fields) {
                const LedgerColumn column = each.path == "site_id" ? LedgerColumn::site
                    : each.path == "place"                         ? LedgerColumn::place
                                                                   : LedgerColumn::since;
                draft.problems.push_back(draft.row->problem(column, each.code, each.text));
            }
            return;
        }
        if (draft.before) {
            if (const auto course = moved(index_.course_of(draft.before->device.id), day, move.to); !course)
                return draft.refuse(LedgerColumn::since, course.error());
        }
        entered.move = move;
    }

    // Who came back from retirement would be a second unit of one serial number.
    void check_return(RowDraft& draft) const
    {
        if (!draft.before || draft.before->placement.spot.use != Use::retired || draft.spot.use == Use::retired)
            return;
        const auto holder = state_.serials_taken.find(draft.before->device.id);
        if (holder == state_.serials_taken.end())
            return;
        draft.refuse(LedgerColumn::use,
            {ErrorKind::conflict, "device/serial_taken",
                {fmt::format(
                     "廃止した後に、同じシリアル番号の機器{}が台帳に入っています。どちらの機器か、銘板で確かめてく"
                     "ださい。",
                     holder->second),
                    fmt::format("{} came into the register with the same serial number since this one was retired: "
                                "look at the plates to see which it is",
                        holder->second)}});
    }

    // A row that says what the register says changes nothing.
    void check_keeper(RowDraft& draft) const
    {
        if (!draft.before ||
            (draft.same_spot() && draft.device == draft.before->device && draft.facts == draft.facts_before))
            return;
        if (const auto kept = check_kept(draft.before->placement.spot, terms_.side); !kept)
            draft.refuse(LedgerColumn::number, kept.error());
    }

    PlannedUnit planned(RowDraft& draft)
    {
        EnteredUnit entered;
        if (draft.problems.empty()) {
            if (!draft.before)
                check_complete(draft);
            settle_conflict(draft);
            check_return(draft);
            check_keeper(draft);
            const bool moves = !draft.before || !draft.same_spot();
            const auto day = day_of_move(draft, moves);
            if (moves && day && draft.problems.empty())
                take_move(draft, *day, entered);
        }
        const LedgerRow& row = *draft.row;
        const std::string& number = draft.device.number.empty() ? row.value(LedgerColumn::number) : draft.device.number;
        PlannedUnit planned{row.row, number, draft.device.model, Outcome::refused, {}, std::move(draft.problems), {}};
        if (!planned.problems.empty())
            return planned;
        if (draft.before)
            entered.before = *draft.before;
        else
            draft.device.generation = generation_of_new(draft);
        // Who says the number of a unit knows the unit.
        if (!entered.before || draft.device.number != entered.before->device.number)
            draft.device.known = contract::DeviceKnown::unit;
        entered.device = std::move(draft.device);
        entered.facts_before = std::move(draft.facts_before);
        entered.facts = std::move(draft.facts);
        entered.facts_on = terms_.on;
        entered.described = !draft.known || entered.device != entered.before->device;
        planned.changes = changes_of(row, entered);
        planned.outcome = !entered.before ? Outcome::created
            : planned.changes.empty()     ? Outcome::unchanged
                                          : Outcome::changed;
        if (planned.outcome == Outcome::unchanged)
            return planned;
        planned.notices = notices_for(row, entered, planned.changes);
        planned.saved = std::move(entered);
        return planned;
    }

    const std::string& generation_of_new(const RowDraft& draft)
    {
        const contract::Device& device = draft.device;
        const bool planned = draft.spot.use == Use::planned;
        const auto [known, fresh] = generations_.try_emplace(std::tuple{device.device_class, device.model, planned});
        if (fresh)
            known->second = generation_of(terms_.profile, device.device_class, device.model, planned);
        return known->second;
    }

    using Outcome = sheet::Outcome;

    std::vector<sheet::CellChange<LedgerColumn>> changes_of(const LedgerRow& row, const EnteredUnit& entered) const
    {
        Unit after{entered.device, {}, {}, {}};
        if (entered.before)
            after = {entered.device, entered.before->placement, entered.before->site_number, entered.before->site_name};
        if (entered.move) {
            const Spot& spot = entered.move->to;
            const contract::Site* site = spot.site ? index_.sites().find(*spot.site) : nullptr;
            after.placement = {entered.move->on, no_end, spot};
            after.site_number = site ? std::optional{site->number} : std::nullopt;
            after.site_name = site ? site->name : "";
        }
        std::vector<sheet::CellChange<LedgerColumn>> changes;
        for (const auto& [column, name] : names_of(static_cast<const LedgerColumn*>(nullptr))) {
            if (column == LedgerColumn::row_id || column == LedgerColumn::site_number)
                continue;
            const std::string was = is_fact(column) ? text_of(entered.facts_before, column)
                : entered.before                    ? text_of(*entered.before, column, words_)
                                                    : std::string{};
            std::string is = is_fact(column) ? text_of(entered.facts, column) : text_of(after, column, words_);
            if (was != is)
                changes.push_back({column, row.cell(column), was, std::move(is)});
        }
        return changes;
    }

    std::vector<LedgerProblem> notices_for(const LedgerRow& row, const EnteredUnit& entered,
        const std::vector<sheet::CellChange<LedgerColumn>>& changes) const
    {
        std::vector<LedgerProblem> notices;
        for (const auto& change : changes) {
            for (sheet::Notice& each : sheet::notices_of(change.after))
                notices.push_back(row.problem(change.column, std::move(each.code), std::move(each.text)));
        }
        if (row.cells.empty() && terms_.left_out.contains(entered.device.id)) {
            notices.push_back(row.problem(LedgerColumn::use, "import/left_out",
                {"一覧にない機器です。選んだとおりにします。", "not in the list: becomes what was chosen"}));
        }
        if (!entered.before && placeholders_.counts_only_other_models(entered.device)) {
            notices.push_back(row.problem(LedgerColumn::model, "import/model_not_counted",
                {"契約の台帳にこの機種名の行がないので、台数が増えます。契約の機種名と同じ機器なら、機種名を合わせてく"
                 "ださい。",
                    "the contract counts no unit of this model, so the total grows: if it is one of those counted, "
                    "write "
                    "the model as the contract does"}));
        }
        return notices;
    }

    const ImportTerms& terms_;
    const RegisterState& state_;
    RegisterIndex index_;
    Placeholders placeholders_;
    LedgerWords words_;
    std::vector<RowDraft> drafts_;
    std::deque<LedgerRow> extra_rows_; ///< of units that the list leaves out
    std::vector<ChangedMeanwhile> conflicts_;
    std::set<const Unit*> named_; ///< units that a row is about
    /// Of new units by class, model and whether they are only planned.
    std::map<std::tuple<std::string, std::string, bool>, std::string> generations_;
    std::map<std::string, std::string> cells_; ///< folded number → its first cell
};

}

RegisterPlan plan_import(const ImportTerms& terms, const RegisterState& state, const std::vector<LedgerRow>& rows)
{
    return RegisterPlanner{terms, state}.plan(rows);
}

}
