#include "formats/evtx_interpreter.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/utf16.hpp"

#include <algorithm>

namespace hoshuban::evtx {
namespace {

constexpr int deepest_nesting = 16;
constexpr std::uint8_t list_flag = 0x80;

// Up to and with the NUL that ends the text at the start of `bytes`; all of them when none does.
std::size_t text_size(std::string_view bytes, std::size_t unit)
{
    for (std::size_t at = 0; at + unit <= bytes.size(); at += unit) {
        if (bytes[at] == 0 && bytes[at + unit - 1] == 0)
            return at + unit;
    }
    return bytes.size();
}

std::size_t first_item_size(Type type, std::string_view bytes)
{
    switch (type) {
    case Type::string:
        return text_size(bytes, 2);
    case Type::ansi:
        return text_size(bytes, 1);
    case Type::sid:
        return windows::sid_size(bytes).value_or(bytes.size());
    case Type::boolean:
        return std::min<std::size_t>(4, bytes.size());
    default: {
        const std::size_t size = fixed_size(type);
        return size == 0 ? bytes.size() : std::min(size, bytes.size());
    }
    }
}

void append_character(std::string& utf16le, char32_t unit)
{
    utf16le += static_cast<char>(unit & 0xFF);
    utf16le += static_cast<char>(unit >> 8);
}

}

void Interpreter::start(std::string_view chunk)
{
    chunk_ = chunk;
    all_.start();
    programs_.clear();
    known_.fill({});
    known_count_ = 0;
}

bool Interpreter::open(std::size_t begin, std::size_t end)
{
    fields_.clear();
    values_.clear();
    top_ = {};
    direct_ = false;
    while (begin < end && chunk_[begin] == token::fragment_header)
        begin += 4;
    if (begin >= end)
        return false;
    const bool instance = chunk_[begin] == token::template_instance;
    if (!(instance ? read_instance(begin + 1, end, top_) : compile_here(begin, end, top_)))
        return false;
    const auto& parts = programs_[top_.program].parts;
    direct_ = parts[static_cast<std::size_t>(Part::event_id)] != Program::missing &&
        parts[static_cast<std::size_t>(Part::provider)] != Program::missing;
    return direct_ || read(Wanted::everything);
}

Value Interpreter::part(Part wanted) const
{
    if (!direct_) {
        const auto found = std::ranges::find(fields_, wanted, &Field::part);
        return found == fields_.end() ? Value{} : found->value;
    }
    const std::uint32_t at = programs_[top_.program].parts[static_cast<std::size_t>(wanted)];
    if (at == Program::missing)
        return {};
    const Step& step = all_.steps[at];
    if (step.kind == Step::Kind::constant)
        return {Type::string, chunk_.substr(step.offset, step.size)};
    return value_of(top_, step.index);
}

bool Interpreter::read(Wanted wanted)
{
    fields_.clear();
    wanted_ = wanted;
    return run(top_, {.top = true}, 0);
}

bool Interpreter::find_program(std::uint32_t definition, std::uint32_t& program)
{
    std::size_t place = definition * 0x9E3779B1U >> 23;
    while (known_[place].definition != 0 && known_[place].definition != definition)
        place = (place + 1) % known_.size();
    if (known_[place].definition == 0) {
        // A chunk of 64 KiB has no room for so many.
        if (++known_count_ > known_.size() * 3 / 4)
            return false;
        known_[place] = {definition, static_cast<std::uint32_t>(programs_.size())};
        programs_.push_back(compile(all_, fragment_of_definition(chunk_, definition)));
    }
    program = known_[place].program;
    return programs_[program].valid;
}

bool Interpreter::read_instance(std::size_t at, std::size_t end, Instance& instance)
{
    const InstanceHead head = read_instance_head(chunk_, at);
    return head.definition != 0 && find_program(head.definition, instance.program) &&
        read_values(head.values, end, instance);
}

bool Interpreter::read_values(std::size_t at, std::size_t end, Instance& instance)
{
    if (end < at || end - at < 4)
        return false;
    const auto count = little_endian<std::uint32_t>(chunk_.data() + at);
    at += 4;
    if (count > (end - at) / 4 || !all_.spend(count / 8))
        return false;
    const char* head = chunk_.data() + at;
    at += std::size_t{count} * 4;
    instance.first_value = static_cast<std::uint32_t>(values_.size());
    instance.value_count = count;
    values_.resize(values_.size() + count);
    for (Value* value = values_.data() + instance.first_value; value != values_.data() + values_.size(); ++value) {
        const auto size = little_endian<std::uint16_t>(head);
        if (size > end - at)
            return false;
        *value = {static_cast<Type>(head[2]), std::string_view{chunk_.data() + at, size}};
        at += size;
        head += 4;
    }
    instance.end = at;
    return true;
}

bool Interpreter::compile_here(std::size_t begin, std::size_t end, Instance& instance)
{
    instance.program = static_cast<std::uint32_t>(programs_.size());
    instance.end = end;
    programs_.push_back(compile(all_, {chunk_, begin, end, false}));
    return programs_.back().valid;
}

bool Interpreter::run(const Instance& instance, const Place& place, int depth)
{
    if (depth > deepest_nesting)
        return false;
    const std::uint32_t last = programs_[instance.program].last;
    for (std::uint32_t i = programs_[instance.program].first; i < last; ++i) {
        // A copy: templates inside may be compiled meanwhile.
        const Step step = all_.steps[i];
        bool sound = all_.spend(1);
        switch (step.kind) {
        case Step::Kind::constant:
            sound = sound && emit(step, {Type::string, chunk_.substr(step.offset, step.size)}, place);
            break;
        case Step::Kind::substitution:
            sound = sound && run_value(step, value_of(instance, step.index), place, depth);
            break;
        case Step::Kind::joined:
            sound = sound && run_joined(i + 1, step, instance, place, depth);
            i += step.size;
            break;
        case Step::Kind::empty:
            sound = sound && emit(step, {}, place);
            break;
        case Step::Kind::guard:
            if (value_of(instance, step.index).is_null())
                i = step.size - 1;
            break;
        case Step::Kind::instance: {
            Instance inner;
            sound = sound && read_instance(step.offset, chunk_.size(), inner) &&
                run(inner, place_in(step, place), depth + 1);
            break;
        }
        case Step::Kind::character:
            break;
        }
        if (!sound)
            return false;
    }
    return true;
}

bool Interpreter::run_fragment(std::size_t begin, std::size_t end, const Place& place, int depth)
{
    while (begin < end) {
        switch (chunk_[begin]) {
        case token::fragment_header:
            begin += 4;
            break;
        case token::end_of_fragment:
            return true;
        case token::template_instance: {
            Instance inner;
            if (!read_instance(begin + 1, end, inner) || !run(inner, place, depth + 1))
                return false;
            begin = inner.end;
            break;
        }
        default: {
            Instance inner;
            return compile_here(begin, end, inner) && run(inner, place, depth + 1);
        }
        }
    }
    return true;
}

bool Interpreter::run_value(const Step& step, const Value& value, const Place& place, int depth)
{
    if (value.type == Type::xml) {
        const auto begin = static_cast<std::size_t>(value.bytes.data() - chunk_.data());
        return run_fragment(begin, begin + value.bytes.size(), place_in(step, place), depth);
    }
    if ((static_cast<std::uint8_t>(value.type) & list_flag) != 0)
        return run_list(step, value, place);
    // An attribute without a value is left out; an element is there without a text.
    return (value.is_null() && step.attribute) || emit(step, value, place);
}

bool Interpreter::run_joined(
    std::uint32_t first, const Step& step, const Instance& instance, const Place& place, int depth)
{
    joined_.clear();
    for (std::uint32_t i = first; i < first + step.size; ++i) {
        const Step piece = all_.steps[i];
        if (piece.kind == Step::Kind::constant) {
            joined_ += chunk_.substr(piece.offset, piece.size);
        } else if (piece.kind == Step::Kind::character) {
            append_character(joined_, piece.offset);
        } else if (const Value value = value_of(instance, piece.index); value.type == Type::string) {
            joined_ += utf16::without_nuls(value.bytes);
        } else if (value.type != Type::xml) {
            joined_ += utf16::from_utf8(to_text(value));
        }
        if (!all_.spend(1 + joined_.size() / 16))
            return false;
    }
    const std::string_view kept = all_.texts.keep(joined_);
    if (kept.size() != joined_.size() || !emit(step, {Type::string, kept}, place))
        return false;
    for (std::uint32_t i = first; i < first + step.size; ++i) {
        const Step piece = all_.steps[i];
        const Value value = piece.kind == Step::Kind::substitution ? value_of(instance, piece.index) : Value{};
        if (value.type == Type::xml && !run_value(step, value, place, depth))
            return false;
    }
    return true;
}

bool Interpreter::run_list(const Step& step, const Value& value, const Place& place)
{
    const auto type = static_cast<Type>(static_cast<std::uint8_t>(value.type) & ~list_flag);
    std::string_view rest = value.bytes;
    if (rest.empty())
        return step.attribute || emit(step, {}, place);
    while (!rest.empty()) {
        const std::size_t size = first_item_size(type, rest);
        if (!all_.spend(1) || !emit(step, {type, rest.substr(0, size)}, place))
            return false;
        rest.remove_prefix(size);
    }
    return true;
}

Value Interpreter::value_of(const Instance& instance, std::uint16_t index) const
{
    return index < instance.value_count ? values_[instance.first_value + index] : Value{};
}

bool Interpreter::emit(const Step& step, const Value& value, const Place& place)
{
    const bool asked_for = step.name != Names::none || step.part != Part::none;
    if (wanted_ == Wanted::names && !asked_for)
        return true;
    const Section section = section_of(step, place);
    const bool named = section == Section::event_data || section == Section::user_data;
    const bool head = section == Section::system && place.prefix.empty();
    fields_.push_back({wanted_ == Wanted::everything ? path_of(step, place) : std::string_view{}, value, section,
        head ? step.part : Part::none, named ? step.name : Names::none});
    return all_.spend(value.bytes.size() / 16);
}

Section Interpreter::section_of(const Step& step, const Place& place) const
{
    if (place.top)
        return step.below;
    return place.prefix.empty() ? step.own : place.section;
}

std::string_view Interpreter::path_of(const Step& step, const Place& place)
{
    if (place.top)
        return step.path.substr(std::min<std::size_t>(step.root, step.path.size()));
    if (place.prefix.empty())
        return step.path;
    std::string path{place.prefix};
    path += '/';
    path += step.path;
    all_.spend(path.size() / 16);
    return all_.texts.keep(path);
}

Interpreter::Place Interpreter::place_in(const Step& step, const Place& place)
{
    return {.top = false, .section = section_of(step, place), .prefix = path_of(step, place)};
}

}
