#pragma once
#include "features/premises/controlled_room.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::premises {

struct AddControlledRoom {
    SiteId site_id = {};
    std::string name = {};
    std::string floor = {};
    std::string procedure = {};
};

inline auto describe(const AddControlledRoom*)
{
    using B = AddControlledRoom;
    return json::object<B>("AddControlledRoom", json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("name", &B::name, {"部屋の名前", "Name of the room"}, json::length(1, 100)),
        json::field("floor", &B::floor, {"階", "Floor"}, json::length(0, 60), json::defaulted()),
        json::field("procedure", &B::procedure, {"市の入退室の手続", "The city's procedure"}, json::length(1, 2000)));
}

struct ChangeControlledRoom {
    std::string name = {};
    std::string floor = {};
    std::string procedure = {};
    std::string reason = {};
};

inline auto describe(const ChangeControlledRoom*)
{
    using B = ChangeControlledRoom;
    return json::object<B>("ChangeControlledRoom",
        json::field("name", &B::name, {"部屋の名前", "Name of the room"}, json::length(1, 100)),
        json::field("floor", &B::floor, {"階", "Floor"}, json::length(0, 60), json::defaulted()),
        json::field("procedure", &B::procedure, {"市の入退室の手続", "The city's procedure"}, json::length(1, 2000)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct CloseControlledRoom {
    LocalDay on = {};
    std::string reason = {};
};

inline auto describe(const CloseControlledRoom*)
{
    using B = CloseControlledRoom;
    return json::object<B>("CloseControlledRoom", json::field("on", &B::on, {"閉じる日", "Closed from"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct PremisesReason {
    std::string reason = {};
};

inline auto describe(const PremisesReason*)
{
    using B = PremisesReason;
    return json::object<B>(
        "PremisesReason", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

}
