#include "formats/security_template.hpp"

#include "formats/windows_text.hpp"

#include <fmt/format.h>

namespace hoshuban::windows {

Result<std::vector<PolicySetting>> read_security_template(std::string_view bytes)
{
    TRY_ASSIGN(const auto text, text_of_file(bytes));
    std::vector<PolicySetting> settings;
    std::string section;
    bool in_section = false;
    for (const Line& line : lines_of(text)) {
        const std::string_view content = trimmed(line.text);
        if (content.empty() || content.starts_with(';'))
            continue;
        if (content.starts_with('[') && content.ends_with(']')) {
            section = content.substr(1, content.size() - 2);
            in_section = true;
            continue;
        }
        if (!in_section) {
            const Text what{fmt::format("{}行目: 見出しより前に設定があります。", line.number),
                fmt::format("line {}: a setting before the first section", line.number)};
            return fail(ErrorKind::invalid, "security_template/line", what,
                {{fmt::to_string(line.number), "security_template/line", what}});
        }
        // Names of files stand in quotes and may hold the sign.
        const std::size_t sign = content.starts_with('"') ? std::string_view::npos : content.find('=');
        if (sign == std::string_view::npos)
            settings.push_back({section, std::string{content}, {}});
        else
            settings.push_back({section, std::string{trimmed(content.substr(0, sign))},
                std::string{trimmed(content.substr(sign + 1))}});
    }
    return settings;
}

}
