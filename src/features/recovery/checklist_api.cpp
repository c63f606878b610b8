#include "features/recovery/checklist_api.hpp"

namespace hoshuban::recovery {
namespace {

std::string joined(std::initializer_list<std::string> words)
{
    std::string text;
    for (const std::string& each : words) {
        if (!each.empty())
            text += (text.empty() ? "" : " ") + each;
    }
    return text;
}

std::string shown_of(const PaperView& paper, const EditionView& edition)
{
    if (paper.proof == contract::PaperProof::master)
        return edition.master ? joined({edition.master->number, edition.master->site, edition.master->place}) : "";
    if (paper.proof == contract::PaperProof::file)
        return paper.file;
    std::string labels;
    for (const WrittenMediumView& medium : edition.media)
        labels += (labels.empty() ? "" : "、") + medium.label;
    return labels;
}

}

std::vector<ChecklistLine> checklist_of(const EditionView& edition)
{
    std::vector<ChecklistLine> lines;
    for (const PaperView& paper : edition.papers) {
        lines.push_back({paper.label, paper.there, shown_of(paper, edition), paper.unchanged,
            paper.entered_at ? std::optional{day_of(*paper.entered_at)} : std::nullopt, paper.entered_by,
            paper.clause});
    }
    for (const RecoveryUnitView& unit : edition.spares) {
        lines.push_back({{"予備機 " + unit.number, "Spare " + unit.number}, unit.standing == Standing::applied,
            joined({unit.site, unit.place}), unit.edition, unit.applied_on, unit.applied_by, {}});
    }
    return lines;
}

}
