#include "features/due/event_words.hpp"

namespace hoshuban::due {

audit::Words event_words()
{
    return {
        {
            {"due.half", {"期限まで半分を経過", "Half of the time has passed"}},
            {"due.near", {"期限が近い", "Nearly due"}},
            {"due.passed", {"期限を経過", "Past due"}},
        },
        {},
    };
}

}
