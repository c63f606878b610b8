#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace hoshuban::loan {

/// The words that are not empty, with a blank between them.
inline std::string spaced(std::initializer_list<std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!word.empty())
            text += (text.empty() ? "" : " ") + std::string{word};
    }
    return text;
}

}
