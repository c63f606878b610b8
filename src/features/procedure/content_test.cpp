#include "features/procedure/content.hpp"

#include "platform/crypto.hpp"

#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

Content sample()
{
    return {.files = {{"手順.docx", "aa"}, {"別紙.xlsx", "bb"}},
        .steps = {{1, "控えを取る", false, false, false}, {2, "確認する", true, true, true}},
        .acts = {"move_terminal", "install_software"},
        .devices = {{"d2"}, {"d1"}}};
}

// The encoding is what approvals are tied to: it never changes for content that was handed in.
TEST(Content, HasOneEncodingThatIsWrittenDown)
{
    EXPECT_EQ(canonical(sample()),
        "11:procedure/1"
        "1:211:別紙.xlsx2:bb"
        "11:手順.docx2:aa"
        "1:215:控えを取る1:01:01:0"
        "12:確認する1:11:11:1"
        "1:216:install_software13:move_terminal"
        "1:22:d12:d2");
    EXPECT_EQ(
        crypto::sha256_hex(canonical(sample())), crypto::sha256_hex(canonical(*content_from(canonical(sample())))));
}

TEST(Content, ChangesItsHashWithAnythingThatIsApproved)
{
    const auto changed = [](auto change) {
        Content content = sample();
        change(content);
        return canonical(content) != canonical(sample());
    };
    struct Case {
        const char* story;
        bool different;
        bool expected;
    };
    const Case cases[] = {
        {"nothing", changed([](Content&) {}), false},
        {"another order of files", changed([](Content& c) { std::swap(c.files[0], c.files[1]); }), false},
        {"another order of acts", changed([](Content& c) { std::swap(c.acts[0], c.acts[1]); }), false},
        {"another order of devices", changed([](Content& c) { std::swap(c.devices[0], c.devices[1]); }), false},
        {"another order of steps", changed([](Content& c) { std::swap(c.steps[0], c.steps[1]); }), true},
        {"other bytes", changed([](Content& c) { c.files[0].sha256 = "ac"; }), true},
        {"another file name", changed([](Content& c) { c.files[0].name = "手順2.docx"; }), true},
        {"no file", changed([](Content& c) { c.files.clear(); }), true},
        {"another step", changed([](Content& c) { c.steps[0].text += "。"; }), true},
        {"a step per device", changed([](Content& c) { c.steps[0].per_device = true; }), true},
        {"no check", changed([](Content& c) { c.steps[1].operation_check = false; }), true},
        {"no photo", changed([](Content& c) { c.steps[1].photo = false; }), true},
        {"one act less", changed([](Content& c) { c.acts.pop_back(); }), true},
        {"one device more", changed([](Content& c) { c.devices.push_back({"d3"}); }), true},
    };
    for (const Case& c : cases)
        EXPECT_EQ(c.different, c.expected) << c.story;
}

TEST(Content, CannotBeWrittenTwoWays)
{
    const Content one{.files = {{"a", "b1:c"}}, .steps = {}, .acts = {}, .devices = {}};
    const Content other{.files = {{"a1:b", "c"}}, .steps = {}, .acts = {}, .devices = {}};
    EXPECT_NE(canonical(one), canonical(other));
}

TEST(Content, ComesBackAsItWasWritten)
{
    const auto read = content_from(canonical(sample()));
    ASSERT_TRUE(read);
    EXPECT_EQ(canonical(*read), canonical(sample()));
    EXPECT_EQ(read->steps, sample().steps);
    EXPECT_TRUE(same_text(*read, {sample().files, sample().steps, {}, {}}));
}

TEST(Content, RefusesWhatIsNoContent)
{
    std::string cut = canonical(sample());
    cut.pop_back();
    for (const std::string& text :
        {std::string{}, std::string{"11:procedure/2"}, std::string{"x"}, std::string{"999999999999999999999:x"},
            std::string{"11:procedure/18:99999999"}, cut, canonical(sample()) + "1:x"})
        EXPECT_FALSE(content_from(text)) << text;
}

}
}
