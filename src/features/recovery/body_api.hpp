#pragma once
#include "features/recovery/edition.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::recovery {

struct PlanEdition {
    std::string family;
    std::string model;
    std::string number;
    Origin origin = Origin::update;
    LocalDay planned_on;
    std::string changes;
    std::optional<WorkRequestId> request_id;
    std::string instruction;
    std::string agreement;
    std::string note;
};

inline auto describe(const PlanEdition*)
{
    using B = PlanEdition;
    return json::object<B>("PlanRecoveryEdition",
        json::field("family", &B::family, {"媒体の系統", "Family"}, json::length(1, 100)),
        json::field("model", &B::model, {"機種名", "Model"}, json::length(1, 200)),
        json::field("number", &B::number, {"版", "Edition"}, json::length(1, 100)),
        json::field("origin", &B::origin, {"種類", "Kind"}),
        json::field("planned_on", &B::planned_on,
            {"公開の予定日（初版は公開日）", "Release planned on; of a first edition its release"}),
        json::field("changes", &B::changes, {"変更点", "What changes"}, json::length(0, 1000), json::defaulted()),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("instruction", &B::instruction, {"市の指示", "Instruction of the city"}, json::length(0, 1000),
            json::defaulted()),
        json::field("agreement", &B::agreement, {"上限を超える合意", "Agreement to pass the cap"},
            json::length(0, 1000), json::defaulted()),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct EditionQuery {
    std::optional<std::string> cursor;
    int limit = 50;
};

inline auto describe(const EditionQuery*)
{
    using Q = EditionQuery;
    return json::object<Q>("RecoveryEditionQuery",
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct RecordEditionStep {
    Act act = Act::begun;
    LocalDay on;
    std::string person;
    std::string note;
};

inline auto describe(const RecordEditionStep*)
{
    using B = RecordEditionStep;
    return json::object<B>("RecordRecoveryStep", json::field("act", &B::act, {"記録の種類", "Step"}),
        json::field("on", &B::on, {"日付", "On"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct DecideEdition {
    std::string note;
};

inline auto describe(const DecideEdition*)
{
    using B = DecideEdition;
    return json::object<B>("DecideRecoveryEdition",
        json::field("note", &B::note, {"備考（差戻しは理由）", "Note; of a sending back its reason"},
            json::length(0, 1000), json::defaulted()));
}

struct SettlePaper {
    std::optional<AttachmentId> attachment_id;
    std::string unchanged;
};

inline auto describe(const SettlePaper*)
{
    using B = SettlePaper;
    return json::object<B>("SettleRecoveryPaper", json::field("attachment_id", &B::attachment_id, {"書類", "File"}),
        json::field("unchanged", &B::unchanged, {"変わらない理由", "Why it stays as it is"}, json::length(0, 1000),
            json::defaulted()));
}

struct ApplyEdition {
    std::vector<DeviceId> devices;
    LocalDay on;
    std::string person;
};

inline auto describe(const ApplyEdition*)
{
    using B = ApplyEdition;
    return json::object<B>("ApplyRecoveryEdition",
        json::field("devices", &B::devices, {"機器", "Units"}, json::items(1, 200)),
        json::field("on", &B::on, {"適用した日", "On"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)));
}

struct WriteMedium {
    MediumId medium_id;
    std::string person;
};

inline auto describe(const WriteMedium*)
{
    using B = WriteMedium;
    return json::object<B>("WriteRecoveryMedium", json::field("medium_id", &B::medium_id, {"媒体", "Medium"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)));
}

struct NameMaster {
    std::string family;
    std::string model;
    DeviceId device_id;
    std::string note;
};

inline auto describe(const NameMaster*)
{
    using B = NameMaster;
    return json::object<B>("NameMasterPc",
        json::field("family", &B::family, {"媒体の系統", "Family"}, json::length(1, 100)),
        json::field("model", &B::model, {"機種名", "Model"}, json::length(1, 200)),
        json::field("device_id", &B::device_id, {"機器", "Unit"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct ChoiceQuery {
    DeviceId device;
};

inline auto describe(const ChoiceQuery*)
{
    using Q = ChoiceQuery;
    return json::object<Q>("RecoveryChoiceQuery", json::field("device", &Q::device, {"機器", "Unit"}));
}

}
