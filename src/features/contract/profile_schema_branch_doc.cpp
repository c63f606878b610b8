#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::contract {

using yaml::identifier;
using yaml::Object;

void fields(Object& in, StepCondition& condition)
{
    in.required("step", condition.step);
    in.required("is", condition.is);
}

void fields(Object& in, BranchStep& step)
{
    in.required("id", step.id, identifier);
    in.required("label", step.label);
    in.optional("hint", step.hint);
    in.optional("kind", step.kind);
    in.optional("turn", step.turn);
    in.optional("mandatory", step.mandatory);
    in.optional("waivable", step.waivable);
    in.optional("classes", step.device_classes);
    in.optional("models", step.models);
    in.optional("when", step.when);
    in.optional("shown_by", step.shown_by);
    in.optional("basis", step.basis);
    in.required("clause", step.clause);
}

void fields(Object& in, IncidentBranch& branch)
{
    in.required("id", branch.id, identifier);
    in.required("label", branch.label);
    in.optional("hint", branch.hint);
    in.optional("classes", branch.device_classes);
    in.optional("by_choice", branch.by_choice);
    in.required("steps", branch.steps, yaml::not_empty<BranchStep>);
    in.required("clause", branch.clause);
}

void fields(Object& in, IncidentsFile& file)
{
    in.required("branches", file.profile.branches, yaml::not_empty<IncidentBranch>);
}

}
