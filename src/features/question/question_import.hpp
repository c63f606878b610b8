#pragma once
#include "core/sheet_plan.hpp"
#include "features/question/column.hpp"
#include "features/question/question.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::question {

/// What saving a row does: a new question, or a step on a stored one.
struct PlannedAct {
    std::optional<Asking> asking = {}; ///< a new question; its id and number are given out on saving
    std::optional<Question> before = {}; ///< the stored question that `step` goes on from
    std::optional<Step> step = {};
};

using CellProblem = sheet::CellProblem<Column>;
using ImportedRow = sheet::ImportedRow<Column>;
using PlannedRow = sheet::PlannedRow<Column, PlannedAct>;
using ImportPlan = sheet::ImportPlan<Column, PlannedAct>;
using sheet::Outcome;

/// What the rules of an import need to know.
struct ImportTerms {
    ContractId contract;
    Who who;
    /// The request of a control number that one reaches; nothing when there is none.
    std::function<std::optional<WorkRequestId>(const std::string&)> find_request;
    /// The stored question of a number that one reaches, or null.
    std::function<const Question*(const std::string&)> find;
};

/// Compares a file with the ledger; nothing is saved. Each side brings what it may write on screen: the contractor new
/// questions and a question put again, the city answers and what they change. Everything else of a stored question must
/// stand as it was; who wrote a new row and when is what the import itself records.
ImportPlan plan_import(const ImportTerms&, const std::vector<ImportedRow>&);

}
