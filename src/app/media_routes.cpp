#include "app/media_routes.hpp"

#include "app/features.hpp"
#include "features/attachment/attachment_api.hpp"
#include "features/audit/audit_api.hpp"
#include "features/incident/reach_api.hpp"
#include "features/licence/licence_api.hpp"
#include "features/loan/loan_api.hpp"
#include "features/loan/unlent_spare_api.hpp"
#include "features/media/media_api.hpp"
#include "features/security_incident/incident_api.hpp"
#include "features/visit/visit_api.hpp"

namespace hoshuban {

static void add_licence_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/licences/{id}";
    licence::add_routes(router, shared.profiles);
    audit::add_timeline(
        router, shared.words, {one + "/events", "licence", Permission::view_licence, licence::check_seen});
    attachment::add_routes(router,
        {one, "licence", Permission::view_licence, Permission::keep_licence, licence::check_seen, licence::check_seen,
            {"ライセンスに証書などを添付する", "Attach a certificate or another file to a licence"},
            {"ライセンスの資料", "List the files of a licence"}});
}

void add_media_routes(http::Router& router, const Shared& shared)
{
    const std::string contract = "/api/v1/contracts/{contract}";
    media::add_routes(router, {shared.profiles, shared.scanner});
    audit::add_timeline(
        router, shared.words, {contract + "/media/{id}/events", "medium", Permission::view_media, media::check_seen});
    loan::add_routes(router, shared.profiles);
    loan::add_spare_routes(router, shared.profiles);
    audit::add_timeline(
        router, shared.words, {contract + "/loans/{id}/events", "loan", Permission::view_loan, loan::check_seen});
    attachment::add_routes(router,
        {contract + "/loans/{id}", "loan", Permission::view_loan, Permission::keep_loan, loan::check_seen,
            loan::check_seen, {"貸与品に資料を添付する", "Attach a file to a loan"},
            {"貸与品の資料", "List the files of a loan"}});
    add_licence_routes(router, shared);
    const std::string incident = contract + "/security-incidents/{id}";
    audit::add_timeline(router, shared.words,
        {incident + "/events", "security_incident", Permission::view_security_incident, security_incident::check_seen});
    attachment::add_routes(router,
        {incident, "security_incident", Permission::view_security_incident, Permission::report_security_incident,
            security_incident::check_seen, security_incident::check_attach,
            {"事故・損害に資料を添付する", "Attach a file to an incident"},
            {"事故・損害の資料", "List the files of an incident"}});
    security_incident::add_routes(router, shared.profiles,
        {visit::check_visit_seen,
            [](const http::Context& context, db::Reader& reader, const std::string& id) -> Result<void> {
                TRY(incident::seen(context, reader, incident::IncidentId{id}));
                return {};
            }});
}

}
