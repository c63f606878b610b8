#include "app/commands/outside_options.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

OutsideOptions mail()
{
    OutsideOptions options;
    options.smtp_url = "smtp://mail.example.jp";
    options.mail_from = "hoshuban@example.jp";
    return options;
}

TEST(OutsideOptions, NameAMailServerOrNone)
{
    const auto nothing = outside_of({});
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->mail);
    const auto named = outside_of(mail());
    ASSERT_TRUE(named);
    EXPECT_EQ(named->mail->host, "mail.example.jp");
    EXPECT_EQ(named->mail->from, "hoshuban@example.jp");
    EXPECT_EQ(named->mail->from_name, "保守番");
}

TEST(OutsideOptions, RefuseHalfAMailServerAndAPasswordInTheClear)
{
    OutsideOptions nobody = mail();
    nobody.mail_from.clear();
    EXPECT_EQ(outside_of(nobody).error().code, "outside/mail_from");
    OutsideOptions odd = mail();
    odd.mail_from = "a@b\r\nBcc: c@d";
    EXPECT_EQ(outside_of(odd).error().code, "account/mail_invalid");
    OutsideOptions clear = mail();
    clear.smtp_plain = true;
    clear.smtp_user = "hoshuban";
    EXPECT_EQ(outside_of(clear).error().code, "outside/plain_password");
    OutsideOptions network;
    network.webhook_allow = {"192.168.0.0/24", "here"};
    EXPECT_EQ(outside_of(network).error().code, "outbound/network");
}

TEST(OutsideOptions, ReadThePasswordFromAFileOfOneLine)
{
    const auto file = std::filesystem::path{testing::TempDir()} / "hoshuban-smtp-password";
    std::ofstream{file} << "right word\r\nanother line\n";
    OutsideOptions options = mail();
    options.smtp_user = "hoshuban";
    options.smtp_password_file = file;
    EXPECT_EQ(outside_of(options)->mail->password, "right word");
    std::ofstream{file} << "";
    EXPECT_EQ(outside_of(options).error().code, "outside/password_file");
    std::filesystem::remove(file);
    options.smtp_password_file.clear();
    options.smtp_password = "from the environment";
    EXPECT_EQ(outside_of(options)->mail->password, "from the environment");
}

}
}
