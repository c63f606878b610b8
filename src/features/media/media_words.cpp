#include "features/media/media_words.hpp"

namespace hoshuban::media {

Text label(Kind kind)
{
    switch (kind) {
    case Kind::cd:
        return {"CD-ROM", "CD-ROM"};
    case Kind::dvd:
        return {"DVD", "DVD"};
    case Kind::usb:
        return {"USBメモリ", "USB memory"};
    case Kind::external_disk:
        return {"外付けディスク", "External disk"};
    case Kind::tape:
        return {"テープ", "Tape"};
    case Kind::other:
        break;
    }
    return {"その他", "Other"};
}

Text label(State state)
{
    switch (state) {
    case State::stored:
        return {"保管中", "Stored"};
    case State::out:
        return {"持出し中", "Taken out"};
    case State::lost:
        return {"紛失", "Lost"};
    case State::damaged:
        return {"破損", "Damaged"};
    case State::disposed:
        break;
    }
    return {"廃棄済み", "Disposed of"};
}

Text label(CheckState state)
{
    switch (state) {
    case CheckState::not_required:
        return {"契約に定めなし", "Not asked for"};
    case CheckState::clean:
        return {"異常なし", "Clean"};
    case CheckState::none:
        return {"未チェック", "Not checked"};
    case CheckState::outdated:
        return {"再チェックが必要", "To be checked again"};
    case CheckState::infected:
        break;
    }
    return {"ウイルス検出", "Infected"};
}

}
