#pragma once
#include "core/calendar_fixtures_test.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/notice/choice_store.hpp"
#include "features/notice/mail_job.hpp"
#include "features/notice/mail_store.hpp"
#include "features/notice/notice_store.hpp"
#include "features/notice/tell_job.hpp"
#include "platform/clock.hpp"
#include "platform/db/test_database.hpp"
#include "platform/log.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>

namespace hoshuban::notice {

using hoshuban::test::at;

/// A contract with its people, a clock that is moved, and things that happen to requests which stand in a map.
class PostOffice : public hoshuban::test::OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        log::configure({.level = log::Level::off, .sink = {}});
        database().write([&](db::Tx& tx) {
            const auto event = audit::entry(
                audit::Cause{loader, clock.now()}, contract, "contract.loaded", {"contract", contract.text});
            contract::load(
                tx, hoshuban::test::profile(contract.text), hoshuban::test::profile_files(contract.text), event);
        });
        add("section", Role::city_section);
        add("responsible", Role::responsible);
        tell_all();
    }

    PersonId add(const std::string& name, Role role, const std::string& division = {})
    {
        const PersonId id{name};
        database().write([&](db::Tx& tx) {
            account::Person person{.id = id, .login = name, .name = name};
            person.mail = name + "@example.jp";
            EXPECT_TRUE(account::insert(tx, person, clock.now()));
            EXPECT_TRUE(account::add_membership(tx, MembershipId{"m-" + name}, id,
                {contract, role, hoshuban::test::day("2025-04-01"), std::nullopt, division}));
        });
        return id;
    }
    audit::Entry entry(const std::string& kind, const std::string& actor, const std::string& request) const
    {
        return {.chain = contract,
            .at = clock.now(),
            .actor = {actor},
            .actor_name = actor,
            .side = actor == "responsible" ? Side::contractor : Side::city,
            .roles = "",
            .kind = kind,
            .subject = {"work_request", request}};
    }
    void happens(const std::string& kind, const std::string& actor, const std::string& request = "r1")
    {
        database().write([&](db::Tx& tx) { audit::record(tx, entry(kind, actor, request)); });
    }

    Teller teller() { return {database(), profiles, subjects, words, clock, details, true}; }
    int tell_all() { return tell(teller()); }
    Postman postman(HandOver hand_over) { return {database(), profiles, words, clock, outside, std::move(hand_over)}; }

    Actor actor_of(const std::string& name)
    {
        return database().read([&](db::Reader& reader) {
            return Actor{.person = {name},
                .name = name,
                .memberships = account::roles_in_force(reader, {name}, day_of(clock.now()))};
        });
    }
    /// What somebody has on the screen, newest first: "kind number title".
    std::vector<std::string> screen(const std::string& name, bool unread = false)
    {
        const Sight sight = sight_of(actor_of(name), contract);
        std::vector<std::string> lines;
        database().read([&](db::Reader& reader) {
            for (const Notice& notice : list(reader, sight, {.unread = unread}))
                lines.push_back(fmt::format("{} {} {}", notice.kind, notice.number, notice.title));
        });
        return lines;
    }
    int unread(const std::string& name)
    {
        const Sight sight = sight_of(actor_of(name), contract);
        return database().read([&](db::Reader& reader) { return count_unread(reader, sight); });
    }
    /// All letters, oldest first: "person state moment notices".
    std::vector<std::string> letters()
    {
        std::vector<std::string> lines;
        database().read([&](db::Reader& reader) {
            for (const MailRow& row : latest_letters(reader, false, 200))
                lines.insert(lines.begin(),
                    fmt::format("{} {} {} {}", row.person_name, name_of(row.mail.state),
                        hoshuban::test::print(row.mail.next_at), row.notices));
        });
        std::ranges::sort(lines);
        return lines;
    }

    const ContractId contract{"sapporo-r7-juki-cs"};
    MovableClock clock{at("2026-01-13 10:00")}; // a Tuesday within hours of service
    Actor loader{.person = {}, .name = "loader", .origin = Origin::command};
    contract::ProfileCache profiles;
    audit::Words words{
        {{"work_request.created", {"依頼", "Request"}}, {"work_request.accepted", {"受付", "Accepted"}}}, {}};
    Outside outside;
    std::map<std::string, About> requests{{"r1",
                                              {.number = "A1",
                                                  .title = "端末",
                                                  .path = "/requests/r1",
                                                  .see = Permission::view_work_request,
                                                  .division = "窓口課"}},
        {"r2",
            {.number = "A2",
                .title = "回線",
                .path = "/requests/r2",
                .see = Permission::view_work_request,
                .division = "税務課"}}};
    Details details;
    Subjects subjects{{"work_request", [this](db::Reader&, const ContractId&, const std::string& id) {
                           const auto found = requests.find(id);
                           return found == requests.end() ? std::nullopt : std::optional{found->second};
                       }}};
};

}
