#include "app/commands/evidence_facts.hpp"

#include "formats/audit_policy.hpp"
#include "formats/hive.hpp"
#include "formats/ldif.hpp"
#include "formats/reg_file.hpp"
#include "formats/security_template.hpp"

#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban {
namespace {

const std::vector<std::string_view> registry_columns{"key", "name", "type", "value"};

using WhatIsMissing = Result<std::optional<Text>>;

// A key without values is a fact, too.
void print_key(FactPrinter& printer, std::string_view path, std::span<const registry::Value> values)
{
    if (values.empty())
        printer.row({path, Fact{}, Fact{}, Fact{}});
    for (const registry::Value& value : values) {
        const std::string type = registry::name_of_type(value.type);
        const std::string text = registry::to_text(value);
        std::uint64_t number = 0;
        const bool is_number = registry::is_number(value) &&
            std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{};
        printer.row({path, std::string_view{value.name}, std::string_view{type},
            is_number ? Fact{number} : Fact{std::string_view{text}}});
    }
}

WhatIsMissing print_hive(std::string_view bytes, const FactOutput& output)
{
    TRY_ASSIGN(const auto hive, registry::Hive::open(bytes));
    FactPrinter printer{output, registry_columns};
    hive.visit([&](std::string_view path, const registry::Key&, std::span<const registry::Value> values) {
        print_key(printer, path, values);
    });
    if (hive.is_sound() && hive.broken() == 0)
        return std::nullopt;
    return Text{fmt::format("ハイブは完全ではありません（読めない箇所 {}、先頭の検査 {}）。", hive.broken(),
                    hive.is_sound() ? "○" : "×"),
        fmt::format("the hive is not whole: {} places cannot be read, its header is {}", hive.broken(),
            hive.is_sound() ? "sound" : "not sound")};
}

WhatIsMissing print_export(std::string_view bytes, const FactOutput& output)
{
    TRY_ASSIGN(const auto keys, registry::read_reg_file(bytes));
    FactPrinter printer{output, registry_columns};
    for (const registry::ExportedKey& key : keys)
        print_key(printer, key.path, key.values);
    return std::nullopt;
}

WhatIsMissing print_template(std::string_view bytes, const FactOutput& output)
{
    TRY_ASSIGN(const auto settings, windows::read_security_template(bytes));
    FactPrinter printer{output, {"section", "key", "value"}};
    for (const windows::PolicySetting& setting : settings)
        printer.row(
            {std::string_view{setting.section}, std::string_view{setting.key}, std::string_view{setting.value}});
    return std::nullopt;
}

WhatIsMissing print_audit_policy(std::string_view bytes, const FactOutput& output)
{
    TRY_ASSIGN(const auto settings, windows::read_audit_policy(bytes));
    FactPrinter printer{output, {"target", "guid", "name", "setting"}};
    for (const windows::AuditSetting& setting : settings)
        printer.row({std::string_view{setting.target}, std::string_view{setting.guid}, std::string_view{setting.name},
            std::int64_t{setting.setting}});
    return std::nullopt;
}

WhatIsMissing print_directory(std::string_view bytes, const FactOutput& output)
{
    TRY_ASSIGN(const auto entries, ldif::parse(bytes));
    FactPrinter printer{output, {"dn", "attribute", "value"}};
    for (const ldif::Entry& entry : entries) {
        for (const ldif::Attribute& attribute : entry.attributes) {
            const std::string value = ldif::to_text(attribute);
            printer.row({std::string_view{entry.dn}, std::string_view{attribute.name}, std::string_view{value}});
        }
    }
    return std::nullopt;
}

}

Result<std::optional<Text>> print_facts(EvidenceKind kind, std::string_view bytes, const FactOutput& output)
{
    switch (kind) {
    case EvidenceKind::hive:
        return print_hive(bytes, output);
    case EvidenceKind::registry_export:
        return print_export(bytes, output);
    case EvidenceKind::security_template:
        return print_template(bytes, output);
    case EvidenceKind::audit_policy:
        return print_audit_policy(bytes, output);
    case EvidenceKind::directory_export:
        return print_directory(bytes, output);
    case EvidenceKind::event_log:
        break;
    }
    throw std::logic_error("event logs are printed record by record");
}

}
