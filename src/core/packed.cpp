#include "core/packed.hpp"

namespace hoshuban {

std::string packed(const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids)
        text += "," + id;
    return text.empty() ? text : text + ",";
}

std::vector<std::string> unpacked(std::string_view text)
{
    std::vector<std::string> ids;
    std::size_t from = 1;
    while (from < text.size()) {
        const std::size_t comma = text.find(',', from);
        ids.emplace_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return ids;
}

}
