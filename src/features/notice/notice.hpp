#pragma once
#include "features/audit/audit.hpp"
#include "features/notice/kind_rule.hpp"

#include <optional>
#include <string>

namespace hoshuban::notice {

/// What one event tells one person. Number, title, path and place are those of the subject and follow it.
struct Notice {
    ContractId contract = {};
    PersonId person = {};
    std::int64_t sequence = 0; ///< of the event
    std::string kind = {};
    Group group = Group::request;
    bool urgent = false;
    audit::Subject subject = {};
    std::string number = {};
    std::string title = {};
    std::string path = {}; ///< of the page, below that of the contract; empty: none
    std::string actor_name = {}; ///< empty: the program
    Text detail = {}; ///< a reason, or how a date came about
    Instant at = {};
    std::optional<Instant> read_at = {};
};

/// What somebody may see in a contract now, as lists ask for it: permissions that reach all of it, and those that reach
/// only divisions (folded) or sites.
struct Sight {
    struct Part {
        Permission permission;
        std::string division = {};
        std::optional<SiteId> site = {};
    };
    ContractId contract;
    PersonId person;
    std::vector<Permission> whole = {};
    std::vector<Part> parts = {};
};

Sight sight_of(const Actor&, const ContractId&);

}
