#include "features/search/hit_store.hpp"

#include "features/search/index_store.hpp"
#include "features/search/sql.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <unordered_map>

namespace hoshuban::search {
namespace {

constexpr std::size_t excerpt_characters = 90;
// So many candidates that hold every pair but not the word are passed over before the answer ends.
constexpr int most_rounds = 8;

using ReadPieces = std::unordered_map<int, std::shared_ptr<const ReadPiece>>;
using TermPostings = std::map<std::string, std::shared_ptr<Postings>>;

TermPostings read_postings(db::Reader& reader, const ContractId& contract, const std::vector<std::string>& terms)
{
    TermPostings read;
    for (const std::string& term : terms)
        read.emplace(term, std::make_shared<Postings>());
    for (const auto portion : db::portions(std::span{terms})) {
        const db::Listed listed{sql::find_postings, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            read.at(row.get<std::string>("term"))
                ->push_back({row.get<std::string>("kind"), row.get<int>("block"),
                    DocumentSet::from(row.cell("documents").data)});
        });
    }
    return read;
}

std::string key_of(const ContractId& contract, const Cursor& state)
{
    return fmt::format("{} {} {} {} ", contract.text, state.sequence, state.goal, state.given);
}

/// Those of these postings that are remembered.
std::vector<std::shared_ptr<const Postings>> remembered(
    Memory& memory, const std::string& key, const std::vector<std::string>& terms)
{
    std::vector<std::shared_ptr<const Postings>> found;
    for (const std::string& term : terms)
        found.push_back(memory.postings.find(key + term));
    return found;
}

/// The postings of some terms, each null until it is found.
struct Lookup {
    std::optional<Cursor> state;
    std::vector<std::shared_ptr<const Postings>> found = {};

    bool complete() const { return state && std::ranges::find(found, nullptr) == found.end(); }
};

/// From memory alone while that was confirmed lately; otherwise in the state that the database is in now, so that
/// nothing is ever kept under a state that it does not belong to.
Lookup look_up(db::Reader& reader, Memory& memory, const ContractId& contract, const std::vector<std::string>& terms)
{
    if (const auto lately = memory.states.find(contract)) {
        Lookup known{lately, remembered(memory, key_of(contract, *lately), terms)};
        if (known.complete())
            return known;
    }
    Lookup lookup{cursor_of(reader, contract)};
    if (!lookup.state)
        return lookup;
    const std::string key = key_of(contract, *lookup.state);
    lookup.found = remembered(memory, key, terms);
    std::vector<std::string> unknown;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!lookup.found[i])
            unknown.push_back(terms[i]);
    }
    const auto read = read_postings(reader, contract, unknown);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (lookup.found[i])
            continue;
        lookup.found[i] = read.at(terms[i]);
        memory.postings.keep(
            key + terms[i], lookup.found[i], 100 + key.size() + lookup.found[i]->size() * sizeof(TermBlock));
    }
    memory.states.keep(contract, *lookup.state);
    return lookup;
}

std::map<std::string, Blocks, std::less<>> by_kind(const std::vector<std::string>& terms, const Lookup& lookup)
{
    std::map<std::string, Blocks, std::less<>> kinds;
    for (std::size_t i = 0; i < lookup.found.size(); ++i) {
        for (const TermBlock& each : *lookup.found[i])
            kinds[each.kind][each.block].emplace(
                terms[i], std::shared_ptr<const DocumentSet>{lookup.found[i], &each.documents});
    }
    return kinds;
}

void read_pieces(db::Reader& reader, const ContractId& contract, const std::string& kind,
    const std::vector<int>& numbers, const std::function<void(int, std::shared_ptr<const ReadPiece>)>& take)
{
    if (numbers.empty())
        return;
    const db::Listed listed{sql::find_pieces, {contract, kind}, std::span<const int>{numbers}};
    reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
        take(row.get<int>("document"),
            std::make_shared<const ReadPiece>(ReadPiece::Texts{row.get<std::string>("subject_id"),
                row.get<std::string>("number"), row.get<std::string>("title"), reaches_from(row.cell("reaches").data),
                fields_from(row.cell("fields").data)}));
    });
}

ReadPieces pieces(db::Reader& reader, Memory& memory, const ContractId& contract, const std::string& kind,
    std::span<const Position> positions)
{
    const std::string prefix = fmt::format("{} {} ", contract.text, kind);
    ReadPieces found;
    std::vector<int> unknown;
    for (const Position& position : positions) {
        if (auto known = memory.pieces.find(prefix + std::to_string(position.document)))
            found.emplace(position.document, std::move(known));
        else
            unknown.push_back(position.document);
    }
    read_pieces(reader, contract, kind, unknown, [&](int document, std::shared_ptr<const ReadPiece> piece) {
        memory.pieces.keep(prefix + std::to_string(document), piece, piece->bytes());
        found.emplace(document, std::move(piece));
    });
    return found;
}

// The pieces of a file begin with its name.
Text place_of(const std::vector<Field>& fields, std::size_t at)
{
    const Text& label = fields[at].label;
    if (fields[0].label.en != "File name" || at == 0)
        return label;
    return {fmt::format("{} {}", fields[0].text, label.ja), fmt::format("{} {}", fields[0].text, label.en)};
}

std::optional<Hit> hit_of(const ReadPiece& piece, const std::vector<std::string>& words)
{
    std::optional<std::size_t> shown;
    for (const std::string& word : words) {
        const bool in_heading = piece.number.holds(word) || piece.title.holds(word);
        const auto text = std::ranges::find_if(piece.fields, [&](const Marking& each) { return each.holds(word); });
        if (text == piece.fields.end() && !in_heading)
            return std::nullopt;
        if (text != piece.fields.end() && (!shown || !in_heading))
            shown = static_cast<std::size_t>(text - piece.fields.begin());
    }
    Hit hit{.subject_id = piece.texts.subject_id,
        .number = piece.number.all(words),
        .title = piece.title.all(words),
        .place = {}};
    if (shown) {
        hit.place = place_of(piece.texts.fields, *shown);
        hit.excerpt = piece.fields[*shown].around(words, excerpt_characters);
    }
    return hit;
}

/// Looks at the candidates of one kind until there are enough hits.
class Look {
public:
    Look(db::Reader& reader, Memory& memory, const ContractId& contract, const Question& question, const Limit& limit)
        : reader_{reader}
        , memory_{memory}
        , contract_{contract}
        , question_{question}
        , limit_{limit}
    {
    }

    KindHits answer(const Blocks& blocks, std::optional<Position> after, int most)
    {
        KindHits found{.kind = limit_.kind, .hits = {}};
        Candidates candidates{question_, limit_, blocks, after};
        std::set<std::string> seen;
        for (int round = 0; round < most_rounds; ++round) {
            const auto positions = take(candidates, static_cast<std::size_t>(most) + 1);
            if (positions.empty())
                break;
            if (!add(found, positions, seen, most))
                break;
        }
        return found;
    }

private:
    static std::vector<Position> take(Candidates& candidates, std::size_t count)
    {
        std::vector<Position> positions;
        while (positions.size() < std::min(count, db::most_listed)) {
            const auto position = candidates.next();
            if (!position)
                break;
            positions.push_back(*position);
        }
        return positions;
    }

    /// False when there are enough.
    bool add(KindHits& found, const std::vector<Position>& positions, std::set<std::string>& seen, int most)
    {
        const auto read = pieces(reader_, memory_, contract_, limit_.kind, positions);
        for (const Position& position : positions) {
            const auto piece = read.find(position.document);
            if (piece == read.end() || !reached(limit_, piece->second->texts.reaches))
                continue;
            auto hit = hit_of(*piece->second, question_.words);
            if (!hit || !seen.insert(hit->subject_id).second)
                continue;
            if (std::ssize(found.hits) == most) {
                found.next = last_;
                return false;
            }
            found.hits.push_back(std::move(*hit));
            last_ = position;
        }
        return true;
    }

    db::Reader& reader_;
    Memory& memory_;
    const ContractId& contract_;
    const Question& question_;
    const Limit& limit_;
    Position last_ = {};
};

}

Answer find(db::Reader& reader, Memory& memory, const ContractId& contract, const Question& question,
    std::span<const Limit> limits, std::optional<Position> after, int most)
{
    const auto terms = terms_of(question, limits);
    const Lookup lookup = look_up(reader, memory, contract, terms);
    Answer answer{.kinds = {}, .building = !lookup.state || lookup.state->building()};
    if (question.words.empty())
        return answer;
    const auto read = by_kind(terms, lookup);
    for (const Limit& limit : limits) {
        const auto blocks = read.find(limit.kind);
        if (blocks == read.end())
            continue;
        auto hits = Look{reader, memory, contract, question, limit}.answer(blocks->second, after, most);
        if (!hits.hits.empty())
            answer.kinds.push_back(std::move(hits));
    }
    return answer;
}

}
