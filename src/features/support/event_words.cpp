#include "features/support/event_words.hpp"

namespace hoshuban::support {
namespace {

audit::Words::Table kinds()
{
    return {
        {"on_call.planned", {"緊急連絡先の当番を追加", "On-call shift planned"}},
        {"on_call.changed", {"緊急連絡先の当番を変更", "On-call shift changed"}},
        {"on_call.removed", {"緊急連絡先の当番を取消", "On-call shift removed"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"on_call_shift.from", {"始まり", "From"}},
        {"on_call_shift.until", {"終わり", "Until"}},
        {"on_call_shift.person", {"連絡先の人", "Person"}},
        {"on_call_shift.phone", {"電話", "Phone"}},
        {"on_call_shift.rank", {"順", "Rank"}},
        {"on_call_shift.note", {"備考", "Note"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
