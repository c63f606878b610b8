// A year of a contract with CS, terminals and touch panels: 24 recoveries and 12 touch panels, through the renewal in
// May, Golden Week, a typhoon Saturday on which the city opened, and the turn of the year. The tables of the months are
// compared with those that were counted by hand below.
#include "story.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/incident/recount_job.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <vector>

namespace hoshuban::scenario {
namespace {

// The contract states no levels (SLA-09). Here the parties have agreed on some: the contact within an hour; recoveries
// are only measured until September and have a working day and a bit (480 minutes) from October on; a touch panel is
// due the same day when it is told of before noon, else by noon of the next open day.
constexpr std::string_view agreed_levels = R"(service_levels:
  - {id: contact, label: {ja: 連絡, en: Contact}, minutes: 60, from: city_instruction, to: site_contact_start,
     work_class: normal, nature: effort_target, classes: [cs, ad, terminal], clause: 合意 1}
  - {id: measured, label: {ja: 復旧, en: Recovery}, from: city_instruction, to: restored, work_class: normal,
     nature: effort_target, classes: [cs, ad, terminal], valid_until: 2025-09-30, clause: 合意 2}
  - {id: recovery, label: {ja: 復旧, en: Recovery}, minutes: 480, from: city_instruction, to: restored,
     work_class: normal, nature: effort_target, classes: [cs, ad, terminal], valid_from: 2025-10-01, clause: 合意 2}
  - id: panel
    label: {ja: タッチパネル, en: Touch panel}
    by_day: [{before: "12:00"}, {open_days: 1, at: "12:00"}]
    from: city_instruction
    to: restored
    work_class: normal
    nature: effort_target
    classes: [touch_panel]
    clause: 合意 3
)";

constexpr std::string_view typhoon_opening = R"(
  special_openings:
    - day: 2025-09-06
      windows: [{opens: "08:45", closes: "17:15"}]
      reason: {ja: 台風のため土曜日に開庁, en: Open on a Saturday because of the typhoon}
)";

/// A fault as it was told of and mended; the contact is empty for a touch panel, the recovery where it is not mended.
struct Fault {
    const char* device_class;
    const char* instructed;
    const char* contacted;
    const char* restored;
};

// Hours are 8:45 to 17:15, 510 minutes a day. What each clock used stands behind the moments.
constexpr Fault year[] = {
    {"terminal", "2025-04-10T09:00", "2025-04-10T09:40", "2025-04-10T11:00"}, // 40; 120
    {"touch_panel", "2025-04-15T10:00", "", "2025-04-15T15:00"}, // 300, due 17:15
    {"terminal", "2025-04-28T16:45", "2025-04-30T09:30", "2025-04-30T10:45"}, // 29th closed: 30 + 45; 30 + 120
    {"cs", "2025-05-02T17:00", "2025-05-07T08:50", "2025-05-07T12:15"}, // 3rd to 6th closed: 15 + 5; 15 + 210
    {"touch_panel", "2025-05-02T15:00", "", "2025-05-07T11:00"}, // 135 + 135, due on the 7th at 12:00
    {"terminal", "2025-05-20T13:00", "2025-05-20T14:30", "2025-05-20T16:00"}, // 90; 180
    {"terminal", "2025-06-05T09:00", "2025-06-05T09:10", "2025-06-05T09:50"}, // 10; 50
    {"touch_panel", "2025-06-11T12:00", "", "2025-06-12T12:00"}, // 315 + 195, to the minute
    {"ad", "2025-06-27T16:30", "2025-06-30T09:00", "2025-06-30T13:15"}, // 45 + 15, to the minute; 45 + 270
    {"terminal", "2025-07-08T08:00", "2025-07-08T09:45", "2025-07-08T10:45"}, // from 8:45: 60; 120
    {"touch_panel", "2025-07-18T12:30", "", "2025-07-22T13:00"}, // 21st closed: 285 + 255, due on the 22nd at 12:00
    {"terminal", "2025-07-18T17:14", "2025-07-22T09:44", "2025-07-22T10:45"}, // 1 + 59; 1 + 120
    {"cs", "2025-08-08T14:15", "2025-08-08T15:15", "2025-08-12T08:45"}, // 60; 180
    {"touch_panel", "2025-08-09T10:00", "", "2025-08-12T17:15"}, // Saturday, 11th closed: from the 12th 510
    {"terminal", "2025-08-20T10:00", "2025-08-20T11:01", "2025-08-20T12:00"}, // 61; 120
    {"terminal", "2025-09-05T16:30", "2025-09-06T08:55", "2025-09-06T10:00"}, // 45 + 10; 45 + 75
    {"touch_panel", "2025-09-05T13:00", "", "2025-09-06T12:30"}, // 255 + 225, due on the open Saturday at 12:00
    {"terminal", "2025-09-06T13:00", "2025-09-06T14:30", "2025-09-06T16:00"}, // Saturday: 90; 180
    {"terminal", "2025-10-01T09:00", "2025-10-01T09:30", "2025-10-01T17:00"}, // 30; 480, to the minute
    {"terminal", "2025-10-10T13:00", "2025-10-10T13:20", "2025-10-14T12:31"}, // 20; 13th closed: 255 + 226
    {"touch_panel", "2025-10-14T11:59", "", "2025-10-14T17:00"}, // 301
    {"touch_panel", "2025-11-03T09:00", "", "2025-11-04T09:45"}, // 3rd closed: 60
    {"cs", "2025-11-04T10:00", "2025-11-04T10:30", "2025-11-04T12:00"}, // 30; 120
    {"terminal", "2025-11-21T16:15", "2025-11-21T17:15", "2025-11-25T09:45"}, // 60; 24th closed: 60 + 60
    {"terminal", "2025-12-10T09:00", "2025-12-10T10:30", "2025-12-10T17:15"}, // 90; 495
    {"touch_panel", "2025-12-26T13:00", "", "2026-01-05T11:45"}, // 29th to 3rd closed: 255 + 180
    {"terminal", "2025-12-26T17:00", "2026-01-05T09:30", "2026-01-05T13:00"}, // 15 + 45; 15 + 255
    {"touch_panel", "2026-01-05T08:45", "", "2026-01-05T17:16"}, // 510, a minute after closing
    {"ad", "2026-01-09T16:00", "2026-01-09T16:45", "2026-01-13T09:00"}, // 45; 12th closed: 75 + 15
    {"terminal", "2026-01-20T12:00", "2026-01-20T12:59", "2026-01-20T13:30"}, // 59; 90
    {"terminal", "2026-02-10T17:00", "2026-02-12T09:00", "2026-02-12T09:45"}, // 11th closed: 15 + 15; 15 + 60
    {"terminal", "2026-02-20T09:00", "2026-02-20T13:50", "2026-02-20T15:00"}, // waits 9:10 to 13:10: 10 + 40; 10 + 110
    {"touch_panel", "2026-02-20T16:00", "", "2026-02-24T08:45"}, // 23rd closed: 75
    {"touch_panel", "2026-03-10T11:00", "", "2026-03-10T12:00"}, // 60
    {"terminal", "2026-03-19T17:00", "2026-03-23T09:29", "2026-03-23T11:00"}, // 20th closed: 15 + 44; 15 + 135
    {"terminal", "2026-03-31T16:00", "2026-03-31T16:20", ""}, // 20; goes on
};

/// A level of a month: met / missed / measured / open, met per thousand, mean seconds of service.
struct Month {
    const char* month;
    const char* contact;
    const char* measured;
    const char* recovery;
    const char* panel;
};

constexpr Month tables[] = {
    // (40 + 75) / 2 = 57.5 minutes; (120 + 150) / 2 = 135; 300
    {"2025-04", "1/1/0/0 500 3450", "0/0/2/0 null 8100", "0/0/0/0 null null", "1/0/0/0 1000 18000"},
    // (20 + 90) / 2 = 55; (225 + 180) / 2 = 202.5; 270
    {"2025-05", "1/1/0/0 500 3300", "0/0/2/0 null 12150", "0/0/0/0 null null", "1/0/0/0 1000 16200"},
    // (10 + 60) / 2 = 35; (50 + 315) / 2 = 182.5; 510
    {"2025-06", "2/0/0/0 1000 2100", "0/0/2/0 null 10950", "0/0/0/0 null null", "1/0/0/0 1000 30600"},
    // (60 + 60) / 2 = 60; (120 + 121) / 2 = 120.5; 540 of 480
    {"2025-07", "2/0/0/0 1000 3600", "0/0/2/0 null 7230", "0/0/0/0 null null", "0/1/0/0 0 32400"},
    // (60 + 61) / 2 = 60.5; (180 + 120) / 2 = 150; 510
    {"2025-08", "1/1/0/0 500 3630", "0/0/2/0 null 9000", "0/0/0/0 null null", "1/0/0/0 1000 30600"},
    // (55 + 90) / 2 = 72.5; (120 + 180) / 2 = 150; 480 of 450
    {"2025-09", "1/1/0/0 500 4350", "0/0/2/0 null 9000", "0/0/0/0 null null", "0/1/0/0 0 28800"},
    // (30 + 20) / 2 = 25; (480 + 481) / 2 = 480.5; 301
    {"2025-10", "2/0/0/0 1000 1500", "0/0/0/0 null null", "1/1/0/0 500 28830", "1/0/0/0 1000 18060"},
    // (30 + 60) / 2 = 45; (120 + 120) / 2 = 120; 60
    {"2025-11", "2/0/0/0 1000 2700", "0/0/0/0 null null", "2/0/0/0 1000 7200", "1/0/0/0 1000 3600"},
    // (90 + 60) / 2 = 75; (495 + 270) / 2 = 382.5; 435
    {"2025-12", "1/1/0/0 500 4500", "0/0/0/0 null null", "1/1/0/0 500 22950", "1/0/0/0 1000 26100"},
    // (45 + 59) / 2 = 52; (90 + 90) / 2 = 90; 510 of 510, but after closing
    {"2026-01", "2/0/0/0 1000 3120", "0/0/0/0 null null", "2/0/0/0 1000 5400", "0/1/0/0 0 30600"},
    // (30 + 50) / 2 = 40; (75 + 120) / 2 = 97.5; 75
    {"2026-02", "2/0/0/0 1000 2400", "0/0/0/0 null null", "2/0/0/0 1000 5850", "1/0/0/0 1000 4500"},
    // (59 + 20) / 2 = 39.5; 150, and one goes on; 60
    {"2026-03", "2/0/0/0 1000 2370", "0/0/0/0 null null", "1/0/0/1 1000 9000", "1/0/0/0 1000 3600"},
};

class IncidentYear : public Story {
protected:
    void begin() override
    {
        open("2025-04-01T09:00");
        files_ = test::profile_files(contract.text);
        std::string& yaml = files_["contract.yaml"];
        const std::string_view none = "service_levels: []\n";
        yaml.replace(yaml.find(none), none.size(), agreed_levels);
        load();
    }

    void load()
    {
        const auto profile = hoshuban::contract::read_profile(files_);
        ASSERT_TRUE(profile) << profile.error().text.en;
        stage->program().database().write([&](db::Tx& tx) {
            const Actor actor{{"command"}, "hoshuban", true, {}, Origin::command};
            hoshuban::contract::load(tx, *profile, files_,
                audit::entry(
                    audit::Cause{actor, stage->clock.now()}, contract, "contract.loaded", {"contract", contract.text}));
        });
        stage->program().profiles().forget(contract);
    }

    void go_to(const char* time, std::chrono::minutes later)
    {
        const Instant moment = *parse_instant(time) + later;
        if (moment > stage->clock.now())
            at(to_text(moment));
    }

    // One terminal fails before its renewal and after it; of the others only the class is told.
    std::string what_of(const Fault& fault)
    {
        const std::string_view instructed = fault.instructed;
        if (instructed == "2025-05-20T13:00")
            renew();
        if (instructed == "2025-04-10T09:00" || instructed == "2025-05-20T13:00")
            return fmt::format(R"("device_id":"{}")", stage->get(city, "/register?q=D-0003").text("id"));
        return fmt::format(R"("class":"{}")", fault.device_class);
    }

    // The terminals of a site were exchanged for the new generation on 12 May.
    void renew()
    {
        const std::string body = fmt::format(R"("generation":"renewed","site_id":"{}","on":"2025-05-12","units":[])",
            stage->get(city, "/register?q=D-0003").text("site_id"));
        const Answer preview = stage->post(worker, "/register/renewals/done", "{" + body + "}");
        ASSERT_EQ(preview.status, 200) << preview.body;
        const Answer done =
            stage->post(worker, "/register/renewals/done", "{" + body + R"(,"seen":")" + preview.text("stamp") + "\"}");
        ASSERT_EQ(done.status, 200) << done.body;
    }

    Answer hand_over(const Fault& fault)
    {
        const Answer made = stage->post(city, "/incidents",
            fmt::format(R"({{"intake":{{"phenomenon":"動かない","place":"1階","contact_person":"窓口 花子",)"
                        R"({}}},"handed_over":true,"person":"見本 太郎","city_person":"見本 太郎",)"
                        R"("at":"{}:00+09:00"}})",
                what_of(fault), fault.instructed));
        EXPECT_EQ(made.status, 201) << made.body;
        return made;
    }

    /// Records an act; the version of the incident then.
    int record(const std::string& incident, int version, const char* act, const std::string& moment)
    {
        const Answer recorded = stage->post(worker, incident + "/entries",
            fmt::format(R"({{"act":"{}","at":"{}:00+09:00","person":"保全 三枝","city_person":"窓口 花子",)"
                        R"("text":"会議中のため待つ、直した"}})",
                act, moment),
            version);
        EXPECT_EQ(recorded.status, 200) << recorded.body;
        return std::stoi(recorded.text("version"));
    }

    std::string due_in_japan(const std::string& incident, const char* level)
    {
        return to_text_jst(*parse_instant(stage->get(city, incident + "/evidence/" + level).text("due"))).substr(0, 16);
    }

    // On Friday afternoon the city says that it opens on Saturday because of the typhoon.
    void open_on_saturday(const std::string& incident)
    {
        auto& program = stage->program();
        const auto recount = [&] {
            return incident::recount_clocks(program.database(), program.profiles(), stage->clock);
        };
        recount();
        EXPECT_EQ(due_in_japan(incident, "contact"), "2025-09-08T09:00");
        std::string& yaml = files_["contract.yaml"];
        const std::size_t after = yaml.find("  clause: 004 §5(2)\n", yaml.find("\nclosures:"));
        yaml.insert(after, typhoon_opening.substr(1));
        load();
        EXPECT_EQ(recount(), 1) << "the contact; the recovery is only measured";
        EXPECT_EQ(due_in_japan(incident, "contact"), "2025-09-06T09:00");
    }

    void tell(const Fault& fault)
    {
        go_to(fault.instructed, std::chrono::minutes{5});
        const Answer made = hand_over(fault);
        const std::string incident = "/incidents/" + made.text("id");
        int version = std::stoi(made.text("version"));
        const std::string instructed = fault.instructed;
        if (instructed == "2025-09-05T16:30")
            open_on_saturday(incident);
        const std::string contacted = *fault.contacted == '\0' ? instructed : fault.contacted;
        go_to(*fault.restored == '\0' ? contacted.c_str() : fault.restored, std::chrono::minutes{1});
        if (instructed == "2026-02-20T09:00") {
            version = record(incident, version, "waits", "2026-02-20T09:10");
            version = record(incident, version, "goes_on", "2026-02-20T13:10");
        }
        version = record(incident, version, "contacted", contacted);
        if (*fault.restored != '\0')
            record(incident, version, "restored", fault.restored);
    }

    /// The levels of a month in the form of the tables.
    std::vector<std::string> table_of(const std::string& month)
    {
        const Answer answer = stage->get(city, "/incident-months/" + month);
        EXPECT_EQ(answer.status, 200) << answer.body;
        const std::string body = answer.body.substr(0, answer.body.find(R"("apart":)"));
        const std::string mark = R"({"level":)";
        std::vector<std::string> rows;
        for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
            const Answer row{200, body.substr(at, body.find(mark, at + 1) - at), {}};
            rows.push_back(fmt::format("{} {}/{}/{}/{} {} {}", row.text("level"), row.text("met"), row.text("missed"),
                row.text("measured"), row.text("open"), row.text("permille"), row.text("average_seconds")));
        }
        return rows;
    }

    hoshuban::contract::ProfileFiles files_;
};
HOSHUBAN_ON_BOTH_DATABASES(IncidentYear);

TEST_P(IncidentYear, counts_each_month_as_it_was_counted_by_hand)
{
    EXPECT_EQ(std::ranges::count(year, std::string_view{"touch_panel"}, &Fault::device_class), 12);
    EXPECT_EQ(std::size(year), 36U);
    for (const Fault& fault : year)
        tell(fault);
    at("2026-04-01T09:00");
    for (const Month& each : tables) {
        const std::vector<std::string> expected{std::string{"contact "} + each.contact,
            std::string{"measured "} + each.measured, std::string{"recovery "} + each.recovery,
            std::string{"panel "} + each.panel};
        EXPECT_EQ(table_of(each.month), expected) << each.month;
    }
}

}
}
