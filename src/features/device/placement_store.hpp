#pragma once
#include "features/device/placement.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>

namespace hoshuban::device {

/// After a contract's list was loaded: every unit that has no place yet gets that of the list, from the first day of
/// the contract (LOC-02); one that nobody has moved so far follows a corrected list; one that was moved stands where
/// its register says, whatever the list says.
void open_register(db::Tx&, const ContractId&);

/// Where a unit stood; empty when it is in no register.
Course course_of(db::Reader&, const ContractId&, const DeviceId&);

/// Puts one course in the place of another.
void store(db::Tx&, const ContractId&, const DeviceId&, const Course& before, const Course& after);

/// The whole course of a unit, as it is to be stored.
struct WholeCourse {
    DeviceId device;
    Course before; ///< as it is stored; none for a unit that is new
    Course course;
};

/// Puts whole courses in the place of what is there, with few statements. Of a unit that moves on, only its last
/// placement is ended and the next one added.
void store_all(db::Tx&, const ContractId&, std::span<const WholeCourse>);

/// Wipes out where units stood that should never have been in the register.
void remove_courses(db::Tx&, const ContractId&, std::span<const DeviceId>);

/// The courses of every unit of a contract.
std::map<DeviceId, Course> all_courses(db::Reader&, const ContractId&);

/// Reads the columns of one placement.
Placement placement_from(const db::Row&);

}
