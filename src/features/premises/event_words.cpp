#include "features/premises/event_words.hpp"

namespace hoshuban::premises {
namespace {

audit::Words::Table kinds()
{
    return {
        {"controlled_room.added", {"管理区域を追加", "Controlled room added"}},
        {"controlled_room.changed", {"管理区域の記入を変更", "Controlled room changed"}},
        {"controlled_room.closed", {"管理区域を閉鎖", "Controlled room closed"}},
        {"controlled_room.reopened", {"管理区域を再開", "Controlled room opened again"}},
        {"entry_record.entered", {"入室を記録", "Entry recorded"}},
        {"entry_record.left", {"退室を記録", "Exit recorded"}},
        {"entry_record.corrected", {"入退室記録を訂正", "Entry record corrected"}},
        {"entry_record.withdrawn", {"入退室記録を取消", "Entry record withdrawn"}},
        {"entry_record.seen", {"市が入退室記録を確認", "Entry record seen by the city"}},
        {"entry_record.exported", {"入退室記録を書き出し", "Entry records exported"}},
        {"drill.recorded", {"訓練・協力を記録", "Drill recorded"}},
        {"drill.corrected", {"訓練・協力の記録を訂正", "Drill corrected"}},
        {"drill.seen", {"市が訓練・協力の記録を確認", "Drill seen by the city"}},
        {"drill.exported", {"訓練・協力の記録を書き出し", "Drills exported"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"controlled_room.site_id", {"拠点", "Site"}},
        {"controlled_room.name", {"部屋の名前", "Name of the room"}},
        {"controlled_room.floor", {"階", "Floor"}},
        {"controlled_room.procedure", {"市の入退室の手続", "The city's procedure"}},
        {"controlled_room.closed_on", {"閉じた日", "Closed from"}},
        {"entry_record.room_id", {"部屋", "Room"}},
        {"entry_record.worker_id", {"名簿の人", "Person of the roster"}},
        {"entry_record.name", {"名前", "Name"}},
        {"entry_record.affiliation", {"所属", "Affiliation"}},
        {"entry_record.in_at", {"入室", "In"}},
        {"entry_record.out_at", {"退室", "Out"}},
        {"entry_record.purpose", {"目的", "Purpose"}},
        {"entry_record.request_number", {"作業依頼", "Work request"}},
        {"entry_record.attendant", {"立ち会った市の人", "Who of the city was there"}},
        {"entry_record.withdrawn", {"取消", "Withdrawn"}},
        {"entry_record.seen_version", {"確認した版", "Version seen"}},
        {"drill.site_id", {"拠点", "Site"}},
        {"drill.on", {"日付", "Day"}},
        {"drill.kind", {"種類", "Kind"}},
        {"drill.asked", {"求められたこと", "What was asked"}},
        {"drill.result", {"結果", "Result"}},
        {"drill.attended", {"参加した人", "Who took part"}},
        {"drill.absent", {"参加しなかった人", "Who was absent"}},
        {"drill.seen_version", {"確認した版", "Version seen"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
