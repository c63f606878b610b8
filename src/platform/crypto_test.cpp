#include "platform/crypto.hpp"

#include <gtest/gtest.h>

namespace hoshuban::crypto {
namespace {

TEST(Crypto, Sha256AgreesWithFips180)
{
    struct Case {
        const char* story;
        std::string bytes;
        const char* hash;
    };
    const Case cases[] = {
        {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"56 bytes", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"a million a", std::string(1'000'000, 'a'),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(sha256_hex(c.bytes), c.hash) << c.story;
        Sha256 pieces;
        for (std::size_t at = 0; at < c.bytes.size(); at += 7)
            pieces.add(std::string_view{c.bytes}.substr(at, 7));
        EXPECT_EQ(hex(pieces.finish()), c.hash) << c.story << ", in pieces of seven";
    }
}

TEST(Crypto, HmacAgreesWithRfc4231)
{
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST(Crypto, Base64UrlHasNoPaddingAndNoSlash)
{
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("\xfb\xff\xfe"), "-__-");
}

TEST(Crypto, TokensAreLongAndDiffer)
{
    const std::string token = new_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_NE(token, new_token());
}

TEST(Crypto, ConstantTimeComparisonComparesEverything)
{
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
}

TEST(Crypto, PasswordIsVerifiedAgainstItsHashOnly)
{
    const std::string hash = hash_password("雪あかり 2026", cheapest_password_cost);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << hash;
    EXPECT_NE(hash, hash_password("雪あかり 2026", cheapest_password_cost)) << "each hash has its own salt";
    EXPECT_TRUE(verify_password(hash, "雪あかり 2026"));
    EXPECT_FALSE(verify_password(hash, "雪あかり 2027"));
    EXPECT_FALSE(verify_password(hash, ""));
    EXPECT_FALSE(verify_password("", "雪あかり 2026"));
    EXPECT_FALSE(verify_password("$argon2id$broken", "雪あかり 2026"));
}

TEST(Crypto, HashAtAnotherCostIsReplaced)
{
    const std::string hash = hash_password("x", cheapest_password_cost);
    EXPECT_FALSE(needs_rehash(hash, cheapest_password_cost));
    EXPECT_TRUE(needs_rehash(hash, PasswordCost{}));
}

}
}
