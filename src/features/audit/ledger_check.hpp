#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::db {
class Reader;
}

namespace hoshuban::audit {

/// What is stated about one thing, field by field; a field that states nothing is empty or absent.
using LedgerFacts = std::map<std::string, std::string>;

enum class LedgerBreakKind {
    differs, ///< a field holds something else than its last event says
    missing, ///< the events tell of a row that is not there
    unrecorded, ///< a row that no event tells of
    unreadable, ///< an event whose facts cannot be read
};

constexpr auto names_of(const LedgerBreakKind*)
{
    return std::to_array<Name<LedgerBreakKind>>({
        {LedgerBreakKind::differs, "differs"},
        {LedgerBreakKind::missing, "missing"},
        {LedgerBreakKind::unrecorded, "unrecorded"},
        {LedgerBreakKind::unreadable, "unreadable"},
    });
}

/// The first row of a ledger that is not what its events tell.
struct LedgerBreak {
    LedgerBreakKind kind = LedgerBreakKind::differs;
    std::string id;
    std::string number; ///< as people call the row
    std::string field = {};
    Text label = {}; ///< of the field
    std::string stored = {};
    std::string recorded = {};

    bool operator==(const LedgerBreak&) const = default;
};

Text reason_of(const LedgerBreak&);

struct LedgerVerification {
    std::string ledger;
    std::int64_t rows = 0;
    std::optional<LedgerBreak> broken = {};
};

/// Compares one ledger of a contract with the events of its rows. Every feature that keeps a ledger brings one.
using LedgerCheck = std::function<LedgerVerification(db::Reader&, const ContractId&)>;

/// The first field, in the order of the names, in which a row is not what was recorded; missing fields are empty ones.
std::optional<std::string> first_difference(const LedgerFacts& stored, const LedgerFacts& recorded);

}
