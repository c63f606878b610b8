#pragma once
#include "features/search/cursor.hpp"
#include "features/search/document.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::search {

/// Nothing when the contract was never indexed.
std::optional<Cursor> cursor_of(db::Reader&, const ContractId&);

/// A piece that is in the index already.
struct IndexedPiece {
    std::string subject_id;
    std::string part;
    int document = 0;
    std::string stamp; ///< of everything the piece was made of
};

std::vector<IndexedPiece> indexed_pieces(
    db::Reader&, const ContractId&, std::string_view kind, const std::string& subject_id);

/// A piece to be indexed, with its document's heading.
struct NewPiece {
    Piece piece;
    std::string stamp;
    std::vector<std::string> terms;
};

/// What is to change about one subject.
struct Change {
    std::string kind;
    Document document; ///< its fields and files stand in the pieces already
    std::vector<NewPiece> add = {};
    std::vector<IndexedPiece> remove = {};
};

/// Applies the changes that followed from the events up to `to.sequence`. False, and nothing is changed, when the
/// cursor is not at `from` any more: another process was faster.
bool apply(db::Tx&, const ContractId&, const std::optional<Cursor>& from, const Cursor& to, std::span<const Change>);

/// Empties the index of a contract; it is then followed from the first event again. Numbers go on behind the last one,
/// so that what a process remembers under a number never means something else.
void clear(db::Tx&, const ContractId&);

}
