#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::scan {

/// What a scanner says about bytes. `failed`: it said nothing that can be relied on, so the bytes count as unchecked.
enum class Verdict { clean, infected, failed };

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>(
        {{Verdict::clean, "clean"}, {Verdict::infected, "infected"}, {Verdict::failed, "failed"}});
}

struct Finding {
    Verdict verdict = Verdict::failed;
    std::string threat = {}; ///< as the signatures name it, when infected
    Text reason = {}; ///< when failed

    bool operator==(const Finding&) const = default;
};

/// The engine behind a finding. Signatures made by hand carry no number and no date.
struct Engine {
    std::string name; ///< `ClamAV 1.4.6`
    std::string signatures = {}; ///< number of the signature list, `27656`
    std::optional<LocalDay> signatures_on = {}; ///< day on which that list was made

    bool operator==(const Engine&) const = default;
};

/// The longest answer that is read, in bytes, with the NUL that ends it.
inline constexpr std::size_t most_answer_bytes = 1024;

/// Reads clamd's whole answer to `zINSTREAM`: exactly one text that a NUL ends. Whatever else it is, it is a failure.
Finding read_finding(std::string_view answer);

/// Reads clamd's whole answer to `zVERSION`; nothing when it is no such answer.
std::optional<Engine> read_engine(std::string_view answer);

}
