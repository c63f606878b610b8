#pragma once
#include "features/contract/profile.hpp"
#include "features/work_request/reach.hpp"
#include "features/work_request/sheet_export_doc.hpp"
#include "features/work_request/work_request_list.hpp"
#include "platform/db/database.hpp"

#include <string>

namespace hoshuban::work_request {

/// What kind of file is wanted.
struct ExportForm {
    ListLayout layout = ListLayout::specimen;
    ListFormat format = ListFormat::xlsx;
};

/// The part of the list that is reached and that a filter finds, as a file, read row by row.
Result<std::string> export_list(
    db::Reader&, const contract::Profile&, const Reach&, const ListFilter&, ExportForm, Instant now);

/// `作業依頼一覧_2025-10-01.xlsx`, in the contract's word for the list.
std::string export_name(const contract::Profile&, ExportForm, LocalDay);

}
