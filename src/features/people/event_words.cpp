#include "features/people/event_words.hpp"

namespace hoshuban::people {
namespace {

audit::Words::Table kinds()
{
    return {
        {"roster.entry_announced", {"従事者の登録を届出", "Entry into the roster announced"}},
        {"roster.change_announced", {"従事者の変更を届出", "Change of the roster announced"}},
        {"roster.leaving_announced", {"従事者の終了を届出", "Leaving the roster announced"}},
        {"roster.settled", {"届出を市が確認", "Announcement settled by the city"}},
        {"roster.refused", {"届出を市が差し戻し", "Announcement refused by the city"}},
        {"roster.withdrawn", {"届出を取り下げ", "Announcement withdrawn"}},
        {"roster.exported", {"従事者名簿を書き出し", "Roster exported"}},
        {"roster.chart_exported", {"作業体制図を書き出し", "Organisation chart exported"}},
        {"roster.paper_exported", {"通知書を書き出し", "Paper about people exported"}},
        {"worker.viewed", {"従事者を閲覧", "Worker viewed"}},
        {"worker.linked", {"従事者を利用者に結び付け", "Worker tied to an account"}},
        {"worker.pledged", {"誓約書を登録", "Pledge recorded"}},
        {"worker.trained", {"教育を記録", "Training recorded"}},
        {"worker.file_attached", {"従事者のファイルを添付", "File of a worker attached"}},
        {"worker.rights_ended", {"従事者の権限を終了", "Rights of a worker ended"}},
        {"worker.measures_demanded", {"従事者についての措置を要求", "Measures about a worker demanded"}},
        {"worker.demand_answered", {"措置の要求に回答", "Demand answered"}},
        {"worker.demand_closed", {"措置の要求を終了", "Demand closed"}},
        {"assignment.made", {"作業に従事者を割り当て", "Worker assigned"}},
        {"assignment.removed", {"従事者の割り当てを取り消し", "Assignment taken back"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"worker.name", {"氏名", "Name"}},
        {"worker.kana", {"ふりがな", "Reading"}},
        {"worker.company", {"所属", "Affiliation"}},
        {"worker.subcontractor", {"再委託先", "Subcontractor"}},
        {"worker.duties", {"役割", "Duties"}},
        {"worker.work", {"作業内容", "Work"}},
        {"worker.assets", {"取り扱う情報資産", "Information assets handled"}},
        {"worker.contact", {"連絡先", "Contact"}},
        {"worker.takes_effect_on", {"効力の日", "Takes effect on"}},
        {"worker.approval", {"届出の番号", "Number of the notice"}},
        {"worker.emergency", {"緊急", "Emergency"}},
        {"worker.city_request", {"市の求め", "Request of the city"}},
        {"worker.reported_on", {"書面で届け出た日", "Reported on paper"}},
        {"worker.person_id", {"利用者", "Account"}},
        {"worker.pledged_on", {"誓約書の日", "Pledged on"}},
        {"worker.subject", {"教育の内容", "Training"}},
        {"worker.held_on", {"教育の日", "Held on"}},
        {"worker.result", {"結果", "Result"}},
        {"worker.note", {"メモ", "Note"}},
        {"worker.roles", {"終えた役割", "Roles ended"}},
        {"worker.answer", {"回答", "Answer"}},
        {"worker.as_of", {"基準日", "As of"}},
        {"work_request.worker", {"従事者", "Worker"}},
        {"work_request.task", {"担当する作業", "Task"}},
        {"work_request.first_day", {"初日", "First day"}},
        {"work_request.last_day", {"最終日", "Last day"}},
        {"work_request.devices", {"対象の機器", "Devices"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
