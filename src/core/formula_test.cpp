#include "core/formula.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

TEST(Formula, IsProtectedAndFindsTheWayBack)
{
    struct Case {
        const char* text;
        const char* protected_form;
    };
    const Case cases[] = {
        {"", ""},
        {"作業", "作業"},
        {"=1+1", "'=1+1"},
        {"+81", "'+81"},
        {"-", "'-"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1", "'\t=1"},
        {"\r=1", "'\r=1"},
        {"a=1", "a=1"},
        {"'", "'"},
        {"'s", "'s"},
        {"'=1", "''=1"},
        {"''=1", "'''=1"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(protected_text(c.text), c.protected_form) << c.text;
        EXPECT_EQ(unprotected_text(c.protected_form), c.text) << c.text;
    }
}

}
}
