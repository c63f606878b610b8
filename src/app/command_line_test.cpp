#include "app/command_line.hpp"

#include "app/commands/progress.hpp"
#include "app/folder.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

// `日本語 / English`
bool is_in_both_languages(const std::string& text)
{
    const auto slash = text.rfind(" / ");
    if (slash == std::string::npos)
        return false;
    const auto is_japanese = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; };
    const bool japanese = std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(slash), is_japanese);
    const bool english = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(slash) + 3, text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return japanese && english;
}

void check_help(const CLI::App& command, const std::string& path)
{
    EXPECT_TRUE(is_in_both_languages(command.get_description())) << path << ": " << command.get_description();
    for (const CLI::Option* option : command.get_options())
        EXPECT_TRUE(is_in_both_languages(option->get_description()))
            << path << ' ' << option->get_name() << ": " << option->get_description();
    const auto inner = command.get_subcommands(std::function<bool(const CLI::App*)>{});
    const auto is_command = [](const CLI::App* each) { return !each->get_name().empty(); };
    if (std::ranges::none_of(inner, is_command) && !command.get_name().empty()) {
        EXPECT_TRUE(command.get_footer().starts_with("例 / Example:\n  " + path)) << path << ": no example";
    }
    for (const CLI::App* each : inner)
        check_help(*each, each->get_name().empty() ? path : path + ' ' + each->get_name());
}

TEST(CommandLine, EveryCommandAndOptionIsExplainedInBothLanguagesWithAnExample)
{
    CLI::App app{"保守番 / Hoshuban", "hoshuban"};
    CommandLine line;
    declare_commands(app, line);
    check_help(app, "hoshuban");
}

class Folder : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(root); }
    void TearDown() override { std::filesystem::remove_all(root); }

    const std::filesystem::path root = std::filesystem::path{testing::TempDir()} / "hoshuban-folder-test";
};

TEST_F(Folder, IsMadeForAFileThatIsToStandInIt)
{
    ASSERT_TRUE(make_folder_of(root / "a/b/today.backup"));
    EXPECT_TRUE(std::filesystem::is_directory(root / "a/b"));
    EXPECT_TRUE(make_folder_of(root / "a/b/today.backup")) << "a second time";
}

TEST_F(Folder, ThatCannotBeMadeIsNamed)
{
    std::ofstream{root / "file"} << "x";
    const auto refused = make_folder_of(root / "file/backups/today.backup");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "app/folder");
    const std::string folder = (root / "file/backups").string();
    EXPECT_TRUE(refused.error().text.ja.starts_with("フォルダー「" + folder + "」に書き込めません: "));
    EXPECT_TRUE(refused.error().text.en.starts_with("cannot write to the folder \"" + folder + "\": "));
}

TEST(Progress, SaysWhatHowLongAndHowMuch)
{
    EXPECT_EQ(progress_line({"復元しています", "restoring"}, 12, 0), "復元しています 12秒 / restoring, 12 s");
    EXPECT_EQ(progress_line({"書いています", "writing"}, 3, 12'340'000), "書いています 3秒 / writing, 3 s  12.3 MB");
}

}
}
