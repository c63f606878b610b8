#include "features/page_count/view_api.hpp"

#include "features/device/reach.hpp"

namespace hoshuban::page_count {
namespace {

ProgressView progress_view(const Progress& progress)
{
    return {progress.units, progress.read, progress.not_readable, progress.asked, progress.unread(), progress.pages};
}

// The units come in the order of their sites.
std::vector<SurveySiteView> sites_of(std::span<const SurveyedUnit> units)
{
    std::vector<SurveySiteView> sites;
    Progress progress;
    for (const SurveyedUnit& each : units) {
        const device::Unit& unit = each.unit;
        if (sites.empty() || sites.back().site_id != unit.placement.spot.site) {
            progress = {};
            sites.push_back({unit.placement.spot.site, unit.site_number, unit.site_name, {}});
        }
        progress.add(each);
        sites.back().progress = progress_view(progress);
    }
    return sites;
}

}

SurveyView view_of(const Survey& survey, std::span<const SurveyedUnit> units, const Actor& actor)
{
    const bool may = actor.may(Permission::survey_pages, survey.contract_id);
    return {.id = survey.id,
        .title = survey.title,
        .on = survey.on,
        .first = survey.first,
        .last = survey.last,
        .agreed = survey.agreed,
        .earlier = survey.earlier,
        .submitted_on = survey.submitted_on,
        .submitted_by = survey.submitted_by,
        .made_by = survey.made_by,
        .made_at = survey.made_at,
        .whole = !device::seen_sites(actor, survey.contract_id),
        .may_enter = may && !survey.submitted_on,
        .may_submit = may,
        .progress = progress_view(progress_of(units)),
        .sites = sites_of(units),
        .version = survey.version};
}

SurveyRowView row_view_of(const Survey& survey)
{
    return {survey.id, survey.title, survey.on, survey.first, survey.last, survey.earlier, survey.submitted_on};
}

SurveyedUnitView view_of(const SurveyedUnit& each)
{
    const device::Unit& unit = each.unit;
    SurveyedUnitView view{.device_id = unit.device.id,
        .number = unit.device.number,
        .model = unit.device.model,
        .division = unit.device.division,
        .site_id = unit.placement.spot.site,
        .site_number = unit.site_number,
        .site = unit.site_name,
        .place = unit.placement.spot.place,
        .previous_pages = {},
        .previous_on = {},
        .pages = {},
        .read_on = {},
        .difference = each.difference(),
        .note = {},
        .entered_by = {},
        .doubt = each.doubt,
        .standing = each.standing,
        .version = 0};
    if (each.previous) {
        view.previous_pages = each.previous->pages;
        view.previous_on = each.previous->read_on;
    }
    if (each.reading) {
        view.pages = each.reading->pages;
        view.read_on = each.reading->read_on;
        view.note = each.reading->note;
        view.entered_by = each.reading->entered_by;
        view.version = each.reading->version;
    }
    return view;
}

FileReadingView view_of(const FileReading& read)
{
    FileReadingView view{.row = read.row,
        .cell = read.cell,
        .number = read.number,
        .device_id = {},
        .pages = read.pages,
        .read_on = read.read_on,
        .note = read.note,
        .difference = read.difference,
        .changed = read.changed,
        .version = read.version,
        .code = {},
        .problem = {}};
    if (!read.device.text.empty())
        view.device_id = read.device;
    if (read.problem) {
        view.code = read.problem->code;
        view.problem = read.problem->text;
    }
    return view;
}

}
