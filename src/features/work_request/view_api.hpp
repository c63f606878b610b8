#pragma once
#include "features/contract/profile.hpp"
#include "features/work_request/work_request.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// A request as the API shows it; `can` is what the caller may do with it now.
struct WorkRequestView {
    WorkRequestId id;
    std::string number;
    LocalDay entered_on;
    std::string city_person;
    std::string division;
    std::string division_person;
    std::string contractor;
    std::string contractor_person;
    Status status;
    std::string title;
    std::string body;
    std::optional<LocalDay> wish_on;
    std::optional<LocalDay> received_on;
    std::string result;
    std::string procedure_followed;
    std::optional<LocalDay> performed_on;
    std::optional<LocalDay> performed_until;
    std::string performed_by;
    std::optional<LocalDay> contractor_confirmed_on;
    std::string contractor_confirmed_by;
    Confirmation contractor_confirmation;
    std::optional<LocalDay> city_confirmed_on;
    std::string city_confirmed_by;
    Confirmation city_confirmation;
    std::optional<double> planned_hours;
    std::optional<double> actual_hours;
    std::vector<std::string> work_types;
    bool out_of_scope;
    std::optional<SiteId> site_id;
    std::optional<DeviceId> device_id;
    Start start;
    std::string declined;
    int version;
    std::vector<Action> can;
};

WorkRequestView view_of(WorkRequest, const contract::Profile&, const Actor&);

inline auto describe(const WorkRequestView*)
{
    using V = WorkRequestView;
    return json::object<V>("WorkRequest", json::field("id", &V::id, {"識別子", "Id"}),
        json::field("number", &V::number, {"管理番号", "Number"}),
        json::field("entered_on", &V::entered_on, {"記入日", "Entered on"}),
        json::field("city_person", &V::city_person, {"システム課担当者", "City person in charge"}),
        json::field("division", &V::division, {"主管課", "Owning division"}),
        json::field("division_person", &V::division_person, {"主管課担当者", "Owning division's person"}),
        json::field("contractor", &V::contractor, {"委託先", "Contractor"}),
        json::field("contractor_person", &V::contractor_person, {"委託先担当者", "Contractor's person"}),
        json::field("status", &V::status, {"ステータス", "Status"}),
        json::field("title", &V::title, {"作業名", "Work"}), json::field("body", &V::body, {"作業内容", "Description"}),
        json::field("wish_on", &V::wish_on, {"完了希望日", "Wished for by"}),
        json::field("received_on", &V::received_on, {"受付日", "Received on"}),
        json::field("result", &V::result, {"対応結果", "Result"}),
        json::field("procedure_followed", &V::procedure_followed, {"実施した手順", "Procedure followed"}),
        json::field("performed_on", &V::performed_on, {"実施日", "Performed on"}),
        json::field("performed_until", &V::performed_until, {"実施終了日", "Performed until"}),
        json::field("performed_by", &V::performed_by, {"実施者", "Performed by"}),
        json::field(
            "contractor_confirmed_on", &V::contractor_confirmed_on, {"委託先確認日", "Contractor confirmed on"}),
        json::field(
            "contractor_confirmed_by", &V::contractor_confirmed_by, {"委託先確認者", "Contractor confirmed by"}),
        json::field(
            "contractor_confirmation", &V::contractor_confirmation, {"委託先確認", "Contractor's confirmation"}),
        json::field("city_confirmed_on", &V::city_confirmed_on, {"システム課確認日", "City confirmed on"}),
        json::field("city_confirmed_by", &V::city_confirmed_by, {"システム課確認者", "City confirmed by"}),
        json::field("city_confirmation", &V::city_confirmation, {"システム課確認", "City's confirmation"}),
        json::field("planned_hours", &V::planned_hours, {"予定工数", "Planned hours"}, json::decimals(1)),
        json::field("actual_hours", &V::actual_hours, {"実績工数", "Actual hours"}, json::decimals(1)),
        json::field("work_types", &V::work_types, {"作業種別", "Work types"}),
        json::field("out_of_scope", &V::out_of_scope, {"業務範囲外の作業を含む", "Holds work outside of the contract"}),
        json::field("site_id", &V::site_id, {"拠点", "Site"}),
        json::field("device_id", &V::device_id, {"機器", "Device"}),
        json::field("start", &V::start, {"着手", "How the work began"}),
        json::field("declined", &V::declined, {"受け付けない理由", "Why it was declined"}),
        json::field("version", &V::version, {"版", "Version"}),
        json::field("can", &V::can, {"できること", "Possible acts"}));
}

}
