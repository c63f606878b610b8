#include "formats/reg_file.hpp"

#include "core/encoding.hpp"
#include "formats/utf16.hpp"
#include "formats/windows_text.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::registry {
namespace {

constexpr std::string_view head_of_version_5 = "Windows Registry Editor Version 5.00";
constexpr std::string_view head_of_version_4 = "REGEDIT4";

std::unexpected<Error> refuse_line(int number, const Text& what)
{
    const Text text{fmt::format("{}行目: {}", number, what.ja), fmt::format("line {}: {}", number, what.en)};
    return fail(ErrorKind::invalid, "reg_file/line", text, {{fmt::to_string(number), "reg_file/line", text}});
}

// A text as a hive holds it.
std::string stored(std::string_view text)
{
    return utf16::from_utf8(text) + std::string(2, '\0');
}

// The texts of version 4 lie in the code page, those of version 5 and of hives in UTF-16.
std::string stored_from_code_page(std::string_view bytes)
{
    return utf16::from_utf8(utf8_from(bytes).value_or(std::string{bytes}));
}

/// Walks the lines; values may go on over several.
class RegReader {
public:
    RegReader(std::string_view text, bool code_page)
        : lines_{windows::lines_of(text)}
        , code_page_{code_page}
    {
    }

    Result<std::vector<ExportedKey>> read()
    {
        std::vector<ExportedKey> keys;
        for (at_ = 1; at_ < lines_.size(); ++at_) {
            const std::string_view line = windows::trimmed(lines_[at_].text);
            if (line.empty() || line.starts_with(';'))
                continue;
            if (line.starts_with('[')) {
                if (!line.ends_with(']') || line.starts_with("[-") || line.size() == 2)
                    return refuse({"キーの行ではありません。", "no line of a key"});
                keys.push_back({std::string{line.substr(1, line.size() - 2)}});
                continue;
            }
            if (keys.empty())
                return refuse({"キーより前に値があります。", "a value before the first key"});
            rest_ = line;
            TRY_ASSIGN(auto value, read_value());
            keys.back().values.push_back(std::move(value));
        }
        return keys;
    }

private:
    std::unexpected<Error> refuse(const Text& what) const
    {
        return refuse_line(lines_[std::min(at_, lines_.size() - 1)].number, what);
    }

    Result<Value> read_value()
    {
        Value value;
        if (rest_.starts_with('@')) {
            rest_.remove_prefix(1);
        } else {
            TRY_ASSIGN(value.name, read_quoted());
        }
        if (!rest_.starts_with('='))
            return refuse({"「=」がありません。", "there is no ="});
        rest_.remove_prefix(1);
        if (rest_.starts_with('"')) {
            TRY_ASSIGN(const auto text, read_quoted());
            value.type = Type::text;
            value.data = stored(text);
        } else if (rest_.starts_with("dword:")) {
            rest_.remove_prefix(6);
            TRY(read_number(value));
        } else if (rest_.starts_with("hex")) {
            rest_.remove_prefix(3);
            TRY(read_bytes(value));
        } else {
            return refuse({"値の形式が分かりません。", "a value of no known form"});
        }
        if (!windows::trimmed(rest_).empty())
            return refuse({"値の後に余分な文字があります。", "text behind the value"});
        return value;
    }

    // Texts may hold ends of lines.
    Result<std::string> read_quoted()
    {
        std::string text;
        if (!rest_.starts_with('"'))
            return refuse({"引用符で始まっていません。", "no quote where a text begins"});
        for (rest_.remove_prefix(1);; rest_.remove_prefix(1)) {
            while (rest_.empty()) {
                if (++at_ >= lines_.size())
                    return refuse({"引用符が閉じていません。", "a quote is never closed"});
                text += "\r\n";
                rest_ = lines_[at_].text;
            }
            if (rest_.front() == '"') {
                rest_.remove_prefix(1);
                return text;
            }
            if (rest_.front() == '\\' && rest_.size() > 1)
                rest_.remove_prefix(1);
            text += rest_.front();
        }
    }

    Result<void> read_number(Value& value)
    {
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number, 16);
        if (error != std::errc{})
            return refuse({"数値ではありません。", "no number"});
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        value.type = Type::number;
        value.data.assign(reinterpret_cast<const char*>(&number), sizeof number);
        return {};
    }

    // `hex:01,02`, `hex(2):…`, over as many lines as end in a backslash.
    Result<void> read_bytes(Value& value)
    {
        std::uint32_t type = static_cast<std::uint32_t>(Type::binary);
        if (rest_.starts_with('(')) {
            const auto [end, error] = std::from_chars(rest_.data() + 1, rest_.data() + rest_.size(), type, 16);
            rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
            if (error != std::errc{} || !rest_.starts_with(')'))
                return refuse({"値の型が分かりません。", "no type of a value"});
            rest_.remove_prefix(1);
        }
        if (!rest_.starts_with(':'))
            return refuse({"「:」がありません。", "there is no :"});
        rest_.remove_prefix(1);
        value.type = static_cast<Type>(type);
        while (true) {
            rest_ = windows::trimmed(rest_);
            if (rest_ == "\\") {
                if (++at_ >= lines_.size())
                    return refuse({"値が途中で終わっています。", "the value ends too early"});
                rest_ = lines_[at_].text;
                continue;
            }
            if (rest_.empty())
                break;
            std::uint8_t byte = 0;
            const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), byte, 16);
            if (error != std::errc{} || end - rest_.data() > 2)
                return refuse({"16進数ではありません。", "no hexadecimal digits"});
            value.data += static_cast<char>(byte);
            rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
            if (rest_.starts_with(','))
                rest_.remove_prefix(1);
        }
        const bool texts = value.type == Type::expandable_text || value.type == Type::texts || value.type == Type::text;
        if (code_page_ && texts)
            value.data = stored_from_code_page(value.data);
        return {};
    }

    std::vector<windows::Line> lines_;
    bool code_page_;
    std::size_t at_ = 0;
    std::string_view rest_;
};

}

Result<std::vector<ExportedKey>> read_reg_file(std::string_view bytes)
{
    TRY_ASSIGN(const auto text, windows::text_of_file(bytes));
    const bool version_4 = text.starts_with(head_of_version_4);
    if (!version_4 && !text.starts_with(head_of_version_5))
        return fail(ErrorKind::invalid, "reg_file/head",
            {"レジストリの書き出し（.reg）ではありません。", "this is no export of the registry (.reg)"});
    return RegReader{text, version_4}.read();
}

}
