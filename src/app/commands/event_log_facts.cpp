#include "app/commands/event_log_facts.hpp"

#include "app/commands/event_log_parts.hpp"
#include "formats/evtx_logon.hpp"
#include "formats/evtx_summary.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace hoshuban {
namespace {

Fact fact_of(const std::optional<std::string>& text)
{
    return text ? Fact{std::string_view{*text}} : Fact{};
}

// Where fields of one path stand several times, the second is `EventData/Data[2]`, as in XPath.
class FieldNames {
public:
    void start() { seen_.clear(); }

    std::string_view next(std::string_view path)
    {
        const int count = ++seen_[path];
        if (count == 1)
            return path;
        name_ = fmt::format("{}[{}]", path, count);
        return name_;
    }

private:
    std::unordered_map<std::string_view, int> seen_;
    std::string name_;
};

void append_value(json::Writer& writer, const evtx::Value& value, std::string& text)
{
    text.clear();
    evtx::append_text(text, value);
    if (value.is_null())
        writer.raw("null");
    else if (evtx::is_number(value) || value.type == evtx::Type::boolean)
        writer.raw(text);
    else
        writer.text(text);
}

class RecordPrinter {
public:
    explicit RecordPrinter(const FactOutput& output)
        : output_{output}
    {
    }

    void print(const evtx::Record& record)
    {
        json::Writer writer;
        writer.raw('{');
        if (!output_.file_name.empty()) {
            writer.raw("\"file\":");
            writer.text(output_.file_name);
            writer.raw(',');
        }
        writer.raw(fmt::format("\"record_id\":{},\"offset\":{},\"sound\":{},\"recovered\":{},\"time\":", record.id(),
            record.offset(), record.is_sound(), record.is_recovered()));
        const auto time = record.time();
        append_json(writer, time ? Fact{std::string_view{text_ = windows::to_text(*time)}} : Fact{});
        writer.raw(",\"provider\":");
        append_value(writer, record.part(evtx::Part::provider), text_);
        writer.raw(fmt::format(",\"event_id\":{},\"fields\":{{", record.event_id()));
        names_.start();
        bool first = true;
        for (const evtx::Field& field : record.fields()) {
            if (!std::exchange(first, false))
                writer.raw(',');
            writer.text(names_.next(field.path));
            writer.raw(':');
            append_value(writer, field.value, text_);
        }
        writer.raw("}}\n");
        output_.out << writer.view();
    }

private:
    const FactOutput& output_;
    FieldNames names_;
    std::string text_;
};

class FieldPrinter {
public:
    explicit FieldPrinter(const FactOutput& output)
        : printer_{output, {"record_id", "time", "provider", "event_id", "field", "value"}}
    {
    }

    void print(const evtx::Record& record)
    {
        const auto time = record.time();
        const std::string written = time ? windows::to_text(*time) : std::string{};
        const std::string provider = evtx::to_text(record.part(evtx::Part::provider));
        names_.start();
        for (const evtx::Field& field : record.fields()) {
            text_.clear();
            evtx::append_text(text_, field.value);
            printer_.row({record.id(), std::string_view{written}, std::string_view{provider},
                std::uint64_t{record.event_id()}, names_.next(field.path), std::string_view{text_}});
        }
    }

private:
    FactPrinter printer_;
    FieldNames names_;
    std::string text_;
};

evtx::Summary summary_of(const MappedFile& file)
{
    const auto log = evtx::Log::open(file.bytes());
    if (!log)
        return {};
    const std::size_t parts = parts_of(*log);
    std::vector<evtx::EventCounts> counts(parts);
    const evtx::Tally tally = read_in_parts(file, *log, parts, [&](std::size_t part, evtx::Places places) {
        return evtx::Reader{}.read_all(*log, places, [&](const evtx::Record& record) { counts[part].count(record); });
    });
    for (std::size_t part = 1; part < parts; ++part)
        counts[0].add(counts[part]);
    return evtx::summary_of(*log, tally, counts[0]);
}

}

void print_records(const MappedFile& file, const evtx::Log& log, const FactOutput& output)
{
    evtx::Reader reader;
    const auto print = [&](auto printer) {
        read_in_parts(file, log, 1, [&](std::size_t, evtx::Places places) {
            return reader.read_all(log, places, [&](const evtx::Record& record) { printer.print(record); });
        });
    };
    if (output.form == FactForm::json)
        print(RecordPrinter{output});
    else
        print(FieldPrinter{output});
}

void print_summary(const MappedFile& file, const FactOutput& output)
{
    const evtx::Summary summary = summary_of(file);
    const std::string_view integrity = name_of(summary.completeness.integrity);
    if (output.form == FactForm::csv) {
        FactPrinter printer{output, {"integrity", "event", "records"}};
        printer.row({integrity, std::string_view{}, summary.records});
        for (const auto& [kind, count] : summary.events)
            printer.row({integrity, std::string_view{kind}, count});
        return;
    }
    json::Writer writer;
    writer.raw('{');
    if (!output.file_name.empty()) {
        writer.raw("\"file\":");
        writer.text(output.file_name);
        writer.raw(',');
    }
    writer.raw(fmt::format("\"records\":{},\"integrity\":\"{}\",\"events\":{{", summary.records, integrity));
    bool first = true;
    for (const auto& [kind, count] : summary.events) {
        if (!std::exchange(first, false))
            writer.raw(',');
        writer.text(kind);
        writer.raw(fmt::format(":{}", count));
    }
    writer.raw("}}\n");
    output.out << writer.view();
}

void tell_summary(const MappedFile& file, std::ostream& out, std::string_view file_name)
{
    const evtx::Summary summary = summary_of(file);
    struct Word {
        const char* ja;
        const char* en;
    };
    constexpr Word words[] = {{"欠けのない書き出し", "a complete export"},
        {"書込み中の写し", "a copy of a log that was being written"}, {"破損", "damaged"},
        {"イベントログではありません", "no event log"}};
    const Word& word = words[static_cast<std::size_t>(summary.completeness.integrity)];
    out << fmt::format(
        "{}: {}、{}件 / {}, {} records\n", file_name, word.ja, summary.records, word.en, summary.records);
    for (const evtx::Damage& damage : summary.completeness.damages) {
        const Text reason = evtx::text_of(damage);
        out << fmt::format("  × {} / {}\n", reason.ja, reason.en);
    }
    if (summary.first_written)
        out << fmt::format(
            "  {} – {}\n", windows::to_text(*summary.first_written), windows::to_text(*summary.last_written));
    for (const auto& [kind, count] : summary.events)
        out << fmt::format("  {:>9}  {}\n", count, kind);
}

void print_logon_failures(const MappedFile& file, const evtx::Log& log, const FactOutput& output)
{
    const std::size_t parts = parts_of(log);
    std::vector<std::vector<evtx::LogonFailure>> failures(parts);
    read_in_parts(file, log, parts, [&](std::size_t part, evtx::Places places) {
        return evtx::visit_logon_failures(
            log, places, [&](const evtx::LogonFailure& failure) { failures[part].push_back(failure); });
    });
    FactPrinter printer{output,
        {"record_id", "time", "target_user", "target_domain", "logon_type", "ip", "workstation", "status",
            "sub_status"}};
    for (const auto& part : failures) {
        for (const evtx::LogonFailure& f : part) {
            const auto time = f.time ? std::optional{windows::to_text(*f.time)} : std::nullopt;
            printer.row(
                {f.record_id, fact_of(time), fact_of(f.target_user), fact_of(f.target_domain), fact_of(f.logon_type),
                    fact_of(f.ip), fact_of(f.workstation), fact_of(f.status), fact_of(f.sub_status)});
        }
    }
}

}
