#pragma once
#include "core/calendar_fixtures_test.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "platform/db/test_database.hpp"

#include <string>
#include <vector>

namespace hoshuban::device {

/// A database with the register of one of the worked contracts, and somebody who acts.
class LoadedRegister : public test::OnBothDatabases {
protected:
    const contract::Profile& load(const std::string& id)
    {
        const contract::Profile& profile = test::profile(id);
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile, test::profile_files(id),
                audit::entry(cause(), profile.id, "contract.loaded", {"contract", id}));
            open_register(tx, profile.id);
        });
        return profile;
    }

    audit::Cause cause() const { return {actor_, test::at("2025-10-03 09:00")}; }

    std::vector<Unit> units_on(const contract::Profile& profile, const char* day)
    {
        return database().read([&](db::Reader& reader) {
            return list_units(reader, profile.id, {.day = test::day(day)}, "", 100'000).value().units;
        });
    }

private:
    Actor actor_{{"p1"}, "試作 次郎", false, {}, Origin::screen};
};

}
