#pragma once
#include "features/contract/profile.hpp"
#include "features/procedure/procedure_view_api.hpp"
#include "features/procedure/step_record_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::procedure {

/// A device of the job, as the sheet names it.
struct SheetDevice {
    DeviceId id;
    std::string number;
    std::string kind;
    std::string model;
    std::string site;
};

inline auto describe(const SheetDevice*)
{
    using D = SheetDevice;
    return json::object<D>("StepSheetDevice", json::field("id", &D::id),
        json::field("number", &D::number, {"機器ID", "Device number"}), json::field("kind", &D::kind, {"種別", "Kind"}),
        json::field("model", &D::model, {"型名", "Model"}), json::field("site", &D::site, {"拠点", "Site"}));
}

/// A version by which the job is done, with its steps.
struct SheetPart {
    ProcedureVersionId version_id;
    ProcedureId procedure_id;
    std::string citation;
    JobState state;
    std::vector<Step> steps;
};

inline auto describe(const SheetPart*)
{
    using P = SheetPart;
    return json::object<P>("StepSheetPart", json::field("version_id", &P::version_id),
        json::field("procedure_id", &P::procedure_id), json::field("citation", &P::citation, {"手順書", "Procedure"}),
        json::field("state", &P::state),
        json::field("steps", &P::steps, {"手順（0は動作確認）", "Steps; 0 is the operation check"}));
}

struct PhotoView {
    AttachmentId id;
    std::string name;
};

inline auto describe(const PhotoView*)
{
    return json::object<PhotoView>(
        "StepPhoto", json::field("id", &PhotoView::id), json::field("name", &PhotoView::name));
}

struct RecordView {
    StepRecordId id;
    ProcedureVersionId version_id;
    int step;
    std::optional<DeviceId> device_id;
    StepResult result;
    std::string note;
    std::string done_by;
    Instant done_at;
    std::string recorded_by;
    Instant recorded_at;
    std::optional<StepRecordId> replaces;
    std::string reason;
    bool in_force;
    std::vector<PhotoView> photos;
};

inline auto describe(const RecordView*)
{
    using R = RecordView;
    return json::object<R>("StepRecord", json::field("id", &R::id), json::field("version_id", &R::version_id),
        json::field("step", &R::step, {"手順", "Step"}), json::field("device_id", &R::device_id, {"機器", "Device"}),
        json::field("result", &R::result, {"結果", "Result"}), json::field("note", &R::note, {"備考", "Note"}),
        json::field("done_by", &R::done_by, {"実施者", "Done by"}),
        json::field("done_at", &R::done_at, {"実施日時", "Done at"}),
        json::field("recorded_by", &R::recorded_by, {"記録した人", "Recorded by"}),
        json::field("recorded_at", &R::recorded_at, {"記録日時", "Recorded at"}),
        json::field("replaces", &R::replaces, {"訂正した記録", "Record it corrects"}),
        json::field("reason", &R::reason, {"訂正の理由", "Why it was corrected"}),
        json::field("in_force", &R::in_force, {"有効", "Not corrected since"}),
        json::field("photos", &R::photos, {"写真", "Photos"}));
}

inline auto describe(const OpenStep*)
{
    using O = OpenStep;
    return json::object<O>("OpenStep", json::field("version_id", &O::version),
        json::field("step", &O::step, {"手順", "Step"}), json::field("device_id", &O::device, {"機器", "Device"}),
        json::field("why", &O::why, {"理由", "Why"}));
}

struct SheetView {
    std::string number;
    std::string title;
    std::vector<SheetDevice> devices;
    std::vector<SheetPart> parts;
    std::vector<RecordView> records;
    std::vector<OpenStep> open;
    int devices_done;
    bool can_record;
    std::optional<Text> shut;
};

inline auto describe(const SheetView*)
{
    using S = SheetView;
    return json::object<S>("StepSheet", json::field("number", &S::number, {"管理番号", "Number"}),
        json::field("title", &S::title, {"作業名", "Work"}), json::field("devices", &S::devices, {"機器", "Devices"}),
        json::field("parts", &S::parts, {"手順書ごとの手順", "Steps by procedure"}),
        json::field("records", &S::records, {"記録（訂正前のものも）", "Records, corrected ones too"}),
        json::field("open", &S::open, {"残っている手順", "Open steps"}),
        json::field("devices_done", &S::devices_done, {"終わった機器の数", "Devices that are done"}),
        json::field("can_record", &S::can_record, {"記録できる", "May record"}),
        json::field("shut", &S::shut, {"記録できない理由", "Why nothing can be recorded"}));
}

SheetView view_of(const contract::Profile&, const Job&, const std::vector<StepRecord>&, const std::vector<StepPhoto>&);

}
