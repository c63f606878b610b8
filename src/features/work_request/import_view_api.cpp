#include "features/work_request/import_view_api.hpp"

#include "features/contract/list_form.hpp"
#include "features/work_request/event_words.hpp"

namespace hoshuban::work_request {
namespace {

Text label_of(const contract::ListForm& form, Column column)
{
    const auto found = form.columns.find(name_of(column));
    return found == form.columns.end() ? event_words().field("work_request", name_of(column)) : found->second;
}

}

ImportView view_of(const ImportPlan& plan, const contract::ListForm& form)
{
    return sheet::preview_of(plan, [&](Column column) { return label_of(form, column); });
}

}
