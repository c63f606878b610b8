#pragma once
#include "core/typed_text.hpp"
#include "features/work_request/work_request.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// Everything a request states, field by field, as canonical text; the keys are the API's names.
std::map<std::string, std::string> facts_of(const WorkRequest&);

/// The facts that differ, as they were and as they are.
struct Difference {
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
};

Difference difference(const WorkRequest& before, const WorkRequest& after);

/// What is wrong with the texts of a request: too long, control characters, something that can be a My Number.
/// The path is the API's name of the field.
std::vector<FieldError> text_problems(const WorkRequest&);
using hoshuban::text_problems;

}
