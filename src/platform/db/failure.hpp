#pragma once
#include "platform/db/connection.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hoshuban::db {

// One function per way a statement can fail; `detail` is what the database said, and goes to the log only.
[[noreturn]] void throw_busy(const std::string& detail);
[[noreturn]] void throw_unreachable(const std::string& detail);
[[noreturn]] void throw_full(const std::string& detail);
[[noreturn]] void throw_retry(const std::string& detail);
[[noreturn]] void throw_constraint(const std::string& detail);
[[noreturn]] void throw_broken(const std::string& detail);
[[noreturn]] void throw_unstorable(std::string_view code);

/// Both databases refuse the same texts: NUL (PostgreSQL cannot store it) and what is not UTF-8.
void check_texts(std::span<const Param>);

}
