#include "features/attachment/upload_check_api.hpp"

#include "core/fold.hpp"
#include "features/attachment/upload_refusal.hpp"
#include "features/audit/audit_store.hpp"
#include "formats/json.hpp"
#include "platform/crypto.hpp"
#include "platform/db/database.hpp"

#include <map>

namespace hoshuban::attachment {
namespace {

constexpr std::size_t most_name_characters = 200;

std::string name_of_upload(const http::Context& context)
{
    for (const auto& [key, value] : context.request().query) {
        if (key == "name" && find_flaws(value).empty())
            return truncate(value, most_name_characters);
    }
    return {};
}

struct Refused {
    ContractId chain;
    std::string name;
    const http::Upload& upload;
    const scan::Scan& scan;
};

void record_refusal(http::Context& context, const Refused& refused)
{
    const auto& [chain, name, upload, scan] = refused;
    audit::Entry entry = audit::entry(context, chain, "upload.refused", {"upload", ""});
    entry.after = json::print(std::map<std::string, std::string>{{"name", name},
        {"sha256", crypto::sha256_hex(upload.bytes)}, {"size", std::to_string(upload.bytes.size())},
        {"threat", scan.finding.threat}, {"engine", scan.engine.name}, {"path", context.request().path},
        {"signatures_on", scan.engine.signatures_on ? to_text(*scan.engine.signatures_on) : ""}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
}

}

Result<void> check_upload(
    http::Context& context, const http::Route& route, const http::Upload& upload, const scan::Scanner& scanner)
{
    const scan::Scan scan = scanner.scan(upload.bytes);
    if (scan.finding.verdict == scan::Verdict::clean)
        return {};
    if (scan.finding.verdict == scan::Verdict::failed)
        return fail(not_scanned(scan.finding.reason));
    const std::string name = name_of_upload(context);
    const bool of_contract = route.pattern.contains("/{contract}/");
    const ContractId chain = of_contract ? context.path<ContractId>("contract") : audit::system_chain;
    record_refusal(context, {chain, name, upload, scan});
    return fail(infected(name, scan.finding.threat));
}

}
