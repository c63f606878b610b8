#pragma once
#include "features/improvement/improvement.hpp"
#include "features/trend/trend.hpp"

namespace hoshuban::improvement {

/// What a proposal begins with.
struct Draft {
    Basis basis = {};
    Text title = {};
    Text problem = {};
    Text measure = {};
    Text aim = {};
};

/// A proposal about something that the trend shows, its numbers written out. Refuses (`improvement/no_finding`) what
/// the trend does not show: a unit of fewer than two faults, a model or site without any, an estimate that it does not
/// know.
Result<Draft> draft_from(const trend::Trend&, const trend::SubjectKey&, int months);
Result<Draft> draft_from(const trend::Trend&, const std::string& quota, int months);

}
