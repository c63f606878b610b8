#include "core/fold.hpp"
#include "features/device/facts_row.hpp"

#include <fmt/format.h>
#include <map>
#include <string>

namespace hoshuban::device {
namespace {

/// Whose a serial number or an address is.
struct FactHolder {
    std::string number;
    const RowDraft* row = nullptr; ///< none: a unit that the list does not change
    LocalDay from = {};
    LocalDay to = no_end;
};

std::string named_in(const FactHolder& holder, LedgerColumn column)
{
    return holder.row == nullptr ? holder.number
                                 : fmt::format("{}（セル{}）", holder.number, holder.row->row->cell(column));
}

/// What the units have once a list is stored.
class FactClashes {
public:
    FactClashes(const ImportTerms& terms, const RegisterState& state, std::vector<RowDraft>& drafts)
        : terms_{terms}
        , state_{state}
        , drafts_{drafts}
    {
        for (RowDraft& draft : drafts_) {
            if (draft.before && changes(draft))
                changed_.emplace(draft.before->device.id, &draft);
        }
    }

    void refuse()
    {
        add_present();
        for (RowDraft& draft : drafts_) {
            if (!changes(draft) || draft.spot.use == Use::retired)
                continue;
            take_serial(draft);
            take_address(draft);
        }
    }

private:
    // What is refused, or stays as the register has it, changes nothing.
    bool changes(const RowDraft& draft) const
    {
        if (!draft.problems.empty())
            return false;
        if (!draft.before)
            return true;
        const auto chosen = terms_.conflicts.find(draft.before->device.id);
        return chosen == terms_.conflicts.end() || chosen->second == Holds::the_list;
    }

    void add_present()
    {
        for (const auto& [id, known] : state_.facts) {
            const auto found = changed_.find(id);
            const RowDraft* row = found == changed_.end() ? nullptr : found->second;
            const bool retires = row != nullptr && row->spot.use == Use::retired;
            if (known.stands && !retires && !known.detail.serial.empty() &&
                (row == nullptr || row->facts.serial == known.detail.serial))
                serials_.emplace(fold(known.detail.serial), FactHolder{known.number, row});
            if (row != nullptr && !retires && row->facts.address != row->facts_before.address)
                continue;
            for (const auto& span : known.addresses) {
                const LocalDay to = retires ? std::min(span.to, terms_.on) : span.to;
                if (!span.value.empty() && span.from < to)
                    addresses_.emplace(span.value, FactHolder{known.number, row, span.from, to});
            }
        }
    }

    void take_serial(RowDraft& draft)
    {
        const std::string& serial = draft.facts.serial;
        if (serial.empty() || serial == draft.facts_before.serial)
            return;
        const auto [holder, free] = serials_.emplace(fold(serial), FactHolder{draft.device.number, &draft});
        if (free || holder->second.row == &draft)
            return;
        const std::string other = named_in(holder->second, LedgerColumn::serial);
        draft.refuse(LedgerColumn::serial,
            {ErrorKind::conflict, "device/serial_taken",
                {fmt::format(
                     "シリアル番号「{}」は機器{}のものです。どちらの機器か、銘板で確かめてください。", serial, other),
                    fmt::format(
                        "\"{}\" is the serial number of {}: look at the plates to see whose it is", serial, other)}});
    }

    Addresses addresses_after(const RowDraft& draft) const
    {
        const auto known = draft.before ? state_.facts.find(draft.before->device.id) : state_.facts.end();
        return changed(
            known == state_.facts.end() ? Addresses{} : known->second.addresses, terms_.on, draft.facts.address);
    }

    void take_address(RowDraft& draft)
    {
        const std::string& address = draft.facts.address;
        if (address == draft.facts_before.address)
            return;
        for (const auto& span : addresses_after(draft)) {
            if (span.value == address && !address.empty())
                refuse_taken(draft, span);
            if (!span.value.empty())
                addresses_.emplace(span.value, FactHolder{draft.device.number, &draft, span.from, span.to});
        }
    }

    void refuse_taken(RowDraft& draft, const Span<std::string>& span) const
    {
        const auto [first, last] = addresses_.equal_range(span.value);
        for (auto each = first; each != last; ++each) {
            const FactHolder& holder = each->second;
            if (holder.row == &draft || holder.from >= span.to || holder.to <= span.from)
                continue;
            const std::string other = named_in(holder, LedgerColumn::address);
            return draft.refuse(LedgerColumn::address,
                {ErrorKind::conflict, "device/address_taken",
                    {fmt::format(
                         "{}は、同じ日に機器{}が使っています。番号か日付を確かめてください。", span.value, other),
                        fmt::format("{} is the address of {} on the same day: check the address and the day",
                            span.value, other)}});
        }
    }

    const ImportTerms& terms_;
    const RegisterState& state_;
    std::vector<RowDraft>& drafts_;
    std::map<DeviceId, const RowDraft*> changed_; ///< units that a row of the list is about
    std::map<std::string, FactHolder> serials_; ///< folded
    std::multimap<std::string, FactHolder> addresses_;
};

}

void refuse_clashes(const ImportTerms& terms, const RegisterState& state, std::vector<RowDraft>& drafts)
{
    FactClashes{terms, state, drafts}.refuse();
}

}
