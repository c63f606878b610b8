#include "features/search/hit_store.hpp"

#include "features/search/listed_store.hpp"
#include "features/search/sql.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace hoshuban::search {
namespace {

constexpr std::size_t excerpt_characters = 90;
// So many candidates that hold every pair but not the word are passed over before the answer ends.
constexpr int most_rounds = 8;

struct StoredPiece {
    std::string subject_id;
    std::string number;
    std::string title;
    std::vector<std::string> reaches;
    std::vector<Field> fields;
};

std::map<std::string, Blocks, std::less<>> postings(
    db::Reader& reader, const ContractId& contract, const std::vector<std::string>& terms)
{
    std::map<std::string, Blocks, std::less<>> found;
    for (const auto portion : portions(std::span{terms})) {
        const Listed listed{sql::find_postings, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            const auto kind = row.get<std::string>("kind");
            const auto term = row.get<std::string>("term");
            found[kind][row.get<int>("block")][term] = DocumentSet::from(row.cell("documents").data);
        });
    }
    return found;
}

std::unordered_map<int, StoredPiece> pieces(
    db::Reader& reader, const ContractId& contract, const std::string& kind, std::span<const Position> positions)
{
    std::vector<int> numbers;
    for (const Position& position : positions)
        numbers.push_back(position.document);
    std::unordered_map<int, StoredPiece> found;
    const Listed listed{sql::find_pieces, {contract, kind}, std::span<const int>{numbers}};
    reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
        const int document = row.get<int>("document");
        found.insert_or_assign(document,
            StoredPiece{row.get<std::string>("subject_id"), row.get<std::string>("number"),
                row.get<std::string>("title"), reaches_from(row.cell("reaches").data),
                fields_from(row.cell("fields").data)});
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

std::optional<Hit> hit_of(const StoredPiece& piece, const std::vector<std::string>& words)
{
    const Marking number{piece.number};
    const Marking title{piece.title};
    std::vector<Marking> texts;
    texts.reserve(piece.fields.size());
    for (const Field& field : piece.fields)
        texts.emplace_back(field.text);
    std::optional<std::size_t> shown;
    for (const std::string& word : words) {
        const bool in_heading = number.holds(word) || title.holds(word);
        const auto text = std::ranges::find_if(texts, [&](const Marking& each) { return each.holds(word); });
        if (text == texts.end() && !in_heading)
            return std::nullopt;
        if (text != texts.end() && (!shown || !in_heading))
            shown = static_cast<std::size_t>(text - texts.begin());
    }
    Hit hit{.subject_id = piece.subject_id, .number = number.all(words), .title = title.all(words), .place = {}};
    if (shown) {
        hit.place = place_of(piece.fields, *shown);
        hit.excerpt = texts[*shown].around(words, excerpt_characters);
    }
    return hit;
}

/// Looks at the candidates of one kind until there are enough hits.
class Look {
public:
    Look(db::Reader& reader, const ContractId& contract, const Question& question, const Limit& limit)
        : reader_{reader}
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
        while (positions.size() < std::min(count, most_listed)) {
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
        const auto read = pieces(reader_, contract_, limit_.kind, positions);
        for (const Position& position : positions) {
            const auto piece = read.find(position.document);
            if (piece == read.end() || !reached(limit_, piece->second.reaches))
                continue;
            auto hit = hit_of(piece->second, question_.words);
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
    const ContractId& contract_;
    const Question& question_;
    const Limit& limit_;
    Position last_ = {};
};

}

std::vector<KindHits> find(db::Reader& reader, const ContractId& contract, const Question& question,
    std::span<const Limit> limits, std::optional<Position> after, int most)
{
    std::vector<KindHits> found;
    if (question.words.empty() || limits.empty())
        return found;
    const auto read = postings(reader, contract, terms_of(question, limits));
    for (const Limit& limit : limits) {
        const auto blocks = read.find(limit.kind);
        if (blocks == read.end())
            continue;
        auto hits = Look{reader, contract, question, limit}.answer(blocks->second, after, most);
        if (!hits.hits.empty())
            found.push_back(std::move(hits));
    }
    return found;
}

}
