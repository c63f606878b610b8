#include "formats/evtx_words.hpp"

#include <array>

namespace hoshuban::evtx {

Section section_named(std::string_view element)
{
    if (element == "System")
        return Section::system;
    if (element == "EventData")
        return Section::event_data;
    if (element == "UserData")
        return Section::user_data;
    return Section::other;
}

Part part_at(std::string_view path)
{
    struct Place {
        std::string_view path;
        Part part;
    };
    constexpr std::array places{Place{"System/Provider/@Name", Part::provider}, Place{"System/EventID", Part::event_id},
        Place{"System/Level", Part::level}, Place{"System/TimeCreated/@SystemTime", Part::time},
        Place{"System/EventRecordID", Part::record_id}, Place{"System/Channel", Part::channel},
        Place{"System/Computer", Part::computer}, Place{"System/Security/@UserID", Part::user}};
    for (const Place& place : places) {
        if (place.path == path)
            return place.part;
    }
    return Part::none;
}

char32_t entity(std::string_view name)
{
    struct Entity {
        std::string_view name;
        char32_t character;
    };
    constexpr std::array entities{
        Entity{"lt", U'<'}, Entity{"gt", U'>'}, Entity{"amp", U'&'}, Entity{"quot", U'"'}, Entity{"apos", U'\''}};
    for (const Entity& known : entities) {
        if (known.name == name)
            return known.character;
    }
    return 0;
}

}
