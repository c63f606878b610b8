#include "app/contract_loading.hpp"

#include "app/commands/profile_folder.hpp"
#include "app/program.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/placement_store.hpp"
#include "platform/clock.hpp"

#include <algorithm>
#include <vector>

namespace hoshuban {
namespace {

Result<void> load_folder(Program& program, const std::filesystem::path& folder)
{
    TRY_ASSIGN(const auto files, read_profile_folder(folder));
    // A stored contract changes by `contract load` or on screen, never by a restart.
    const bool stored = program.database().read([&](db::Reader& reader) {
        return contract::version_of(reader, ContractId{folder.filename().string()}).has_value();
    });
    if (stored)
        return {};
    TRY_ASSIGN(const auto profile, contract::read_profile(files));
    const Actor actor{{"command"}, "hoshuban serve", true, {}, Origin::command};
    program.database().write([&](db::Tx& tx) {
        audit::Cause cause{actor, program.clock().now()};
        contract::load(
            tx, profile, files, audit::entry(cause, profile.id, "contract.loaded", {"contract", profile.id.text}));
        device::open_register(tx, profile.id);
    });
    return {};
}

}

Result<void> load_contracts(Program& program, const std::filesystem::path& contracts)
{
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{contracts, error}) {
        if (std::filesystem::is_regular_file(entry.path() / "contract.yaml"))
            folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    for (const auto& folder : folders)
        TRY(load_folder(program, folder));
    return {};
}

}
