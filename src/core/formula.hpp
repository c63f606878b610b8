#pragma once
#include <string>
#include <string_view>

namespace hoshuban {

/// Whether Excel would evaluate a text when it opens the file: it begins with `=`, `+`, `-`, `@`, a tab or a CR.
bool like_formula(std::string_view);

/// A text that Excel shows instead of evaluating: an apostrophe stands in front of what is like a formula, and of an
/// apostrophe in front of that, so that unprotected_text finds the way back.
std::string protected_text(std::string_view);
std::string_view unprotected_text(std::string_view);

}
