#include "features/work_request/work_request_list.hpp"

#include "core/fold.hpp"

namespace hoshuban::work_request {

std::vector<std::string> search_words(std::string_view text)
{
    constexpr std::string_view wide_space = "\u3000";
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (std::string folded = fold(word); !folded.empty())
            words.push_back(std::move(folded));
        word.clear();
    };
    while (!text.empty()) {
        const bool wide = text.starts_with(wide_space);
        if (wide || text.front() == ' ' || text.front() == '\t')
            finish();
        else
            word += text.front();
        text.remove_prefix(wide ? wide_space.size() : 1);
    }
    finish();
    return words;
}

}
