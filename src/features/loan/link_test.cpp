#include "features/loan/link.hpp"

#include <gtest/gtest.h>

namespace hoshuban::loan {
namespace {

TEST(LoanLink, LeadsToWhatItsKindIs)
{
    const struct {
        Kind kind;
        bool device;
        bool medium;
        const char* refusal;
    } cases[] = {
        {Kind::device, true, false, ""},
        {Kind::key, true, false, ""},
        {Kind::medium, false, true, ""},
        {Kind::other, false, false, ""},
        {Kind::manual, true, false, "device_id"},
        {Kind::medium, true, false, "device_id"},
        {Kind::device, false, true, "medium_id"},
        {Kind::key, false, true, "medium_id"},
    };
    for (const auto& each : cases) {
        Loan loan{.kind = each.kind};
        if (each.device)
            loan.device = DeviceId{"d1"};
        if (each.medium)
            loan.medium = MediumId{"m1"};
        const auto checked = check_link(loan);
        EXPECT_EQ(checked ? "" : checked.error().fields.at(0).path, each.refusal) << name_of(each.kind);
    }
}

// From both sides: what is recorded in one ledger only is said, with what to do (LND-05).
TEST(LoanLink, SaysWhatTheRegistersDoNotSayAlike)
{
    using device::Use;
    const struct {
        Kind kind;
        State state;
        Linked linked;
        const char* said; // the beginning of it
    } cases[] = {
        {Kind::device, State::lent, {.device_number = "D-1", .use = Use::spare}, ""},
        {Kind::device, State::lent, {.device_number = "D-1", .use = Use::in_service}, ""},
        {Kind::device, State::lent, {.device_number = "D-1", .use = Use::retired}, "機器D-1は台帳で廃止されています。"},
        {Kind::device, State::out, {.device_number = "D-1"}, "機器D-1は台帳で廃止されています。"},
        {Kind::device, State::returned, {.device_number = "D-1", .use = Use::stored}, ""},
        {Kind::device, State::returned, {.device_number = "D-1", .use = Use::spare},
            "返却済みですが、機器D-1は台帳で予備機のままです。"},
        {Kind::device, State::lost, {.device_number = "D-1", .use = Use::spare},
            "紛失の記録がありますが、機器D-1は台帳に予備機のままあります。"},
        {Kind::device, State::lost, {.device_number = "D-1", .use = Use::retired}, ""},
        {Kind::key, State::lent, {.device_number = "D-1", .use = Use::in_service, .spare_key = true}, ""},
        {Kind::key, State::lent, {.device_number = "D-1", .use = Use::in_service},
            "機器D-1の台帳では、予備鍵を借りていません。"},
        {Kind::key, State::lent, {.device_number = "D-1", .use = Use::retired, .spare_key = true},
            "機器D-1は廃止されています。鍵を返して、"},
        {Kind::key, State::returned, {.device_number = "D-1", .use = Use::in_service}, ""},
        {Kind::key, State::returned, {.device_number = "D-1", .use = Use::in_service, .spare_key = true},
            "返却済みですが、機器D-1の台帳では予備鍵を借りています。"},
        {Kind::medium, State::lent, {.medium_label = "R-1", .medium_state = media::State::stored}, ""},
        {Kind::medium, State::lent, {.medium_label = "R-1", .medium_state = media::State::disposed},
            "媒体R-1は台帳で廃棄されています。貸与品にも返却を"},
        {Kind::medium, State::out, {.medium_label = "R-1", .medium_state = media::State::lost},
            "媒体R-1は台帳で紛失になっています。貸与品にも紛失を"},
        {Kind::medium, State::returned, {.medium_label = "R-1", .medium_state = media::State::out},
            "返却済みですが、媒体R-1は台帳で持出し中です。"},
        {Kind::medium, State::lost, {.medium_label = "R-1", .medium_state = media::State::stored},
            "紛失の記録がありますが、媒体R-1は台帳にあります。"},
        {Kind::medium, State::lost, {.medium_label = "R-1", .medium_state = media::State::lost}, ""},
    };
    for (const auto& each : cases) {
        Loan loan{.kind = each.kind, .state = each.state};
        if (each.kind == Kind::medium)
            loan.medium = MediumId{"m1"};
        else
            loan.device = DeviceId{"d1"};
        const auto words = missing(loan, each.linked);
        ASSERT_EQ(words.size(), std::string_view{each.said}.empty() ? 0U : 1U) << each.said;
        if (!words.empty()) {
            EXPECT_TRUE(words.front().ja.starts_with(each.said)) << words.front().ja;
            EXPECT_FALSE(words.front().en.empty());
        }
    }
    EXPECT_TRUE(missing({.kind = Kind::device, .state = State::returned}, {.use = Use::spare}).empty()) << "no link";
}

}
}
