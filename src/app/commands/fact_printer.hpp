#pragma once
#include "formats/json_writer.hpp"

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hoshuban {

enum class FactForm { json, csv };

/// How the facts of one file are printed.
struct FactOutput {
    std::ostream& out;
    FactForm form = FactForm::json;
    std::string_view file_name = {}; ///< when several files are read: the first column
    bool with_head = true; ///< of CSV: false when it stands there already, from another file
};

/// A value of a fact: nothing, a text, a number.
using Fact = std::variant<std::monostate, std::string_view, std::int64_t, std::uint64_t>;

/// Prints rows of facts under the same names: as one JSON object a line, or as CSV with a head, of which Excel
/// evaluates nothing.
class FactPrinter {
public:
    FactPrinter(const FactOutput&, std::vector<std::string_view> names);

    void row(std::span<const Fact> values);
    void row(std::initializer_list<Fact> values) { row(std::span{values.begin(), values.size()}); }

private:
    void json_row(std::span<const Fact> values);
    void csv_row(std::span<const Fact> values);

    FactOutput output_;
    std::vector<std::string_view> names_;
    std::string line_;
};

/// Appends the value as JSON.
void append_json(json::Writer&, const Fact&);

}
