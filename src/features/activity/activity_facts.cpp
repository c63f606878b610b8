#include "features/activity/activity_facts.hpp"

namespace hoshuban::activity {

std::map<std::string, std::string> facts_of(const Activity& activity)
{
    const Written& written = activity.written;
    std::map<std::string, std::string> facts{{"number", activity.number}, {"work_type", written.work_type},
        {"title", written.title}, {"asked_by", written.asked_by}, {"what", written.what}, {"result", written.result},
        {"done_on", to_text(written.done_on)}, {"hours", work_request::to_text(written.hours)},
        {"performed_by", written.performed_by}, {"request", written.request ? activity.request_number : ""},
        {"permission", activity.permission},
        {"cancelled_because", activity.cancelled ? activity.cancelled->reason : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}
