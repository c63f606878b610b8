#include "features/people/chart_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/people/chart_doc.hpp"
#include "features/people/people_store.hpp"
#include "features/people/privacy.hpp"

namespace hoshuban::people {

static auto describe(const Box*)
{
    return json::object<Box>("ChartBox", json::field("kind", &Box::kind), json::field("x", &Box::x),
        json::field("y", &Box::y), json::field("width", &Box::width), json::field("height", &Box::height),
        json::field("lines", &Box::lines), json::field("subcontractor", &Box::subcontractor));
}

static auto describe(const Link*)
{
    return json::object<Link>("ChartLink", json::field("x1", &Link::x1), json::field("y1", &Link::y1),
        json::field("x2", &Link::x2), json::field("y2", &Link::y2));
}

static auto describe(const ChartPerson*)
{
    using P = ChartPerson;
    return json::object<P>("ChartPerson", json::field("duties", &P::duties, {"役割", "Duties"}),
        json::field("name", &P::name, {"氏名", "Name"}), json::field("kana", &P::kana, {"ふりがな", "Reading"}),
        json::field("company", &P::company, {"所属", "Affiliation"}),
        json::field("subcontractor", &P::subcontractor, {"再委託先", "Subcontractor"}),
        json::field("work", &P::work, {"作業内容", "Work"}),
        json::field("contact", &P::contact, {"連絡先", "Contact"}));
}

struct ChartView {
    LocalDay as_of;
    Chart chart;
    bool contacts_shown;
};

static auto describe(const Chart*)
{
    return json::object<Chart>("Chart", json::field("width", &Chart::width), json::field("height", &Chart::height),
        json::field("boxes", &Chart::boxes), json::field("links", &Chart::links), json::field("people", &Chart::people),
        json::field("missing", &Chart::missing, {"欠けている役割", "Missing duties"}));
}

static auto describe(const ChartView*)
{
    using V = ChartView;
    return json::object<V>("OrganisationChart", json::field("as_of", &V::as_of, {"基準日", "As of"}),
        json::field("chart", &V::chart), json::field("contacts_shown", &V::contacts_shown));
}

struct ChartQuery {
    std::optional<LocalDay> as_of;
};

static auto describe(const ChartQuery*)
{
    return json::object<ChartQuery>("ChartQuery", json::field("as_of", &ChartQuery::as_of, {"基準日", "As of"}));
}

namespace {

ChartTerms chart_terms(const http::Context& context, const contract::Profile& profile, const ChartQuery& query)
{
    return {profile, query.as_of.value_or(day_of(context.now())), sees_contacts(context.actor(), profile.id),
        context.language()};
}

Result<ChartView> show_chart(http::Context& context, const ChartQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const ChartTerms terms = chart_terms(context, *profile, query);
    const auto workers = context.database().read([&](db::Reader& reader) { return list_workers(reader, contract); });
    return ChartView{terms.day, draw(workers, terms), terms.contacts};
}

Result<http::File> export_chart(http::Context& context, const ChartQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const ChartTerms terms = chart_terms(context, *profile, query);
    const auto workers = context.database().read([&](db::Reader& reader) { return list_workers(reader, contract); });
    TRY_ASSIGN(auto bytes, chart_docx(draw(workers, terms), terms, context.now()));
    audit::Entry entry = audit::entry(context, contract, "roster.chart_exported", {"worker", ""});
    entry.act = audit::Act::reading;
    entry.after = json::print(std::map<std::string, std::string>{{"as_of", to_text(terms.day)}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "作業体制図_" + to_text(terms.day) + ".docx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_chart_routes(http::Router& router, const Rooms& rooms)
{
    const std::string chart = "/api/v1/contracts/{contract}/roster/chart";
    router
        .get(chart,
            [rooms](http::Context& context, const ChartQuery& query) { return show_chart(context, query, rooms); })
        .permission(Permission::view_roster)
        .summary({"作業体制図", "The organisation chart"});
    router
        .get(chart + "/docx",
            [rooms](http::Context& context, const ChartQuery& query) { return export_chart(context, query, rooms); })
        .permission(Permission::view_roster)
        .summary({"作業体制図をWordに書き出す", "Export the organisation chart as a Word document"});
}

}
