#include "formats/mail_message.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

MailMessage letter()
{
    return {.from = "noreply@example.jp",
        .from_name = "保守番",
        .to = "hanako@example.jp",
        .to_name = "架空 花子",
        .subject = "Due",
        .text = "端末\n2行目",
        .message_id = "0197@example.jp",
        .date = *parse_instant("2026-05-01T08:00:00Z")};
}

std::string head_of(const std::string& text)
{
    return text.substr(0, text.find("\r\n\r\n"));
}

int fields_named(const std::string& head, const std::string& name)
{
    int found = head.starts_with(name) ? 1 : 0;
    for (auto at = head.find("\r\n" + name); at != std::string::npos; at = head.find("\r\n" + name, at + 1))
        ++found;
    return found;
}

TEST(MailText, IsWhatMailServersExpect)
{
    EXPECT_EQ(mail_text(letter()),
        "Date: Fri, 1 May 2026 17:00:00 +0900\r\n"
        "From: =?UTF-8?B?5L+d5a6I55Wq?=\r\n <noreply@example.jp>\r\n"
        "To: =?UTF-8?B?5p6256m6IOiKseWtkA==?=\r\n <hanako@example.jp>\r\n"
        "Subject: Due\r\n"
        "Message-ID: <0197@example.jp>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=UTF-8\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "\r\n"
        "56uv5pyrDQoy6KGM55uu\r\n");
}

TEST(MailText, NothingInAFieldBeginsAnotherOne)
{
    const char* const evil[] = {"a\r\nBcc: x@example.jp", "a\nBcc: x@example.jp", "a\rBcc: x@example.jp",
        "端末\r\nBcc: x@example.jp", "a\r\n\r\nBcc: body", "\r\nBcc: x"};
    for (const char* const text : evil) {
        MailMessage message = letter();
        message.subject = message.to_name = message.from_name = message.to = message.from = message.message_id = text;
        const std::string head = head_of(mail_text(message));
        EXPECT_EQ(fields_named(head, "Bcc"), 0) << text;
        for (const char* const name : {"Date:", "From:", "To:", "Subject:", "Message-ID:", "Content-Type:"})
            EXPECT_EQ(fields_named(head, name), 1) << name << " of " << text;
        EXPECT_TRUE(head.ends_with("Content-Transfer-Encoding: base64")) << text;
    }
}

TEST(MailText, NoLineIsLongerThanItMayBeAndNoCharacterIsCut)
{
    MailMessage message = letter();
    message.subject.clear();
    for (int i = 0; i < 100; ++i) {
        message.subject += "髙";
        message.text += "端末の設定値を確かめてください。";
    }
    const std::string text = mail_text(message);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        EXPECT_LE(end - at, 78u);
        at = end + 2;
    }
    // 39 bytes are 13 of these characters: every word stands for itself.
    EXPECT_NE(
        text.find("Subject: =?UTF-8?B?" + base64(message.subject.substr(0, 39)) + "?=\r\n =?"), std::string::npos);
}

TEST(MailText, WhatLooksEncodedIsEncoded)
{
    MailMessage message = letter();
    message.subject = "=?UTF-8?B?QmNj?=";
    EXPECT_NE(mail_text(message).find("Subject: =?UTF-8?B?" + base64(message.subject) + "?=\r\n"), std::string::npos);
}

TEST(Base64, PadsLikeMime)
{
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");
}

}
}
