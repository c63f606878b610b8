#include "features/schedule/vendor.hpp"

#include <vector>

namespace hoshuban::schedule {

Result<void> check(const VendorNotice& notice)
{
    std::vector<FieldError> problems;
    const auto need = [&](bool there, const char* path, Text text) {
        if (!there)
            problems.push_back({path, "required", std::move(text)});
    };
    const bool standing = notice.word == VendorWord::standing;
    if (notice.word == VendorWord::contact || standing) {
        need(!notice.vendor.empty(), "vendor", {"業者名を入力してください。", "enter the vendor"});
        need(!notice.content.empty(), "content", {"内容（目的）を入力してください。", "enter the content or purpose"});
    }
    if (standing)
        need(!notice.frequency.empty(), "frequency", {"頻度を入力してください。", "enter the frequency"});
    else
        need(notice.request.has_value(), "request_id", {"作業依頼を選んでください。", "choose the work request"});
    if (notice.word == VendorWord::routine)
        need(notice.standing.has_value(), "standing_id",
            {"定例の項目を選んでください。", "choose the standing entry of the routine"});
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "schedule/vendor_notice",
        {"他業者との調整の記録に誤りがあります。", "the notice has errors"}, std::move(problems));
}

}
