#include "features/search/follow_job.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/passage_doc.hpp"
#include "features/audit/follow_store.hpp"
#include "features/search/index_store.hpp"
#include "platform/crypto.hpp"
#include "platform/db/blob.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::search {
namespace {

// A step is one write: so many events that others hardly wait for it.
constexpr std::int64_t most_events = 500;
// The stored cursor may lag behind events that touch nothing: moving it would be a write for every page that is read.
constexpr std::int64_t most_unstored = 20'000;

struct Plan {
    std::optional<Cursor> from;
    Cursor to;
    std::vector<Change> changes;
};

std::string heading_stamp(const Document& document)
{
    return document.number + '\0' + document.title + '\0' + stored_reaches(document.reaches) + '\0';
}

/// A file is read only when it, its name or its document's heading is not in the index yet.
class Pieces {
public:
    Pieces(db::Reader& reader, const Document& document, const std::vector<IndexedPiece>& indexed)
        : reader_{reader}
        , document_{document}
        , indexed_{indexed}
    {
    }

    std::vector<NewPiece> wanted()
    {
        for (Piece& piece : pieces_of("", document_.fields)) {
            std::string stamp = crypto::sha256_hex(heading_stamp(document_) + stored(piece.fields));
            want(std::move(piece), std::move(stamp));
        }
        for (const File& file : document_.files)
            want_file(file);
        return std::move(wanted_);
    }

    bool keeps(const IndexedPiece& piece) const { return kept_.contains(piece.document); }

private:
    const IndexedPiece* find(const std::string& part, const std::string& stamp) const
    {
        const auto found = std::ranges::find_if(
            indexed_, [&](const IndexedPiece& piece) { return piece.part == part && piece.stamp == stamp; });
        return found == indexed_.end() ? nullptr : &*found;
    }

    void want(Piece piece, std::string stamp)
    {
        if (const IndexedPiece* known = find(piece.part, stamp)) {
            kept_.insert(known->document);
            return;
        }
        auto terms = terms_of(document_, piece);
        wanted_.push_back({std::move(piece), std::move(stamp), std::move(terms)});
    }

    void want_file(const File& file)
    {
        const std::string part = file.id + "/";
        const std::string stamp = crypto::sha256_hex(heading_stamp(document_) + file.sha256 + '\0' + file.name);
        if (find(part + "0", stamp) != nullptr) {
            for (const IndexedPiece& piece : indexed_) {
                if (piece.part.starts_with(part))
                    kept_.insert(piece.document);
            }
            return;
        }
        const Field name{{"ファイル名", "File name"}, file.name};
        for (Piece& piece : pieces_of(part, text_of(file))) {
            piece.fields.insert(piece.fields.begin(), name);
            want(std::move(piece), stamp);
        }
    }

    // What cannot be read as what its name says was kept as it came when it was attached; it is found by its name.
    std::vector<Field> text_of(const File& file)
    {
        std::vector<Field> fields;
        if (!attachment::has_text(file.name))
            return fields;
        const auto bytes = db::find_blob(reader_, file.sha256, attachment::most_attachment_bytes);
        if (!bytes)
            return fields;
        auto passages = attachment::passages_of(*bytes, file.name);
        if (!passages)
            return fields;
        for (attachment::Passage& passage : *passages) {
            if (!passage.text.empty())
                fields.push_back({std::move(passage.place), std::move(passage.text)});
        }
        return fields;
    }

    db::Reader& reader_;
    const Document& document_;
    const std::vector<IndexedPiece>& indexed_;
    std::vector<NewPiece> wanted_;
    std::set<int> kept_;
};

Change change_of(db::Reader& reader, const ContractId& contract, const Source& source, const std::string& id)
{
    Change change{.kind = source.kind, .document = {.subject_id = id, .number = {}, .title = {}}};
    const auto indexed = indexed_pieces(reader, contract, source.kind, id);
    auto document = source.document(reader, contract, id);
    if (!document) {
        change.remove = indexed;
        return change;
    }
    Pieces pieces{reader, *document, indexed};
    change.add = pieces.wanted();
    std::ranges::copy_if(
        indexed, std::back_inserter(change.remove), [&](const auto& each) { return !pieces.keeps(each); });
    document->fields.clear();
    change.document = std::move(*document);
    return change;
}

/// What the events touched, each once, in the order of the last event about it.
std::vector<std::pair<const Source*, std::string>> touched_by(db::Reader& reader, const ContractId& contract,
    const std::vector<Source>& sources, const std::vector<audit::Mark>& marks)
{
    std::vector<std::pair<const Source*, std::string>> latest_first;
    std::set<std::pair<const Source*, std::string>> seen;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        for (const Source& source : sources) {
            for (std::string& id : source.touched(reader, contract, mark->subject)) {
                if (seen.emplace(&source, id).second)
                    latest_first.emplace_back(&source, std::move(id));
            }
        }
    }
    std::ranges::reverse(latest_first);
    return latest_first;
}

struct Stretch {
    std::int64_t after;
    std::int64_t end;
};

/// What a stretch of the chain, or its beginning, changes about the index.
void add_changes(Plan& plan, db::Reader& reader, const ContractId& contract, const std::vector<Source>& sources,
    const Stretch& stretch)
{
    plan.to = {std::min(stretch.after + most_events, stretch.end), plan.from ? plan.from->goal : stretch.end};
    for (const auto& [source, id] : touched_by(
             reader, contract, sources, audit::changes_between(reader, contract, stretch.after, plan.to.sequence))) {
        Change change = change_of(reader, contract, *source, id);
        if (!change.add.empty() || !change.remove.empty())
            plan.changes.push_back(std::move(change));
    }
}

bool worth_storing(const Plan& plan)
{
    return !plan.changes.empty() || !plan.from || plan.from->building() ||
        plan.to.sequence - plan.from->sequence > most_unstored;
}

}

bool Follower::step()
{
    bool more = false;
    for (const audit::Head& end : database_.read(audit::list_ends)) {
        if (end.chain != audit::system_chain && scanned_[end.chain].until < end.sequence)
            more = follow(end.chain, end.sequence) || more;
    }
    return more;
}

bool Follower::follow(const ContractId& contract, std::int64_t end)
{
    Scanned& scanned = scanned_[contract];
    const Plan made = database_.read([&](db::Reader& reader) {
        Plan next{.from = cursor_of(reader, contract), .to = {}, .changes = {}};
        const std::int64_t stored = next.from ? next.from->sequence : 0;
        add_changes(next, reader, contract, sources_,
            {stored == scanned.stored ? std::max(stored, scanned.until) : stored, end});
        return next;
    });
    const bool store = worth_storing(made);
    if (store && !database_.write([&](db::Tx& tx) { return apply(tx, contract, made.from, made.to, made.changes); })) {
        scanned = {};
        return true;
    }
    if (store && memory_ != nullptr)
        memory_->states.forget(contract);
    scanned = {store ? made.to.sequence : made.from->sequence, made.to.sequence};
    return made.to.sequence < end;
}

int Follower::start_over()
{
    const auto ends = database_.read(audit::list_ends);
    const int count = database_.write([&](db::Tx& tx) {
        int cleared = 0;
        for (const audit::Head& end : ends) {
            if (end.chain == audit::system_chain)
                continue;
            clear(tx, end.chain);
            ++cleared;
        }
        return cleared;
    });
    scanned_.clear();
    for (const audit::Head& end : ends) {
        if (memory_ != nullptr)
            memory_->states.forget(end.chain);
    }
    return count;
}

}
