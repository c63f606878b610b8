#include "features/loan/loan_words.hpp"

namespace hoshuban::loan {

Text label(Kind kind)
{
    switch (kind) {
    case Kind::ic_card:
        return {"ICカード", "IC card"};
    case Kind::key:
        return {"鍵", "Key"};
    case Kind::user_id:
        return {"作業用利用者ID", "Work user ID"};
    case Kind::document:
        return {"書類", "Document"};
    case Kind::manual:
        return {"マニュアル・設定資料", "Manual"};
    case Kind::device:
        return {"機器", "Device"};
    case Kind::medium:
        return {"媒体", "Medium"};
    case Kind::other:
        break;
    }
    return {"その他", "Other"};
}

Text label(State state)
{
    switch (state) {
    case State::lent:
        return {"貸与中", "On loan"};
    case State::out:
        return {"持出し中", "Taken out"};
    case State::lost:
        return {"紛失・盗難", "Lost"};
    case State::returned:
        break;
    }
    return {"返却済み", "Returned"};
}

}
