#pragma once
#include <string_view>

namespace hoshuban {

/// Whether a text seems to give away a password: a word such as パスワード, password or 暗証番号 and directly behind
/// it, after signs that introduce a value, something that looks like one.
bool has_password_hint(std::string_view);

}
