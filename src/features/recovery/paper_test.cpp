#include "features/recovery/paper.hpp"

#include <gtest/gtest.h>

namespace hoshuban::recovery {
namespace {

const contract::RecoveryPaper master{
    "master_pc", {"マスターパソコン", "Master PC"}, contract::PaperProof::master, true, ""};
const contract::RecoveryPaper usb{"media", {"リカバリメディア", "Media"}, contract::PaperProof::media, true, ""};
const contract::RecoveryPaper guide{"guide", {"手順書", "Guide"}, contract::PaperProof::file, false, ""};
const contract::RecoveryPaper plan_paper{"plan", {"計画書", "Plan"}, contract::PaperProof::file, true, ""};

TEST(DeliverablePaper, IsAFileOrAReason)
{
    struct Case {
        const char* code;
        const contract::RecoveryPaper& terms;
        bool file;
        const char* unchanged;
    };
    const Case cases[] = {
        {"", guide, true, ""},
        {"", guide, false, "変更なし"},
        {"recovery/both_said", guide, true, "変更なし"},
        {"recovery/nothing_said", guide, false, " "},
        {"", plan_paper, true, ""},
        {"recovery/always_needed", plan_paper, false, "変更なし"},
        {"recovery/always_needed", master, false, "変更なし"},
        {"recovery/no_file", usb, true, ""},
    };
    for (const Case& c : cases) {
        Paper paper{.id = c.terms.id, .unchanged = c.unchanged, .entered_by = "", .entered_at = {}};
        if (c.file)
            paper.file = AttachmentId{"a1"};
        const auto taken = take(paper, c.terms);
        EXPECT_EQ(taken ? "" : taken.error().code, c.code) << (&c - cases);
    }
}

TEST(DeliverablePapers, AreMissingUntilEachIsThere)
{
    const contract::RecoveryPaper list[] = {master, usb, guide, plan_paper};
    const auto names = [&](std::span<const Paper> papers, const Shown& shown) {
        std::string text;
        for (const Text& each : missing(list, papers, shown))
            text += each.en + ";";
        return text;
    };
    const Paper unchanged{.id = "guide", .unchanged = "変更なし", .entered_by = "", .entered_at = {}};
    const Paper file{.id = "plan", .file = AttachmentId{"a1"}, .entered_by = "", .entered_at = {}};
    const Paper both[] = {unchanged, file};
    EXPECT_EQ(names({}, {}), "Master PC;Media;Guide;Plan;");
    EXPECT_EQ(names({}, {true, 0}), "Media;Guide;Plan;");
    EXPECT_EQ(names({}, {false, 2}), "Master PC;Guide;Plan;");
    EXPECT_EQ(names(std::span{&unchanged, 1}, {true, 1}), "Plan;");
    EXPECT_EQ(names(both, {true, 1}), "");
}

}
}
