#include "formats/evtx_fragment.hpp"

#include "formats/byte_cursor.hpp"

namespace hoshuban::evtx {

InstanceHead read_instance_head(std::string_view chunk, std::size_t at)
{
    ByteCursor cursor{chunk, at};
    cursor.skip(5); // a byte that is always 1, and the first bytes of the GUID
    const auto definition = cursor.read<std::uint32_t>();
    // A definition stands where it is used first.
    if (definition == cursor.position()) {
        const Fragment inside = fragment_of_definition(chunk, definition);
        cursor.skip(inside.end >= inside.begin ? inside.end - cursor.position() : cursor.remaining() + 1);
    }
    return cursor.failed() ? InstanceHead{} : InstanceHead{definition, cursor.position()};
}

Fragment fragment_of_definition(std::string_view chunk, std::uint32_t offset)
{
    ByteCursor cursor{chunk, offset};
    cursor.skip(20); // where the next one stands, and the GUID
    const auto size = cursor.read<std::uint32_t>();
    const std::size_t begin = cursor.position();
    if (cursor.failed() || size > cursor.remaining())
        return {chunk, 1, 0, true};
    return {chunk, begin, begin + size, true};
}

}
