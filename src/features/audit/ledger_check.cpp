#include "features/audit/ledger_check.hpp"

#include <fmt/format.h>
#include <set>

namespace hoshuban::audit {
namespace {

const std::string& value_of(const LedgerFacts& facts, const std::string& field)
{
    static const std::string none;
    const auto found = facts.find(field);
    return found == facts.end() ? none : found->second;
}

std::string quoted(const std::string& value, const char* otherwise)
{
    return value.empty() ? otherwise : fmt::format("「{}」", value);
}

std::string quoted_english(const std::string& value)
{
    return value.empty() ? "nothing" : fmt::format("\"{}\"", value);
}

}

std::optional<std::string> first_difference(const LedgerFacts& stored, const LedgerFacts& recorded)
{
    std::set<std::string> fields;
    for (const LedgerFacts* facts : {&stored, &recorded}) {
        for (const auto& [field, value] : *facts)
            fields.insert(field);
    }
    for (const std::string& field : fields) {
        if (value_of(stored, field) != value_of(recorded, field))
            return field;
    }
    return std::nullopt;
}

Text reason_of(const LedgerBreak& found)
{
    const std::string& name = found.number.empty() ? found.id : found.number;
    switch (found.kind) {
    case LedgerBreakKind::missing:
        return {
            fmt::format("「{}」は操作の記録にありますが、台帳にありません（消されたか、ほかへ移されています）。", name),
            fmt::format("the events tell of {}, but the ledger does not hold it: deleted or moved elsewhere", name)};
    case LedgerBreakKind::unrecorded:
        return {fmt::format("「{}」は台帳にありますが、操作の記録にありません（記録されずに加えられています）。", name),
            fmt::format("the ledger holds {}, but no event tells of it: inserted without a record", name)};
    case LedgerBreakKind::unreadable:
        return {
            fmt::format("「{}」の操作の記録を読めません。", name), fmt::format("an event of {} cannot be read", name)};
    default:
        return {fmt::format("「{}」の{}が操作の記録と違います（台帳: {}、記録: {}）。", name, found.label.ja,
                    quoted(found.stored, "空"), quoted(found.recorded, "空")),
            fmt::format("{} of {} is not what was recorded (ledger: {}, events: {})", found.label.en, name,
                quoted_english(found.stored), quoted_english(found.recorded))};
    }
}

}
