#include "features/stocktake/event_words.hpp"

namespace hoshuban::stocktake {
namespace {

audit::Words::Table kinds()
{
    return {
        {"stocktake.begun", {"棚卸を開始", "Stock-take begun"}},
        {"stocktake.closed", {"棚卸を終了", "Stock-take closed"}},
        {"stocktake.exported", {"棚卸を書き出し", "Stock-take exported"}},
        {"stocktake.finding_removed", {"棚卸の読取を取消", "Finding of a stock-take taken back"}},
        {"stocktake.found", {"棚卸で機器を確認", "Unit found in a stock-take"}},
        {"stocktake.reopened", {"棚卸を再開", "Stock-take opened again"}},
        {"stocktake.site_finished", {"棚卸で拠点の確認を終了", "Site of a stock-take finished"}},
        {"stocktake.site_reopened", {"棚卸で拠点の確認を再開", "Site of a stock-take opened again"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"stocktake.title", {"題名", "Title"}},
        {"stocktake.on", {"基準日", "As of"}},
        {"stocktake.closed_on", {"終わった日", "Closed on"}},
        {"stocktake.code", {"コード", "Code"}},
        {"stocktake.site", {"拠点", "Site"}},
        {"stocktake.place", {"場所", "Place"}},
        {"stocktake.note", {"備考", "Note"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
