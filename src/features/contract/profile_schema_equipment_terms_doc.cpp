#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::contract {

using yaml::Object;
using yaml::range;

void fields(Object& in, RepairRule& rule)
{
    in.required("class", rule.device_class);
    in.optional("models", rule.models);
    in.optional("swap_on_site", rule.swap_on_site);
    in.optional("settings", rule.settings);
    in.optional("drive", rule.drive);
    in.optional("certificate", rule.certificate);
    in.optional("warranty_months", rule.warranty_months, range(1, 240));
    in.required("clause", rule.clause);
}

void fields(Object& in, RepairTerms& terms)
{
    in.required("place", terms.place);
    in.optional("site", terms.site);
    in.optional("warn_days", terms.warn_days, range(1, 365));
    in.required("rules", terms.rules, yaml::not_empty<RepairRule>);
    in.optional("basis", terms.basis);
    in.required("clause", terms.clause);
}

void fields(Object& in, InstallationWork& work)
{
    in.required("kind", work.kind);
    in.required("work_type", work.work_type);
    in.optional("setup_first", work.setup_first);
    in.optional("setup_classes", work.setup_classes);
    in.optional("at_base", work.at_base);
    in.optional("return_days", work.return_days, range(1, 365));
    in.required("clause", work.clause);
}

void fields(Object& in, InstallationExclusion& exclusion)
{
    in.optional("class", exclusion.device_class);
    in.optional("division", exclusion.division);
    in.optional("generation", exclusion.generation);
    in.optional("kinds", exclusion.kinds);
    in.required("reason", exclusion.reason);
    in.required("clause", exclusion.clause);
}

void fields(Object& in, InstallationTerms& terms)
{
    in.optional("site", terms.site);
    in.required("work", terms.work, yaml::not_empty<InstallationWork>);
    in.optional("excluded", terms.excluded);
    in.required("clause", terms.clause);
}

void fields(Object& in, RecoveryPaper& paper)
{
    in.required("id", paper.id, yaml::identifier);
    in.required("label", paper.label);
    in.optional("proof", paper.proof);
    in.optional("always", paper.always);
    in.required("clause", paper.clause);
}

void fields(Object& in, RecoveryFamily& family)
{
    in.required("id", family.id, yaml::identifier);
    in.required("label", family.label);
    in.required("class", family.device_class);
    in.optional("division", family.division);
    in.optional("models", family.models);
    in.required("clause", family.clause);
}

void fields(Object& in, RecoveryTerms& terms)
{
    in.required("work_type", terms.work_type);
    in.required("families", terms.families, yaml::not_empty<RecoveryFamily>);
    in.required("papers", terms.papers, yaml::not_empty<RecoveryPaper>);
    in.required("clause", terms.clause);
}

}
