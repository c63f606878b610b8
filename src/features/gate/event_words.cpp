#include "features/gate/event_words.hpp"

namespace hoshuban::gate {
namespace {

audit::Words::Table kinds()
{
    return {
        {"gate.duty_met", {"緊急着手の書類がそろう", "Paper of an emergency start stands"}},
        {"gate.emergency_without_request", {"依頼書のない緊急着手", "Emergency start without a request"}},
        {"gate.instruction_told_again", {"緊急着手の指示を入力し直す", "Instruction of an emergency start told again"}},
        {"gate.request_written", {"緊急着手の作業依頼書を作成", "Request of an emergency start written"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"work_start.title", {"作業名", "Work"}},
        {"work_start.instructed_by", {"指示した市の担当者", "Instructed by"}},
        {"work_start.instructed_at", {"指示の日時", "Instructed at"}},
        {"work_start.instructed_how", {"指示の方法", "How it was instructed"}},
        {"work_start.instruction", {"指示の内容", "Instruction"}},
        {"work_start.started_at", {"着手の日時", "Started at"}},
        {"work_start.request_id", {"作業依頼", "Work request"}},
        {"work_request.instructed_by", {"指示した市の担当者", "Instructed by"}},
        {"work_request.instructed_at", {"指示の日時", "Instructed at"}},
        {"work_request.instructed_how", {"指示の方法", "How it was instructed"}},
        {"work_request.instruction", {"指示の内容", "Instruction"}},
        {"work_request.started_at", {"着手の日時", "Started at"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
