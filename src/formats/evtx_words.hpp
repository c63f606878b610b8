#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The words that BinXML and the schema of events are written in.
namespace hoshuban::evtx {

/// The tokens of BinXML.
namespace token {
enum : unsigned char {
    end_of_fragment = 0x00,
    open_element = 0x01,
    close_start = 0x02,
    close_empty = 0x03,
    end_element = 0x04,
    text = 0x05,
    attribute = 0x06,
    cdata = 0x07,
    character_reference = 0x08,
    entity_reference = 0x09,
    instruction_target = 0x0A,
    instruction_data = 0x0B,
    template_instance = 0x0C,
    substitution = 0x0D,
    optional_substitution = 0x0E,
    fragment_header = 0x0F,
    more = 0x40, ///< beside a token: more follows of what it belongs to
};
}

/// The child of `Event` that a field stands in.
enum class Section : std::uint8_t { none, system, event_data, user_data, other };

/// The fields of `System` that say what a record is.
enum class Part : std::uint8_t { provider, event_id, level, time, record_id, channel, computer, user, none };
inline constexpr std::size_t part_count = 8;

Section section_named(std::string_view element);
/// `path` begins below `Event`: `System/Provider/@Name`.
Part part_at(std::string_view path);
/// The character of `lt`, `gt`, `amp`, `quot`, `apos`; 0 for what is none of them.
char32_t entity(std::string_view name);

}
