#include "features/recovery/paper.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>

namespace hoshuban::recovery {
namespace {

std::unexpected<Error> refused_paper(std::string field, std::string code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

}

Result<Paper> take(Paper paper, const contract::RecoveryPaper& terms)
{
    TRY(take_fields({{"unchanged", paper.unchanged, 1000}}));
    if (!paper.unchanged.empty() && terms.always) {
        return refused_paper("unchanged", "recovery/always_needed",
            {"この成果物は毎回必要です。省けません。", "this comes with every edition and cannot be left out"});
    }
    if (paper.file && terms.proof != contract::PaperProof::file) {
        return refused_paper("attachment_id", "recovery/no_file",
            {"この成果物は書類ではありません。マスターパソコンまたは媒体を記録してください。",
                "this is no document: record the master PC or the media"});
    }
    if (paper.file && !paper.unchanged.empty()) {
        return refused_paper("unchanged", "recovery/both_said",
            {"書類を付けるか、変わらない理由を書くか、どちらか一つにしてください。",
                "either name the file, or say why it stays as it is"});
    }
    if (!paper.file && paper.unchanged.empty()) {
        return refused_paper("unchanged", "recovery/nothing_said",
            {"書類を選ぶか、変わらない理由を入力してください。", "name the file, or say why it stays as it is"});
    }
    return paper;
}

const Paper* find_paper(std::span<const Paper> papers, std::string_view id)
{
    const auto found = std::ranges::find(papers, id, &Paper::id);
    return found == papers.end() ? nullptr : &*found;
}

bool is_there(const contract::RecoveryPaper& terms, const Paper* paper, const Shown& shown)
{
    if (paper != nullptr && !paper->unchanged.empty() && !terms.always)
        return true;
    switch (terms.proof) {
    case contract::PaperProof::master:
        return shown.master;
    case contract::PaperProof::media:
        return shown.media > 0;
    case contract::PaperProof::file:
        break;
    }
    return paper != nullptr && paper->file.has_value();
}

std::vector<Text> missing(
    std::span<const contract::RecoveryPaper> terms, std::span<const Paper> papers, const Shown& shown)
{
    std::vector<Text> labels;
    for (const contract::RecoveryPaper& each : terms) {
        if (!is_there(each, find_paper(papers, each.id), shown))
            labels.push_back(each.label);
    }
    return labels;
}

}
