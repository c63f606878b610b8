#include "features/work_request/list_export_store.hpp"

#include "features/work_request/work_request_list_store.hpp"

namespace hoshuban::work_request {

Result<std::string> export_list(db::Reader& reader, const contract::Profile& profile, const Reach& reach,
    const ListFilter& filter, ExportForm form, Instant now)
{
    TRY_ASSIGN(auto writer, ListWriter::create(sheet_vocabulary(profile.list), form.layout, form.format, now));
    Result<void> written;
    for_each_listed(reader, reach, filter, [&](const WorkRequest& request) {
        if (written)
            written = writer.add(request);
    });
    TRY(written);
    return writer.finish();
}

std::string export_name(const contract::Profile& profile, ExportForm form, LocalDay day)
{
    return contract::word(profile, "work_request").ja + "一覧_" + hoshuban::to_text(day) + "." +
        std::string{name_of(form.format)};
}

}
