#include "features/device/event_words.hpp"

namespace hoshuban::device {
namespace {

audit::Words::Table kinds()
{
    return {
        {"device.moved", {"機器の異動を記録", "Move of a unit recorded"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"device.site", {"拠点", "Site"}},
        {"device.place", {"場所", "Place"}},
        {"device.use", {"使い方", "Use"}},
        {"device.keeper", {"管理者", "Keeper"}},
        {"device.moved_on", {"異動日", "Moved on"}},
        {"device.cause", {"異動の理由", "Cause"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
