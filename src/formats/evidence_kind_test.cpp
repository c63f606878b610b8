#include "formats/evidence_kind.hpp"

#include "formats/utf16.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hoshuban {
namespace {

TEST(EvidenceKind, IsToldFromTheContent)
{
    struct Case {
        const char* story;
        std::string bytes;
        const char* kind; // empty: none
    };
    const Case cases[] = {
        {"an event log", {"ElfFile\0more", 12}, "event_log"},
        {"a hive", "regf\1\0", "hive"},
        {"an export of the registry", "\xFF\xFE" + utf16::from_utf8("Windows Registry Editor Version 5.00\r\n"),
            "registry_export"},
        {"an old export of the registry", "REGEDIT4\r\n", "registry_export"},
        {"a security template", "; remark\r\n[Unicode]\r\nUnicode=yes\r\n", "security_template"},
        {"audit settings", "Machine Name,Policy Target,Subcategory,Subcategory GUID,a,b,Setting Value\r\n",
            "audit_policy"},
        {"a directory", "\r\n# remark\r\ndn: CN=a\r\n", "directory_export"},
        {"a directory with its version", "version: 1\r\n", "directory_export"},
        {"a text", "hello\r\n", ""},
        {"nothing", "", ""},
        {"other bytes",
            {"\x7F"
             "ELF\0",
                5},
            ""},
    };
    for (const Case& c : cases) {
        const auto kind = evidence_kind(c.bytes);
        EXPECT_EQ(kind ? name_of(*kind) : "", c.kind) << c.story;
    }
}

}
}
