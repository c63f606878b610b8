#pragma once
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/work_request/work_request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// How the list is ordered; every order ends in the id, so that it is total.
enum class ListOrder { number, entered_on, wish_on, title, status };

constexpr auto names_of(const ListOrder*)
{
    return std::to_array<Name<ListOrder>>({{ListOrder::number, "number"}, {ListOrder::entered_on, "entered_on"},
        {ListOrder::wish_on, "wish_on"}, {ListOrder::title, "title"}, {ListOrder::status, "status"}});
}

/// Which requests, in which order. Empty members do not restrict.
struct ListFilter {
    std::vector<Status> statuses = {};
    std::vector<std::string> words = {}; ///< folded; each must occur somewhere in the request
    std::string work_type = {};
    std::optional<SiteId> site = {};
    std::optional<LocalDay> entered_from = {};
    std::optional<LocalDay> entered_to = {};
    ListOrder order = ListOrder::number;
    bool descending = false;
};

/// Splits what a person typed into the search box into folded words.
std::vector<std::string> search_words(std::string_view);

}
