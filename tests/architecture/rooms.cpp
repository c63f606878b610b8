#include "rooms.hpp"

#include "tree.hpp"

#include <algorithm>

namespace hoshuban::architecture {
namespace {

std::vector<std::string> quoted_words(std::string_view text)
{
    std::vector<std::string> words;
    for (auto open = text.find('"'); open != std::string_view::npos;) {
        const auto close = text.find('"', open + 1);
        words.emplace_back(text.substr(open + 1, close - open - 1));
        open = text.find('"', close + 1);
    }
    return words;
}

std::vector<Room> read_rooms()
{
    std::vector<Room> rooms;
    for (const File* file : files_below("tests/architecture/rooms.toml")) {
        for (const Line& line : file->lines) {
            const auto equals = line.text.find(" = [");
            if (equals != std::string::npos && !line.text.starts_with('#'))
                rooms.push_back({line.text.substr(0, equals), quoted_words(line.text.substr(equals))});
        }
    }
    return rooms;
}

}

const std::vector<Room>& feature_rooms()
{
    static const std::vector<Room> rooms = read_rooms();
    return rooms;
}

const Room* find_room(const std::string& name)
{
    const auto found = std::ranges::find(feature_rooms(), name, &Room::name);
    return found == feature_rooms().end() ? nullptr : &*found;
}

}
