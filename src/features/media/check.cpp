#include "features/media/check.hpp"

#include "core/typed_fields.hpp"

#include <fmt/format.h>

namespace hoshuban::media {
namespace {

std::unexpected<Error> refused(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

}

Result<Check> take_manual(Check check, bool scanner_present, Instant now)
{
    TRY(take_fields({{"checked_by", check.checked_by, 200, true}, {"tool", check.tool, 200, true},
        {"note", check.note, 1000, scanner_present}}));
    const Instant at = check.finished_at.value_or(now);
    if (at > now)
        return refused("checked_at", "media/in_future", {"まだ来ていない日時です。", "this moment has not come yet"});
    if (!check.definitions_on)
        return refused("definitions_on", "required",
            {"定義ファイルの日付を入力してください。", "enter the date of the tool's definitions"});
    if (*check.definitions_on > day_of(at))
        return refused("definitions_on", "media/in_future",
            {"定義ファイルの日付がチェックの日より後です。", "the definitions are younger than the check"});
    if (day_of(at) - *check.definitions_on > std::chrono::days{oldest_definitions})
        return refused("definitions_on", "media/old_definitions",
            {fmt::format("定義ファイルが{}日より古いので、チェックになりません。更新してからチェックし直してください。",
                 oldest_definitions),
                fmt::format(
                    "definitions older than {} days make no check: renew them and check again", oldest_definitions)});
    if (check.verdict == Verdict::running)
        return refused("verdict", "required", {"結果を選んでください。", "choose the result"});
    check.started_at = at;
    check.finished_at = at;
    return check;
}

Result<void> check_running(const Check& check)
{
    if (check.method == Method::scanner && check.verdict == Verdict::running)
        return {};
    return fail(ErrorKind::conflict, "media/check_over",
        {"このウイルスチェックは終わっています。新しいチェックを始めてください。",
            "this virus check is over: begin a new one"});
}

Result<Check> finish(Check check, int files, Instant now)
{
    TRY(check_running(check));
    if (files == 0)
        return fail(ErrorKind::conflict, "media/nothing_checked",
            {"まだ一つもファイルを検査していません。媒体のファイルを選んでください。",
                "no file was looked at yet: choose the files of the medium"});
    check.verdict = Verdict::clean;
    check.finished_at = now;
    return check;
}

LastCheck last_of(const Check& check)
{
    return {check.id, check.started_at, check.finished_at.value_or(check.started_at), check.verdict};
}

}
