#include "features/premises/ground_api.hpp"

#include "features/audit/audit_store.hpp"

namespace hoshuban::premises {

Result<Ground> ground_of(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, contract));
    return Ground{contract, std::move(profile), sight_of(context.actor(), contract, Permission::view_premises),
        day_of(context.now())};
}

void tell_exported(const http::Context& context, const char* kind, const char* subject)
{
    audit::Entry entry = audit::entry(context, context.path<ContractId>("contract"), kind, {subject, ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
}

}
