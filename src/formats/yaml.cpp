#include "formats/yaml.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sstream>
#include <unicode/utf8.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace hoshuban::yaml {
namespace {

// Unwinds yaml-cpp's parser, which has no other way to be stopped. Never leaves parse().
struct Refused {
    Position position;
    std::string path;
    std::string code;
    Text text;
};

std::string join(std::string_view path, std::string_view key)
{
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

class Lines {
public:
    explicit Lines(std::string_view bytes)
        : bytes_(bytes)
    {
        starts_.push_back(0);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (bytes[i] == '\n')
                starts_.push_back(i + 1);
        }
    }

    // yaml-cpp counts columns in bytes.
    Position position(const YAML::Mark& mark) const
    {
        if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= starts_.size())
            return {};
        const std::size_t start = starts_[static_cast<std::size_t>(mark.line)];
        const auto line = bytes_.substr(start, static_cast<std::size_t>(std::max(mark.column, 0)));
        const auto characters = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
        return {mark.line + 1, static_cast<int>(characters) + 1};
    }

    Position of_byte(std::size_t offset) const
    {
        const auto next = std::ranges::upper_bound(starts_, offset);
        const auto line = static_cast<int>(next - starts_.begin());
        const auto before = bytes_.substr(*(next - 1), offset - *(next - 1));
        return {line, static_cast<int>(std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; })) + 1};
    }

private:
    std::string_view bytes_;
    std::vector<std::size_t> starts_;
};

class Builder : public YAML::EventHandler {
public:
    Builder(const Lines& lines, const Limits& limits, Problems& problems)
        : lines_(lines)
        , limits_(limits)
        , problems_(problems)
    {
    }

    Value take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuse_anchor(mark, anchor);
        place({.kind = Kind::null, .position = lines_.position(mark)});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Refused{lines_.position(mark), path(), "yaml/alias",
            {"別名（*）は使えません。値をそのまま書いてください。",
                "aliases (*) are not allowed; write the value itself"}};
    }

    void OnScalar(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override
    {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (wants_key()) {
            open_.back().key = text;
            open_.back().key_position = lines_.position(mark);
            return;
        }
        place({.kind = Kind::scalar, .position = lines_.position(mark), .text = text, .plain = tag == "?"});
    }

    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, Kind::sequence);
    }
    void OnMapStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, Kind::mapping);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Value value;
        std::string path;
        std::optional<std::string> key = {};
        Position key_position = {};
    };

    bool wants_key() const { return !open_.empty() && open_.back().value.kind == Kind::mapping && !open_.back().key; }

    std::string path() const
    {
        if (open_.empty())
            return {};
        const Open& parent = open_.back();
        if (parent.value.kind == Kind::sequence)
            return fmt::format("{}[{}]", parent.path, parent.value.items.size());
        return parent.key ? join(parent.path, *parent.key) : parent.path;
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const
    {
        if (anchor == 0)
            return;
        throw Refused{lines_.position(mark), path(), "yaml/anchor",
            {"アンカー（&）は使えません。値をそのまま書いてください。",
                "anchors (&) are not allowed; write the value itself"}};
    }

    void refuse_tag(const YAML::Mark& mark, const std::string& tag) const
    {
        if (tag.empty() || tag == "?" || tag == "!")
            return;
        throw Refused{lines_.position(mark), path(), "yaml/tag",
            {fmt::format("タグ「{}」は使えません。", tag), fmt::format("the tag {} is not allowed", tag)}};
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind)
    {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (wants_key()) {
            throw Refused{lines_.position(mark), path(), "yaml/key",
                {"項目名に表やリストは使えません。", "a key must be a word, not a list or a table"}};
        }
        if (open_.size() >= limits_.depth) {
            throw Refused{lines_.position(mark), path(), "yaml/depth",
                {fmt::format("入れ子が深すぎます（{}段まで）。", limits_.depth),
                    fmt::format("nested too deeply (at most {} levels)", limits_.depth)}};
        }
        open_.push_back({{.kind = kind, .position = lines_.position(mark)}, path()});
    }

    void close()
    {
        Value value = std::move(open_.back().value);
        open_.pop_back();
        place(std::move(value));
    }

    void place(Value value)
    {
        if (++count_ > limits_.values) {
            throw Refused{value.position, path(), "yaml/size",
                {fmt::format("値が多すぎます（{}個まで）。", limits_.values),
                    fmt::format("too many values (at most {})", limits_.values)}};
        }
        if (open_.empty()) {
            root_ = std::move(value);
            return;
        }
        Open& parent = open_.back();
        if (parent.value.kind == Kind::sequence) {
            parent.value.items.push_back(std::move(value));
            return;
        }
        if (!parent.key) {
            throw Refused{value.position, parent.path, "yaml/key", {"項目名がありません。", "a key is missing"}};
        }
        place_entry(parent, std::move(value));
    }

    void place_entry(Open& parent, Value value)
    {
        const auto same = std::ranges::find(parent.value.entries, *parent.key, &Entry::key);
        if (same != parent.value.entries.end()) {
            problems_.add(parent.key_position, join(parent.path, *parent.key), "yaml/duplicate_key",
                {fmt::format("同じ項目が{}行目にもあります。", same->position.line),
                    fmt::format("this key stands on line {} already", same->position.line)});
        } else {
            parent.value.entries.push_back({*parent.key, parent.key_position, std::move(value)});
        }
        parent.key.reset();
    }

    const Lines& lines_;
    const Limits& limits_;
    Problems& problems_;
    Value root_;
    std::vector<Open> open_;
    std::size_t count_ = 0;
};

// yaml-cpp takes \x04 for the end of the file and passes broken UTF-8 through.
std::optional<std::size_t> first_bad_byte(std::string_view bytes)
{
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes.data(), at, size, c);
        if (c < 0 || c == 0x7F || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'))
            return static_cast<std::size_t>(start);
    }
    return std::nullopt;
}

bool acceptable(std::string_view bytes, const Lines& lines, Problems& problems, const Limits& limits)
{
    if (bytes.size() > limits.bytes) {
        problems.add({}, {}, "yaml/size",
            {fmt::format("ファイルが大きすぎます（{}バイトまで）。", limits.bytes),
                fmt::format("the file is too large (at most {} bytes)", limits.bytes)});
        return false;
    }
    if (const auto bad = first_bad_byte(bytes)) {
        problems.add(lines.of_byte(*bad), {}, "yaml/characters",
            {"UTF-8 の文字ではないか、制御文字があります。UTF-8 で保存してください。",
                "not UTF-8, or a control character; save the file as UTF-8"});
        return false;
    }
    return true;
}

// Reads one step of a path: `key`, `.key` or `[3]`.
const Value* step(const Value& value, std::string_view& path)
{
    if (path.starts_with('[')) {
        std::size_t index = 0;
        const auto end = std::from_chars(path.data() + 1, path.data() + path.size(), index).ptr;
        path.remove_prefix(std::min(path.size(), static_cast<std::size_t>(end - path.data()) + 1));
        return index < value.items.size() ? &value.items[index] : nullptr;
    }
    if (path.starts_with('.'))
        path.remove_prefix(1);
    const std::string_view key = path.substr(0, path.find_first_of(".["));
    path.remove_prefix(key.size());
    const auto found = std::ranges::find(value.entries, key, &Entry::key);
    return found == value.entries.end() ? nullptr : &found->value;
}

}

void Problems::add(Position position, std::string_view path, std::string code, const Text& text)
{
    const std::string where = path.empty() ? fmt::format("{}:{}", file_, position.line)
                                           : fmt::format("{}:{}: {}", file_, position.line, path);
    found_.push_back({position,
        {fmt::format("{}:{}:{}", file_, position.line, position.column), std::move(code),
            {fmt::format("{}: {}", where, text.ja), fmt::format("{}: {}", where, text.en)}}});
}

std::vector<FieldError> Problems::take()
{
    std::ranges::stable_sort(found_, {}, [](const Found& each) {
        return std::pair{each.position.line, each.position.column};
    });
    std::vector<FieldError> errors;
    for (Found& each : found_)
        errors.push_back(std::move(each.error));
    found_.clear();
    return errors;
}

std::optional<Value> parse(std::string_view bytes, Problems& problems, const Limits& limits)
{
    const Lines lines(bytes);
    if (!acceptable(bytes, lines, problems, limits))
        return std::nullopt;
    try {
        std::istringstream stream{std::string(bytes)};
        YAML::Parser parser(stream);
        Builder builder(lines, limits, problems);
        parser.HandleNextDocument(builder);
        Value root = builder.take();
        if (parser) {
            problems.add({}, {}, "yaml/documents",
                {"文書は一つだけ書いてください（--- は使えません）。", "write a single document (no ---)"});
            return std::nullopt;
        }
        return root;
    } catch (const Refused& refused) {
        problems.add(refused.position, refused.path, refused.code, refused.text);
    } catch (const YAML::Exception& exception) {
        problems.add(lines.position(exception.mark), {}, "yaml/syntax",
            {fmt::format("YAML として読めません（{}）。", exception.msg),
                fmt::format("cannot be read as YAML ({})", exception.msg)});
    }
    return std::nullopt;
}

Position locate(const Value& root, std::string_view path)
{
    const Value* value = &root;
    while (!path.empty()) {
        const Value* next = step(*value, path);
        if (next == nullptr)
            break;
        value = next;
    }
    return value->position;
}

}
