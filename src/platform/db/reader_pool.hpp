#pragma once
#include "platform/db/connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace hoshuban::db {

/// The connections for read(), opened when first needed. The one used last is given out first: its caches are warm.
class ReaderPool {
public:
    explicit ReaderPool(const Options& options)
        : options_{options}
    {
    }

    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection>);

private:
    std::unique_ptr<Connection> take_idle();
    void drop_one();

    const Options& options_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int open_ = 0;
};

}
