#pragma once
#include "app/recurring.hpp"
#include "features/search/follow_job.hpp"

namespace hoshuban {

class Program;

/// What is looked after while the program serves: permissions and rights end, clocks escalate, ledgers without their
/// edition and times without anybody to call are missed, the index and the open pages follow. Made after the program,
/// destroyed before it.
class Chores {
public:
    explicit Chores(Program&);
    Chores(const Chores&) = delete;
    Chores& operator=(const Chores&) = delete;

private:
    Recurring ends_;
    Recurring papers_;
    Recurring escalations_;
    Recurring sites_;
    search::Follower index_;
    Recurring indexing_;
    Recurring feeding_;
    Recurring leavings_;
    Recurring editions_;
    Recurring long_lists_;
    Recurring recounts_;
    Recurring plans_;
};

}
