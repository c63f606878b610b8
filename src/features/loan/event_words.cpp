#include "features/loan/event_words.hpp"

namespace hoshuban::loan {
namespace {

audit::Words::Table kinds()
{
    return {
        {"loan.lent", {"貸与", "Lent"}},
        {"loan.lent_for_job", {"再セットアップのための貸与", "Lent for a re-setup"}},
        {"loan.returned_with_job", {"再セットアップが済んで返却", "Returned after a re-setup"}},
        {"loan.left_by_job", {"再セットアップの取りやめ", "Its re-setup given up"}},
        {"loan.changed", {"貸与品の記入を変更", "Loan corrected"}},
        {"loan.handed_over", {"貸与品の保管者を変更", "Loan handed over"}},
        {"loan.taken_out", {"貸与品を持出し", "Loan taken out"}},
        {"loan.brought_back", {"貸与品を保管場所に戻した", "Loan brought back"}},
        {"loan.checked", {"貸与品の保管を確認", "Storage of a loan checked"}},
        {"loan.returned", {"貸与品を返却", "Loan returned"}},
        {"loan.lost", {"貸与品を紛失", "Loan lost"}},
        {"loan.stolen", {"貸与品の盗難", "Loan stolen"}},
        {"loan.damaged", {"貸与品の破損", "Loan damaged"}},
        {"loan.found", {"貸与品を発見", "Loan found"}},
        {"loan.file_attached", {"貸与品の資料を添付", "File attached to a loan"}},
        {"loan.exported", {"貸与品の台帳を書き出し", "Register of loans exported"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"loan.number", {"番号", "Number"}},
        {"loan.kind", {"種類", "Kind"}},
        {"loan.title", {"品名", "Thing"}},
        {"loan.lent_by", {"貸与者", "Lent by"}},
        {"loan.lent_to", {"貸与先", "Lent to"}},
        {"loan.holder", {"保管者", "Holder"}},
        {"loan.storage_place", {"保管場所", "Place of storage"}},
        {"loan.lent_on", {"貸与日", "Lent on"}},
        {"loan.due_back", {"返却期限", "Due back"}},
        {"loan.returned_on", {"返却日", "Returned on"}},
        {"loan.returned_to", {"返却先", "Returned to"}},
        {"loan.state", {"状態", "State"}},
        {"loan.checked_on", {"保管を確認した日", "Storage checked on"}},
        {"loan.next_check_on", {"次の保管確認", "Next storage check"}},
        {"loan.loan_note", {"備考", "Note"}},
        {"loan.device", {"台帳の機器", "Unit of the register"}},
        {"loan.medium", {"台帳の媒体", "Medium of the register"}},
        {"loan.job", {"設置・撤去", "Job of installation"}},
        {"loan.act", {"記録の種類", "Act"}},
        {"loan.on", {"日付", "On"}},
        {"loan.person", {"だれが", "Who"}},
        {"loan.place", {"どこ", "Where"}},
        {"loan.in_order", {"確認の結果", "Finding"}},
        {"loan.permission", {"持出しの許可", "Permission"}},
        {"loan.note", {"事情・備考", "Note"}},
        {"loan.name", {"ファイル名", "File name"}},
        {"loan.sha256", {"内容のハッシュ", "Hash of the content"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
