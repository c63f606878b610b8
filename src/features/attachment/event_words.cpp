#include "features/attachment/event_words.hpp"

namespace hoshuban::attachment {
namespace {

audit::Words::Table kinds()
{
    return {
        {"upload.refused", {"ウイルスを見つけて受け取りを拒否", "Upload refused because of a virus"}},
    };
}

audit::Words::Table fields()
{
    return {
        {"upload.name", {"ファイル名", "File name"}},
        {"upload.threat", {"ウイルス", "Virus"}},
        {"upload.engine", {"検査プログラム", "Scanner"}},
        {"upload.signatures_on", {"定義ファイルの日付", "Date of the signatures"}},
        {"upload.size", {"大きさ（バイト）", "Size in bytes"}},
        {"upload.path", {"送り先", "Sent to"}},
    };
}

}

audit::Words event_words()
{
    return {kinds(), fields()};
}

}
