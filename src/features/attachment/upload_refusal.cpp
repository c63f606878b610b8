#include "features/attachment/upload_refusal.hpp"

#include <fmt/format.h>

namespace hoshuban::attachment {

Error not_scanned(const Text& reason)
{
    return {ErrorKind::unavailable, "upload/not_scanned",
        {fmt::format("{}ファイルは保存していません。ウイルス検査が動いていることを管理者に確かめてから、もう一度送って"
                     "ください。",
             reason.ja),
            fmt::format(
                "{}. The file was not stored: have the administrator look after the virus scanner, then send it "
                "again.",
                reason.en)}};
}

Error infected(const std::string& name, const std::string& threat)
{
    const std::string place = name.empty() ? "file" : name;
    return {ErrorKind::invalid, "upload/infected",
        {fmt::format(
             "「{}」からウイルスが見つかりました（{}）。ファイルは保存していません。元の媒体と端末を使うのをやめ、"
             "情報セキュリティ事故として届け出てください。",
             place, threat),
            fmt::format("\"{}\" holds a virus ({}). It was not stored: stop using the medium and the terminal that it "
                        "came from, and report a security incident.",
                place, threat)},
        {{place, "upload/infected",
            {fmt::format("ウイルスが見つかりました（{}）。", threat), fmt::format("holds a virus ({})", threat)}}}};
}

}
