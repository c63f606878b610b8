#include "features/work_request/event_words.hpp"

#include "features/work_request/work_request_change.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

TEST(EventWords, EveryFactHasALabel)
{
    const audit::Words words = event_words();
    for (const auto& [field, value] : facts_of(WorkRequest{})) {
        const Text label = words.field("work_request", field);
        EXPECT_NE(label.ja, field) << "event_words.cpp lacks " << field;
        EXPECT_NE(label.en, field) << "event_words.cpp lacks " << field;
    }
}

}
}
