#pragma once
#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace hoshuban {

/// A sentence for people, in both languages of the product. `ja` is shown first and is never empty.
struct Text {
    std::string ja;
    std::string en;

    bool operator==(const Text&) const = default;
};

/// What kind of failure this is; the HTTP edge maps each to one status code.
enum class ErrorKind {
    invalid, ///< the input is wrong: 422
    unauthorized, ///< nobody is signed in: 401
    forbidden, ///< seen but not allowed: 403
    not_found, ///< does not exist, or may not be seen: 404
    conflict, ///< contradicts what is stored: 409
    precondition, ///< the row was changed by somebody else, or a gate is shut: 412
    precondition_required, ///< If-Match is missing: 428
    too_large, ///< over a stated limit: 413
    too_many, ///< over a rate limit: 429
    unavailable, ///< cannot be served now: 503
};

/// One wrong place of the input: `path` is a JSON field path (`changes[3].title`), a cell (`依頼一覧!D12`) or a
/// position (`contract.yaml:41:7`).
struct FieldError {
    std::string path;
    std::string code;
    Text text;

    bool operator==(const FieldError&) const = default;
};

/// An expected failure. `code` is stable and readable by programs (`work_request/gate_shut`); `text` says what is wrong
/// and what to do.
struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string code;
    Text text;
    std::vector<FieldError> fields = {};
};

template <class T>
using Result = std::expected<T, Error>;

/// Build a failure to return: `return fail(ErrorKind::conflict, "account/name_taken", {"…", "…"});`
inline std::unexpected<Error> fail(ErrorKind kind, std::string code, Text text, std::vector<FieldError> fields = {})
{
    return std::unexpected(Error{kind, std::move(code), std::move(text), std::move(fields)});
}

inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}

}

#define HOSHUBAN_JOIN_(a, b) a##b
#define HOSHUBAN_JOIN(a, b) HOSHUBAN_JOIN_(a, b)

/// Return early when `expression` (a Result) failed.
#define TRY(expression)                                                                                                \
    do {                                                                                                               \
        if (auto hoshuban_try_result = (expression); !hoshuban_try_result)                                             \
            return std::unexpected(std::move(hoshuban_try_result).error());                                            \
    } while (false)

/// Bind the value of a Result, or return early with its error: `TRY_ASSIGN(const auto level, service_level(...));`
#define TRY_ASSIGN(declaration, expression)                                                                            \
    TRY_ASSIGN_(HOSHUBAN_JOIN(hoshuban_try_, __COUNTER__), declaration, expression)
#define TRY_ASSIGN_(name, declaration, expression)                                                                     \
    auto name = (expression);                                                                                          \
    if (!name)                                                                                                         \
        return std::unexpected(std::move(name).error());                                                               \
    declaration = std::move(*name)
