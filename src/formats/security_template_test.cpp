#include "formats/security_template.hpp"

#include "formats/utf16.hpp"

#include <gtest/gtest.h>

namespace hoshuban::windows {
namespace {

const std::string exported = "[Unicode]\r\nUnicode=yes\r\n"
                             "[System Access]\r\nLockoutBadCount = 5\r\nNewAdministratorName = \"  管理者\"\r\n"
                             "; a remark\r\n\r\n"
                             "[Registry Values]\r\nMACHINE\\Software\\A\\B=4,1\r\n"
                             "[File Security]\r\n\"%SystemRoot%\\a=b\",0,\"D:(A;;GA;;;BA)\"\r\n";

const std::vector<PolicySetting> settings{{"Unicode", "Unicode", "yes"}, {"System Access", "LockoutBadCount", "5"},
    {"System Access", "NewAdministratorName", "\"  管理者\""}, {"Registry Values", "MACHINE\\Software\\A\\B", "4,1"},
    {"File Security", "\"%SystemRoot%\\a=b\",0,\"D:(A;;GA;;;BA)\"", ""}};

TEST(SecurityTemplate, IsReadInEveryEncoding)
{
    EXPECT_EQ(read_security_template("\xFF\xFE" + utf16::from_utf8(exported)).value(), settings) << "UTF-16";
    EXPECT_EQ(read_security_template("\xEF\xBB\xBF" + exported).value(), settings) << "UTF-8 with its mark";
    EXPECT_EQ(read_security_template(exported).value(), settings) << "UTF-8";
    const std::string big_endian = "\xFE\xFF" + [] {
        std::string bytes = utf16::from_utf8(exported);
        for (std::size_t i = 0; i < bytes.size(); i += 2)
            std::swap(bytes[i], bytes[i + 1]);
        return bytes;
    }();
    EXPECT_EQ(read_security_template(big_endian).value(), settings) << "UTF-16, the other way round";
    EXPECT_EQ(read_security_template("[A]\n\x83\x7C=\x83\x7C\x81\x5B\x83\x67\n").value(),
        (std::vector<PolicySetting>{{"A", "ポ", "ポート"}}))
        << "CP932, of which bytes are | and [";
}

TEST(SecurityTemplate, RefusesWhatItIsNot)
{
    EXPECT_EQ(read_security_template("a=b").error().text.en, "line 1: a setting before the first section");
    EXPECT_EQ(read_security_template("[A]\n\xFF\xFF").error().code, "windows_text/encoding");
    EXPECT_EQ(read_security_template(std::string{"[A]\na=\0", 7}).error().code, "windows_text/encoding");
    EXPECT_TRUE(read_security_template("")->empty());
}

}
}
