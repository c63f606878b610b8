#pragma once
#include "features/search/marked.hpp"
#include "features/search/memory.hpp"
#include "features/search/question.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::search {

/// One thing that was found, and where.
struct Hit {
    std::string subject_id;
    std::vector<Span> number;
    std::vector<Span> title;
    Text place; ///< where the shown text stands: 依頼内容, 手順書.docx 3段落目; empty when only the heading was hit
    std::vector<Span> excerpt = {};
};

/// What was found of one kind.
struct KindHits {
    std::string kind;
    std::vector<Hit> hits;
    std::optional<Position> next = {}; ///< where to go on; none when there is nothing more
};

struct Answer {
    std::vector<KindHits> kinds; ///< in the order of the limits; those without a hit are left out
    bool building = false; ///< the index does not hold everything yet
};

/// What somebody finds under these limits, at most `most` of each kind, best first. `after` continues an answer of one
/// kind.
Answer find(db::Reader&, Memory&, const ContractId&, const Question&, std::span<const Limit>,
    std::optional<Position> after, int most);

}
