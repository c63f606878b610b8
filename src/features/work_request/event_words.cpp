#include "features/work_request/event_words.hpp"

namespace hoshuban::work_request {

namespace {

audit::Words::Table kinds()
{
    return {
        {"work_request.created", {"作業依頼を作成", "Request written"}},
        {"work_request.changed", {"記入欄を変更", "Columns changed"}},
        {"work_request.accepted", {"受付", "Accepted"}},
        {"work_request.declined", {"受け付けない", "Declined"}},
        {"work_request.started", {"着手", "Work started"}},
        {"work_request.emergency_started", {"緊急着手", "Started in an emergency"}},
        {"work_request.start_taken_over", {"着手済みとする", "Under way before"}},
        {"work_request.result_recorded", {"対応結果を記録", "Result recorded"}},
        {"work_request.contractor_signed", {"委託先確認", "Confirmed by the contractor"}},
        {"work_request.city_signed", {"市の確認", "Confirmed by the city"}},
        {"work_request.sent_back", {"差し戻し", "Sent back"}},
        {"work_request.commented", {"コメント", "Comment"}},
        {"work_request.file_attached", {"ファイルを添付", "File attached"}},
        {"work_request.imported", {"一覧から取り込み", "Imported from a list"}},
        {"work_request.changed_by_import", {"一覧の取り込みで変更", "Changed by an import"}},
        {"work_request.exported", {"一覧を書き出し", "List exported"}},
        {"work_request.form_exported", {"依頼書を書き出し", "Form exported"}},
        {"work_request.viewed", {"閲覧", "Viewed"}},
    };
}

audit::Words::Table columns()
{
    return {
        {"work_request.start_kind", {"着手", "Start"}},
        {"work_request.declined", {"受け付けない理由", "Why it was declined"}},
        {"work_request.no", {"No", "No."}},
        {"work_request.number", {"管理番号", "Number"}},
        {"work_request.entered_on", {"記入日", "Entered on"}},
        {"work_request.city_person", {"システム課担当者", "City person in charge"}},
        {"work_request.division", {"主管課", "Owning division"}},
        {"work_request.division_person", {"主管課担当者", "Owning division's person"}},
        {"work_request.contractor", {"委託先", "Contractor"}},
        {"work_request.contractor_person", {"委託先担当者", "Contractor's person"}},
        {"work_request.status", {"ステータス", "Status"}},
        {"work_request.title", {"作業名", "Work"}},
        {"work_request.body", {"作業内容", "Description"}},
        {"work_request.wish_on", {"完了希望日", "Wished for by"}},
        {"work_request.received_on", {"受付日", "Received on"}},
        {"work_request.result", {"対応結果", "Result"}},
        {"work_request.procedure_followed", {"実施した手順", "Procedure followed"}},
        {"work_request.performed_on", {"実施日", "Performed on"}},
        {"work_request.performed_until", {"実施終了日", "Performed until"}},
        {"work_request.performed_by", {"実施者", "Performed by"}},
        {"work_request.contractor_confirmed_on", {"委託先確認日", "Contractor confirmed on"}},
        {"work_request.contractor_confirmed_by", {"委託先確認者", "Contractor confirmed by"}},
        {"work_request.contractor_confirmation", {"委託先確認", "Contractor's confirmation"}},
        {"work_request.city_confirmed_on", {"システム課確認日", "City confirmed on"}},
        {"work_request.city_confirmed_by", {"システム課確認者", "City confirmed by"}},
        {"work_request.city_confirmation", {"システム課確認", "City's confirmation"}},
        {"work_request.planned_hours", {"予定工数", "Planned hours"}},
        {"work_request.actual_hours", {"実績工数", "Actual hours"}},
        {"work_request.work_types", {"作業種別", "Work types"}},
        {"work_request.site_id", {"拠点", "Site"}},
        {"work_request.device_id", {"機器", "Device"}},
        {"work_request.files", {"添付ファイル", "Files"}},
    };
}

// Beside the columns that people see: what the ledger and its exports are kept with.
audit::Words::Table record_fields()
{
    return {
        {"work_request.contractor_confirmed_person", {"委託先確認者の利用者", "Contractor's signing account"}},
        {"work_request.city_confirmed_person", {"システム課確認者の利用者", "City's signing account"}},
        {"work_request.number_year", {"管理番号の年度", "Year of the number"}},
        {"work_request.number_seq", {"管理番号の連番", "Running number"}},
        {"work_request.search_key", {"検索用の文字列", "Search key"}},
        {"work_request.division_key", {"主管課の照合用の文字列", "Key of the division"}},
        {"work_request.version", {"版", "Version"}},
        {"work_request.created_at", {"作成日時", "Created at"}},
        {"work_request.updated_at", {"更新日時", "Updated at"}},
        {"work_request.layout", {"様式", "Layout"}},
        {"work_request.format", {"形式", "Format"}},
    };
}

}

audit::Words event_words()
{
    audit::Words::Table fields = columns();
    const audit::Words::Table beside = record_fields();
    fields.insert(fields.end(), beside.begin(), beside.end());
    return {kinds(), fields};
}

}
