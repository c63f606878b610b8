#include "features/device/event_words.hpp"

namespace hoshuban::device {
namespace {

audit::Words::Table kinds()
{
    return {
        {"device.addressed", {"IPアドレスを変更", "Address of a unit changed"}},
        {"device.act_done", {"機器をまとめて変更", "Many units changed at once"}},
        {"device.act_undone", {"まとめた変更を取消", "Change of many units taken back"}},
        {"device.columns_remembered", {"一覧の列の対応を登録", "Columns of a list remembered"}},
        {"device.described", {"機器の内容を変更", "Unit described anew"}},
        {"device.detailed", {"機器の詳細を変更", "Details of a unit changed"}},
        {"device.edition_made", {"所在等管理一覧の版を作成", "Edition of a ledger made"}},
        {"device.edition_read", {"所在等管理一覧の版を取得", "Edition of a ledger downloaded"}},
        {"device.edition_submitted", {"所在等管理一覧の版を提出", "Edition of a ledger submitted"}},
        {"device.entered", {"機器を台帳に登録", "Unit entered"}},
        {"device.counts_exported", {"拠点・機種別の台数を書き出し", "Units by site and model exported"}},
        {"device.ledger_exported", {"所在等管理一覧を書き出し", "Ledger of devices exported"}},
        {"device.moved", {"機器の異動を記録", "Move of a unit recorded"}},
        {"device.movements_exported", {"異動の記録を書き出し", "Ledger of movements exported"}},
        {"device.part_recorded", {"付属機器を記録", "Part of a unit recorded"}},
        {"device.range_given", {"拠点のIPアドレスの範囲を変更", "Addresses of a site changed"}},
        {"device.renewal_planned", {"更改の予定を変更", "Renewal of a unit planned"}},
        {"device.renewed", {"機器の更改を記録", "Renewal of a unit recorded"}},
        {"device.site_alias_remembered", {"拠点の別名を登録", "Another name of a site remembered"}},
        {"device.site_alias_removed", {"拠点の別名を削除", "Another name of a site removed"}},
        {"device.withdrawn", {"台帳への登録を取消", "Entry of a unit taken back"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"device.number", {"機器ID", "Device ID"}},
        {"device.kind", {"機器の種類", "Kind"}},
        {"device.class", {"機器の区分", "Class"}},
        {"device.model", {"機種名", "Model"}},
        {"device.type_number", {"型番", "Type number"}},
        {"device.division", {"システムの区分", "Division"}},
        {"device.remarks", {"備考", "Remarks"}},
        {"device.known", {"分かっていること", "What is known"}},
        {"device.site", {"拠点", "Site"}},
        {"device.place", {"場所", "Place"}},
        {"device.use", {"使い方", "Use"}},
        {"device.keeper", {"管理者", "Keeper"}},
        {"device.moved_on", {"異動日", "Moved on"}},
        {"device.planned_on", {"予定していた日", "Planned on"}},
        {"device.cause", {"異動の理由", "Cause"}},
        {"device.generation", {"世代", "Generation"}},
        {"device.serial", {"シリアル番号", "Serial number"}},
        {"device.bought_on", {"購入日", "Bought on"}},
        {"device.warranty_ends_on", {"保証の終わり", "Warranty ends on"}},
        {"device.wire", {"セキュリティワイヤー", "Security wire"}},
        {"device.spare_key", {"予備鍵", "Spare key"}},
        {"device.medium_edition", {"復旧媒体の版", "Edition of the medium"}},
        {"device.address", {"IPアドレス", "IP address"}},
        {"device.address_from", {"使い始める日", "From"}},
        {"device.part_kind", {"付属機器の種類", "Kind of part"}},
        {"device.part_model", {"付属機器の機種", "Model of the part"}},
        {"device.part_serial", {"付属機器のシリアル番号", "Serial number of the part"}},
        {"device.part_from", {"付けた日", "Attached on"}},
        {"device.part_to", {"外した日", "Taken off on"}},
        {"device.planned_from", {"更改の予定（始め）", "Renewal planned from"}},
        {"device.planned_to", {"更改の予定（終わり）", "Renewal planned to"}},
        {"device.renewed_on", {"更改した日", "Renewed on"}},
        {"device.successor", {"代わりの機器", "Unit in its place"}},
        {"site.addresses", {"IPアドレスの範囲", "IP addresses"}},
        {"register_act.kind", {"種類", "Kind"}},
        {"register_act.name", {"ファイル", "File"}},
        {"register_act.units", {"台数", "Units"}},
        {"column_mapping.name", {"名前", "Name"}},
        {"column_mapping.columns", {"列", "Columns"}},
        {"site.alias", {"別名", "Other name"}},
        {"ledger_edition.division", {"システムの区分", "Division"}},
        {"ledger_edition.number", {"版", "Edition"}},
        {"ledger_edition.on", {"基準日", "As of"}},
        {"ledger_edition.submitted_on", {"提出日", "Submitted on"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
