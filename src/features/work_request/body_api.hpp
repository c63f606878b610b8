#pragma once
#include "features/work_request/work_request.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// A request that the city writes on screen.
struct NewWorkRequest {
    std::string title;
    std::string body;
    std::optional<LocalDay> entered_on;
    std::optional<LocalDay> wish_on;
    std::optional<std::string> city_person;
    std::optional<std::string> division;
    std::optional<std::string> division_person;
    std::optional<std::string> contractor_person;
    std::vector<std::string> work_types;
    std::optional<SiteId> site_id;
    std::optional<DeviceId> device_id;
    std::optional<std::string> agreement;
};

inline auto describe(const NewWorkRequest*)
{
    using B = NewWorkRequest;
    return json::object<B>("NewWorkRequest", json::field("title", &B::title, {"作業名", "Work"}, json::length(1, 200)),
        json::field("body", &B::body, {"作業内容", "Description"}, json::length(0, 5000), json::defaulted()),
        json::field("entered_on", &B::entered_on, {"記入日", "Entered on"}),
        json::field("wish_on", &B::wish_on, {"完了希望日", "Wished for by"}),
        json::field(
            "city_person", &B::city_person, {"システム課担当者", "City person in charge"}, json::length(0, 200)),
        json::field("division", &B::division, {"主管課", "Owning division"}, json::length(0, 200)),
        json::field(
            "division_person", &B::division_person, {"主管課担当者", "Owning division's person"}, json::length(0, 200)),
        json::field(
            "contractor_person", &B::contractor_person, {"委託先担当者", "Contractor's person"}, json::length(0, 200)),
        json::field("work_types", &B::work_types, {"作業種別", "Work types"}, json::items(0, 20), json::defaulted()),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("device_id", &B::device_id, {"機器", "Device"}),
        json::field("agreement", &B::agreement, {"上限を超える合意の記録", "Recorded agreement to pass a cap"},
            json::length(0, 1000)));
}

/// Any of the columns of the caller's own side. The outer optional says whether the member was sent.
struct EditWorkRequest {
    std::optional<std::string> title;
    std::optional<std::string> body;
    std::optional<LocalDay> entered_on;
    std::optional<LocalDay> wish_on;
    std::optional<std::string> city_person;
    std::optional<std::string> division;
    std::optional<std::string> division_person;
    std::optional<std::string> contractor;
    std::optional<std::string> contractor_person;
    std::optional<std::optional<LocalDay>> received_on;
    std::optional<std::string> result;
    std::optional<std::optional<double>> planned_hours;
    std::optional<std::optional<double>> actual_hours;
    std::optional<std::vector<std::string>> work_types;
    std::optional<std::optional<SiteId>> site_id;
    std::optional<std::optional<DeviceId>> device_id;
};

inline auto describe(const EditWorkRequest*)
{
    using B = EditWorkRequest;
    return json::object<B>("EditWorkRequest", json::field("title", &B::title, {"作業名", "Work"}, json::length(1, 200)),
        json::field("body", &B::body, {"作業内容", "Description"}, json::length(0, 5000)),
        json::field("entered_on", &B::entered_on, {"記入日", "Entered on"}),
        json::field("wish_on", &B::wish_on, {"完了希望日", "Wished for by"}),
        json::field(
            "city_person", &B::city_person, {"システム課担当者", "City person in charge"}, json::length(0, 200)),
        json::field("division", &B::division, {"主管課", "Owning division"}, json::length(0, 200)),
        json::field(
            "division_person", &B::division_person, {"主管課担当者", "Owning division's person"}, json::length(0, 200)),
        json::field("contractor", &B::contractor, {"委託先", "Contractor"}, json::length(0, 200)),
        json::field(
            "contractor_person", &B::contractor_person, {"委託先担当者", "Contractor's person"}, json::length(0, 200)),
        json::field("received_on", &B::received_on, {"受付日", "Received on"}),
        json::field("result", &B::result, {"対応結果", "Result"}, json::length(0, 5000)),
        json::field("planned_hours", &B::planned_hours, {"予定工数", "Planned hours"}, json::decimals(1),
            json::range(0, 9999.9)),
        json::field(
            "actual_hours", &B::actual_hours, {"実績工数", "Actual hours"}, json::decimals(1), json::range(0, 9999.9)),
        json::field("work_types", &B::work_types, {"作業種別", "Work types"}, json::items(0, 20)),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("device_id", &B::device_id, {"機器", "Device"}));
}

struct AcceptWorkRequest {
    double planned_hours = 0;
    std::optional<std::string> contractor_person;
    std::optional<LocalDay> received_on;
};

inline auto describe(const AcceptWorkRequest*)
{
    using B = AcceptWorkRequest;
    return json::object<B>("AcceptWorkRequest",
        json::field("planned_hours", &B::planned_hours, {"予定工数", "Planned hours"}, json::decimals(1),
            json::range(0, 9999.9)),
        json::field(
            "contractor_person", &B::contractor_person, {"委託先担当者", "Contractor's person"}, json::length(0, 200)),
        json::field("received_on", &B::received_on, {"受付日", "Received on"}));
}

/// The result with its three mandatory facts (WRQ-12); what is still missing keeps the signature shut, not the saving.
struct RecordResult {
    std::string result;
    std::string procedure_followed;
    std::optional<LocalDay> performed_on;
    std::optional<LocalDay> performed_until;
    std::string performed_by;
    std::optional<double> actual_hours;
};

inline auto describe(const RecordResult*)
{
    using B = RecordResult;
    return json::object<B>("RecordResult",
        json::field("result", &B::result, {"対応結果", "Result"}, json::length(0, 5000)),
        json::field("procedure_followed", &B::procedure_followed, {"実施した手順", "Procedure followed"},
            json::length(0, 1000)),
        json::field("performed_on", &B::performed_on, {"実施日", "Performed on"}),
        json::field("performed_until", &B::performed_until, {"実施終了日", "Performed until"}),
        json::field("performed_by", &B::performed_by, {"実施者", "Performed by"}, json::length(0, 200)),
        json::field(
            "actual_hours", &B::actual_hours, {"実績工数", "Actual hours"}, json::decimals(1), json::range(0, 9999.9)));
}

struct SignWorkRequest { };

inline auto describe(const SignWorkRequest*)
{
    return json::object<SignWorkRequest>("SignWorkRequest");
}

struct SendBack {
    std::string reason;
};

inline auto describe(const SendBack*)
{
    return json::object<SendBack>(
        "SendBack", json::field("reason", &SendBack::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct Comment {
    std::string text;
};

inline auto describe(const Comment*)
{
    return json::object<Comment>(
        "Comment", json::field("text", &Comment::text, {"コメント", "Comment"}, json::length(1, 2000)));
}

}
