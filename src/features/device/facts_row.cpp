#include "features/device/facts_row.hpp"

#include "core/names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace hoshuban::device {
namespace {

/// Reads what a row says of the facts of a unit.
class FactsTaker {
public:
    FactsTaker(const ImportTerms& terms, const RegisterState& state, RowDraft& draft)
        : terms_{terms}
        , state_{state}
        , draft_{draft}
        , row_{*draft.row}
    {
    }

    void take()
    {
        if (draft_.before) {
            const auto known = state_.facts.find(draft_.before->device.id);
            if (known != state_.facts.end())
                draft_.facts_before = facts_on(known->second, terms_.on);
        }
        draft_.facts = draft_.facts_before;
        if (!draft_.problems.empty())
            return;
        take_text(LedgerColumn::serial, draft_.facts.serial);
        take_text(LedgerColumn::medium_edition, draft_.facts.medium_edition);
        take_text(LedgerColumn::address, draft_.facts.address);
        take_day(LedgerColumn::bought_on, draft_.facts.bought_on);
        take_day(LedgerColumn::warranty_ends_on, draft_.facts.warranty_ends_on);
        take_presence();
        take_parts();
        check_detail();
        check_edition();
        check_address();
    }

private:
    void take_text(LedgerColumn column, std::string& field) const
    {
        if (row_.values.contains(column))
            field = row_.value(column);
    }

    void take_day(LedgerColumn column, std::optional<LocalDay>& field) const
    {
        if (!row_.values.contains(column))
            return;
        const auto day = parse_day(row_.value(column));
        field = day ? std::optional{*day} : std::nullopt;
    }

    std::optional<bool> presence_in(LedgerColumn column)
    {
        if (draft_.leaves_blank(column))
            return std::nullopt;
        const auto named = presence_named(row_.value(column));
        if (!named) {
            draft_.refuse(column,
                {ErrorKind::invalid, "import/neither_yes_nor_no",
                    {fmt::format("「{}」が分かりません。「あり」か「なし」を入れてください。", row_.value(column)),
                        fmt::format("\"{}\" is not understood: write あり (yes) or なし (no)", row_.value(column))}});
        }
        return named;
    }

    void take_presence()
    {
        if (row_.values.contains(LedgerColumn::wire))
            draft_.facts.wire = presence_in(LedgerColumn::wire);
        if (row_.values.contains(LedgerColumn::spare_key))
            draft_.facts.spare_key = presence_in(LedgerColumn::spare_key).value_or(false);
    }

    void take_parts()
    {
        for (const auto& [column, name] : names_of(static_cast<const LedgerColumn*>(nullptr))) {
            if (const auto kind = part_kind_of(column); kind && row_.values.contains(column))
                take_parts_in(column, *kind);
        }
        std::ranges::sort(draft_.facts.parts);
    }

    void take_parts_in(LedgerColumn column, PartKind kind)
    {
        auto told = listed_parts(kind, row_.value(column));
        if (!told)
            return draft_.refuse(column, told.error());
        const auto known = in_known_words(*std::move(told), draft_.facts_before.parts);
        std::erase_if(draft_.facts.parts, [&](const ListedPart& part) { return part.kind == kind; });
        std::ranges::copy(known, std::back_inserter(draft_.facts.parts));
        for (const ListedPart& part : known)
            check_part(column, part);
    }

    // What the unit has already was looked at when it came.
    void check_part(LedgerColumn column, const ListedPart& part)
    {
        if (std::ranges::binary_search(draft_.facts_before.parts, part))
            return;
        const Part fresh{.kind = part.kind, .model = part.model, .serial = part.serial, .from = terms_.on};
        if (const auto fits = check_member(terms_.profile, draft_.device, fresh); !fits)
            draft_.refuse(column, fits.error());
    }

    // Each field of the refusal stands in the column of its name.
    void refuse_fields(const Error& error, LedgerColumn otherwise)
    {
        if (error.fields.empty())
            return draft_.refuse(otherwise, error);
        for (const FieldError& each : error.fields) {
            const auto column = named<LedgerColumn>(each.path);
            draft_.problems.push_back(row_.problem(column.value_or(otherwise), each.code, each.text));
        }
    }

    void check_detail()
    {
        UnitDetail detail = detail_with({}, draft_.facts);
        if (detail == detail_with({}, draft_.facts_before))
            return;
        if (const auto taken = device::take(detail, terms_.today); !taken)
            refuse_fields(taken.error(), LedgerColumn::serial);
    }

    void check_edition()
    {
        const std::string& edition = draft_.facts.medium_edition;
        if (!terms_.check_edition || edition.empty() || edition == draft_.facts_before.medium_edition)
            return;
        if (const auto fits = terms_.check_edition(draft_.device, draft_.facts_before.medium_edition, edition); !fits)
            draft_.refuse(LedgerColumn::medium_edition, fits.error());
    }

    void check_address()
    {
        std::string& address = draft_.facts.address;
        if (address == draft_.facts_before.address)
            return;
        if (draft_.spot.use == Use::retired && !address.empty()) {
            return draft_.refuse(LedgerColumn::address,
                {ErrorKind::invalid, "device/retired_has_no_address",
                    {"廃止した機器にIPアドレスはありません。空けてください。",
                        "a retired unit has no address: leave it blank"}});
        }
        AddressChange change{.on = terms_.on, .address = address};
        const auto range = draft_.spot.site ? state_.ranges.find(*draft_.spot.site) : state_.ranges.end();
        const SiteRange given = range == state_.ranges.end() ? SiteRange{} : range->second;
        if (const auto taken = device::take(terms_.profile, change, given, terms_.today); !taken)
            return refuse_fields(taken.error(), LedgerColumn::address);
        address = change.address;
    }

    const ImportTerms& terms_;
    const RegisterState& state_;
    RowDraft& draft_;
    const LedgerRow& row_;
};

}

void take_facts(const ImportTerms& terms, const RegisterState& state, RowDraft& draft)
{
    FactsTaker{terms, state, draft}.take();
}

}
