#pragma once

namespace hoshuban {

/// Whoever lets only as many threads compute at once as the machine has cores is told here when one of them starts to
/// wait or to work for long, and may then let another one begin.
class Turns {
public:
    virtual void give_up() = 0;
    virtual void resume() = 0;

    /// Those of the current thread; null where nobody counts.
    static Turns*& of_this_thread()
    {
        thread_local Turns* turns = nullptr;
        return turns;
    }

protected:
    ~Turns() = default;
};

/// While it lives, the current thread does not count among those that compute: it waits for a disk, a lock or another
/// machine, or does work that is longer than others should wait for.
class OffTurn {
public:
    OffTurn()
        : turns_{Turns::of_this_thread()}
    {
        Turns::of_this_thread() = nullptr;
        if (turns_ != nullptr)
            turns_->give_up();
    }
    ~OffTurn()
    {
        if (turns_ != nullptr)
            turns_->resume();
        Turns::of_this_thread() = turns_;
    }
    OffTurn(const OffTurn&) = delete;
    OffTurn& operator=(const OffTurn&) = delete;

private:
    Turns* turns_;
};

}
