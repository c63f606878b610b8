#include "core/cursor.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

using Keys = std::vector<std::string>;

TEST(Cursor, comes_back_as_it_went)
{
    const Keys cases[] = {{"2026-04-20T00:00:00Z", "id"}, {"", ""}, {"許可"}};
    for (const Keys& keys : cases) {
        const auto read = cursor_keys(cursor_of(keys), keys.size());
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, keys);
    }
}

TEST(Cursor, is_refused_when_it_is_none)
{
    for (const std::string& text :
        {std::string{"6"}, std::string{"zz"}, std::string{"61"}, std::string(2002, '6'), cursor_of({"a", "b", "c"})}) {
        const auto read = cursor_keys(text, 2);
        EXPECT_EQ(read ? "" : read.error().code, "list/cursor") << text.substr(0, 20);
    }
}

}
}
