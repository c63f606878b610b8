#include "features/page_count/event_words.hpp"

namespace hoshuban::page_count {
namespace {

audit::Words::Table kinds()
{
    return {
        {"page_survey.changed", {"印刷枚数調査の予定を変更", "Survey of printed pages changed"}},
        {"page_survey.exported", {"印刷枚数調査を書き出し", "Survey of printed pages exported"}},
        {"page_survey.planned", {"印刷枚数調査を予定", "Survey of printed pages planned"}},
        {"page_survey.read", {"印刷枚数を記入", "Page counter entered"}},
        {"page_survey.reopened", {"印刷枚数調査の提出を取消", "Survey of printed pages taken back"}},
        {"page_survey.submitted", {"印刷枚数調査を提出", "Survey of printed pages submitted"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"page_survey.title", {"題名", "Title"}},
        {"page_survey.on", {"基準日", "As of"}},
        {"page_survey.first", {"調査の始まり", "From"}},
        {"page_survey.last", {"調査の終わり", "To"}},
        {"page_survey.agreed", {"市との調整", "Agreed with the city"}},
        {"page_survey.submitted_on", {"提出日", "Submitted on"}},
        {"page_survey.number", {"機器ID", "Device ID"}},
        {"page_survey.read_on", {"読取日", "Read on"}},
        {"page_survey.pages", {"枚数", "Pages"}},
        {"page_survey.note", {"備考", "Note"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
