#include "platform/db/migrations.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace hoshuban::db {
namespace {

struct Replacement {
    std::string_view type;
    std::string_view postgres;
};

// INTEGER is 64 bits wide on SQLite and 32 on PostgreSQL.
constexpr auto replacements = std::to_array<Replacement>({
    {"INTEGER", "BIGINT"},
    {"BLOB", "BYTEA"},
    {"REAL", "DOUBLE PRECISION"},
});

bool in_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The next piece that belongs together: a word, a quoted text, a comment, or one other character.
std::string_view next_piece(std::string_view rest)
{
    if (in_word(rest[0]))
        return rest.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(rest, in_word) - rest.begin()));
    if (rest[0] == '\'')
        return rest.substr(0, std::min(rest.size(), rest.find('\'', 1)) + 1);
    if (rest.starts_with("--"))
        return rest.substr(0, rest.find('\n'));
    return rest.substr(0, 1);
}

std::string_view on_postgres(std::string_view word)
{
    const auto found = std::ranges::find(replacements, word, &Replacement::type);
    return found == replacements.end() ? word : found->postgres;
}

}

std::string for_dialect(std::string_view text, Dialect dialect)
{
    std::string out;
    std::string_view last_word;
    bool creates_table = false;
    while (!text.empty()) {
        const std::string_view piece = next_piece(text);
        text.remove_prefix(piece.size());
        if (piece == ";" && creates_table && dialect == Dialect::sqlite)
            out += " STRICT";
        out += dialect == Dialect::postgres ? on_postgres(piece) : piece;
        if (piece == ";")
            creates_table = false;
        if (in_word(piece[0])) {
            creates_table = creates_table || (last_word == "CREATE" && piece == "TABLE");
            last_word = piece;
        }
    }
    return out;
}

}
