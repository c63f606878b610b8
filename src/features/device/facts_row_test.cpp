#include "features/device/facts_row.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/device/ledger_import_doc.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

/// Three terminals in service and a retired one, on 3 October 2025.
class FactsInLists : public ::testing::Test {
protected:
    FactsInLists()
    {
        for (const char* number : {"D-0014", "D-0015", "D-0016", "D-0017"}) {
            contract::Device device = *contract::find_device(profile, DeviceId{number});
            const Spot spot{device.site, "", number == std::string{"D-0017"} ? Use::retired : Use::in_service, {}};
            const Placement stands{profile.period.first, no_end, spot};
            const contract::Site* site = contract::find_site(profile, *device.site);
            state.units.push_back({device, stands, site->number, site->name});
            state.courses[device.id] = {stands};
        }
        enter("D-0014", {.serial = "AA-1"}, "10.1.20.5");
        enter("D-0015", {.serial = "AA-2", .wire = true}, "10.1.20.6");
        enter("D-0017", {.serial = "AA-4"}, "");
        state.facts[DeviceId{"D-0014"}].parts = {
            {{"p-1"}, PartKind::card_reader, "RC-S380/S", "0001", profile.period.first, no_end, 1}};
        state.facts[DeviceId{"D-0017"}].stands = false;
    }

    void enter(const std::string& number, UnitDetail detail, const std::string& address)
    {
        KnownFacts& known = state.facts[DeviceId{number}];
        known.number = number;
        known.stands = true;
        known.detail = std::move(detail);
        if (!address.empty())
            known.addresses = {{profile.period.first, no_end, address}};
    }

    std::string told(const std::string& csv)
    {
        std::string text;
        for (const PlannedUnit& row : plan_import(terms, state, read_ledger(csv, terms.today).value()).rows) {
            text += fmt::format("{} {}", row.number, name_of(row.outcome));
            for (const auto& change : row.changes)
                text += fmt::format(" {}:{}→{}", name_of(change.column), change.before, change.after);
            for (const auto& problem : row.problems)
                text += fmt::format(" {}!{}", problem.cell, problem.code);
            text += "\n";
        }
        return text;
    }

    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    ImportTerms terms{profile, test::day("2025-10-03"), Cause::correction, test::day("2025-10-03")};
    RegisterState state;
};

TEST_F(FactsInLists, AreTakenOrRefusedCellByCell)
{
    const std::string head =
        "機器ID,シリアル番号,購入日,保証の終わり,セキュリティワイヤー,予備鍵,媒体の版,IPアドレス\n";
    struct Case {
        const char* story;
        std::string csv;
        std::string told;
    };
    const Case cases[] = {
        {"all of them", head + "D-0016,AA-3,2025/3/1,令和12年2月28日,有,あり,第2版,１０.１.２０.７\n",
            "D-0016 changed serial:→AA-3 bought_on:→2025/03/01 warranty_ends_on:→2030/02/28 wire:→あり spare_key:→あり "
            "medium_edition:→第2版 address:→10.1.20.7\n"},
        {"a column that is not there leaves what is known", "機器ID,機種名\nD-0014,\n", "D-0014 unchanged\n"},
        {"a blank cell takes it away", "機器ID,シリアル番号,IPアドレス\nD-0014,,\n",
            "D-0014 changed serial:AA-1→ address:10.1.20.5→\n"},
        {"two rows with one serial number", "機器ID,シリアル番号\nD-0016,aa-9\nD-0015,ＡＡ-９\n",
            "D-0016 changed serial:→aa-9\nD-0015 refused B3!device/serial_taken\n"},
        {"the serial number of a unit that the list does not name", "機器ID,シリアル番号\nD-0016,aa-1\n",
            "D-0016 refused B2!device/serial_taken\n"},
        {"that of a retired unit is free", "機器ID,シリアル番号\nD-0016,AA-4\n", "D-0016 changed serial:→AA-4\n"},
        {"two units change their serial numbers", "機器ID,シリアル番号\nD-0014,AA-2\nD-0015,AA-1\n",
            "D-0014 changed serial:AA-1→AA-2\nD-0015 changed serial:AA-2→AA-1\n"},
        {"a new unit with a serial number that is taken",
            "機器ID,機器の種類,機器の区分,機種名,シリアル番号\nNB-1,端末,統合端末,LIFEBOOK,AA-2\n",
            "NB-1 refused E2!device/serial_taken\n"},
        {"an address twice in the list", "機器ID,IPアドレス\nD-0016,10.1.20.9\nD-0015,10.1.20.9\n",
            "D-0016 changed address:→10.1.20.9\nD-0015 refused B3!device/address_taken\n"},
        {"the address of a unit that the list does not name", "機器ID,IPアドレス\nD-0016,10.1.20.5\n",
            "D-0016 refused B2!device/address_taken\n"},
        {"two units change their addresses", "機器ID,IPアドレス\nD-0014,10.1.20.6\nD-0015,10.1.20.5\n",
            "D-0014 changed address:10.1.20.5→10.1.20.6\nD-0015 changed address:10.1.20.6→10.1.20.5\n"},
        {"a unit that retires leaves its address",
            "機器ID,使い方,IPアドレス\nD-0014,廃止,10.1.20.5\nD-0016,,10.1.20.5\n",
            "D-0014 changed use:稼働中→廃止 since:2025/04/01→2025/10/03\nD-0016 changed address:→10.1.20.5\n"},
        {"what is retired gets none", "機器ID,IPアドレス\nD-0017,10.1.20.8\n",
            "D-0017 refused B2!device/retired_has_no_address\n"},
        {"no address", "機器ID,IPアドレス\nD-0016,10.1.20\n", "D-0016 refused B2!device/address_invalid\n"},
        {"bought on a day to come", "機器ID,購入日\nD-0016,2025-10-04\n", "D-0016 refused B2!device/in_future\n"},
        {"a warranty that ends before", "機器ID,保証期限,取得日\nD-0016,2025-03-01,2025-03-02\n",
            "D-0016 refused B2!device/warranty_before_purchase\n"},
        {"a key without a wire", "機器ID,予備鍵,ワイヤー\nD-0015,あり,×\n",
            "D-0015 refused B2!device/key_without_wire\n"},
        {"parts by kind, one of them written in the register's words",
            "機器ID,ICカードR/W,タッチパネル\nD-0014,ＲＣ-S380/s；RC-S280/S（S/N 0042）,なし\n",
            "D-0014 changed card_reader:RC-S380/S（S/N 0001）→RC-S280/S（S/N 0042）；RC-S380/S（S/N 0001）\n"},
        {"a blank cell takes the parts of its kind off", "機器ID,ICカードR/W\nD-0014,\n",
            "D-0014 changed card_reader:RC-S380/S（S/N 0001）→\n"},
        {"the same parts", "機器ID,カードリーダ\nD-0014,RC-S380/S (S/N 0001)\n", "D-0014 unchanged\n"},
        {"it does not say which", "機器ID,ICカードR/W\nD-0016,○\n", "D-0016 refused B2!import/part_without_model\n"},
        {"neither yes nor no", "機器ID,ワイヤー\nD-0016,たぶん\n", "D-0016 refused B2!import/neither_yes_nor_no\n"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(c.csv), c.told) << c.story;
}

TEST_F(FactsInLists, AddressesAreThoseOfTheSite)
{
    const SiteId site = *state.units.front().device.site;
    state.ranges[site] = {.site = site, .addresses = parse_ipv4_range("10.1.20.0/24")};
    EXPECT_EQ(told("機器ID,IPアドレス\nD-0014,10.1.20.77\n"), "D-0014 changed address:10.1.20.5→10.1.20.77\n");
    EXPECT_EQ(told("機器ID,IPアドレス\nD-0014,10.1.21.77\n"), "D-0014 refused B2!device/address_outside\n");
}

TEST_F(FactsInLists, EditionsAreAskedOfThoseWhoKeepTheMedia)
{
    terms.check_edition = [](const contract::Device& device, const std::string& present, const std::string& edition) {
        return edition == "第2版" ? Result<void>{}
                                  : Result<void>{fail(ErrorKind::invalid, "recovery/unknown_edition",
                                        {device.number + present, device.number + present})};
    };
    EXPECT_EQ(told("機器ID,媒体の版\nD-0014,第2版\nD-0015,第9版\nD-0016,\n"),
        "D-0014 changed medium_edition:→第2版\nD-0015 refused B3!recovery/unknown_edition\nD-0016 unchanged\n");
}

TEST_F(FactsInLists, WhatWasEnteredMeanwhileIsNotWrittenOver)
{
    const Unit& unit = state.units.front();
    const ListedFacts left{
        .serial = "AA-0", .address = "10.1.20.5", .parts = {{PartKind::card_reader, "RC-S380/S", "0001"}}};
    const std::string id = row_id(profile.id, unit.device.id) + "#" + description_mark(unit.device) + "-";
    const std::string list = "行ID,機器ID,シリアル番号\n" + id + facts_mark(left) + ",D-0014,AA-0\n";
    EXPECT_EQ(told(list), "D-0014 refused A2!import/described_meanwhile\n");
    terms.conflicts[unit.device.id] = Holds::the_register;
    EXPECT_EQ(told(list), "D-0014 unchanged\n");
    terms.conflicts[unit.device.id] = Holds::the_list;
    EXPECT_EQ(told(list), "D-0014 changed serial:AA-1→AA-0\n");
}

}
}
