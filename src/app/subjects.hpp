#pragma once
#include "features/notice/subject_store.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban {

/// How each room tells what its rows are called, where their pages are and whom they concern: for notices.
/// `profiles` must outlive it.
notice::Subjects notice_subjects(contract::ProfileCache& profiles);

/// What events say beside what their subject is called.
notice::Details notice_details();

}
