#pragma once
#include "core/result.hpp"
#include "features/notice/outside_job.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hoshuban {

/// How `serve` is told to reach mail servers and other programs.
struct OutsideOptions {
    std::string smtp_url;
    bool smtp_plain = false;
    std::string smtp_user;
    std::string smtp_password; ///< from the environment
    std::string smtp_password_file;
    std::string mail_from;
    std::string mail_name = "保守番";
    std::string ca_file;
    std::vector<std::string> webhook_allow;
    bool webhook_http = false;
};

void add_outside_options(CLI::App& command, OutsideOptions&);

/// Refuses half a mail server, and a password that would travel in the clear.
Result<notice::Outside> outside_of(const OutsideOptions&);

}
