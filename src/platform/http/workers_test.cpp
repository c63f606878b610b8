#include "platform/http/workers.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <latch>
#include <numeric>
#include <vector>

namespace hoshuban::http {
namespace {

void raise_to(std::atomic<int>& highest, int value)
{
    int known = highest;
    while (known < value && !highest.compare_exchange_weak(known, value)) { }
}

TEST(Workers, BeginInTheOrderTheyCame)
{
    std::vector<int> order;
    {
        Workers workers{16, 1};
        for (int i = 0; i < 500; ++i)
            workers.run([&, i] { order.push_back(i); });
    }
    std::vector<int> expected(500);
    std::iota(expected.begin(), expected.end(), 0);
    EXPECT_EQ(order, expected);
}

TEST(Workers, NeverComputeMoreThanAllowed)
{
    std::atomic<int> computing = 0;
    std::atomic<int> highest = 0;
    {
        Workers workers{16, 2};
        for (int i = 0; i < 500; ++i) {
            workers.run([&] {
                raise_to(highest, ++computing);
                std::this_thread::yield();
                --computing;
            });
        }
    }
    EXPECT_LE(highest, 2);
}

// Ten tasks wait for each other: with two at once that ends only when waiting lets others begin.
TEST(Workers, WhoWaitsLetsOthersBegin)
{
    for (int round = 0; round < 50; ++round) {
        std::latch all_here{10};
        std::atomic<int> finished = 0;
        {
            Workers workers{10, 2};
            for (int i = 0; i < 10; ++i) {
                workers.run([&] {
                    {
                        const OffTurn waiting;
                        all_here.arrive_and_wait();
                    }
                    ++finished;
                });
            }
        } // ends while some have not begun
        EXPECT_EQ(finished, 10);
    }
}

TEST(Workers, FinishWhatWasGivenBeforeTheyEnd)
{
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> done = 0;
        {
            Workers workers{8, 2};
            for (int i = 0; i < 40; ++i) {
                workers.run([&] {
                    const OffTurn aside;
                    ++done;
                });
            }
        }
        EXPECT_EQ(done, 40);
    }
}

}
}
