#include "core/typed_fields.hpp"

#include "core/typed_text.hpp"

#include <algorithm>
#include <iterator>

namespace hoshuban {

Result<void> take_fields(std::initializer_list<TypedField> fields)
{
    std::vector<FieldError> problems;
    for (const TypedField& field : fields) {
        field.text = settled_text(field.text);
        if (field.required && field.text.empty())
            problems.push_back({std::string{field.name}, "required", {"入力してください。", "fill this in"}});
        auto found = text_problems(field.name, field.text, field.limit);
        std::ranges::move(found, std::back_inserter(problems));
    }
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code,
        {"入力に誤りがあります。" + first.text.ja, "the input has errors: " + first.text.en}, std::move(problems));
}

}
