#include "features/installation/event_words.hpp"

namespace hoshuban::installation {
namespace {

audit::Words::Table job_kinds()
{
    return {
        {"installation.planned", {"設置・撤去の作業を予定", "Job of installation planned"}},
        {"installation.set_up", {"媒体から再セットアップ", "Set up anew from the medium"}},
        {"installation.done", {"設置・撤去を完了", "Job of installation done"}},
        {"installation.returned", {"再セットアップした機器を返却", "Units set up anew given back"}},
        {"installation.cancelled", {"設置・撤去を取りやめ", "Job of installation given up"}},
        {"installation.file_attached", {"設置・撤去に書類を添付", "File attached to a job of installation"}},
        {"installation.exported", {"設置・撤去の台帳を書き出し", "Ledger of installation exported"}},
    };
}

audit::Words::Table job_fields()
{
    return {
        {"installation.number", {"番号", "Number"}},
        {"installation.kind", {"種類", "Kind"}},
        {"installation.state", {"状態", "State"}},
        {"installation.site", {"拠点", "Site"}},
        {"installation.planned_on", {"予定日", "Planned on"}},
        {"installation.request", {"作業依頼", "Work request"}},
        {"installation.instruction", {"市の指示", "Instruction of the city"}},
        {"installation.medium", {"媒体の版", "Medium"}},
        {"installation.agreement", {"上限を超える合意", "Agreement to pass the cap"}},
        {"installation.lent_on", {"借りた日", "Lent on"}},
        {"installation.due_back", {"返却の目安", "Due back"}},
        {"installation.units", {"機器", "Units"}},
        {"installation.on", {"日付", "On"}},
        {"installation.person", {"だれが", "Who"}},
        {"installation.name", {"ファイル名", "File name"}},
        {"installation.sha256", {"内容のハッシュ", "Hash of the content"}},
    };
}

}

audit::Words event_words()
{
    return {job_kinds(), job_fields()};
}

}
