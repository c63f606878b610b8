#include "features/work_request/search_key.hpp"

#include "core/fold.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace hoshuban::work_request {
namespace {

constexpr auto searched = std::to_array<std::pair<std::string_view, std::string WorkRequest::*>>({
    {"number", &WorkRequest::number},
    {"title", &WorkRequest::title},
    {"body", &WorkRequest::body},
    {"result", &WorkRequest::result},
    {"division", &WorkRequest::division},
    {"contractor", &WorkRequest::contractor},
    {"city_person", &WorkRequest::city_person},
    {"division_person", &WorkRequest::division_person},
    {"contractor_person", &WorkRequest::contractor_person},
    {"performed_by", &WorkRequest::performed_by},
});

}

std::string search_key(const WorkRequest& request)
{
    std::string text;
    for (const auto& [field, member] : searched)
        text += request.*member + '\n';
    return fold(text);
}

std::string search_key(const std::map<std::string, std::string>& facts)
{
    std::string text;
    for (const auto& [field, member] : searched) {
        const auto found = facts.find(std::string{field});
        text += (found == facts.end() ? "" : found->second) + '\n';
    }
    return fold(text);
}

}
