#include "features/feed/event_words.hpp"

namespace hoshuban::feed {

audit::Words event_words()
{
    return {
        {
            {"calendar_feed.created", {"予定表のアドレスを発行", "Address of a calendar feed made"}},
            {"calendar_feed.revoked", {"予定表のアドレスを取り消し", "Address of a calendar feed revoked"}},
        },
        {},
    };
}

}
