#include "features/device/event_words.hpp"

namespace hoshuban::device {
namespace {

audit::Words::Table kinds()
{
    return {
        {"device.described", {"機器の内容を変更", "Unit described anew"}},
        {"device.edition_made", {"所在等管理一覧の版を作成", "Edition of a ledger made"}},
        {"device.edition_read", {"所在等管理一覧の版を取得", "Edition of a ledger downloaded"}},
        {"device.edition_submitted", {"所在等管理一覧の版を提出", "Edition of a ledger submitted"}},
        {"device.entered", {"機器を台帳に登録", "Unit entered"}},
        {"device.ledger_exported", {"所在等管理一覧を書き出し", "Ledger of devices exported"}},
        {"device.moved", {"機器の異動を記録", "Move of a unit recorded"}},
        {"device.site_alias_remembered", {"拠点の別名を登録", "Another name of a site remembered"}},
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
        {"device.cause", {"異動の理由", "Cause"}},
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
