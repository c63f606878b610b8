#pragma once
#include "core/result.hpp"
#include "features/account/session.hpp"
#include "features/notice/outside_job.hpp"
#include "platform/crypto.hpp"
#include "platform/http/assets.hpp"
#include "platform/scan/scanner.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban {
class Clock;
}
namespace hoshuban::account {
class Passwords;
}
namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::db {
class Database;
}
namespace hoshuban::notice {
struct Messenger;
struct Postman;
struct Teller;
}
namespace hoshuban::search {
class Follower;
struct Source;
}
namespace hoshuban::http {
class Dispatcher;
class Router;
class Streams;
}
namespace hoshuban::live {
class Feed;
}

namespace hoshuban {

/// Where the program keeps its data.
struct ProgramOptions {
    /// Folder of the embedded database and of the backups made before a migration.
    std::filesystem::path data = "var";
    /// Empty: SQLite in `data`.
    std::string database_url = {};
    /// A proxy speaks TLS for us: cookies are marked Secure although requests arrive plain.
    bool secure_cookie = false;
    account::SessionLimits sessions = {};
    crypto::PasswordCost password_cost = {};
    std::span<const http::Asset> pages = {};
    std::optional<scan::Scanner> scanner = {}; ///< none: what is uploaded is not looked at
    notice::Outside outside = {};
};

/// The URL of the database that the options name.
std::string database_url(const ProgramOptions&);

/// Everything that runs behind the socket: the migrated database, the features and the dispatcher. `serve` puts a
/// server in front of it; scenario tests and commands use it directly.
class Program {
public:
    /// Opens and, after a backup, migrates the database. `clock` must outlive the program.
    static Result<std::unique_ptr<Program>> create(const ProgramOptions&, const Clock& clock);
    ~Program();

    db::Database& database();
    const Clock& clock() const;
    contract::ProfileCache& profiles();
    /// What is searched in this program.
    const std::vector<search::Source>& searched() const;
    /// Keeps the index of the search up with the data; tells the search of this program.
    search::Follower follower();
    account::Passwords& passwords();
    audit::ViewLog& views();
    /// The streams of open pages and what feeds them; `serve` hands them to the server and to a job.
    http::Streams& streams();
    live::Feed& feed();
    /// After a job changed sessions or roles.
    void forget_sessions();
    const http::Dispatcher& dispatcher() const;
    const http::Router& router() const;

    /// The address under which people open the pages, once it is known: letters link to it.
    void set_base_url(std::string);
    /// What the jobs of the outbox work with; no postman without a mail server.
    notice::Teller teller();
    std::optional<notice::Postman> postman();
    notice::Messenger messenger();

private:
    struct Parts;
    explicit Program(std::unique_ptr<Parts>);

    std::unique_ptr<Parts> parts_;
};

}
