#pragma once
#include "core/language.hpp"
#include "core/result.hpp"
#include "formats/json.hpp"
#include "platform/http/message.hpp"

#include <string>
#include <vector>

namespace hoshuban::http {

/// RFC 9457 `application/problem+json`, in both languages.
struct Problem {
    struct FieldProblem {
        std::string path;
        std::string code;
        std::string ja;
        std::string en;
    };

    std::string type = "about:blank";
    std::string title;
    int status = 500;
    std::string code;
    std::string detail_ja;
    std::string detail_en;
    std::string request_id;
    std::vector<FieldProblem> errors = {};
};

json::Object describe(const Problem::FieldProblem*);
json::Object describe(const Problem*);

/// The one place where failures become status codes.
int status_of(ErrorKind);
Response problem_response(const Error&, const std::string& request_id, Language);
/// For what only the protocol knows: 400, 405, 415, 500 …
Response problem_response(int status, const Error&, const std::string& request_id, Language);

}
