#include "features/site/list_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/site/body_api.hpp"
#include "features/site/heading_store.hpp"
#include "features/site/reach_api.hpp"
#include "features/site/site_list_doc.hpp"
#include "features/site/site_store.hpp"
#include "formats/sheet_preview.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::site {

struct SiteHeadingView {
    std::string column;
    std::string heading;
    std::optional<SiteColumn> means;
    std::string sample;
};

inline auto describe(const SiteHeadingView*)
{
    using V = SiteHeadingView;
    return json::object<V>("SiteHeading", json::field("column", &V::column, {"列", "Column"}),
        json::field("heading", &V::heading, {"見出し", "Heading"}),
        json::field("means", &V::means, {"意味", "Meaning"}), json::field("sample", &V::sample, {"例", "Example"}));
}

struct SiteListView {
    LocalDay on;
    bool readable; ///< whether the headings are understood
    std::vector<SiteHeadingView> headings;
    std::string preview;
    sheet::ImportView plan;
};

inline auto describe(const SiteListView*)
{
    using V = SiteListView;
    return json::object<V>("SiteListImport", json::field("on", &V::on, {"適用日", "From"}),
        json::field("readable", &V::readable, {"見出しを読める", "The headings are understood"}),
        json::field("headings", &V::headings), json::field("preview", &V::preview), json::field("plan", &V::plan));
}

namespace {

constexpr std::size_t most_list_bytes = std::size_t{5} << 20;

/// A list of sites beside what is known of them.
struct OpenList {
    SitePlan plan;
    std::string preview;
};

OpenList planned_list(db::Reader& reader, const contract::Profile& profile, const SiteListQuery& query,
    const SiteSheet& sheet, const http::Context& context)
{
    std::map<int, SiteId> fresh;
    const SiteState state = state_of(reader, profile, query.on);
    OpenList open{plan_sites(state, query.on, sheet.rows,
                      [&](int number) { return fresh.try_emplace(number, context.new_id<SiteId>()).first->second; }),
        {}};
    open.preview = crypto::sha256_hex(to_text(query.on) + fingerprint(open.plan));
    return open;
}

SiteListView view_of(const SiteListQuery& query, const SiteSheet& sheet, const OpenList& open)
{
    SiteListView view{.on = query.on,
        .readable = sheet.found,
        .headings = {},
        .preview = open.preview,
        .plan = sheet::preview_of(open.plan, [](SiteColumn column) { return label_of(column); })};
    for (const Heading& each : sheet.headings)
        view.headings.push_back({each.column, each.text, each.means, each.sample});
    view.plan.name = query.name;
    view.plan.saved = query.preview.has_value();
    return view;
}

Result<void> check_saveable(const SiteSheet& sheet, const OpenList& open, const SiteListQuery& query)
{
    if (!sheet.found) {
        return fail(ErrorKind::conflict, "import/columns_unknown",
            {"列の意味がまだ決まっていません。見出しごとに選んでください。",
                "nobody has said yet which column is which: choose for each heading"});
    }
    if (open.preview != *query.preview) {
        return fail(ErrorKind::precondition, "import/changed",
            {"確認した後に拠点が変わりました。内容をもう一度確認してください。",
                "the sites have changed since you looked: look at the list again"});
    }
    if (open.plan.count(sheet::Outcome::refused) > 0 && !query.skip_refused) {
        return fail(ErrorKind::conflict, "import/refused_rows",
            {"取り込めない行があります。直すか、その行を除いて登録することを選んでください。",
                "some rows are refused: correct them, or choose to save without them"});
    }
    return {};
}

Result<void> save(db::Tx& tx, const http::Context& context, const contract::Profile& profile,
    const SiteListQuery& query, const OpenList& open)
{
    std::vector<SiteAct> acts;
    for (const auto& row : open.plan.rows) {
        if (row.saved)
            acts.push_back({row.saved->kind, row.saved->facts, row.saved->fresh});
    }
    if (acts.empty())
        return fail(ErrorKind::conflict, "import/nothing_new",
            {"この一覧に変わったところはありません。", "the list says nothing new"});
    return enter(tx, profile, state_of(tx, profile, query.on), audit::cause_of(context), std::move(acts), query.reason);
}

Result<SiteListView> take_list(
    http::Context& context, const SiteListQuery& query, const http::Upload& upload, contract::ProfileCache& profiles)
{
    TRY(attachment::check_file_name(query.name));
    const auto contract = context.path<ContractId>("contract");
    const auto said =
        context.database().read([&](db::Reader& reader) { return remembered_headings(reader, contract); });
    TRY_ASSIGN(const auto sheet, read_site_list(upload.bytes, said));
    if (!query.preview) {
        TRY_ASSIGN(const auto profile, profile_of(context, profiles));
        return context.database().read([&](db::Reader& reader) -> Result<SiteListView> {
            return view_of(query, sheet, planned_list(reader, *profile, query, sheet, context));
        });
    }
    auto saved = context.database().write([&](db::Tx& tx) -> Result<SiteListView> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        const OpenList open = planned_list(tx, *profile, query, sheet, context);
        TRY(check_saveable(sheet, open, query));
        TRY(save(tx, context, *profile, query, open));
        return view_of(query, sheet, open);
    });
    profiles.forget(contract);
    return saved;
}

Result<http::NoContent> remember_headings(http::Context& context, const HeadingsBody& body)
{
    const auto contract = context.path<ContractId>("contract");
    context.database().write(
        [&](db::Tx& tx) { remember(tx, contract, body.headings, context.actor().name, context.now()); });
    return http::NoContent{};
}

}

void add_site_list_routes(http::Router& router, const std::string& all, contract::ProfileCache& profiles)
{
    router
        .post(all + "/lists",
            [&profiles](http::Context& context, const SiteListQuery& query, const http::Upload& upload) {
                return take_list(context, query, upload, profiles);
            })
        .permission(Permission::keep_site)
        .max_body(most_list_bytes)
        .takes_long()
        .summary({"拠点の一覧（Excel・CSV）を読み、行ごとの差を見て、見たとおりに登録する",
            "Read a list of sites, show each row's difference, save it as it was seen"});
    router.put(all + "/headings", remember_headings)
        .permission(Permission::keep_site)
        .summary({"拠点の一覧の見出しの意味を覚える", "Remember what the headings of a list of sites mean"});
}

}
