#pragma once
#include "features/contract/profile.hpp"
#include "features/schedule/need.hpp"
#include "features/schedule/vendor.hpp"
#include "features/schedule/window.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::schedule {

void insert(db::Tx&, const WorkWindow&);
/// Stores the answer to a window; the version that was seen must still be the stored one (412).
Result<WorkWindow> answer(db::Tx&, WorkWindow);
std::optional<WorkWindow> find_window(db::Reader&, const ContractId&, const WorkWindowId&);
/// Every window of a request, in the order of time.
std::vector<WorkWindow> windows_of(db::Reader&, const ContractId&, const WorkRequestId&);

/// A window in the calendar of the contract, with what people know its request by.
struct PlannedWindow {
    WorkWindow window;
    std::string request_number;
    std::string request_title;
    std::string site_name;
};

/// The proposed and agreed windows that touch [from, until) and that the reach covers, in the order of time.
std::vector<PlannedWindow> windows_between(
    db::Reader&, const work_request::Reach&, Instant from, Instant until, int limit);

void insert(db::Tx&, const VendorNotice&);
/// Ends the word that counts for a request, before another takes its place.
void end_words_of(db::Tx&, const ContractId&, const WorkRequestId&, Instant);
void end(db::Tx&, const ContractId&, const VendorNoticeId&, Instant);
std::optional<VendorNotice> find_notice(db::Reader&, const ContractId&, const VendorNoticeId&);
/// What is said about other vendors for this request; none when nobody said anything yet.
std::optional<VendorNotice> word_of(db::Reader&, const ContractId&, const WorkRequestId&);
/// The standing entries in force, the newest first; at most 200.
std::vector<VendorNotice> standing_notices(db::Reader&, const ContractId&);

/// What the start of a request has to know about its days of work (WRQ-15, AUT-04…AUT-10, MIN-05).
struct Readiness {
    bool agreed_each_time = false; ///< the contract wants an agreed window
    std::optional<WorkWindow> window = {}; ///< the agreed window to start in: see target()
    std::optional<WorkWindow> proposed = {}; ///< a proposal that waits for its answer, when none is agreed
    std::vector<Need> needs = {}; ///< of the window, or of work at this very moment when it needs or has none
    bool vendors_told_before = false; ///< the contract wants a word about other vendors
    std::optional<VendorNotice> vendor = {};
};

/// Work that lies ahead is judged by its window; work that began without one by the moment at which it began.
enum class Course { ahead, begun };

/// `place` is the site of the request, for work without a window.
Readiness readiness(db::Reader&, const contract::Profile&, const WorkingCalendar&, const WorkRequestId&,
    const std::optional<SiteId>& place, Instant at, Course = Course::ahead);

}
