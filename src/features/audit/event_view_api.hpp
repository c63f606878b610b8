#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/ledger_check.hpp"
#include "features/audit/words.hpp"
#include "formats/json.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::audit {

struct ChangeView {
    std::string field;
    Text label;
    std::string before;
    std::string after;
};

/// An event in the timeline of one thing.
struct EventView {
    std::int64_t sequence;
    Instant at;
    std::string actor_name;
    Side side;
    std::string kind;
    Text text;
    std::vector<ChangeView> changes;
    std::string reason;
    bool altered;
    std::map<std::string, std::string> unreadable;
};

struct EventListView {
    std::vector<EventView> items;
};

/// An event in the list of all events of a contract.
struct LedgerEventView {
    std::int64_t sequence;
    Instant at;
    std::string actor_name;
    Side side;
    std::string kind;
    Text text;
    std::vector<ChangeView> changes;
    std::string reason;
    Act act;
    Origin origin;
    std::string remote_address;
    std::string request_id;
    std::string subject_kind;
    std::string subject_id;
    std::string hash;
    bool altered;
    std::map<std::string, std::string> unreadable;
};

struct LedgerEventPage {
    std::vector<LedgerEventView> items;
    std::optional<std::string> next_cursor;
};

struct BrokenView {
    std::int64_t sequence;
    Text reason;
};

/// The first row of a ledger that is not what its events tell.
struct LedgerBrokenView {
    LedgerBreakKind kind;
    std::string id;
    std::string number;
    std::string field;
    Text label;
    std::string stored;
    std::string recorded;
    Text reason;
};

struct LedgerAuditView {
    std::string ledger;
    std::int64_t rows;
    bool ok;
    std::optional<LedgerBrokenView> broken;
};

/// `ok` speaks of the chain and of the ledgers; `broken` of the chain only.
struct AuditView {
    std::int64_t events;
    std::int64_t verified_until;
    std::string head_hash;
    bool ok;
    std::optional<BrokenView> broken;
    std::vector<LedgerAuditView> ledgers;
};

EventView view_of(const Event&, const Words&);
LedgerEventView ledger_view_of(const Event&, const Words&);
LedgerAuditView view_of(const LedgerVerification&);

json::Object describe(const ChangeView*);
json::Object describe(const EventView*);
json::Object describe(const EventListView*);
json::Object describe(const LedgerEventView*);
json::Object describe(const LedgerEventPage*);
json::Object describe(const BrokenView*);
json::Object describe(const LedgerBrokenView*);
json::Object describe(const LedgerAuditView*);
json::Object describe(const AuditView*);

}
