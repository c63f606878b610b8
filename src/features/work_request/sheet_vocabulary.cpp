#include "features/work_request/sheet_vocabulary.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

template <std::size_t size>
void copy_words(std::array<std::string, size>& words, const std::array<std::string_view, size>& keys,
    const std::map<std::string, Text, std::less<>>& texts)
{
    for (std::size_t i = 0; i < size; ++i) {
        const auto found = texts.find(keys[i]);
        words[i] = found == texts.end() ? std::string{keys[i]} : found->second.ja;
    }
}

}

SheetVocabulary sheet_vocabulary(const contract::ListForm& form)
{
    SheetVocabulary words{
        .sheet_name = form.sheet_name,
        .title = form.title.ja,
        .groups = {},
        .columns = {},
        .statuses = {},
        .date_style = form.date_style,
        .empty_mark = form.empty_mark,
        .blank_rows = form.blank_rows,
    };
    copy_words(words.groups, contract::list_groups, form.groups);
    copy_words(words.columns, contract::list_columns, form.columns);
    copy_words(words.statuses, contract::list_statuses, form.statuses);
    return words;
}

std::string print_day(LocalDay day, contract::DateStyle style)
{
    const std::chrono::year_month_day date{day};
    switch (style) {
    case contract::DateStyle::western_slash:
        return fmt::format("{}/{}/{}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()));
    case contract::DateStyle::era_long:
        return hoshuban::print_day(day, DayStyle::wareki);
    case contract::DateStyle::era_short:
        return hoshuban::print_day(day, DayStyle::wareki_short);
    case contract::DateStyle::iso:
        break;
    }
    return hoshuban::to_text(day);
}

const std::string& label_of(const SheetVocabulary& words, Column column)
{
    return words.columns[static_cast<std::size_t>(column) + 1];
}

const std::string& label_of(const SheetVocabulary& words, Status status)
{
    return words.statuses[static_cast<std::size_t>(status)];
}

}
