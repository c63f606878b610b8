#pragma once
#include "core/names.hpp"
#include "features/approval/approval.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

enum class Order { asked_at, until, title };

constexpr auto names_of(const Order*)
{
    return std::to_array<Name<Order>>(
        {{Order::asked_at, "asked_at"}, {Order::until, "until"}, {Order::title, "title"}});
}

/// Whose decision is asked for: what exactly this person may decide today.
struct Inbox {
    PersonId person;
    Side side = Side::neutral;
    bool whole = false; ///< decides for the whole side, not only for the sites below
    std::vector<SiteId> sites = {};
    LocalDay today;
};

Inbox inbox_of(const Actor&, const ContractId&, LocalDay today);

/// Which rows of the register. Empty members do not restrict.
struct Filter {
    std::vector<State> states = {};
    std::vector<std::string> kinds = {};
    std::optional<Side> waiting = {}; ///< for this side
    std::optional<Inbox> inbox = {}; ///< waiting for this person; not together with decided_by
    std::optional<PersonId> asked_by = {};
    std::optional<Side> asked_side = {};
    std::optional<PersonId> decided_by = {};
    std::optional<LocalDay> on = {}; ///< granted and valid at some moment of this day
    std::optional<WorkRequestId> request = {};
    std::optional<SiteId> site = {};
    std::vector<std::string> words = {}; ///< folded; each must occur
    Order order = Order::asked_at;
    bool descending = true;
};

/// An approval with what its job and its site are called.
struct Listed {
    Approval approval;
    std::string request_number; ///< empty when it covers no particular job
    std::string site_name;
    std::optional<SiteId> place; ///< its own site, or that of its job
};

/// The last decision on an application: who took it, for whom, when.
struct LastDecision {
    ApprovalId approval;
    std::string by_name;
    std::string for_name;
    Instant at;
};

}
