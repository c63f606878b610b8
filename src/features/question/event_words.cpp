#include "features/question/event_words.hpp"

namespace hoshuban::question {
namespace {

audit::Words::Table kinds()
{
    return {
        {"question.asked", {"質問", "Question asked"}},
        {"question.asked_again", {"再質問・補足", "Asked again"}},
        {"question.answered", {"質問に回答", "Question answered"}},
        {"question.answer_changed", {"回答を変更", "Answer changed"}},
        {"question.accepted", {"回答を確認", "Answer accepted"}},
        {"question.approved", {"回答が承認され解決", "Answer approved, question resolved"}},
        {"question.approval_refused", {"回答が承認されず質問中に", "Answer not approved, asked again"}},
        {"question.approval_withdrawn", {"回答の承認申請を取下げ", "Approval of the answer withdrawn"}},
        {"question.withdrawn", {"質問を取下げ", "Question withdrawn"}},
        {"question.commented", {"質問へのコメント", "Comment on a question"}},
        {"question.oral_recorded", {"口頭での確認を記録", "Oral confirmation recorded"}},
        {"question.file_attached", {"質問にファイルを添付", "File attached to a question"}},
        {"question.exported", {"質問一覧を書き出し", "Questions exported"}},
        {"question.viewed", {"質問を閲覧", "Question viewed"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"question.number", {"番号", "Number"}},
        {"question.subject", {"対象", "Subject"}},
        {"question.title", {"件名", "Subject line"}},
        {"question.state", {"状態", "State"}},
        {"question.text", {"質問内容", "Question"}},
        {"question.answer", {"回答内容", "Answer"}},
        {"question.change", {"変更内容", "What changes"}},
        {"question.answered_by", {"回答者", "Answered by"}},
        {"question.rounds", {"質問の回数", "Times asked"}},
        {"question.oral_at", {"口頭確認の日時", "Confirmed orally at"}},
        {"question.oral_with", {"口頭確認の相手", "Confirmed orally with"}},
        {"question.minor", {"軽易な内容", "Minor matter"}},
        {"question.name", {"ファイル名", "File name"}},
        {"question.sha256", {"内容のハッシュ", "Hash of the content"}},
        {"question.format", {"形式", "Format"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
