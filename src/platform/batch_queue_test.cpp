#include "platform/batch_queue.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace hoshuban {
namespace {

using namespace std::chrono_literals;

class Kept {
public:
    void keep(std::span<const int> batch)
    {
        const std::lock_guard lock{mutex_};
        if (failures_ > 0) {
            --failures_;
            throw std::runtime_error{"not now"};
        }
        values_.insert(values_.end(), batch.begin(), batch.end());
        ++batches_;
    }
    void fail(int times)
    {
        const std::lock_guard lock{mutex_};
        failures_ = times;
    }
    std::vector<int> values()
    {
        const std::lock_guard lock{mutex_};
        return values_;
    }
    int batches()
    {
        const std::lock_guard lock{mutex_};
        return batches_;
    }

private:
    std::mutex mutex_;
    std::vector<int> values_;
    int batches_ = 0;
    int failures_ = 0;
};

std::vector<int> up_to(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

TEST(BatchQueue, HandsOverInOrderAndInFewBatches)
{
    Kept kept;
    BatchQueue<int> queue{"test", [&](std::span<const int> batch) { kept.keep(batch); }};
    for (const int number : up_to(5000))
        queue.push(number);
    queue.flush();
    EXPECT_EQ(kept.values(), up_to(5000));
    EXPECT_LE(kept.batches(), 13) << "at most 512 each, and few smaller ones";
}

TEST(BatchQueue, HandsOverWhatWaitsAtTheEnd)
{
    Kept kept;
    {
        BatchQueue<int> queue{"test", [&](std::span<const int> batch) { kept.keep(batch); }, {.delay = 10s}};
        for (const int number : up_to(3))
            queue.push(number);
    }
    EXPECT_EQ(kept.values(), up_to(3));
}

TEST(BatchQueue, HandsOverAfterTheDelayWithoutBeingAsked)
{
    Kept kept;
    BatchQueue<int> queue{"test", [&](std::span<const int> batch) { kept.keep(batch); }, {.delay = 5ms}};
    queue.push(0);
    const auto limit = std::chrono::steady_clock::now() + 10s;
    while (kept.values().empty() && std::chrono::steady_clock::now() < limit)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(kept.values(), up_to(1));
}

TEST(BatchQueue, TriesAFailedBatchAgain)
{
    log::configure({.level = log::Level::off, .sink = {}});
    Kept kept;
    kept.fail(2);
    BatchQueue<int> queue{"test", [&](std::span<const int> batch) { kept.keep(batch); }};
    queue.push(0);
    queue.flush();
    EXPECT_EQ(kept.values(), up_to(1));
}

TEST(BatchQueue, AFullQueueWaitsAndAtLastRefuses)
{
    log::configure({.level = log::Level::off, .sink = {}});
    Kept kept;
    kept.fail(1000);
    BatchQueue<int> queue{"test", [&](std::span<const int> batch) { kept.keep(batch); },
        {.capacity = 2, .delay = 1ms, .patience = 100ms}};
    EXPECT_THROW(
        {
            for (int i = 0; i < 10; ++i)
                queue.push(i);
        },
        std::runtime_error);
    kept.fail(0);
    queue.flush();
    EXPECT_GE(kept.values().size(), 2U);
    EXPECT_EQ(kept.values(), up_to(static_cast<int>(kept.values().size())));
}

}
}
