// Reading 10,000 and writing 50,000 rows of 20 columns as in the work-request list.
#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_writer.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <stdexcept>

namespace {

using namespace hoshuban;

constexpr int columns = 20;

xlsx::SheetLayout layout()
{
    xlsx::SheetLayout sheet{.name = "list", .columns = {}, .headings = {}, .created = Instant{std::chrono::seconds{1}}};
    for (int i = 1; i <= columns; ++i) {
        sheet.columns.push_back({12, {.wrap = true, .border = true}});
        sheet.headings.push_back({.row = 1, .column = i, .text = fmt::format("列{}", i), .style = {.bold = true}});
    }
    return sheet;
}

std::string list_of(int rows)
{
    auto writer = xlsx::Writer::create(layout());
    std::vector<std::string> texts(columns);
    std::vector<xlsx::Value> values(columns);
    for (int row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i)
            texts[i] = fmt::format("見本{} 項目{}", row, i);
        texts[9] = fmt::format("端末{}の管理者パスワード変更および設定チェック作業", row);
        texts[10] = fmt::format(
            "{}"
            "番の端末において年2回実施の管理者パスワード変更作業および年1回実施の設定チェック作業をお願いいたします。",
            row);
        for (std::size_t i = 0; i < columns; ++i)
            values[i] = std::string_view{texts[i]};
        values[0] = static_cast<double>(row);
        values[18] = row % 400 / 10.0;
        if (!writer->add(values))
            throw std::runtime_error("row refused");
    }
    return writer->finish().value();
}

void write_rows(benchmark::State& state)
{
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = list_of(static_cast<int>(state.range(0))).size();
    state.counters["file_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_rows)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

void read_rows(benchmark::State& state)
{
    const std::string bytes = list_of(static_cast<int>(state.range(0)));
    std::size_t rows = 0;
    for (auto _ : state) {
        auto workbook = xlsx::Workbook::open(bytes);
        rows = workbook->read(workbook->sheets().at(0))->rows.size();
    }
    state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(read_rows)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

}
