#pragma once
#include "formats/evtx_value.hpp"
#include "formats/evtx_words.hpp"
#include "formats/utf16.hpp"

#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Writes BinXML as Windows does: names and templates stand where they are used first.
namespace hoshuban::test {

template <class T>
std::string little(T number)
{
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

struct XmlElement;

/// What stands in an element or an attribute.
struct XmlPiece {
    enum class Kind { text, cdata, character, entity, value, optional_value, instruction, child };

    Kind kind = Kind::text;
    std::string text = {}; ///< of an instruction: its target
    std::uint16_t number = 0; ///< of the value, or the character
    std::shared_ptr<const XmlElement> child = {};
};

struct XmlAttribute {
    std::string name;
    XmlPiece content;
};

struct XmlElement {
    std::string name;
    std::vector<XmlAttribute> attributes = {};
    std::vector<XmlPiece> content = {};
    std::uint16_t depends_on = 0xFFFF;
};

inline XmlPiece words(std::string text)
{
    return {.text = std::move(text)};
}
inline XmlPiece value(std::uint16_t number)
{
    return {.kind = XmlPiece::Kind::value, .number = number};
}
inline XmlPiece optional_value(std::uint16_t number)
{
    return {.kind = XmlPiece::Kind::optional_value, .number = number};
}
inline XmlPiece child(XmlElement element)
{
    return {.kind = XmlPiece::Kind::child, .child = std::make_shared<const XmlElement>(std::move(element))};
}

struct XmlFragment;

struct XmlValue {
    evtx::Type type = evtx::Type::null;
    std::string bytes = {};
    std::shared_ptr<const XmlFragment> fragment = {}; ///< of a value that is BinXML itself
};

/// A record, or a value that is BinXML. With a `template_name` the element is written once in each chunk as a template.
struct XmlFragment {
    XmlElement root;
    std::string template_name = {};
    std::vector<XmlValue> values = {};
};

inline XmlValue raw_value(evtx::Type type, std::string bytes)
{
    return {type, std::move(bytes), {}};
}
inline XmlValue list_value(evtx::Type type, std::string bytes)
{
    return raw_value(static_cast<evtx::Type>(static_cast<unsigned char>(type) | 0x80), std::move(bytes));
}
inline XmlValue text_value(std::string_view text)
{
    return raw_value(evtx::Type::string, utf16::from_utf8(text));
}
template <class T>
XmlValue number_value(evtx::Type type, T number)
{
    return raw_value(type, little(number));
}
inline XmlValue xml_value(XmlFragment fragment)
{
    return {evtx::Type::xml, {}, std::make_shared<const XmlFragment>(std::move(fragment))};
}

/// The bytes of one chunk while it is filled.
class ChunkWriter {
public:
    ChunkWriter()
        : bytes_(512, '\0')
    {
    }

    std::size_t size() const { return bytes_.size(); }

    /// Returns where the record begins.
    std::size_t add_record(std::uint64_t id, std::uint64_t written, const XmlFragment& fragment)
    {
        const std::size_t begin = begin_record(id, written);
        add_fragment(fragment);
        end_record(begin);
        return begin;
    }

    /// The same with these bytes for BinXML.
    std::size_t add_raw_record(std::uint64_t id, std::string_view content)
    {
        const std::size_t begin = begin_record(id, 0);
        bytes_ += content;
        end_record(begin);
        return begin;
    }

    template <class T>
    void patch(std::size_t at, T number)
    {
        std::memcpy(bytes_.data() + at, &number, sizeof number);
    }

    /// The tables of names and templates stand in the header of the chunk.
    std::string take()
    {
        for (std::size_t i = 0; i < names_head_.size(); ++i)
            patch(128 + 4 * i, names_head_[i]);
        for (std::size_t i = 0; i < templates_head_.size(); ++i)
            patch(384 + 4 * i, templates_head_[i]);
        return std::move(bytes_);
    }

private:
    std::size_t begin_record(std::uint64_t id, std::uint64_t written)
    {
        const std::size_t begin = bytes_.size();
        bytes_ += std::string{"**\0\0", 4} + little(std::uint32_t{0}) + little(id) + little(written);
        return begin;
    }

    void end_record(std::size_t begin)
    {
        bytes_.append((8 - (bytes_.size() - begin + 4) % 8) % 8, '\0');
        const auto record_size = static_cast<std::uint32_t>(bytes_.size() - begin + 4);
        patch(begin + 4, record_size);
        bytes_ += little(record_size);
    }

    void add(unsigned char byte) { bytes_ += static_cast<char>(byte); }

    void add_fragment(const XmlFragment& fragment)
    {
        add_head();
        if (fragment.template_name.empty())
            add_element(fragment.root, false);
        else
            add_instance(fragment);
        add(evtx::token::end_of_fragment);
    }

    void add_head() { bytes_ += std::string{"\x0F\x01\x01\0", 4}; }

    void add_instance(const XmlFragment& fragment)
    {
        const auto known = templates_.find(fragment.template_name);
        const std::uint32_t id = hash_of(fragment.template_name);
        add(evtx::token::template_instance);
        add(1);
        bytes_ += little(id);
        if (known != templates_.end())
            bytes_ += little(known->second);
        else
            add_definition(fragment, id);
        add_values(fragment.values);
    }

    void add_definition(const XmlFragment& fragment, std::uint32_t id)
    {
        const auto offset = static_cast<std::uint32_t>(bytes_.size() + 4);
        templates_[fragment.template_name] = offset;
        bytes_ += little(offset) + little(std::exchange(templates_head_[id % 32], offset));
        bytes_ += little(id) + little(id * 7) + little(id * 11) + little(id * 13) + little(std::uint32_t{0});
        const std::size_t begin = bytes_.size();
        add_head();
        add_element(fragment.root, true);
        add(evtx::token::end_of_fragment);
        patch(begin - 4, static_cast<std::uint32_t>(bytes_.size() - begin));
    }

    void add_values(const std::vector<XmlValue>& values)
    {
        bytes_ += little(static_cast<std::uint32_t>(values.size()));
        const std::size_t sizes = bytes_.size();
        for (const XmlValue& value : values)
            bytes_ += little(std::uint16_t{0}) + static_cast<char>(value.type) + '\0';
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t begin = bytes_.size();
            bytes_ += values[i].bytes;
            if (values[i].fragment)
                add_fragment(*values[i].fragment);
            patch(sizes + 4 * i, static_cast<std::uint16_t>(bytes_.size() - begin));
        }
    }

    void add_element(const XmlElement& element, bool definition)
    {
        const bool attributes = !element.attributes.empty();
        add(attributes ? evtx::token::open_element | evtx::token::more : evtx::token::open_element);
        if (definition)
            bytes_ += little(element.depends_on);
        bytes_ += little(std::uint32_t{0});
        const std::size_t begin = bytes_.size();
        add_name(element.name);
        if (attributes)
            add_attributes(element, definition);
        if (element.content.empty()) {
            add(evtx::token::close_empty);
        } else {
            add(evtx::token::close_start);
            for (const XmlPiece& piece : element.content)
                add_piece(piece, definition);
            add(evtx::token::end_element);
        }
        patch(begin - 4, static_cast<std::uint32_t>(bytes_.size() - begin));
    }

    void add_attributes(const XmlElement& element, bool definition)
    {
        bytes_ += little(std::uint32_t{0});
        const std::size_t begin = bytes_.size();
        for (const auto& [name, piece] : element.attributes) {
            const bool last = &piece == &element.attributes.back().content;
            add(last ? evtx::token::attribute : evtx::token::attribute | evtx::token::more);
            add_name(name);
            add_piece(piece, definition);
        }
        patch(begin - 4, static_cast<std::uint32_t>(bytes_.size() - begin));
    }

    void add_text(std::string_view text)
    {
        const std::string units = utf16::from_utf8(text);
        bytes_ += little(static_cast<std::uint16_t>(units.size() / 2)) + units;
    }

    void add_piece(const XmlPiece& piece, bool definition)
    {
        switch (piece.kind) {
        case XmlPiece::Kind::text:
            add(evtx::token::text);
            add(1);
            add_text(piece.text);
            break;
        case XmlPiece::Kind::cdata:
            add(evtx::token::cdata);
            add_text(piece.text);
            break;
        case XmlPiece::Kind::character:
            add(evtx::token::character_reference);
            bytes_ += little(piece.number);
            break;
        case XmlPiece::Kind::entity:
            add(evtx::token::entity_reference);
            add_name(piece.text);
            break;
        case XmlPiece::Kind::value:
        case XmlPiece::Kind::optional_value:
            add(piece.kind == XmlPiece::Kind::value ? evtx::token::substitution : evtx::token::optional_substitution);
            bytes_ += little(piece.number) + '\1';
            break;
        case XmlPiece::Kind::instruction:
            add(evtx::token::instruction_target);
            add_name(piece.text);
            add(evtx::token::instruction_data);
            add_text("data");
            break;
        case XmlPiece::Kind::child:
            add_element(*piece.child, definition);
            break;
        }
    }

    void add_name(const std::string& name)
    {
        if (const auto known = names_.find(name); known != names_.end()) {
            bytes_ += little(known->second);
            return;
        }
        const auto offset = static_cast<std::uint32_t>(bytes_.size() + 4);
        names_[name] = offset;
        const auto hash = static_cast<std::uint16_t>(hash_of(name));
        bytes_ += little(offset) + little(std::exchange(names_head_[hash % 64], offset)) + little(hash);
        add_text(name);
        bytes_ += std::string(2, '\0');
    }

    static std::uint32_t hash_of(std::string_view name)
    {
        std::uint32_t hash = 0;
        for (const char c : name)
            hash = hash * 65599 + static_cast<unsigned char>(c);
        return hash;
    }

    std::string bytes_;
    std::map<std::string, std::uint32_t> names_;
    std::map<std::string, std::uint32_t> templates_;
    std::array<std::uint32_t, 64> names_head_{};
    std::array<std::uint32_t, 32> templates_head_{};
};

}
