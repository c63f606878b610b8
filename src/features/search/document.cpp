#include "features/search/document.hpp"

#include "core/fold.hpp"
#include "features/search/word.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::search {
namespace {

constexpr char between = '\x1f';
constexpr char behind = '\x1e';
// More than the longest word (most_characters of three bytes each), so that none is lost at a border.
constexpr std::size_t repeated_bytes = 200;

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool inside_character(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

std::string without_marks(std::string_view text)
{
    std::string clean{text};
    std::ranges::replace(clean, between, ' ');
    std::ranges::replace(clean, behind, ' ');
    return clean;
}

/// Cuts a text that is too long for one piece.
std::vector<std::string> cut(const std::string& text)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (text.size() - from > most_piece_bytes) {
        std::size_t to = from + most_piece_bytes;
        while (inside_character(text, to))
            --to;
        parts.push_back(text.substr(from, to - from));
        from = to - repeated_bytes;
        while (inside_character(text, from))
            --from;
    }
    parts.push_back(text.substr(from));
    return parts;
}

void add_marked(std::vector<std::string>& terms, char mark, const std::vector<std::string>& runs)
{
    for (const std::string& run : runs)
        terms.push_back(mark + run);
}

void add_heading(std::vector<std::string>& terms, const std::string& text)
{
    const std::string key = fold(text);
    if (key.empty())
        return;
    add_marked(terms, 't', pairs_of(key));
    add_marked(terms, 'h', pairs_of(key));
    add_marked(terms, 'h', characters_of(key));
    if (count_characters(key) <= most_characters)
        terms.push_back('=' + key);
}

}

std::string everyone()
{
    return "*";
}

std::string division(std::string_view folded)
{
    return fmt::format("d{}", folded);
}

std::string site(std::string_view id)
{
    return fmt::format("s{}", id);
}

bool reached(const Limit& limit, const std::vector<std::string>& reaches)
{
    return limit.whole || std::ranges::any_of(reaches, [&](const std::string& mark) {
        return std::ranges::find(limit.reaches, mark) != limit.reaches.end();
    });
}

std::vector<Piece> pieces_of(std::string_view part, const std::vector<Field>& fields)
{
    std::vector<Piece> pieces;
    std::size_t room = 0;
    const auto begin = [&] {
        pieces.push_back({fmt::format("{}{}", part, pieces.size()), {}});
        room = most_piece_bytes;
    };
    begin();
    for (const Field& field : fields) {
        for (std::string& text : cut(without_marks(field.text))) {
            if (text.size() > room) {
                if (pieces.size() == most_pieces)
                    return pieces;
                begin();
            }
            room -= std::min(room, text.size());
            pieces.back().fields.push_back({field.label, std::move(text)});
        }
    }
    return pieces;
}

std::vector<std::string> terms_of(const Document& document, const Piece& piece)
{
    std::vector<std::string> terms{"*"};
    add_heading(terms, document.number);
    add_heading(terms, document.title);
    for (const Field& field : piece.fields)
        add_marked(terms, 't', pairs_of(fold(field.text)));
    for (const std::string& mark : document.reaches)
        terms.push_back('r' + mark);
    std::ranges::sort(terms);
    const auto repeated = std::ranges::unique(terms);
    terms.erase(repeated.begin(), repeated.end());
    return terms;
}

std::string stored(const std::vector<Field>& fields)
{
    std::string text;
    for (const Field& field : fields)
        text += field.label.ja + between + field.label.en + between + field.text + behind;
    return text;
}

std::vector<Field> fields_from(std::string_view stored)
{
    std::vector<Field> fields;
    for (const std::string_view each : split(stored, behind)) {
        const std::size_t first = std::min(each.find(between), each.size());
        const std::size_t second = std::min(each.find(between, first + 1), each.size());
        if (second == each.size())
            continue;
        fields.push_back({{std::string{each.substr(0, first)}, std::string{each.substr(first + 1, second - first - 1)}},
            std::string{each.substr(second + 1)}});
    }
    return fields;
}

std::string stored_reaches(const std::vector<std::string>& reaches)
{
    return fmt::format("{}", fmt::join(reaches, std::string_view{&between, 1}));
}

std::vector<std::string> reaches_from(std::string_view stored)
{
    std::vector<std::string> reaches;
    for (const std::string_view each : split(stored, between))
        reaches.emplace_back(each);
    return reaches;
}

}
