#include "formats/ldif.hpp"

#include <gtest/gtest.h>

namespace hoshuban::ldif {
namespace {

TEST(Ldif, IsReadAsLdifdeWritesIt)
{
    const auto entries = parse("version: 1\r\n"
                               "# a remark\r\n"
                               "dn: CN=Taro,OU=窓口,DC=jumin\r\n"
                               "changetype: add\r\n"
                               "sAMAccountName: taro\r\n"
                               "displayName:: 6auZ5qmL\r\n"
                               "description: 一行が\r\n"
                               "  長い\r\n"
                               "objectSid:: AQEAAAAAAAUSAAAA\r\n"
                               "objectGUID:: FZLODK5p2RG+01BQVFAwMA==\r\n"
                               "empty:\r\n"
                               "\r\n"
                               "\r\n"
                               "DN:: Q049QQ==\r\n"
                               "userAccountControl: 512\r\n");
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ((*entries)[0].dn, "CN=Taro,OU=窓口,DC=jumin");
    std::string lines;
    for (const Attribute& attribute : (*entries)[0].attributes)
        lines += attribute.name + "=" + to_text(attribute) + "\n";
    EXPECT_EQ(lines,
        "sAMAccountName=taro\n"
        "displayName=髙橋\n"
        "description=一行が 長い\n"
        "objectSid=S-1-5-18\n"
        "objectGUID={0CCE9215-69AE-11D9-BED3-505054503030}\n"
        "empty=\n");
    EXPECT_EQ((*entries)[1], (Entry{"CN=A", {{"userAccountControl", "512"}}}));
}

TEST(Ldif, WritesBytesThatAreNoTextInHexadecimalDigits)
{
    EXPECT_EQ(to_text({"logonHours", std::string{"\0\xFF", 2}}), "00FF");
    EXPECT_EQ(to_text({"objectSid", "x"}), "x") << "no identifier after all";
}

TEST(Ldif, RefusesWithItsLineWhatItDoesNotKnow)
{
    struct Case {
        const char* story;
        const char* bytes;
        const char* en;
    };
    const Case cases[] = {
        {"no entry", "cn: a\n", "line 1: an entry that does not begin with dn:"},
        {"no colon", "dn: a\ncn\n", "line 2: no line of an attribute and a value"},
        {"no name", "dn: a\n: b\n", "line 2: no line of an attribute and a value"},
        {"a value that stands elsewhere", "dn: a\nphoto:< file:///etc/passwd\n", "line 2: the value stands elsewhere"},
        {"no Base64", "dn: a\ncn:: b*==\n", "line 2: no Base64"},
        {"Base64 that is cut off", "dn: a\ncn:: YWJ\n", "line 2: no Base64"},
    };
    for (const Case& c : cases) {
        const auto read = parse(c.bytes);
        ASSERT_FALSE(read) << c.story;
        EXPECT_EQ(read.error().text.en, c.en) << c.story;
    }
    EXPECT_TRUE(parse("")->empty());
}

}
}
