#include "features/security_incident/words.hpp"

namespace hoshuban::security_incident {

Text label(Category category)
{
    switch (category) {
    case Category::security:
        return {"情報セキュリティ事故", "Security incident"};
    case Category::accident:
        return {"事故", "Accident"};
    case Category::damage:
        return {"損害", "Damage"};
    }
    return {};
}

Text label(Kind kind)
{
    switch (kind) {
    case Kind::loss:
        return {"紛失", "Loss"};
    case Kind::theft:
        return {"盗難", "Theft"};
    case Kind::damage:
        return {"破損", "Breakage"};
    case Kind::leak:
        return {"漏えい", "Leak"};
    case Kind::virus:
        return {"ウイルス", "Virus"};
    case Kind::unauthorised:
        return {"不正なアクセス・利用", "Unauthorised access or use"};
    case Kind::injury:
        return {"けが・病気", "Injury or illness"};
    case Kind::traffic:
        return {"交通事故", "Traffic accident"};
    case Kind::disruption:
        return {"業務への支障", "Work of the city stood still"};
    case Kind::building:
        return {"建造物", "Building"};
    case Kind::equipment:
        return {"機器", "Equipment"};
    case Kind::belongings:
        return {"その他の物", "Other things"};
    case Kind::other:
        return {"その他", "Other"};
    }
    return {};
}

Text label(State state)
{
    switch (state) {
    case State::noticed:
        return {"市に未報告", "City not told"};
    case State::reported:
        return {"対応中", "In hand"};
    case State::closed:
        return {"完了", "Closed"};
    }
    return {};
}

Text label(Party party)
{
    switch (party) {
    case Party::city:
        return {"市", "City"};
    case Party::third_party:
        return {"第三者", "Third party"};
    case Party::contractor:
        return {"受注者", "Contractor"};
    }
    return {};
}

Text label(Verdict verdict)
{
    switch (verdict) {
    case Verdict::confirmed:
        return {"復旧を確認", "Restoration confirmed"};
    case Verdict::insufficient:
        return {"復旧は不十分", "Restoration insufficient"};
    case Verdict::not_needed:
        return {"復旧は不要", "No restoration needed"};
    }
    return {};
}

Text label(EntryKind kind)
{
    switch (kind) {
    case EntryKind::course:
        return {"経過", "Course"};
    case EntryKind::measure:
        return {"措置", "Measure"};
    }
    return {};
}

}
