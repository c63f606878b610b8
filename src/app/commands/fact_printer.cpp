#include "app/commands/fact_printer.hpp"

#include "core/formula.hpp"
#include "formats/csv.hpp"

#include <fmt/format.h>

namespace hoshuban {
namespace {

std::string cell_of(const Fact& fact)
{
    struct Cell {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(std::string_view text) const { return protected_text(text); }
        std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
        std::string operator()(std::uint64_t number) const { return fmt::to_string(number); }
    };
    return std::visit(Cell{}, fact);
}

}

FactPrinter::FactPrinter(const FactOutput& output, std::vector<std::string_view> names)
    : output_{output}
    , names_{std::move(names)}
{
    if (!output_.file_name.empty())
        names_.insert(names_.begin(), "file");
    if (output_.form == FactForm::csv && output_.with_head) {
        csv::append_record(line_, names_);
        output_.out << line_;
    }
}

void FactPrinter::row(std::span<const Fact> values)
{
    if (output_.form == FactForm::json)
        json_row(values);
    else
        csv_row(values);
}

void FactPrinter::json_row(std::span<const Fact> values)
{
    json::Writer writer;
    std::size_t column = 0;
    const auto add = [&](const Fact& value) {
        writer.raw(column == 0 ? '{' : ',');
        writer.literal(names_[column++]);
        writer.raw(':');
        append_json(writer, value);
    };
    if (!output_.file_name.empty())
        add(output_.file_name);
    for (const Fact& value : values)
        add(value);
    writer.raw("}\n");
    output_.out << writer.view();
}

void FactPrinter::csv_row(std::span<const Fact> values)
{
    std::vector<std::string> cells;
    if (!output_.file_name.empty())
        cells.push_back(protected_text(output_.file_name));
    for (const Fact& value : values)
        cells.push_back(cell_of(value));
    const std::vector<std::string_view> views{cells.begin(), cells.end()};
    line_.clear();
    csv::append_record(line_, views);
    output_.out << line_;
}

void append_json(json::Writer& writer, const Fact& fact)
{
    struct Append {
        json::Writer& writer;

        void operator()(std::monostate) const { writer.raw("null"); }
        void operator()(std::string_view text) const { writer.text(text); }
        void operator()(std::int64_t number) const { writer.integer(number); }
        void operator()(std::uint64_t number) const { writer.raw(fmt::to_string(number)); }
    };
    std::visit(Append{writer}, fact);
}

}
