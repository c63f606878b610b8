#pragma once
#include "features/contract/quota.hpp"
#include "features/recovery/edition_store.hpp"
#include "features/recovery/unit_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::recovery {

/// An edition as a list shows it.
struct EditionRow {
    EditionId id;
    std::string family;
    Text family_label;
    std::string model;
    std::string number;
    std::string name;
    Origin origin;
    State state;
    std::string changes;
    std::string request_number;
    LocalDay planned_on;
    std::optional<LocalDay> released_on;
};

inline auto describe(const EditionRow*)
{
    using V = EditionRow;
    return json::object<V>("RecoveryEditionRow", json::field("id", &V::id), json::field("family", &V::family),
        json::field("family_label", &V::family_label, {"媒体の系統", "Family"}),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("number", &V::number, {"版", "Edition"}),
        json::field("name", &V::name, {"版の名前", "Name"}), json::field("origin", &V::origin, {"種類", "Kind"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("changes", &V::changes, {"変更点", "What changed"}),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("planned_on", &V::planned_on, {"公開の予定日", "Release planned on"}),
        json::field("released_on", &V::released_on, {"公開日", "Released on"}));
}

/// A unit beside an edition.
struct RecoveryUnitView {
    DeviceId device_id;
    std::string number;
    std::string site;
    std::string place;
    std::string edition; ///< last applied
    Standing standing;
    std::optional<LocalDay> applied_on;
    std::string applied_by;
};

inline auto describe(const RecoveryUnitView*)
{
    using V = RecoveryUnitView;
    return json::object<V>("RecoveryUnit", json::field("device_id", &V::device_id),
        json::field("number", &V::number, {"機器ID", "Device"}), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}),
        json::field("edition", &V::edition, {"最後に適用した版", "Edition last applied"}),
        json::field("standing", &V::standing, {"適用", "Standing"}),
        json::field("applied_on", &V::applied_on, {"適用した日", "Applied on"}),
        json::field("applied_by", &V::applied_by, {"適用した人", "Applied by"}));
}

struct MasterView {
    DeviceId device_id;
    std::string number;
    std::string site;
    std::string place;
    std::string note;
};

inline auto describe(const MasterView*)
{
    using V = MasterView;
    return json::object<V>("MasterPc", json::field("device_id", &V::device_id),
        json::field("number", &V::number, {"機器ID", "Device"}), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}), json::field("note", &V::note, {"備考", "Note"}));
}

/// A family's media for one model of its units.
struct FamilyModelView {
    std::string model;
    std::optional<MasterView> master;
    int master_version; ///< over which a master PC is named
    std::optional<EditionRow> current;
    std::optional<EditionRow> under_way;
    std::string target; ///< the edition that the spares need; empty while there is none
    int spares;
    int spares_done;
    std::vector<RecoveryUnitView> behind; ///< spares without it
    int in_service;
    int in_service_done;
    int media; ///< that carry the current edition
};

inline auto describe(const FamilyModelView*)
{
    using V = FamilyModelView;
    return json::object<V>("RecoveryFamilyModel", json::field("model", &V::model, {"機種名", "Model"}),
        json::field("master", &V::master, {"マスターパソコン", "Master PC"}),
        json::field("master_version", &V::master_version), json::field("current", &V::current, {"今の版", "Current"}),
        json::field("under_way", &V::under_way, {"更新中の版", "Under way"}),
        json::field("target", &V::target, {"予備機に要る版", "What spares need"}),
        json::field("spares", &V::spares, {"予備機", "Spares"}),
        json::field("spares_done", &V::spares_done, {"適用済みの予備機", "Spares with it"}),
        json::field("behind", &V::behind, {"まだの予備機", "Spares without it"}),
        json::field("in_service", &V::in_service, {"稼働中", "In service"}),
        json::field("in_service_done", &V::in_service_done, {"適用済みの稼働機", "In service with it"}),
        json::field("media", &V::media, {"媒体", "Media"}));
}

struct FamilyView {
    std::string id;
    Text label;
    std::string division;
    std::string clause;
    std::vector<FamilyModelView> models;
};

inline auto describe(const FamilyView*)
{
    using V = FamilyView;
    return json::object<V>("RecoveryFamily", json::field("id", &V::id),
        json::field("label", &V::label, {"媒体の系統", "Family"}),
        json::field("division", &V::division, {"区分", "Division"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}), json::field("models", &V::models, {"機種", "Models"}));
}

/// How far a quota is used on which updates count.
struct RecoveryQuotaView {
    std::string id;
    Text label;
    contract::QuotaKind kind;
    contract::AtLimit at_limit;
    int limit;
    Text unit;
    int actual;
    int planned;
    contract::QuotaState state;
    Text rule;
    std::string clause;
};

inline auto describe(const RecoveryQuotaView*)
{
    using V = RecoveryQuotaView;
    return json::object<V>("RecoveryQuota", json::field("id", &V::id),
        json::field("label", &V::label, {"区分", "Category"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("at_limit", &V::at_limit, {"達したとき", "At the limit"}),
        json::field("limit", &V::limit, {"見込み・上限", "Estimate or cap"}),
        json::field("unit", &V::unit, {"単位", "Unit"}), json::field("actual", &V::actual, {"実績", "Actual"}),
        json::field("planned", &V::planned, {"予定", "Planned"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("rule", &V::rule, {"数え方", "Rule"}), json::field("clause", &V::clause, {"根拠", "Clause"}));
}

/// A medium of the register and the edition that it carries (MED-04).
struct CarryingMediumView {
    MediumId medium_id;
    std::string label;
    std::string name;
    media::State state;
    std::string storage_place;
    std::string holder;
    Instant written_at;
    EditionId edition_id;
    Text family_label;
    std::string number;
    bool outdated; ///< a newer edition is released
};

inline auto describe(const CarryingMediumView*)
{
    using V = CarryingMediumView;
    return json::object<V>("CarryingMedium", json::field("medium_id", &V::medium_id),
        json::field("label", &V::label, {"媒体番号", "Medium"}), json::field("name", &V::name, {"内容", "Content"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("storage_place", &V::storage_place, {"保管場所", "Kept at"}),
        json::field("holder", &V::holder, {"持っている人", "Holder"}),
        json::field("written_at", &V::written_at, {"書き込んだ日時", "Written at"}),
        json::field("edition_id", &V::edition_id),
        json::field("family_label", &V::family_label, {"媒体の系統", "Family"}),
        json::field("number", &V::number, {"版", "Edition"}),
        json::field("outdated", &V::outdated, {"古い版", "Outdated"}));
}

struct OverviewView {
    std::vector<FamilyView> families; ///< none: the contract has no recovery media
    std::vector<EditionRow> editions; ///< the first page
    std::optional<std::string> next_editions; ///< the cursor of the others
    std::vector<CarryingMediumView> media;
    std::vector<RecoveryQuotaView> quotas;
    bool may_keep;
};

inline auto describe(const OverviewView*)
{
    using V = OverviewView;
    return json::object<V>("RecoveryOverview", json::field("families", &V::families, {"媒体の系統", "Families"}),
        json::field("editions", &V::editions, {"版", "Editions"}),
        json::field("next_editions", &V::next_editions, {"版の続き", "Cursor of the other editions"}),
        json::field("media", &V::media, {"媒体", "Media"}),
        json::field("quotas", &V::quotas, {"見込み・上限", "Quotas"}), json::field("may_keep", &V::may_keep));
}

struct EditionPageView {
    std::vector<EditionRow> items;
    std::optional<std::string> next_cursor;
};

inline auto describe(const EditionPageView*)
{
    using V = EditionPageView;
    return json::object<V>("RecoveryEditionPage", json::field("items", &V::items, {"版", "Editions"}),
        json::field("next_cursor", &V::next_cursor));
}

/// A paper of the contract's list, and what was said of it.
struct PaperView {
    std::string id;
    Text label;
    contract::PaperProof proof;
    bool always;
    bool there;
    std::optional<AttachmentId> attachment_id;
    std::string file; ///< its name
    std::string unchanged;
    std::string entered_by;
    std::optional<Instant> entered_at;
    std::string clause;
};

inline auto describe(const PaperView*)
{
    using V = PaperView;
    return json::object<V>("RecoveryPaper", json::field("id", &V::id),
        json::field("label", &V::label, {"成果物", "Deliverable"}),
        json::field("proof", &V::proof, {"確かめるもの", "What shows it"}),
        json::field("always", &V::always, {"毎回必要", "With every edition"}),
        json::field("there", &V::there, {"そろった", "There"}), json::field("attachment_id", &V::attachment_id),
        json::field("file", &V::file, {"書類", "File"}),
        json::field("unchanged", &V::unchanged, {"変わらない理由", "Why it stays as it is"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}));
}

struct EditionStepView {
    StepId id;
    Act act;
    LocalDay on;
    std::string person;
    std::string note;
    std::string entered_by;
};

inline auto describe(const EditionStepView*)
{
    using V = EditionStepView;
    return json::object<V>("RecoveryStep", json::field("id", &V::id),
        json::field("act", &V::act, {"記録の種類", "Step"}), json::field("on", &V::on, {"日付", "On"}),
        json::field("person", &V::person, {"だれが", "Who"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

struct WrittenMediumView {
    MediumId medium_id;
    std::string label;
    std::string name;
    media::State state;
    std::string storage_place;
    std::string holder;
    Instant written_at;
};

inline auto describe(const WrittenMediumView*)
{
    using V = WrittenMediumView;
    return json::object<V>("RecoveryMedium", json::field("medium_id", &V::medium_id),
        json::field("label", &V::label, {"媒体番号", "Medium"}), json::field("name", &V::name, {"内容", "Content"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("storage_place", &V::storage_place, {"保管場所", "Kept at"}),
        json::field("holder", &V::holder, {"持っている人", "Holder"}),
        json::field("written_at", &V::written_at, {"書き込んだ日時", "Written at"}));
}

/// An edition with all that belongs to it.
struct EditionView {
    EditionId id;
    std::string family;
    Text family_label;
    std::string model;
    std::string number;
    std::string name;
    Origin origin;
    State state;
    std::string changes;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    std::string instruction;
    std::string agreement;
    LocalDay planned_on;
    std::optional<LocalDay> last_on;
    std::optional<LocalDay> released_on;
    std::string note;
    std::string entered_by;
    Instant entered_at;
    std::optional<MasterView> master;
    std::vector<PaperView> papers; ///< of a first edition none
    std::vector<RecoveryUnitView> spares;
    int in_service;
    int in_service_done;
    std::vector<WrittenMediumView> media;
    std::vector<EditionStepView> steps;
    std::vector<Act> acts; ///< what the caller can record now
    bool may_settle; ///< papers and media
    bool may_apply;
    int version;
};

inline auto describe(const EditionView*)
{
    using V = EditionView;
    return json::object<V>("RecoveryEdition", json::field("id", &V::id), json::field("family", &V::family),
        json::field("family_label", &V::family_label, {"媒体の系統", "Family"}),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("number", &V::number, {"版", "Edition"}),
        json::field("name", &V::name, {"版の名前", "Name"}), json::field("origin", &V::origin, {"種類", "Kind"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("changes", &V::changes, {"変更点", "What changes"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number),
        json::field("instruction", &V::instruction, {"市の指示", "Instruction of the city"}),
        json::field("agreement", &V::agreement, {"上限を超える合意", "Agreement to pass the cap"}),
        json::field("planned_on", &V::planned_on, {"公開の予定日", "Release planned on"}),
        json::field("last_on", &V::last_on, {"最後の記録の日", "Latest step on"}),
        json::field("released_on", &V::released_on, {"公開日", "Released on"}),
        json::field("note", &V::note, {"備考", "Note"}), json::field("entered_by", &V::entered_by),
        json::field("entered_at", &V::entered_at), json::field("master", &V::master, {"マスターパソコン", "Master PC"}),
        json::field("papers", &V::papers, {"成果物", "Deliverables"}),
        json::field("spares", &V::spares, {"予備機", "Spares"}), json::field("in_service", &V::in_service),
        json::field("in_service_done", &V::in_service_done), json::field("media", &V::media, {"媒体", "Media"}),
        json::field("steps", &V::steps, {"経過", "Steps"}),
        json::field("acts", &V::acts, {"できる記録", "Possible steps"}), json::field("may_settle", &V::may_settle),
        json::field("may_apply", &V::may_apply), json::field("version", &V::version, {"版", "Version"}));
}

struct ChoicesView {
    std::vector<std::string> items; ///< none: the text is free
};

inline auto describe(const ChoicesView*)
{
    using V = ChoicesView;
    return json::object<V>("RecoveryChoices", json::field("items", &V::items, {"公開された版", "Released editions"}));
}

/// All that is known of a contract's media on a day.
struct Known {
    std::vector<ListedEdition> listed;
    std::vector<Edition> editions;
    std::vector<FamilyUnit> units;
    std::vector<Master> masters;
    std::vector<WrittenMedium> media;
};
Known known_of(db::Reader&, const contract::Profile&, LocalDay);

EditionRow row_of(const ListedEdition&, const contract::RecoveryTerms&);
FamilyView view_of(const contract::RecoveryFamily&, const contract::RecoveryTerms&, const Known&);
std::vector<CarryingMediumView> media_of(const contract::RecoveryTerms&, const Known&);
std::vector<RecoveryQuotaView> quotas_of(
    const contract::Profile&, const contract::RecoveryTerms&, std::span<const contract::Run>);
/// Without what the caller may do.
EditionView view_of(db::Reader&, const contract::RecoveryTerms&, const ListedEdition&, const Known&);

}
