#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::contract {

using yaml::Object;

void fields(Object& in, VisitCheck& check)
{
    in.required("id", check.id, yaml::identifier);
    in.required("label", check.label);
    in.optional("classes", check.device_classes);
    in.optional("incident", check.incident);
    in.optional("spare", check.spare);
    in.required("clause", check.clause);
}

void fields(Object& in, VisitTerms& terms)
{
    in.required("checklist", terms.checklist, yaml::not_empty<VisitCheck>);
}

}
