#include "features/repair/repair_words.hpp"

#include <utility>

namespace hoshuban::repair {

const Text& label(State state)
{
    static const Text labels[] = {{"故障", "Failed"}, {"引取り済み", "Carried back"}, {"試験済み", "Tested"},
        {"メーカー修理中", "At the maker"}, {"修理から戻り", "Back from the maker"}, {"消去済み", "Erased"},
        {"再構築済み", "Rebuilt"}, {"予備機に復帰", "Spare again"}, {"市に引渡し", "Handed over to the city"},
        {"廃棄", "Disposed of"}};
    return labels[std::to_underlying(state)];
}

const Text& label(Act act)
{
    static const Text labels[] = {{"故障", "Failure"}, {"引取り", "Carried back"}, {"再現試験", "Reproduction test"},
        {"メーカーへ送付", "Sent to the maker"}, {"メーカーから返却", "Back from the maker"},
        {"データ消去", "Data erased"}, {"媒体から再構築", "Rebuilt from the medium"},
        {"交換品の設定", "Settings of the spare"}, {"予備機に戻す", "Made a spare again"},
        {"市へ引渡し", "Handed over to the city"}, {"廃棄", "Disposed of"}};
    return labels[std::to_underlying(act)];
}

const Text& label(Finding finding)
{
    static const Text labels[] = {
        {"再現した", "Reproduced"}, {"再現しない", "Not reproduced"}, {"試験不要", "Not needed"}};
    return labels[std::to_underlying(finding)];
}

}
