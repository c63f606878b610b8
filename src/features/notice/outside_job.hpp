#pragma once
#include "platform/outbound/http_post.hpp"
#include "platform/outbound/smtp.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace hoshuban::notice {

/// How an installation reaches the world outside.
struct Outside {
    std::optional<outbound::SmtpServer> mail = {}; ///< none: nothing is mailed, and the pages say so
    outbound::PostTerms webhooks = {};
    std::filesystem::path key_file = {}; ///< with what the secrets of webhooks are sealed
    std::string base_url = {}; ///< under which people open the pages; empty: letters hold no links
};

}
