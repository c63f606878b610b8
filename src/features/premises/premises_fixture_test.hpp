#pragma once
#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/worker_fixture_test.hpp"
#include "features/premises/controlled_room.hpp"

#include <fmt/format.h>
#include <string>

namespace hoshuban::premises {

/// What became of something: "" or the refusal with the fields it names.
template <class T>
std::string refusal_of(const Result<T>& result)
{
    if (result)
        return {};
    std::string text = result.error().code;
    for (const FieldError& field : result.error().fields)
        text += fmt::format(" {}", field.path);
    return text;
}

/// The core contract (1 April 2023 to 31 March 2024), of which one site closes on 1 November 2023.
inline const SiteId& closing_site()
{
    static const SiteId id = test::profile(test::ids::r5).sites.at(1).id;
    return id;
}
inline const SiteId& open_site()
{
    static const SiteId id = test::profile(test::ids::r5).sites.at(0).id;
    return id;
}
inline contract::Profile premises_profile()
{
    contract::Profile profile = test::profile(test::ids::r5);
    profile.sites.at(1).closed = {{test::day("2023-11-01"), test::day("9999-12-31")}};
    return profile;
}

inline ControlledRoom server_room()
{
    return {.id = {"room"},
        .contract_id = {"c"},
        .site = open_site(),
        .name = "サーバ室",
        .floor = "3階",
        .procedure = "守衛室で鍵を借り、入退室簿に記入する。"};
}

}
