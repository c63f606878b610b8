#include "platform/db/failure.hpp"

#include <simdjson.h>

namespace hoshuban::db {

void throw_busy(const std::string& detail)
{
    throw Unavailable(Error{ErrorKind::unavailable, "db/busy",
                          {"データベースが混み合っています。しばらく待ってからもう一度お試しください。",
                              "The database is busy. Wait a moment and try again."}},
        detail);
}

void throw_unreachable(const std::string& detail)
{
    throw Unavailable(
        Error{ErrorKind::unavailable, "db/unreachable",
            {"データベースに接続できません。データベースが動いているか、接続先の設定を確認してください。",
                "The database cannot be reached. Check that it is running and that the address is right."}},
        detail);
}

void throw_full(const std::string& detail)
{
    throw Unavailable(Error{ErrorKind::unavailable, "db/disk_full",
                          {"保存できません。データベースのディスクの空きが足りないか、書き込めません。",
                              "Cannot save: the disk of the database is full or cannot be written."}},
        detail);
}

void throw_retry(const std::string& detail)
{
    throw Retry(Error{ErrorKind::unavailable, "db/conflict",
                    {"同時に行われた別の処理と重なり、保存できませんでした。もう一度お試しください。",
                        "Could not save because of other work at the same moment. Try again."}},
        detail);
}

void throw_constraint(const std::string& detail)
{
    throw Broken(Error{ErrorKind::conflict, "db/constraint",
                     {"保存しようとした内容が、すでに保存されている内容と矛盾しています。",
                         "What was to be saved contradicts what is already stored."}},
        detail);
}

void throw_broken(const std::string& detail)
{
    throw Broken(Error{ErrorKind::unavailable, "db/broken",
                     {"データベースの処理に失敗しました。管理者は記録（ログ）を確認してください。",
                         "The database could not do this. The administrator finds the reason in the log."}},
        detail);
}

void throw_unstorable(std::string_view code)
{
    const bool nul = code == "db/text_nul";
    throw Refused(
        Error{ErrorKind::invalid, std::string{code},
            nul ? Text{"文字列に使えない制御文字（NUL）が含まれています。取り除いてから、もう一度お試しください。",
                      "The text contains a NUL character, which cannot be stored. Remove it and try again."}
                : Text{"文字列の文字コードが UTF-8 ではありません。", "The text is not encoded in UTF-8."}},
        nul ? "text with NUL" : "text not in UTF-8");
}

void check_texts(std::span<const Param> params)
{
    for (const Param& param : params) {
        if (param.kind() != ValueKind::text)
            continue;
        if (param.data().find('\0') != std::string_view::npos)
            throw_unstorable("db/text_nul");
        if (!simdjson::validate_utf8(param.data().data(), param.data().size()))
            throw_unstorable("db/text_encoding");
    }
}

}
