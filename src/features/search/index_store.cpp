#include "features/search/index_store.hpp"

#include "features/search/posting.hpp"
#include "features/search/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::search {
namespace {

/// The postings of one block of one kind.
struct Block {
    std::string kind;
    int number = 0;

    auto operator<=>(const Block&) const = default;
};

struct Touched {
    std::vector<int> add;
    std::vector<int> remove;
};

/// What is to change in each block: term → numbers within the block.
using Touches = std::map<Block, std::map<std::string, Touched>>;

bool move_cursor(db::Tx& tx, const ContractId& contract, const std::optional<Cursor>& from, const Cursor& to)
{
    const auto moved = from ? tx.execute(sql::move_cursor, contract, from->sequence, to.sequence, to.goal)
                            : tx.execute(sql::insert_cursor, contract, to.sequence, to.goal);
    return moved == 1;
}

void remove_pieces(db::Tx& tx, const ContractId& contract, const Change& change, Touches& touches)
{
    for (const IndexedPiece& piece : change.remove) {
        tx.execute(sql::delete_piece, contract, change.kind, piece.document);
        touches[{change.kind, piece.document / block_size}]["*"].remove.push_back(piece.document % block_size);
    }
}

void add_pieces(db::Tx& tx, const ContractId& contract, const Change& change, int& last, Touches& touches)
{
    const Document& document = change.document;
    for (const NewPiece& piece : change.add) {
        ++last;
        tx.execute(sql::insert_piece, contract, change.kind, last, document.subject_id, piece.piece.part, piece.stamp,
            document.number, document.title, stored_reaches(document.reaches), stored(piece.piece.fields));
        auto& block = touches[{change.kind, last / block_size}];
        for (const std::string& term : piece.terms)
            block[term].add.push_back(last % block_size);
    }
}

/// The last number before those of the pieces that are added, for each kind.
std::map<std::string, int> take_numbers(db::Tx& tx, const ContractId& contract, std::span<const Change> changes)
{
    std::map<std::string, int> last;
    for (const Change& change : changes)
        last[change.kind] += static_cast<int>(change.add.size());
    for (auto& [kind, count] : last) {
        if (count > 0)
            count = tx.query(sql::take_numbers, contract, kind, count).one([](const db::Row& row) {
                return row.get<int>("last");
            }) - count;
    }
    return last;
}

std::map<std::string, DocumentSet> stored_sets(
    db::Tx& tx, const ContractId& contract, const Block& block, std::span<const std::string> terms)
{
    std::map<std::string, DocumentSet> sets;
    for (const auto portion : db::portions(terms)) {
        const db::Listed listed{sql::find_block_postings, {contract, block.kind, block.number}, portion};
        tx.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            sets.emplace(row.get<std::string>("term"), DocumentSet::from(row.cell("documents").data));
        });
    }
    return sets;
}

void store_touches(db::Tx& tx, const ContractId& contract, const Touches& touches)
{
    for (const auto& [block, touched] : touches) {
        std::vector<std::string> terms;
        for (const auto& [term, numbers] : touched)
            terms.push_back(term);
        auto sets = stored_sets(tx, contract, block, terms);
        std::vector<std::vector<db::Param>> rows;
        rows.reserve(touched.size());
        for (const auto& [term, numbers] : touched) {
            DocumentSet& set = sets[term];
            std::ranges::for_each(numbers.add, [&](int number) { set.add(number); });
            std::ranges::for_each(numbers.remove, [&](int number) { set.remove(number); });
            rows.push_back({contract, term, block.kind, block.number, db::Param{db::Bytes{set.stored()}}});
        }
        db::insert_many(tx, sql::put_posting, rows);
    }
}

}

std::optional<Cursor> cursor_of(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::find_cursor, contract).one_or_none([](const db::Row& row) {
        return Cursor{row.get<std::int64_t>("sequence"), row.get<std::int64_t>("goal"), row.get<std::int64_t>("given")};
    });
}

std::vector<IndexedPiece> indexed_pieces(
    db::Reader& reader, const ContractId& contract, std::string_view kind, const std::string& subject_id)
{
    return reader.query(sql::list_pieces, contract, kind, subject_id).map([](const db::Row& row) {
        return IndexedPiece{row.get<std::string>("subject_id"), row.get<std::string>("part"), row.get<int>("document"),
            row.get<std::string>("stamp")};
    });
}

bool apply(db::Tx& tx, const ContractId& contract, const std::optional<Cursor>& from, const Cursor& to,
    std::span<const Change> changes)
{
    if (!move_cursor(tx, contract, from, to))
        return false;
    auto last = take_numbers(tx, contract, changes);
    Touches touches;
    for (const Change& change : changes) {
        remove_pieces(tx, contract, change, touches);
        add_pieces(tx, contract, change, last[change.kind], touches);
    }
    store_touches(tx, contract, touches);
    return true;
}

void clear(db::Tx& tx, const ContractId& contract)
{
    tx.execute(sql::delete_cursor, contract);
    tx.execute(sql::delete_documents, contract);
    tx.execute(sql::delete_postings, contract);
}

}
