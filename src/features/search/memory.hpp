#pragma once
#include "core/id.hpp"
#include "features/search/cursor.hpp"
#include "features/search/document.hpp"
#include "features/search/marked.hpp"
#include "features/search/posting.hpp"
#include "features/search/recent.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::search {

/// The documents of one block of one kind that hold a term.
struct TermBlock {
    std::string kind;
    int block = 0;
    DocumentSet documents;
};
using Postings = std::vector<TermBlock>;

/// A stored piece with its texts folded, so that words are found in it at once.
struct ReadPiece {
    struct Texts {
        std::string subject_id;
        std::string number;
        std::string title;
        std::vector<std::string> reaches;
        std::vector<Field> fields;
    };
    explicit ReadPiece(Texts);
    ReadPiece(const ReadPiece&) = delete;
    ReadPiece& operator=(const ReadPiece&) = delete;

    std::size_t bytes() const;

    const Texts texts;
    const Marking number;
    const Marking title;
    const std::vector<Marking> fields; ///< one for each of texts.fields
};

/// The states of the indexes that were asked for lately. Another process's change is noticed within `recheck`, one of
/// this process at once, as its follower tells. Thread safe.
class States {
public:
    explicit States(std::chrono::milliseconds recheck)
        : recheck_{recheck}
    {
    }

    /// None when the database has to be asked.
    std::optional<Cursor> find(const ContractId&) const;
    void keep(const ContractId&, const Cursor&);
    void forget(const ContractId&);

private:
    struct Asked {
        Cursor state;
        std::chrono::steady_clock::time_point at;
    };

    const std::chrono::milliseconds recheck_;
    mutable std::mutex mutex_;
    std::map<ContractId, Asked> asked_;
};

/// What a process remembers of the index of one database. Postings are kept under the state of the index they belong
/// to, pieces under their number, which is never given out twice: so what is remembered is never out of date. Whoever
/// asks may see only what his limits let him; nothing here knows of people.
struct Memory {
    static constexpr std::size_t most_bytes = std::size_t{32} << 20;

    explicit Memory(std::chrono::milliseconds recheck = std::chrono::milliseconds{100})
        : states{recheck}
    {
    }

    States states;
    Recent<Postings> postings{most_bytes};
    Recent<ReadPiece> pieces{most_bytes};
};

}
