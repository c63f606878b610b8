#pragma once
#include "features/repair/repair.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::repair {

/// Which repairs: those on their way unless something else is asked for.
enum class Shown {
    open,
    failed,
    carried_back,
    tested,
    at_maker,
    returned,
    erased,
    rebuilt,
    spare,
    handed_over,
    disposed,
    all
};

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>({
        {Shown::open, "open"},
        {Shown::failed, "failed"},
        {Shown::carried_back, "carried_back"},
        {Shown::tested, "tested"},
        {Shown::at_maker, "at_maker"},
        {Shown::returned, "returned"},
        {Shown::erased, "erased"},
        {Shown::rebuilt, "rebuilt"},
        {Shown::spare, "spare"},
        {Shown::handed_over, "handed_over"},
        {Shown::disposed, "disposed"},
        {Shown::all, "all"},
    });
}

struct RepairQuery {
    Shown state = Shown::open;
    std::optional<std::string> model;
    std::optional<std::string> device;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const RepairQuery*)
{
    using Q = RepairQuery;
    return json::object<Q>("RepairQuery", json::field("state", &Q::state, {"状態", "State"}, json::defaulted()),
        json::field("model", &Q::model, {"機種名", "Model"}, json::length(0, 200)),
        json::field("device", &Q::device, {"機器", "Unit"}, json::length(0, 60)),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 200)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct OpenRepair {
    DeviceId device_id;
    LocalDay failed_on;
    std::string symptom;
    std::optional<DeviceId> spare_id; ///< put in its place in the same act
    std::optional<WorkRequestId> request_id;
    std::optional<LocalDay> warranty_until;
};

inline auto describe(const OpenRepair*)
{
    using B = OpenRepair;
    return json::object<B>("OpenRepair", json::field("device_id", &B::device_id, {"故障した機器", "Failed unit"}),
        json::field("failed_on", &B::failed_on, {"故障した日", "Failed on"}),
        json::field("symptom", &B::symptom, {"症状", "Symptom"}, json::length(1, 1000)),
        json::field("spare_id", &B::spare_id, {"代わりに置いた予備機", "Spare in its place"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("warranty_until", &B::warranty_until, {"メーカー保証の終わり", "End of the warranty"}));
}

struct CorrectRepair {
    std::string symptom;
    std::optional<LocalDay> warranty_until;
};

inline auto describe(const CorrectRepair*)
{
    using B = CorrectRepair;
    return json::object<B>("CorrectRepair",
        json::field("symptom", &B::symptom, {"症状", "Symptom"}, json::length(1, 1000)),
        json::field("warranty_until", &B::warranty_until, {"メーカー保証の終わり", "End of the warranty"}));
}

struct RecordStep {
    Act act = Act::carried_back;
    LocalDay on;
    std::string person;
    std::string place;
    std::optional<Finding> finding;
    std::string detail;
    std::string attendee;
    std::string reason;
    std::optional<AttachmentId> certificate_id;
};

inline auto describe(const RecordStep*)
{
    using B = RecordStep;
    return json::object<B>("RecordRepairStep", json::field("act", &B::act, {"記録の種類", "Step"}),
        json::field("on", &B::on, {"日付", "On"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("place", &B::place, {"どこ", "Where"}, json::length(0, 200), json::defaulted()),
        json::field("finding", &B::finding, {"試験の結果", "Finding"}),
        json::field("detail", &B::detail, {"方法・版・番号", "Method, edition or number"}, json::length(0, 1000),
            json::defaulted()),
        json::field(
            "attendee", &B::attendee, {"立ち会った市の職員", "Attended by"}, json::length(0, 200), json::defaulted()),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()),
        json::field("certificate_id", &B::certificate_id, {"消去証明書", "Certificate of erasure"}));
}

}
