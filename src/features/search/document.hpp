#pragma once
#include "core/result.hpp"
#include "core/role.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::search {

/// One text of a thing and what people call it.
struct Field {
    Text label;
    std::string text;

    bool operator==(const Field&) const = default;
};

/// A file that belongs to a thing; its text is read from the blob store by the index itself.
struct File {
    std::string id;
    std::string name;
    std::string sha256;
};

/// Everything that is searched about one thing: a request, a question, a device.
struct Document {
    std::string subject_id;
    std::string number; ///< as people write it; empty when there is none
    std::string title;
    std::vector<Field> fields = {};
    std::vector<File> files = {};
    /// Who may see it, besides those who see the whole contract: see everyone(), division(), site().
    std::vector<std::string> reaches = {};
};

/// The marks of who reaches a document: everyone with the permission, people of one division (folded), of one site.
std::string everyone();
std::string division(std::string_view folded);
std::string site(std::string_view id);

/// What one person may find of one kind.
struct Limit {
    std::string kind;
    bool whole = false; ///< otherwise what carries one of `reaches`
    std::vector<std::string> reaches = {};
};

/// Whether somebody under this limit may see what carries these marks.
bool reached(const Limit&, const std::vector<std::string>& reaches);

/// A document is indexed in pieces: its own texts, then those of its files, each at most most_piece_bytes long, so that
/// a long file costs a hit no more than a short one.
struct Piece {
    std::string part; ///< `0`, `1` … for its own texts; those of a file begin with its id
    std::vector<Field> fields;
};

inline constexpr std::size_t most_piece_bytes = 6000;
/// The text of a file behind this many pieces is not searched (about 400,000 characters).
inline constexpr std::size_t most_pieces = 200;

/// Puts fields into pieces. A text that is too long for one goes on in the next, which repeats its last characters, so
/// that a word across the border is found.
std::vector<Piece> pieces_of(std::string_view part, const std::vector<Field>& fields);

/// What a piece is found by: pairs of characters in any text (`t`), those in number and title (`h`) with their single
/// characters, the whole number and title (`=`), and the marks of who reaches it.
std::vector<std::string> terms_of(const Document&, const Piece&);

/// Fields as one stored text, and back.
std::string stored(const std::vector<Field>&);
std::vector<Field> fields_from(std::string_view stored);
std::string stored_reaches(const std::vector<std::string>&);
std::vector<std::string> reaches_from(std::string_view stored);

}
