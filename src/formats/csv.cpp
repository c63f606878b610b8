#include "formats/csv.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hoshuban::csv {
namespace {

std::unexpected<Error> refuse(int line, int column, std::string code, const Text& what)
{
    const std::string place = fmt::format("{}:{}", line, column);
    const Text text{fmt::format("{}行目{}文字目: {}", line, column, what.ja),
        fmt::format("line {}, byte {}: {}", line, column, what.en)};
    return fail(ErrorKind::invalid, code, text, {{place, code, text}});
}

class Reader {
public:
    Reader(std::string_view bytes, const Limits& limits)
        : m_bytes(bytes)
        , m_limits(limits)
    {
    }

    Result<std::vector<Record>> read()
    {
        std::vector<Record> records;
        while (!at_end()) {
            if (skip_line_end())
                continue;
            if (records.size() == m_limits.records)
                return too_large("csv/too_many_records", {"行が多すぎます。", "too many records"});
            TRY_ASSIGN(auto record, read_record());
            records.push_back(std::move(record));
        }
        return records;
    }

private:
    bool at_end() const { return m_at == m_bytes.size(); }
    char peek() const { return m_bytes[m_at]; }
    int column() const { return static_cast<int>(m_at - m_line_start) + 1; }

    std::unexpected<Error> too_large(std::string code, const Text& text) const
    {
        auto failure = refuse(m_line, column(), std::move(code), text);
        failure.error().kind = ErrorKind::too_large;
        return failure;
    }

    void next_line()
    {
        ++m_line;
        m_line_start = m_at;
    }

    bool skip_line_end()
    {
        const std::string_view rest = m_bytes.substr(m_at);
        if (!rest.starts_with("\r\n") && !rest.starts_with('\n'))
            return false;
        m_at += rest.front() == '\r' ? 2 : 1;
        next_line();
        return true;
    }

    Result<Record> read_record()
    {
        Record record;
        while (true) {
            if (record.size() == m_limits.fields)
                return too_large("csv/too_many_fields", {"列が多すぎます。", "too many fields in one record"});
            Field field{{}, m_line, column()};
            TRY(!at_end() && peek() == '"' ? read_quoted(field.text) : read_plain(field.text));
            record.push_back(std::move(field));
            if (at_end() || skip_line_end())
                return record;
            if (peek() != ',')
                return refuse(m_line, column(), "csv/quote",
                    {"引用符の後に余分な文字があります。", "text after a closing quote"});
            ++m_at;
        }
    }

    Result<void> append(std::string& text, std::string_view piece) const
    {
        if (text.size() + piece.size() > m_limits.field_bytes)
            return too_large("csv/field_too_long", {"1つの値が長すぎます。", "the value is too long"});
        text += piece;
        return {};
    }

    Result<void> read_plain(std::string& text)
    {
        const std::size_t end = std::min(m_bytes.find_first_of(",\r\n\"", m_at), m_bytes.size());
        TRY(append(text, m_bytes.substr(m_at, end - m_at)));
        m_at = end;
        if (at_end() || peek() == ',' || peek() == '\n' || m_bytes.substr(m_at).starts_with("\r\n"))
            return {};
        if (peek() == '"')
            return refuse(m_line, column(), "csv/quote",
                {"引用符「\"」は値の先頭だけで使えます。値全体を引用符で囲み、中の引用符は「\"\"」にしてください。",
                    "a quote inside an unquoted value: quote the whole value and double the quotes in it"});
        return refuse(m_line, column(), "csv/line_end",
            {"改行コードが CR だけです。CRLF か LF にしてください。", "a lone CR: use CRLF or LF"});
    }

    Result<void> read_quoted(std::string& text)
    {
        const int line = m_line;
        const int opened = column();
        ++m_at;
        while (true) {
            const std::size_t stop = m_bytes.find_first_of("\"\n", m_at);
            if (stop == std::string_view::npos)
                return refuse(
                    line, opened, "csv/open_quote", {"引用符が閉じていません。", "the quote is never closed"});
            const bool newline = m_bytes[stop] == '\n';
            TRY(append(text, m_bytes.substr(m_at, stop - m_at + (newline ? 1 : 0))));
            m_at = stop + 1;
            if (newline) {
                next_line();
            } else if (!at_end() && peek() == '"') {
                TRY(append(text, "\""));
                ++m_at;
            } else {
                return {};
            }
        }
    }

    std::string_view m_bytes;
    const Limits& m_limits;
    std::size_t m_at = 0;
    std::size_t m_line_start = 0;
    int m_line = 1;
};

Result<void> check_text(std::string_view bytes)
{
    for (const FoundFlaw& found : find_flaws(bytes)) {
        if (found.flaw != TextFlaw::broken_utf8 && found.flaw != TextFlaw::nul)
            continue;
        const std::string_view before = bytes.substr(0, found.byte);
        const int line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
        const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        const int column = static_cast<int>(found.byte - start) + 1;
        if (found.flaw == TextFlaw::nul)
            return refuse(
                line, column, "csv/nul", {"NUL文字があります。取り除いてください。", "a NUL byte: remove it"});
        return refuse(line, column, "csv/not_utf8",
            {"UTF-8ではない文字があります。Excelでは「CSV UTF-8 (コンマ区切り)」で保存してください。",
                "not UTF-8: in Excel save as \"CSV UTF-8 (Comma delimited)\""});
    }
    return {};
}

}

void append_record(std::string& out, std::span<const std::string_view> values)
{
    bool first = true;
    for (const std::string_view value : values) {
        if (!std::exchange(first, false))
            out += ',';
        // A record of one empty value would otherwise read as an empty line.
        const bool alone = values.size() == 1 && value.empty();
        const bool edge_space = !value.empty() && (value.front() == ' ' || value.back() == ' ');
        if (!alone && !edge_space && value.find_first_of(",\"\r\n\t") == std::string_view::npos) {
            out += value;
            continue;
        }
        out += '"';
        for (const char c : value) {
            if (c == '"')
                out += '"';
            out += c;
        }
        out += '"';
    }
    out += "\r\n";
}

Result<std::vector<Record>> parse(std::string_view bytes, const Limits& limits)
{
    if (bytes.size() > limits.bytes) {
        return fail(ErrorKind::too_large, "csv/too_large",
            {fmt::format("ファイルが大きすぎます（上限{}MB）。", limits.bytes >> 20),
                fmt::format("the file is too large (at most {} MB)", limits.bytes >> 20)});
    }
    if (bytes.starts_with(byte_order_mark))
        bytes.remove_prefix(byte_order_mark.size());
    TRY(check_text(bytes));
    return Reader{bytes, limits}.read();
}

}
