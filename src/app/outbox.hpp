#pragma once
#include "app/recurring.hpp"

#include <stop_token>

namespace hoshuban {

class Program;

/// What goes out while the program serves: notices are written from the events, letters and webhooks leave. Made after
/// the program, destroyed before it; destroying it does not wait for a far end that hangs.
class Outbox {
public:
    explicit Outbox(Program&);
    ~Outbox() { stop_.request_stop(); }
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

private:
    std::stop_source stop_;
    Recurring telling_;
    Recurring letters_;
    Recurring webhooks_;
};

}
