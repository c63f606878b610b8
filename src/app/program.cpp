#include "app/program.hpp"

#include "app/features.hpp"
#include "app/folder.hpp"
#include "app/search_sources.hpp"
#include "app/subjects.hpp"
#include "app/system_api.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/sessions_api.hpp"
#include "features/attachment/upload_check_api.hpp"
#include "features/audit/view_log_job.hpp"
#include "features/contract/contract_store.hpp"
#include "features/live/live_api.hpp"
#include "features/media/media_api.hpp"
#include "features/notice/mail_job.hpp"
#include "features/notice/tell_job.hpp"
#include "features/notice/webhook_job.hpp"
#include "features/search/follow_job.hpp"
#include "features/work_request/reach_job.hpp"
#include "platform/clock.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/database.hpp"
#include "platform/db/migrations.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/router.hpp"
#include "platform/metrics.hpp"

#include <fmt/format.h>

namespace hoshuban {

// In the order in which they need each other; destroyed the other way round.
struct Program::Parts {
    Parts(std::unique_ptr<db::Database> opened, const ProgramOptions& options, const Clock& the_clock)
        : clock{the_clock}
        , database{std::move(opened)}
        , settings{.sessions = options.sessions,
              .secure_cookie = options.secure_cookie,
              .password_cost = options.password_cost,
              .version = HOSHUBAN_VERSION}
        , passwords{settings.password_cost}
        , sessions{*database, settings}
        , views{*database}
        , scanner{options.scanner}
        , outside{options.outside}
    {
        if (outside.key_file.empty())
            outside.key_file = options.data / "secret.key";
        add_feature_routes(router,
            {profiles, views, clock, words, {sessions, passwords, settings}, scanner ? &*scanner : nullptr, outside,
                searched, search_memory});
        live::add_routes(router, streams, feed);
        add_system_routes(router, registry, HOSHUBAN_VERSION);
        dispatcher = std::make_unique<http::Dispatcher>(
            router, http::Services{*database, clock, sessions}, registry, options.pages, check_of_uploads());
    }

    http::UploadCheck check_of_uploads() const
    {
        if (!scanner)
            return {};
        return [this](http::Context& context, const http::Route& route, const http::Upload& upload) {
            // What is found on a medium is recorded with the medium.
            if (route.pattern == media::files_of_check)
                return Result<void>{};
            return attachment::check_upload(context, route, upload, *scanner);
        };
    }

    const Clock& clock;
    std::unique_ptr<db::Database> database;
    account::Settings settings;
    account::Passwords passwords;
    account::Sessions sessions;
    contract::ProfileCache profiles;
    const std::vector<search::Source> searched = search_sources(profiles);
    search::Memory search_memory;
    audit::ViewLog views;
    const std::optional<scan::Scanner> scanner;
    http::Streams streams;
    live::Feed feed{*database, searched, live_kinds(),
        [this](const std::string& session, Instant now) { return sessions.holder(session, now); }};
    const audit::Words words = all_words();
    notice::Outside outside;
    const notice::Subjects subjects = notice_subjects(profiles);
    const notice::Details details = notice_details();
    metrics::Registry registry;
    http::Router router;
    std::unique_ptr<http::Dispatcher> dispatcher;
};

std::string database_url(const ProgramOptions& options)
{
    return options.database_url.empty() ? "sqlite:" + (options.data / "hoshuban.db").string() : options.database_url;
}

Program::Program(std::unique_ptr<Parts> parts)
    : parts_{std::move(parts)}
{
}

Program::~Program() = default;

Result<std::unique_ptr<Program>> Program::create(const ProgramOptions& options, const Clock& clock)
{
    TRY(make_folder(options.data));
    auto database = db::open({.url = database_url(options)});
    db::MigrationPlan plan{.now = clock.now()};
    plan.before = [&](int from, int) -> Result<void> {
        const auto file = options.data /
            fmt::format("before-migration-{:04}-{}.backup", from, clock.now().time_since_epoch().count());
        TRY(db::write_backup(*database, file, clock.now()));
        return {};
    };
    TRY(db::migrate(*database, plan));
    work_request::settle_stored_requests(*database);
    return std::unique_ptr<Program>{new Program{std::make_unique<Parts>(std::move(database), options, clock)}};
}

db::Database& Program::database()
{
    return *parts_->database;
}
const Clock& Program::clock() const
{
    return parts_->clock;
}
contract::ProfileCache& Program::profiles()
{
    return parts_->profiles;
}
const std::vector<search::Source>& Program::searched() const
{
    return parts_->searched;
}
search::Follower Program::follower()
{
    return {database(), parts_->searched, &parts_->search_memory};
}
account::Passwords& Program::passwords()
{
    return parts_->passwords;
}
void Program::forget_sessions()
{
    parts_->sessions.forget();
}
audit::ViewLog& Program::views()
{
    return parts_->views;
}
http::Streams& Program::streams()
{
    return parts_->streams;
}
live::Feed& Program::feed()
{
    return parts_->feed;
}
const http::Dispatcher& Program::dispatcher() const
{
    return *parts_->dispatcher;
}
const http::Router& Program::router() const
{
    return parts_->router;
}

void Program::set_base_url(std::string url)
{
    parts_->outside.base_url = std::move(url);
}
notice::Teller Program::teller()
{
    return {database(), profiles(), parts_->subjects, parts_->words, clock(), parts_->details,
        parts_->outside.mail.has_value()};
}
std::optional<notice::Postman> Program::postman()
{
    const notice::Outside& outside = parts_->outside;
    if (!outside.mail)
        return std::nullopt;
    return notice::Postman{database(), profiles(), parts_->words, clock(), outside, notice::by_smtp(*outside.mail)};
}
notice::Messenger Program::messenger()
{
    return {database(), clock(), parts_->outside};
}

}
