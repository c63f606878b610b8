#include "features/question/column.hpp"

namespace hoshuban::question {

Text label(Column column)
{
    switch (column) {
    case Column::number:
        return {"番号", "Number"};
    case Column::asked_on:
        return {"質問日", "Asked on"};
    case Column::asked_by:
        return {"質問者", "Asked by"};
    case Column::subject:
        return {"対象", "Subject"};
    case Column::title:
        return {"件名", "Subject line"};
    case Column::text:
        return {"質問内容", "Question"};
    case Column::answered_on:
        return {"回答日", "Answered on"};
    case Column::answered_by:
        return {"回答者", "Answered by"};
    case Column::answer:
        return {"回答内容", "Answer"};
    case Column::change:
        return {"変更内容", "What changes"};
    case Column::state:
        return {"状態", "State"};
    case Column::age:
        return {"経過（開庁日）", "Age in open days"};
    }
    return {};
}

Side owner_of(Column column)
{
    switch (column) {
    case Column::text:
        return Side::contractor;
    case Column::answer:
    case Column::change:
        return Side::city;
    default:
        return Side::neutral;
    }
}

}
