#include "features/device/register_row.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"

#include <fmt/format.h>
#include <functional>

namespace hoshuban::device {
namespace {

/// Reads what a row states over what is there.
class RowTaker {
public:
    RowTaker(const RegisterIndex& index, RowDraft& draft)
        : index_{index}
        , draft_{draft}
        , row_{*draft.row}
    {
    }

    void take()
    {
        take_words();
        take_text(LedgerColumn::number, draft_.device.number, false);
        take_text(LedgerColumn::kind, draft_.device.kind, false);
        take_text(LedgerColumn::model, draft_.device.model, false);
        take_text(LedgerColumn::type_number, draft_.device.type_number, true);
        take_text(LedgerColumn::place, draft_.spot.place, true);
        take_text(LedgerColumn::remarks, draft_.device.remarks, true);
        take_site();
    }

private:
    void take_text(LedgerColumn column, std::string& field, bool may_clear)
    {
        const auto stated = row_.values.find(column);
        if (stated == row_.values.end() || (stated->second.empty() && !may_clear))
            return;
        // The same number in other letters is the same number.
        if (column == LedgerColumn::number && fold(stated->second) == fold(field))
            return;
        field = stated->second;
    }

    template <class T>
    void take_word(LedgerColumn column, T& field, const std::function<Result<T>(const std::string&)>& named)
    {
        if (draft_.leaves_blank(column))
            return;
        if (auto found = named(row_.value(column)))
            field = *std::move(found);
        else
            draft_.refuse(column, found.error());
    }

    void take_words()
    {
        take_word<std::string>(LedgerColumn::device_class, draft_.device.device_class,
            [&](const std::string& word) { return index_.class_named(word); });
        take_word<std::string>(LedgerColumn::division, draft_.device.division,
            [&](const std::string& word) { return index_.division_named(word); });
        take_word<Use>(
            LedgerColumn::use, draft_.spot.use, [](const std::string& word) { return RegisterIndex::use_named(word); });
    }

    const contract::Site* stated_site(LedgerColumn column)
    {
        if (draft_.leaves_blank(column))
            return nullptr;
        const std::string& text = row_.value(column);
        const auto found = column == LedgerColumn::site ? index_.sites().named(text) : index_.sites().numbered(text);
        if (found)
            return *found;
        draft_.refuse(column, found.error());
        return nullptr;
    }

    // Number and name of a site stand side by side; of two that disagree, the one that somebody changed is meant.
    void take_site()
    {
        const bool has_column =
            row_.values.contains(LedgerColumn::site) || row_.values.contains(LedgerColumn::site_number);
        const std::size_t problems = draft_.problems.size();
        const contract::Site* number = stated_site(LedgerColumn::site_number);
        const contract::Site* name = stated_site(LedgerColumn::site);
        if (!has_column || draft_.problems.size() > problems)
            return;
        const contract::Site* stored = draft_.spot.site ? index_.sites().find(*draft_.spot.site) : nullptr;
        const contract::Site* meant = name != nullptr ? name : number;
        if (number != nullptr && name != nullptr && number != name) {
            if (stored != number && stored != name)
                return draft_.refuse(LedgerColumn::site, contradiction(*number, *name));
            meant = stored == name ? number : name;
        }
        draft_.states_site = meant != nullptr;
        draft_.spot.site = meant == nullptr ? std::nullopt : std::optional{meant->id};
    }

    static Error contradiction(const contract::Site& number, const contract::Site& name)
    {
        return {ErrorKind::invalid, "import/two_sites",
            {fmt::format("拠点番号は{}（{}）、拠点は{}（{}）です。どちらかを直すか、一方を空けてください。",
                 number.number, number.name, name.name, name.number),
                fmt::format("the site number is {} ({}), the site {} ({}): correct one of them or leave it blank",
                    number.number, number.name, name.name, name.number)}};
    }

    const RegisterIndex& index_;
    RowDraft& draft_;
    const LedgerRow& row_;
};

}

std::optional<LocalDay> RowDraft::stated_day() const
{
    if (const auto day = parse_day(row->value(LedgerColumn::since)))
        return *day;
    return std::nullopt;
}

bool RowDraft::same_spot() const
{
    const Spot& stood = before->placement.spot;
    return stood.site == spot.site && stood.place == spot.place && stood.use == spot.use;
}

void RowDraft::refuse(LedgerColumn column, const Error& error)
{
    problems.push_back(row->problem(column, error.code, error.text));
}

void RowDraft::take_over(const Unit& unit)
{
    const Spot& stood = unit.placement.spot;
    device.id = unit.device.id;
    device.generation = unit.device.generation;
    device.pair_unit = unit.device.pair_unit;
    if (device.kind.empty())
        device.kind = unit.device.kind;
    if (device.type_number.empty())
        device.type_number = unit.device.type_number;
    if (!row->values.contains(LedgerColumn::remarks))
        device.remarks = unit.device.remarks;
    if (!row->values.contains(LedgerColumn::place))
        spot.place = stood.place;
    if (leaves_blank(LedgerColumn::use))
        spot.use = stood.use;
    if (!states_site)
        spot.site = stood.site;
}

void take_row(const RegisterIndex& index, RowDraft& draft)
{
    RowTaker{index, draft}.take();
}

}
