#include "features/schedule/text.hpp"

#include "features/work_request/work_request_change.hpp"

namespace hoshuban::schedule {

Result<void> check_text(std::string_view field, std::string_view text)
{
    auto problems = work_request::text_problems(field, text, 2000);
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code,
        {"入力に誤りがあります。" + first.text.ja, "the input has errors: " + first.text.en}, std::move(problems));
}

}
