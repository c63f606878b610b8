#include "features/notice/webhook.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::notice {

bool Webhook::hears(Group group) const
{
    return !disabled_at && std::ranges::find(groups, group) != groups.end();
}

std::string to_text(const std::vector<Group>& groups)
{
    std::string text;
    for (const Group group : groups)
        text += (text.empty() ? "" : ",") + std::string{name_of(group)};
    return text;
}

std::vector<Group> groups_from(std::string_view text)
{
    std::vector<Group> groups;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (const auto group = named<Group>(text.substr(0, comma)))
            groups.push_back(*group);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return groups;
}

Result<std::string> check_webhook_name(std::string_view name)
{
    const auto characters = count_characters(name);
    if (characters < 1 || characters > 100 || name.find_first_of("\r\n\t") != std::string_view::npos ||
        !find_flaws(name).empty()) {
        const Text wrong{"名前は、改行を含めずに1文字から100文字までで入力してください。",
            "a name is one line of 1 to 100 characters"};
        return fail(ErrorKind::invalid, "notice/webhook_name", wrong, {{"name", "notice/webhook_name", wrong}});
    }
    return std::string{name};
}

}
