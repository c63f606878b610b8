#pragma once
#include <string>
#include <vector>

namespace hoshuban::architecture {

/// A feature room and the rooms it may look into.
struct Room {
    std::string name;
    std::vector<std::string> sees;
};

/// The rooms of rooms.toml, in its order.
const std::vector<Room>& feature_rooms();

/// The listed room of that name, or null.
const Room* find_room(const std::string& name);

}
