#include "features/live/live.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban::live {
namespace {

// Ids and kinds are letters, digits, dashes and underscores; anything else would be a mistake elsewhere and is dropped.
std::string plain(std::string_view text)
{
    std::string clean;
    std::ranges::copy_if(text, std::back_inserter(clean),
        [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '*' || c == '.'; });
    return clean;
}

}

std::string to_text(const Positions& positions)
{
    std::string text;
    for (const auto& [contract, sequence] : positions)
        text += fmt::format("{}{}:{}", text.empty() ? "" : ",", contract.text, sequence);
    return text;
}

Positions positions_from(std::string_view text)
{
    Positions positions;
    while (!text.empty()) {
        const std::string_view each = text.substr(0, text.find(','));
        text.remove_prefix(std::min(each.size() + 1, text.size()));
        const std::size_t colon = each.find(':');
        if (colon == std::string_view::npos)
            continue;
        std::int64_t sequence = 0;
        const char* const last = each.data() + each.size();
        const auto [end, error] = std::from_chars(each.data() + colon + 1, last, sequence);
        if (error == std::errc{} && end == last && sequence >= 0)
            positions[{std::string{each.substr(0, colon)}}] = sequence;
    }
    return positions;
}

std::string message(std::string_view id, const ContractId& contract, const std::vector<Change>& changes)
{
    std::string list;
    for (const Change& change : changes)
        list += fmt::format(
            R"({}{{"kind":"{}","id":"{}"}})", list.empty() ? "" : ",", plain(change.kind), plain(change.id));
    const std::string mark = id.empty() ? std::string{} : fmt::format("id: {}\n", id);
    return fmt::format(
        "{}event: change\ndata: {{\"contract\":\"{}\",\"changes\":[{}]}}\n\n", mark, plain(contract.text), list);
}

std::string greeting()
{
    return "retry: 3000\nevent: hello\ndata: {}\n\n";
}

std::string start_over()
{
    return "event: resync\ndata: {}\n\n";
}

}
