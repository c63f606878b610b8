#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/media/media_list_doc.hpp"
#include "features/media/parts_api.hpp"

namespace hoshuban::media {
namespace {

// More than any contract has; a register that is longer is cut off nowhere else.
constexpr int most_media = 10'000;

Result<http::File> export_media(http::Context& context, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const auto media = context.database().read(
        [&](db::Reader& reader) { return list(reader, terms.contract, {}, "", most_media).media; });
    TRY_ASSIGN(auto bytes,
        media_workbook(media, terms.profile->security.media_virus_check, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, terms.contract, "medium.exported", {"medium", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "外部媒体台帳_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_export_routes(http::Router& router, const Rooms& rooms)
{
    router
        .get("/api/v1/contracts/{contract}/media/export",
            [rooms](http::Context& context) { return export_media(context, rooms); })
        .permission(Permission::view_media)
        .takes_long()
        .summary({"媒体の台帳をファイルに書き出す", "Export the register of media"});
}

}
