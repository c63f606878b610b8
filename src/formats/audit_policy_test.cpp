#include "formats/audit_policy.hpp"

#include <gtest/gtest.h>

namespace hoshuban::windows {
namespace {

const std::string head = "Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion "
                         "Setting,Setting Value\r\n";

TEST(AuditPolicy, IsReadByGuidAndNumber)
{
    const std::string rows = "PC01,System,ログオン,{0cce9215-69ae-11d9-bed3-505054503030},成功および失敗,,3\r\n"
                             "PC01,System,監査ポリシーの変更,{0CCE922F-69AE-11D9-BED3-505054503030},監査なし,,0\r\n"
                             "PC01,,Option:CrashOnAuditFail,,有効,,0\r\n";
    const std::vector<AuditSetting> settings{{"System", "{0CCE9215-69AE-11D9-BED3-505054503030}", "ログオン", 3},
        {"System", "{0CCE922F-69AE-11D9-BED3-505054503030}", "監査ポリシーの変更", 0}};
    EXPECT_EQ(read_audit_policy(head + rows).value(), settings);
}

TEST(AuditPolicy, RefusesABrokenRowWithItsLine)
{
    struct Case {
        const char* story;
        const char* row;
    };
    const Case cases[] = {
        {"no GUID", ",System,Logon,Logon,,,3"},
        {"half a GUID", ",System,Logon,{0cce9215-69ae},,,3"},
        {"no number", ",System,Logon,{0cce9215-69ae-11d9-bed3-505054503030},,,Success"},
        {"a number that is no setting", ",System,Logon,{0cce9215-69ae-11d9-bed3-505054503030},,,16"},
        {"a negative number", ",System,Logon,{0cce9215-69ae-11d9-bed3-505054503030},,,-1"},
        {"too few columns", ",System,Logon,{0cce9215-69ae-11d9-bed3-505054503030}"},
    };
    for (const Case& c : cases) {
        const auto read = read_audit_policy(head + c.row);
        ASSERT_FALSE(read) << c.story;
        EXPECT_EQ(read.error().text.en, "line 2: no row of an audit setting") << c.story;
    }
    EXPECT_EQ(read_audit_policy("a,b\r\n").error().code, "audit_policy/table");
    EXPECT_EQ(read_audit_policy("").error().code, "audit_policy/table");
}

}
}
