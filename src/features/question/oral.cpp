#include "features/question/oral.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::question {
namespace {

std::unexpected<Error> not_agreed(const contract::ApprovalKind& kind)
{
    return fail(ErrorKind::conflict, "question/oral_not_agreed",
        {fmt::format("口頭で済ませるには、市が認めた「{}」が有効であることが必要です（{}）。"
                     "承認のページで申請するか、書面で質問してください。",
             kind.label.ja, kind.clause),
            fmt::format("word of mouth needs a \"{}\" in force ({}): apply for it under Approvals, or ask in writing",
                kind.label.en, kind.clause)});
}

}

bool knows_oral(const contract::Profile& profile)
{
    return profile.questions.oral_if_minor || !approval_kinds(profile, contract::ApprovalEffect::oral).empty();
}

Result<void> check_oral(const contract::Profile& profile, bool minor, const std::vector<std::string>& granted)
{
    const contract::QuestionRule& rule = profile.questions;
    if (!knows_oral(profile)) {
        return fail(ErrorKind::conflict, "question/oral_not_allowed",
            {fmt::format(
                 "この契約では、確認は書面で行います（{}）。口頭の内容は質問として書いてください。", rule.clause),
                fmt::format(
                    "this contract wants confirmations in writing ({}): write it down as a question", rule.clause)});
    }
    if (rule.oral_if_minor && !minor) {
        return fail(ErrorKind::conflict, "question/oral_not_minor",
            {fmt::format("口頭で済ませられるのは軽易な内容だけです（{}）。書面で質問してください。", rule.clause),
                fmt::format(
                    "only plain, unimportant matters may be confirmed orally ({}): ask in writing", rule.clause)});
    }
    const auto kinds = approval_kinds(profile, contract::ApprovalEffect::oral);
    const bool agreed = kinds.empty() || std::ranges::any_of(kinds, [&](const contract::ApprovalKind* kind) {
        return std::ranges::find(granted, kind->id) != granted.end();
    });
    return agreed ? Result<void>{} : not_agreed(*kinds.front());
}

}
