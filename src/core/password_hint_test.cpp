#include "core/password_hint.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

TEST(PasswordHint, IsAWordWithAValueBehindIt)
{
    struct Case {
        const char* text;
        bool hint;
    };
    const Case cases[] = {
        {"パスワード：Abc123!x", true},
        {"ﾊﾟｽﾜｰﾄﾞ:abc123", true},
        {"管理者のパスワードは「Tanmatsu01」です", true},
        {"Password = s3cret!", true},
        {"PW: ｘ１２３４５６", true},
        {"pwd is hunter22", true},
        {"passphrase: correct-horse", true},
        {"暗証番号は4821", true},
        {"暗証番号：４８２１", true},
        {"初回のパスワードはabcdef", false},
        {"パスワードは別途お知らせします", false},
        {"パスワードの変更をお願いします", false},
        {"パスワードを変更する。W25-001", false},
        {"パスワードは8文字以上", false},
        {"パスワード: abc1", false},
        {"暗証番号は別紙のとおり", false},
        {"npw123456 という機種", false},
        {"pw123456 という機種", false},
        {"端末の更新 W25-001", false},
        {"", false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(has_password_hint(c.text), c.hint) << c.text;
}

}
}
