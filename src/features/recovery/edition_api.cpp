#include "features/recovery/edition_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/media_store.hpp"
#include "features/recovery/body_api.hpp"
#include "features/recovery/checklist_api.hpp"
#include "features/recovery/reach_api.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace hoshuban::recovery {
namespace {

using One = http::Versioned<EditionView>;

Result<One> show_edition(http::Context& context, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto profile, with_media(reader, context, profiles));
        TRY_ASSIGN(const auto listed, get(reader, profile->id, context.path<EditionId>("id")));
        return One{answer_of(reader, context, *profile, listed), listed.edition.version};
    });
}

/// Changes the edition of the path in the version that the caller saw, and shows what it is then.
template <class Act>
Result<One> change_edition(http::Context& context, contract::ProfileCache& profiles, Act act)
{
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto profile, with_media(tx, context, profiles));
        TRY_ASSIGN(auto listed, get_version(tx, profile->id, context.path<EditionId>("id"), version));
        TRY_ASSIGN(listed.edition, act(tx, *profile, listed.edition));
        return One{answer_of(tx, context, *profile, listed), listed.edition.version};
    });
}

// What stands in the way of a step of an edition on its day.
Obstacles obstacles_of(db::Reader& reader, const contract::Profile& profile, const Edition& edition, LocalDay day)
{
    const auto& terms = *profile.recovery;
    const auto masters = masters_of(reader, profile.id, day);
    const Shown shown{
        std::ranges::any_of(
            masters, [&](const Master& each) { return each.family == edition.family && each.model == edition.model; }),
        static_cast<int>(media_of(reader, profile.id, edition.id.text).size())};
    Obstacles obstacles{
        .papers = missing(terms.papers, papers_of(reader, profile.id, edition.id), shown), .spares = {}};
    if (const contract::RecoveryFamily* family = contract::recovery_family(terms, edition.family)) {
        obstacles.spares = left_behind(standing_units(*family, edition.model, device::Use::spare, edition.name,
            units_of(reader, profile, day), editions_of(reader, profile.id)));
    }
    return obstacles;
}

Result<One> record_step(http::Context& context, const RecordEditionStep& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    if (side_of(body.act) != Side::contractor) {
        return fail(ErrorKind::forbidden, "recovery/city_only",
            {"検収と差戻しは市が記録します。", "the city itself accepts an edition or sends it back"});
    }
    Step step{.id = context.new_id<StepId>(),
        .act = body.act,
        .on = body.on,
        .person = body.person,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return change_edition(
        context, profiles, [&](db::Tx& tx, const contract::Profile& profile, const Edition& before) -> Result<Edition> {
            Step taken = step;
            TRY_ASSIGN(auto after,
                carry_out(before, taken, obstacles_of(tx, profile, before, step.on), day_of(context.now())));
            if (taken.act == Act::released)
                stop_clock(tx, before, context.now());
            return update(tx, audit::cause_of(context), before, std::move(after), taken);
        });
}

Result<One> decide(http::Context& context, const DecideEdition& body, Act act, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const LocalDay today = day_of(context.now());
    Step step{.id = context.new_id<StepId>(),
        .act = act,
        .on = today,
        .person = context.actor().name,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return change_edition(
        context, profiles, [&](db::Tx& tx, const contract::Profile& profile, const Edition& before) -> Result<Edition> {
            Step taken = step;
            TRY_ASSIGN(auto after, carry_out(before, taken, {}, today));
            TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
            if (act == Act::accepted)
                start_clock(tx, *calendar, before, context.now());
            return update(tx, audit::cause_of(context), before, std::move(after), taken);
        });
}

Result<void> check_building(const Edition& edition)
{
    if (edition.origin == Origin::update && edition.state == State::building)
        return {};
    return fail(ErrorKind::conflict, "recovery/not_building",
        {"成果物は、作成中の更新にだけ記録できます。", "deliverables are recorded while an update is being built"});
}

Result<One> settle_paper(http::Context& context, const SettlePaper& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    return change_edition(
        context, profiles, [&](db::Tx& tx, const contract::Profile& profile, const Edition& before) -> Result<Edition> {
            TRY(check_building(before));
            const auto& papers = profile.recovery->papers;
            const auto terms = std::ranges::find(papers, context.path_text("paper"), &contract::RecoveryPaper::id);
            if (terms == papers.end())
                return fail(ErrorKind::not_found, "recovery/unknown_paper",
                    {"成果物が見つかりません。", "no such deliverable"});
            TRY_ASSIGN(const auto paper,
                take({terms->id, body.attachment_id, body.unchanged, context.actor().name, context.now()}, *terms));
            if (paper.file && !attachment::find(tx, profile.id, {"recovery", before.id.text}, *paper.file)) {
                const Text text{"添付された書類の中から選んでください。", "choose one of the files of this edition"};
                return fail(ErrorKind::invalid, "recovery/unknown_file", text,
                    {{"attachment_id", "recovery/unknown_file", text}});
            }
            return put_paper(tx, audit::cause_of(context), before, paper, terms->label);
        });
}

Result<void> check_applicable(const Edition& edition)
{
    if (is_applicable(edition))
        return {};
    return fail(ErrorKind::conflict, "recovery/not_accepted",
        {"市が検収していない版は適用できません。", "the city has not accepted this edition yet"});
}

// An update is on no unit before the city has accepted it.
bool could_be_on(const ApplyEdition& body, std::span<const Step> steps, LocalDay today)
{
    const auto accepted = std::ranges::find(steps, Act::accepted, &Step::act);
    return body.on <= today && (accepted == steps.end() || body.on >= accepted->on);
}

// Refuses days on which it could not be, and units that are not set up from this medium, by name.
Result<void> check_application(const contract::Profile& profile, const Edition& edition, const ApplyEdition& body,
    const Known& known, std::span<const Step> steps, LocalDay today)
{
    TRY(check_applicable(edition));
    if (!could_be_on(body, steps, today)) {
        const Text text{"検収の日から今日までの日を入力してください。", "enter a day between the acceptance and today"};
        return fail(ErrorKind::invalid, "recovery/day_outside", text, {{"on", "recovery/day_outside", text}});
    }
    const contract::RecoveryFamily* family = contract::recovery_family(*profile.recovery, edition.family);
    std::vector<FieldError> problems;
    for (std::size_t i = 0; i < body.devices.size(); ++i) {
        const auto unit = std::ranges::find(known.units, body.devices[i], &FamilyUnit::id);
        if (family != nullptr && unit != known.units.end() && unit->model == edition.model &&
            unit->use != device::Use::retired &&
            contract::is_of(*family, unit->device_class, unit->division, unit->model))
            continue;
        const std::string number = unit == known.units.end() ? body.devices[i].text : unit->number;
        problems.push_back({fmt::format("devices[{}]", i), "recovery/other_unit",
            {fmt::format("{}は、この媒体の機器（{}）ではありません。", number, edition.model),
                fmt::format("{} is no unit of this medium ({})", number, edition.model)}});
    }
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
}

Result<EditionView> apply_edition(http::Context& context, const ApplyEdition& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    const LocalDay today = day_of(context.now());
    return context.database().write([&](db::Tx& tx) -> Result<EditionView> {
        TRY_ASSIGN(const auto profile, with_media(tx, context, profiles));
        TRY_ASSIGN(const auto listed, get(tx, profile->id, context.path<EditionId>("id")));
        const auto steps = steps_of(tx, profile->id, listed.edition.id);
        TRY(check_application(*profile, listed.edition, body, known_of(tx, *profile, today), steps, today));
        TRY(apply(tx, *profile, audit::cause_of(context), body.devices, listed.edition.name, {body.on, body.person}));
        return answer_of(tx, context, *profile, listed);
    });
}

Result<void> check_writable(const Edition& edition, const media::Medium& medium)
{
    if (edition.state != State::building && !is_applicable(edition)) {
        return fail(ErrorKind::conflict, "recovery/not_building",
            {"作成を始めてから書き込みを記録してください。", "record the writing once the edition is being built"});
    }
    if (medium.recovery)
        return {};
    const Text text{
        fmt::format("「{}」は媒体の台帳でリカバリメディアになっていません。台帳を直してください。", medium.label),
        fmt::format("\"{}\" is no recovery medium in the register of media: correct it there", medium.label)};
    return fail(
        ErrorKind::invalid, "recovery/no_recovery_medium", text, {{"medium_id", "recovery/no_recovery_medium", text}});
}

// A medium that is written anew has other content: what was checked before does not count any more (MED-02).
Result<EditionView> write_medium(http::Context& context, const WriteMedium& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    const media::MovementId id = context.new_id<media::MovementId>();
    return context.database().write([&](db::Tx& tx) -> Result<EditionView> {
        TRY_ASSIGN(const auto profile, with_media(tx, context, profiles));
        TRY_ASSIGN(const auto listed, get(tx, profile->id, context.path<EditionId>("id")));
        TRY_ASSIGN(const auto before, media::get(tx, profile->id, body.medium_id));
        TRY(check_writable(listed.edition, before));
        media::Movement movement{id, media::Move::written, context.now(), body.person, before.storage_place,
            listed.edition.name, context.actor().name, context.now()};
        TRY_ASSIGN(auto written, media::move(before, movement, context.now()));
        media::insert_movement(tx, profile->id, before.id, movement);
        const auto cause = audit::cause_of(context);
        const media::Medium after =
            media::update(tx, cause, {"medium.moved", media::facts_of(movement)}, before, std::move(written));
        put_medium(tx, cause, listed.edition, after);
        return answer_of(tx, context, *profile, listed);
    });
}

enum class ChecklistForm { xlsx, docx };

Result<http::File> export_checklist(http::Context& context, contract::ProfileCache& profiles, ChecklistForm form)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto view, context.database().read([&](db::Reader& reader) -> Result<EditionView> {
        TRY_ASSIGN(const auto profile, with_media(reader, context, profiles));
        TRY_ASSIGN(const auto listed, get(reader, contract, context.path<EditionId>("id")));
        return answer_of(reader, context, *profile, listed);
    }));
    const auto print = form == ChecklistForm::xlsx ? checklist_workbook : checklist_document;
    TRY_ASSIGN(auto bytes, print(view.name, checklist_of(view), context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "recovery.exported", {"recovery", view.id.text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "リカバリメディア納品確認表_" + to_text(day_of(context.now())) +
        (form == ChecklistForm::xlsx ? ".xlsx" : ".docx");
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

void add_checklist_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .get(one + "/export",
            [&profiles](http::Context& context) { return export_checklist(context, profiles, ChecklistForm::xlsx); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"納品の確認表をExcelに書き出す", "Export the checklist of the delivery"});
    router
        .get(one + "/export/docx",
            [&profiles](http::Context& context) { return export_checklist(context, profiles, ChecklistForm::docx); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"納品の確認表をWordに書き出す", "Export the checklist of the delivery as a Word document"});
}

void add_decision_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .post(one + "/accept",
            [&profiles](http::Context& context, const DecideEdition& body) {
                return decide(context, body, Act::accepted, profiles);
            })
        .permission(Permission::sign_city)
        .summary({"リカバリメディアの版を検収する", "Accept an edition of a recovery medium"});
    router
        .post(one + "/send-back",
            [&profiles](http::Context& context, const DecideEdition& body) {
                return decide(context, body, Act::sent_back, profiles);
            })
        .permission(Permission::sign_city)
        .summary({"リカバリメディアの版を差し戻す", "Send an edition of a recovery medium back"});
}

}

EditionView answer_of(
    db::Reader& reader, const http::Context& context, const contract::Profile& profile, const ListedEdition& listed)
{
    const Edition& edition = listed.edition;
    EditionView view = view_of(reader, *profile.recovery, listed, known_of(reader, profile, day_of(context.now())));
    const bool keeps = may_keep(context);
    const bool decides = context.actor().may(Permission::sign_city, profile.id);
    for (const Act act : possible_acts(edition)) {
        if (side_of(act) == Side::contractor ? keeps : decides)
            view.acts.push_back(act);
    }
    view.may_settle = keeps && check_building(edition).has_value();
    view.may_apply = keeps && is_applicable(edition);
    return view;
}

void add_edition_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router.get(one, [&profiles](http::Context& context) { return show_edition(context, profiles); })
        .permission(Permission::view_device)
        .summary({"リカバリメディアの版を見る", "Show an edition of a recovery medium"});
    router
        .post(one + "/steps",
            [&profiles](
                http::Context& context, const RecordEditionStep& body) { return record_step(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"リカバリメディアの更新の経過を記録する", "Record a step of an update"});
    router
        .put(one + "/papers/{paper}",
            [&profiles](
                http::Context& context, const SettlePaper& body) { return settle_paper(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"更新の成果物を記録する", "Record a deliverable of an update"});
    router
        .post(one + "/applications",
            [&profiles](
                http::Context& context, const ApplyEdition& body) { return apply_edition(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"版を機器に適用した記録をする", "Record units to which an edition was applied"});
    router
        .post(one + "/media",
            [&profiles](
                http::Context& context, const WriteMedium& body) { return write_medium(context, body, profiles); })
        .permission(Permission::keep_media)
        .summary({"版を媒体に書き込んだ記録をする", "Record a medium to which an edition was written"});
    add_checklist_routes(router, one, profiles);
    add_decision_routes(router, one, profiles);
}

}
