#include "features/schedule/event_words.hpp"

namespace hoshuban::schedule {
namespace {

audit::Words::Table kinds()
{
    return {
        {"schedule.proposed", {"作業日程を提案", "Window proposed"}},
        {"schedule.agreed", {"作業日程に合意", "Window agreed"}},
        {"schedule.refused", {"作業日程を断る", "Window refused"}},
        {"schedule.withdrawn", {"作業日程を取り下げ", "Window withdrawn"}},
        {"schedule.vendor_told", {"他業者との調整を連絡", "Dealing with other vendors told"}},
        {"schedule.routine_ended", {"定例の調整を終了", "Routine with a vendor ended"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"work_request.window_id", {"日程の識別子", "Id of the window"}},
        {"work_request.window_from", {"作業の開始", "Work from"}},
        {"work_request.window_until", {"作業の終了", "Work until"}},
        {"work_request.window_site", {"作業の拠点", "Site of the work"}},
        {"work_request.window_room", {"部屋", "Room"}},
        {"work_request.window_people", {"作業者", "People"}},
        {"work_request.window_purpose", {"日程の目的", "Purpose of the window"}},
        {"work_request.window_overtime", {"時間外の事情", "On whose account it is overtime"}},
        {"work_request.vendor_word", {"他業者との調整", "Dealing with other vendors"}},
        {"work_request.vendor", {"業者名", "Vendor"}},
        {"work_request.vendor_content", {"調整の内容", "What is dealt with"}},
        {"vendor_notice.vendor_word", {"他業者との調整", "Dealing with other vendors"}},
        {"vendor_notice.vendor", {"業者名", "Vendor"}},
        {"vendor_notice.vendor_content", {"目的", "Purpose"}},
        {"vendor_notice.vendor_frequency", {"頻度", "Frequency"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
