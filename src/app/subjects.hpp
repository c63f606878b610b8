#pragma once
#include "features/notice/subject_store.hpp"

namespace hoshuban {

/// How each room tells what its rows are called, where their pages are and whom they concern: for notices.
notice::Subjects notice_subjects();

}
