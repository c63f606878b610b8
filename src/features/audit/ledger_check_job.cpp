#include "features/audit/ledger_check_job.hpp"

#include "features/audit/sql.hpp"
#include "features/audit/stored_event_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::audit {
namespace {

constexpr int page_rows = 500;
// No id of ours comes after it.
constexpr std::string_view last_of_all = "\U0010FFFF";

class Comparison {
public:
    Comparison(db::Reader& reader, const ContractId& contract, const Ledger& ledger)
        : reader_{reader}
        , contract_{contract}
        , ledger_{ledger}
        , result_{ledger.name}
    {
    }

    LedgerVerification run()
    {
        std::string after;
        for (bool more = true; more && !result_.broken;) {
            page_ = ledger_.rows(after, page_rows);
            more = page_.size() == page_rows;
            result_.rows += static_cast<std::int64_t>(page_.size());
            std::string until = more ? page_.back().id : std::string{last_of_all};
            compare_page(after, until);
            after = std::move(until);
        }
        return std::move(result_);
    }

private:
    void compare_page(const std::string& after, const std::string& until)
    {
        next_ = 0;
        reader_.stream(sql::list_changes_between, contract_, ledger_.subject_kind, after, until)
            .for_each([&](const db::Row& row) { take(stored_event_from(row)); });
        close_subject();
        if (next_ < page_.size())
            found({LedgerBreakKind::unrecorded, page_[next_].id, page_[next_].number});
    }

    void take(const Event& event)
    {
        if (result_.broken)
            return;
        const std::string& id = event.entry.subject.id;
        if (id != subject_) {
            close_subject();
            subject_ = id;
        }
        const std::string& after = event.entry.after;
        const auto facts = after.empty() ? Result<LedgerFacts>{} : json::parse<LedgerFacts>(after);
        if (facts)
            ledger_.take(recorded_, event, *facts);
        else
            found({LedgerBreakKind::unreadable, id, ledger_.number(recorded_)});
    }

    // All events of a subject are taken in: its row must be the next one.
    void close_subject()
    {
        if (subject_.empty() || result_.broken)
            return;
        ledger_.derive(recorded_);
        if (next_ < page_.size() && page_[next_].id < subject_)
            found({LedgerBreakKind::unrecorded, page_[next_].id, page_[next_].number});
        else if (next_ == page_.size() || page_[next_].id != subject_)
            found({LedgerBreakKind::missing, subject_, ledger_.number(recorded_)});
        else
            compare(page_[next_++]);
        subject_.clear();
        recorded_.clear();
    }

    void compare(const LedgerRow& row)
    {
        const auto field = first_difference(row.facts, recorded_);
        if (!field)
            return;
        const auto value = [&](const LedgerFacts& facts) { return facts.contains(*field) ? facts.at(*field) : ""; };
        found({LedgerBreakKind::differs, row.id, ledger_.number(recorded_), *field, ledger_.label(*field),
            value(row.facts), value(recorded_)});
    }

    void found(LedgerBreak broken)
    {
        if (!result_.broken)
            result_.broken = std::move(broken);
    }

    db::Reader& reader_;
    const ContractId& contract_;
    const Ledger& ledger_;
    LedgerVerification result_;
    std::vector<LedgerRow> page_;
    std::size_t next_ = 0;
    std::string subject_;
    LedgerFacts recorded_;
};

}

LedgerVerification verify_ledger(db::Reader& reader, const ContractId& contract, const Ledger& ledger)
{
    return Comparison{reader, contract, ledger}.run();
}

}
