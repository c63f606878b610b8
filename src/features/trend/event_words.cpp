#include "features/trend/event_words.hpp"

namespace hoshuban::trend {
namespace {

audit::Words::Table kinds()
{
    return {
        {"trend.exported", {"障害の傾向を出力", "Trend of faults written"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"trend.on", {"基準日", "As of"}},
        {"trend.months", {"さかのぼる月数", "Months back"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
