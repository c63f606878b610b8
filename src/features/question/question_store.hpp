#pragma once
#include "features/contract/profile.hpp"
#include "features/question/question.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace hoshuban::question {

/// What lies outside of the reach does not exist: questions on a request for who reaches the request, all others for
/// who reaches the whole contract.
Result<Question> get(db::Reader&, const work_request::Reach&, const QuestionId&);
/// `get`, and refuse when the caller saw another version (412 shows who won).
Result<Question> get_version(db::Reader&, const work_request::Reach&, const QuestionId&, int version);
/// The conversation, the first contribution first.
std::vector<Entry> entries_of(db::Reader&, const ContractId&, const QuestionId&);

void insert(db::Tx&, const Question&);
/// Replaces the row if it still has `question.version`; returns the question with its new version.
Result<Question> update(db::Tx&, Question, Instant now);
void insert_entry(db::Tx&, const Question&, const Entry&);

/// A question that keeps the work of a request waiting.
struct OpenQuestion {
    QuestionId id;
    std::string number;
    std::string title;
    State state;
    Instant turn_since;
};

/// What the start of a job waits for here (WRQ-15, QNA-06). `blocks`: the contract keeps the gate shut while one is
/// open.
struct Readiness {
    bool blocks = false;
    std::vector<OpenQuestion> open = {};

    bool ready() const { return !blocks || open.empty(); }
};

Readiness readiness(db::Reader&, const contract::Profile&, const ContractId&, const WorkRequestId&);

}
