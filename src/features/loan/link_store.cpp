#include "features/loan/link_store.hpp"

#include "features/loan/sql.hpp"
#include "platform/db/listed.hpp"

#include <fmt/format.h>

namespace hoshuban::loan {
namespace {

std::unexpected<Error> linked_already(const Loan& loan)
{
    const bool medium = loan.medium.has_value();
    const Text text = medium ? Text{"その媒体は別の貸与品として貸与中です。先にその返却を記録してください。",
                                   "this medium is out on another loan: record its return first"}
                             : Text{"その機器は別の貸与品として貸与中です。先にその返却を記録してください。",
                                   "this unit is out on another loan: record its return first"};
    return fail(ErrorKind::conflict, "loan/linked_already", text,
        {{medium ? "medium_id" : "device_id", "loan/linked_already", text}});
}

}

Result<void> put_link(db::Tx& tx, const Loan& loan, Instant now)
{
    tx.execute(sql::delete_link, loan.contract_id, loan.id);
    if (!loan.device && !loan.medium)
        return {};
    if (tx.execute(sql::insert_link, loan.contract_id, loan.id, loan.kind, loan.device, loan.medium, loan.job_id,
            loan.job_number, loan.state != State::returned, now) == 0)
        return linked_already(loan);
    return {};
}

std::map<LoanId, Linked> linked_of(
    db::Reader& reader, const ContractId& contract, std::span<const Loan> loans, LocalDay day)
{
    std::vector<LoanId> ids;
    for (const Loan& loan : loans) {
        if (loan.device || loan.medium)
            ids.push_back(loan.id);
    }
    std::map<LoanId, Linked> linked;
    for (const auto portion : db::portions(std::span<const LoanId>{ids})) {
        const db::Listed listed{sql::list_linked, {contract, day}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            const auto text = [&](const char* column) {
                return row.get<std::optional<std::string>>(column).value_or("");
            };
            linked.emplace(row.get<LoanId>("loan_id"),
                Linked{.device_number = text("device_number"),
                    .device_kind = text("device_kind"),
                    .device_model = text("device_model"),
                    .use = row.get<std::optional<device::Use>>("used_as"),
                    .spare_key = row.get<std::optional<bool>>("spare_key").value_or(false),
                    .medium_label = text("medium_label"),
                    .medium_name = text("medium_name"),
                    .medium_state = row.get<std::optional<media::State>>("medium_state")});
        });
    }
    return linked;
}

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    return reader.query(sql::list_built_since, contract, since).map([](const db::Row& row) {
        const auto name = row.get<std::string>("number");
        return device::BuiltUpon{row.get<DeviceId>("device_id"), {"貸与品 " + name, "loan " + name}};
    });
}

}
