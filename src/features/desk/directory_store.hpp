#pragma once
#include "features/audit/audit.hpp"
#include "features/desk/directory.hpp"
#include "features/desk/vendor.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::desk {

/// What people entered about the desks of a contract.
struct Entered {
    std::map<std::string, DeskMark> marks = {}; ///< by desk
    std::map<std::string, std::vector<DayOff>> days_off = {}; ///< by desk, in order

    DeskMark mark_of(const std::string& desk) const;
    std::span<const DayOff> days_off_of(const std::string& desk) const;
};

Entered entered(db::Reader&, const ContractId&);

/// The calendars of a desk; each none where it has no hours of its own.
struct DeskCalendars {
    std::shared_ptr<const WorkingCalendar> desk = {};
    std::shared_ptr<const WorkingCalendar> repairs = {};
};

/// With what was entered about it. Calendars are kept in memory until terms or holidays change.
Result<DeskCalendars> calendars_of(db::Reader&, const ContractId&, const contract::MakerDesk&, const Entered&);

/// Stores whether a maintenance contract holds, in the version that was seen, and records
/// `desk.marked`.
Result<DeskMark> put_mark(db::Tx&, const audit::Cause&, const ContractId&, const contract::MakerDesk&,
    const DeskMark& before, DeskMark after);

/// How many days off one desk may have entered.
inline constexpr std::size_t most_days_off = 400;

/// Stores days off that are not there yet and records `desk.day_off_added` of each; how many were new.
int add_days_off(db::Tx&, const audit::Cause&, const ContractId&, const contract::MakerDesk&, std::span<const DayOff>);
/// Takes a day off back and records `desk.day_off_removed`; not_found when there is none.
Result<void> remove_day_off(db::Tx&, const audit::Cause&, const ContractId&, const contract::MakerDesk&, LocalDay);

/// The vendors that were entered, by the days from which they are.
std::vector<Vendor> list_vendors(db::Reader&, const ContractId&);
/// Stores a vendor and records `vendor.entered`.
void insert(db::Tx&, const audit::Cause&, const Vendor&);
/// Replaces a vendor and records what differs as `vendor.changed`.
Vendor update(db::Tx&, const audit::Cause&, const Vendor& before, Vendor after);

}
