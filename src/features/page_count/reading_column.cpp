#include "features/page_count/reading_column.hpp"

#include <map>

namespace hoshuban::page_count {

const Text& label_of(ReadingColumn column)
{
    using C = ReadingColumn;
    static const std::map<C, Text> labels{
        {C::site_number, {"番号", "No."}},
        {C::site, {"拠点", "Site"}},
        {C::number, {"機器ID", "Device ID"}},
        {C::model, {"機種名", "Model"}},
        {C::place, {"場所（階・課・席）", "Place"}},
        {C::previous, {"前回の枚数", "Pages last time"}},
        {C::previous_on, {"前回の読取日", "Last read on"}},
        {C::pages, {"今回の枚数", "Pages"}},
        {C::read_on, {"読取日", "Read on"}},
        {C::difference, {"前回計測との差", "Difference"}},
        {C::note, {"備考（読めない理由・確認した内容）", "Note (why not readable, what was confirmed)"}},
        {C::standing, {"状態", "State"}},
        {C::row_id, {"行ID", "Row ID"}},
    };
    return labels.at(column);
}

}
