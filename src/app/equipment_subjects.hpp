#pragma once
#include "features/notice/subject_store.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban {

/// What the ledgers of the equipment tell of their rows, for notices: devices, their faults, repair and installation,
/// and whom to call about them.
notice::Subjects equipment_subjects(contract::ProfileCache&);

}
