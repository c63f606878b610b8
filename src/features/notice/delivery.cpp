#include "features/notice/delivery.hpp"

#include <array>

namespace hoshuban::notice {

Verdict after(Attempt attempt, int attempts, Instant now)
{
    using std::chrono::minutes;
    static constexpr std::array pauses{minutes{1}, minutes{5}, minutes{15}, minutes{60}, minutes{240}};
    switch (attempt) {
    case Attempt::arrived:
        return {DeliveryState::sent};
    case Attempt::refused:
        return {DeliveryState::failed};
    case Attempt::unsure:
        return {DeliveryState::unsure};
    case Attempt::failed:
        break;
    }
    const auto place = static_cast<std::size_t>(attempts < 1 ? 0 : attempts - 1);
    if (place >= pauses.size())
        return {DeliveryState::failed};
    return {DeliveryState::ready, now + pauses.at(place)};
}

}
