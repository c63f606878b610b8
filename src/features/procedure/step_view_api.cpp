#include "features/procedure/step_view_api.hpp"

#include <set>

namespace hoshuban::procedure {
namespace {

std::vector<SheetDevice> devices_of(const contract::Profile& profile, const Job& job)
{
    std::vector<SheetDevice> devices;
    for (const DeviceId& id : job.devices) {
        const contract::Device* device = contract::find_device(profile, id);
        if (!device) {
            devices.push_back({id, id.text, "", "", ""});
            continue;
        }
        const contract::Site* site = device->site ? contract::find_site(profile, *device->site) : nullptr;
        devices.push_back({id, device->number, device->kind, device->model, site ? site->name : ""});
    }
    return devices;
}

RecordView view_of(const StepRecord& record, bool valid)
{
    return {.id = record.id,
        .version_id = record.version,
        .step = record.step,
        .device_id = record.device,
        .result = record.result,
        .note = record.note,
        .done_by = record.done_by,
        .done_at = record.done_at,
        .recorded_by = record.recorded_by_name,
        .recorded_at = record.recorded_at,
        .replaces = record.replaces,
        .reason = record.reason,
        .in_force = valid,
        .photos = {}};
}

}

SheetView view_of(const contract::Profile& profile, const Job& job, const std::vector<StepRecord>& records,
    const std::vector<StepPhoto>& photos)
{
    const Completeness state = completeness(job, records);
    SheetView view{.number = job.request.number,
        .title = job.request.title,
        .devices = devices_of(profile, job),
        .parts = {},
        .records = {},
        .open = state.open,
        .devices_done = state.devices_done,
        .can_record = false,
        .shut = std::nullopt};
    for (const Followed& each : job.followed)
        view.parts.push_back({each.version.id, each.procedure.id, citation(each.procedure, each.version),
            each.job.state, steps_to_record(job, each)});
    std::set<StepRecordId> valid;
    for (const StepRecord& record : in_force(records))
        valid.insert(record.id);
    for (const StepRecord& record : records) {
        view.records.push_back(view_of(record, valid.contains(record.id)));
        for (const StepPhoto& photo : photos) {
            if (photo.record == record.id)
                view.records.back().photos.push_back({photo.id, photo.name});
        }
    }
    return view;
}

}
