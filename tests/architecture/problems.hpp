#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hoshuban::architecture {

/// Holds when there are no problems; else the message lists them, one a line.
inline testing::AssertionResult none(const std::vector<std::string>& problems)
{
    if (problems.empty())
        return testing::AssertionSuccess();
    auto failure = testing::AssertionFailure() << problems.size() << " problem(s)";
    for (const std::string& problem : problems)
        failure << "\n" << problem;
    return failure;
}

}
