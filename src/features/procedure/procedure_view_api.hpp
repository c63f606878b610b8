#pragma once
#include "features/attachment/attachment.hpp"
#include "features/procedure/job.hpp"
#include "features/procedure/procedure.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::procedure {

inline auto describe(const Step*)
{
    using S = Step;
    return json::object<S>("ProcedureStep", json::field("number", &S::number, {"番号", "Number, from 1"}),
        json::field("text", &S::text, {"内容", "What is done"}),
        json::field("per_device", &S::per_device, {"機器ごと", "On each device"}),
        json::field("operation_check", &S::operation_check, {"動作確認", "Operation check"}),
        json::field("photo", &S::photo, {"写真が必要", "Needs a photo"}));
}

/// A file of a version.
struct ProcedureFileView {
    AttachmentId id;
    std::string name;
    std::string content_type;
    int size;
    std::string sha256;
    Instant added_at;
    std::string added_by;
};

inline auto describe(const ProcedureFileView*)
{
    using V = ProcedureFileView;
    return json::object<V>("ProcedureFile", json::field("id", &V::id),
        json::field("name", &V::name, {"ファイル名", "File name"}), json::field("content_type", &V::content_type),
        json::field("size", &V::size, {"大きさ（バイト）", "Size in bytes"}), json::field("sha256", &V::sha256),
        json::field("added_at", &V::added_at, {"登録日時", "Added at"}),
        json::field("added_by", &V::added_by, {"登録した人", "Added by"}));
}

struct ProcedureVersionView {
    ProcedureVersionId id;
    int sequence;
    std::string edition;
    std::string name; ///< as papers print it
    std::string note;
    std::string created_by;
    Instant created_at;
    std::vector<ProcedureFileView> files;
    int version;
};

inline auto describe(const ProcedureVersionView*)
{
    using V = ProcedureVersionView;
    return json::object<V>("ProcedureVersion", json::field("id", &V::id),
        json::field("sequence", &V::sequence, {"版の順番", "Sequence"}),
        json::field("edition", &V::edition, {"発行者の版の表記", "Edition as its issuer prints it"}),
        json::field("name", &V::name, {"版", "Version"}), json::field("note", &V::note, {"変更の内容", "What changed"}),
        json::field("created_by", &V::created_by, {"登録した人", "Made by"}),
        json::field("created_at", &V::created_at, {"登録日時", "Made at"}),
        json::field("files", &V::files, {"ファイル", "Files"}), json::field("version", &V::version));
}

/// A job that follows some version of the procedure.
struct ProcedureJobView {
    WorkRequestId request_id;
    std::string number;
    std::string title;
    ProcedureVersionId version_id;
    int sequence;
    JobState state;
    std::optional<ApprovalId> approval_id;
    std::string reason;
    Instant cited_at;
    std::string cited_by;
    std::optional<Instant> settled_at;
};

inline auto describe(const ProcedureJobView*)
{
    using V = ProcedureJobView;
    return json::object<V>("ProcedureJob", json::field("request_id", &V::request_id),
        json::field("number", &V::number, {"管理番号", "Number of the request"}),
        json::field("title", &V::title, {"作業名", "Work"}), json::field("version_id", &V::version_id),
        json::field("sequence", &V::sequence), json::field("state", &V::state, {"状態", "State"}),
        json::field("approval_id", &V::approval_id, {"承認", "Approval"}),
        json::field("reason", &V::reason, {"理由・条件", "Reason or conditions"}),
        json::field("cited_at", &V::cited_at, {"提出日時", "Handed in at"}),
        json::field("cited_by", &V::cited_by, {"提出した人", "Handed in by"}),
        json::field("settled_at", &V::settled_at, {"決まった日時", "Settled at"}));
}

/// What the caller may do with a procedure now.
enum class ProcedureAct { edit, add_version, change_version, submit, retire, restore };

constexpr auto names_of(const ProcedureAct*)
{
    return std::to_array<Name<ProcedureAct>>({
        {ProcedureAct::edit, "edit"},
        {ProcedureAct::add_version, "add_version"},
        {ProcedureAct::change_version, "change_version"},
        {ProcedureAct::submit, "submit"},
        {ProcedureAct::retire, "retire"},
        {ProcedureAct::restore, "restore"},
    });
}

struct ProcedureView {
    ProcedureId id;
    std::string number;
    Kind kind;
    Text kind_label;
    std::string title;
    std::string issuer;
    std::vector<std::string> device_classes;
    std::optional<Instant> retired_at;
    std::vector<ProcedureVersionView> versions;
    std::vector<Step> steps;
    std::vector<ProcedureJobView> jobs;
    int version;
    std::vector<ProcedureAct> can;
    std::optional<Text> fixed;
};

inline auto describe(const ProcedureView*)
{
    using V = ProcedureView;
    return json::object<V>("Procedure", json::field("id", &V::id),
        json::field("number", &V::number, {"手順書番号", "Number"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("kind_label", &V::kind_label), json::field("title", &V::title, {"名称", "Title"}),
        json::field("issuer", &V::issuer, {"発行者", "Issuer"}),
        json::field("device_classes", &V::device_classes, {"機器の区分", "Device classes"}),
        json::field("retired_at", &V::retired_at, {"廃止日時", "Retired at"}),
        json::field("versions", &V::versions, {"版（新しい順）", "Versions, the newest first"}),
        json::field("steps", &V::steps, {"最新版の手順", "Steps of the newest version"}),
        json::field("jobs", &V::jobs, {"この手順書に従う作業", "Jobs that follow it"}),
        json::field("version", &V::version), json::field("can", &V::can, {"できること", "Possible acts"}),
        json::field("fixed", &V::fixed, {"最新版を変えられない理由", "Why the newest version cannot change"}));
}

}
