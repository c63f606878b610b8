#pragma once
#include "features/media/check.hpp"
#include "features/media/media_store.hpp"
#include "features/media/medium.hpp"
#include "features/media/use.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::media {

struct MovementView {
    MovementId id;
    Move move;
    Instant at;
    std::string person;
    std::string place;
    std::string note;
    std::string entered_by;
};

inline auto describe(const MovementView*)
{
    using V = MovementView;
    return json::object<V>("MediumMovement", json::field("id", &V::id), json::field("move", &V::move, {"種類", "Kind"}),
        json::field("at", &V::at, {"日時", "At"}), json::field("person", &V::person, {"だれが", "Who"}),
        json::field("place", &V::place, {"どこ", "Where"}), json::field("note", &V::note, {"目的・事情", "Purpose"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

struct CheckView {
    ScanId id;
    Method method;
    Instant started_at;
    std::optional<Instant> finished_at;
    std::string checked_by;
    std::string tool;
    std::optional<LocalDay> definitions_on;
    Verdict verdict;
    std::string note;
};

inline auto describe(const CheckView*)
{
    using V = CheckView;
    return json::object<V>("MediumCheck", json::field("id", &V::id), json::field("method", &V::method, {"方法", "How"}),
        json::field("started_at", &V::started_at, {"始めた日時", "Begun at"}),
        json::field("finished_at", &V::finished_at, {"終えた日時", "Finished at"}),
        json::field("checked_by", &V::checked_by, {"チェックした人", "Checked by"}),
        json::field("tool", &V::tool, {"検査プログラム", "Scanner"}),
        json::field("definitions_on", &V::definitions_on, {"定義ファイルの日付", "Date of the signatures"}),
        json::field("verdict", &V::verdict, {"結果", "Result"}), json::field("note", &V::note, {"備考", "Note"}));
}

struct CheckedFileView {
    CheckedFileId id;
    std::string name;
    std::int64_t size;
    std::string sha256;
    Verdict verdict;
    std::string threat;
    std::string engine;
    std::optional<LocalDay> definitions_on;
    Instant scanned_at;
};

inline auto describe(const CheckedFileView*)
{
    using V = CheckedFileView;
    return json::object<V>("CheckedFile", json::field("id", &V::id),
        json::field("name", &V::name, {"ファイル名", "File name"}),
        json::field("size", &V::size, {"大きさ（バイト）", "Size in bytes"}), json::field("sha256", &V::sha256),
        json::field("verdict", &V::verdict, {"結果", "Result"}),
        json::field("threat", &V::threat, {"ウイルス", "Virus"}),
        json::field("engine", &V::engine, {"検査プログラム", "Scanner"}),
        json::field("definitions_on", &V::definitions_on, {"定義ファイルの日付", "Date of the signatures"}),
        json::field("scanned_at", &V::scanned_at, {"検査日時", "Scanned at"}));
}

struct CheckedFileList {
    std::vector<CheckedFileView> items;
};

inline auto describe(const CheckedFileList*)
{
    return json::object<CheckedFileList>("CheckedFileList", json::field("items", &CheckedFileList::items));
}

struct UseView {
    MediumUseId id;
    WorkRequestId request_id;
    std::string request_number;
    std::string request_title;
    std::optional<DeviceId> device_id;
    Instant planned_at;
    std::string purpose;
    UseState state;
    std::optional<Instant> used_at;
    std::string used_by;
    std::string permission;
    std::string entered_by;
};

inline auto describe(const UseView*)
{
    using V = UseView;
    return json::object<V>("MediumUse", json::field("id", &V::id), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"管理番号", "Number"}),
        json::field("request_title", &V::request_title, {"作業名", "Work"}), json::field("device_id", &V::device_id),
        json::field("planned_at", &V::planned_at, {"使う予定の日時", "Planned for"}),
        json::field("purpose", &V::purpose, {"使う目的", "Purpose"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("used_at", &V::used_at, {"使った日時", "Used at"}),
        json::field("used_by", &V::used_by, {"使った人", "Used by"}),
        json::field("permission", &V::permission, {"接続の許可", "Permission"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

/// A medium as the API shows it.
struct MediumView {
    MediumId id;
    std::string label;
    Kind kind;
    std::string name;
    std::string purpose;
    std::string keeper;
    std::string storage_place;
    bool recovery;
    State state;
    std::string holder;
    Instant changed_at;
    std::optional<Instant> used_at;
    CheckState check;
    std::optional<Instant> checked_at;
    std::string registered_by;
    Instant registered_at;
    std::optional<std::string> incident_id; ///< of a security incident that stands open
    std::optional<std::string> incident_number;
    std::vector<Move> moves; ///< what can follow, for who keeps media
    std::vector<MovementView> movements; ///< of one medium; a list leaves these three out
    std::vector<CheckView> checks;
    std::vector<UseView> uses;
    bool may_keep;
    bool scanner; ///< whether this program has one
    int version;
};

inline auto describe(const MediumView*)
{
    using V = MediumView;
    return json::object<V>("Medium", json::field("id", &V::id), json::field("label", &V::label, {"媒体番号", "Label"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("name", &V::name, {"内容", "Content"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}),
        json::field("keeper", &V::keeper, {"管理者", "Keeper"}),
        json::field("storage_place", &V::storage_place, {"保管場所", "Place of storage"}),
        json::field("recovery", &V::recovery, {"リカバリメディア", "Recovery medium"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("holder", &V::holder, {"持っている人", "Holder"}),
        json::field("changed_at", &V::changed_at, {"最後の書込み", "Last written"}),
        json::field("used_at", &V::used_at, {"最後の使用", "Last used"}),
        json::field("check", &V::check, {"ウイルスチェック", "Virus check"}),
        json::field("checked_at", &V::checked_at, {"チェック日時", "Checked at"}),
        json::field("registered_by", &V::registered_by, {"登録した人", "Registered by"}),
        json::field("registered_at", &V::registered_at, {"登録日時", "Registered at"}),
        json::field("incident_id", &V::incident_id), json::field("incident_number", &V::incident_number),
        json::field("moves", &V::moves, {"できる記録", "Possible movements"}),
        json::field("movements", &V::movements, {"持出しの記録", "Movements"}),
        json::field("checks", &V::checks, {"ウイルスチェックの記録", "Virus checks"}),
        json::field("uses", &V::uses, {"使用の記録", "Uses"}), json::field("may_keep", &V::may_keep),
        json::field("scanner", &V::scanner, {"ウイルス検査プログラムの有無", "Whether there is a scanner"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct MediumPage {
    std::vector<MediumView> items;
    std::optional<std::string> next_cursor;
    bool check_required = false; ///< by the contract, before each use
};

inline auto describe(const MediumPage*)
{
    using V = MediumPage;
    return json::object<V>("MediumPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor),
        json::field("check_required", &V::check_required, {"使う前のチェックが必要", "A check is needed before use"}));
}

struct PlannedMediumView {
    MediumUseId use_id;
    MediumId medium_id;
    std::string label;
    std::string name;
    Instant planned_at;
    State state;
    CheckState check;
    bool ready;
};

inline auto describe(const PlannedMediumView*)
{
    using V = PlannedMediumView;
    return json::object<V>("PlannedMedium", json::field("use_id", &V::use_id), json::field("medium_id", &V::medium_id),
        json::field("label", &V::label, {"媒体番号", "Label"}), json::field("name", &V::name, {"内容", "Content"}),
        json::field("planned_at", &V::planned_at, {"使う予定の日時", "Planned for"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("check", &V::check, {"ウイルスチェック", "Check"}),
        json::field("ready", &V::ready, {"使える", "Ready"}));
}

struct PlannedMediaView {
    bool check_required;
    bool ready;
    std::vector<PlannedMediumView> items;
};

inline auto describe(const PlannedMediaView*)
{
    using V = PlannedMediaView;
    return json::object<V>("PlannedMedia", json::field("check_required", &V::check_required),
        json::field("ready", &V::ready), json::field("items", &V::items));
}

/// What a view needs to know beside the row.
struct Surroundings {
    const Actor& actor;
    bool check_required;
    bool scanner;
    Instant now;
};

MediumView view_of(const Medium&, const Surroundings&);
/// With its movements, checks, uses and the incident that stands open about it.
MediumView whole_view(db::Reader&, const Medium&, const Surroundings&);
CheckedFileView view_of(const CheckedFile&);

}
