#pragma once
#include "app/program.hpp"
#include "app/worked_example.hpp"
#include "core/id.hpp"
#include "features/notice/outside_job.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/message.hpp"
#include "platform/scan/scanner.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::scenario {

/// The worked example's people by the names they sign in with, and its contract.
inline constexpr const char* city = "mihon";
inline constexpr const char* division = "rei";
inline constexpr const char* site = "madoguchi";
inline constexpr const char* responsible = "kaku";
inline constexpr const char* worker = "tameshi";
inline constexpr const char* officer = "hozen";
inline constexpr const char* auditor = "kansa";
inline const ContractId contract{"sapporo-r7-juki-cs"};

/// An answer as a client sees it.
struct Answer {
    int status = 0;
    std::string body;
    std::string entity_tag;

    /// The text or number of a member, found by the first `"key":` of the body; fails the test when there is none.
    std::string text(std::string_view key) const;
};

/// The whole program on a database with the five contracts and the worked example as of `now`, and a clock that the
/// story moves. `database_url` names one that holds something already; empty: a fresh one.
class Stage {
public:
    Stage(db::Dialect, std::string_view now, std::optional<scan::Scanner> scanner = {}, notice::Outside outside = {},
        std::string database_url = {});
    ~Stage();

    MovableClock clock;

    /// From now on everything is asked of another contract, in which the same people have the same roles.
    void enter(const ContractId& id) { entered_ = id; }
    /// Signs in one of the worked example's people.
    void sign_in(const std::string& login);
    /// Gives somebody who is signed in a mail address.
    void put_mail(const std::string& login, const std::string& address);
    Answer send(
        const std::string& login, http::Method, const std::string& path, std::string body = {}, int if_match = 0);
    Answer get(const std::string& login, const std::string& path) { return send(login, http::Method::get, path); }
    Answer post(const std::string& login, const std::string& path, std::string body, int if_match = 0)
    {
        return send(login, http::Method::post, path, std::move(body), if_match);
    }

    /// The same once more, with the word that what looks like a password is none.
    Answer post_confirmed(const std::string& login, const std::string& path, std::string body);

    /// Opens every gate of an accepted request by the usual way and starts its work at the present moment, for who
    /// tells of other things; the version it has then.
    int start_work(const std::string& request, int version);
    /// The same for a job whose procedure is approved already.
    int start_by_procedure(const std::string& request, int version);
    /// Hands in a procedure of the stage's own for the job.
    void hand_in_procedure(const std::string& request);
    void decide_procedure(const std::string& request, const std::string& verdict, const std::string& opinion = "");
    /// Hands it in and has the city approve it.
    void approve_procedure(const std::string& request);
    /// Has somebody of the worked example's roster work on the job for a week from the present day on.
    void assign_worker(const std::string& request);

    Program& program() { return *program_; }

private:
    struct Credentials {
        std::string cookie;
        std::string csrf;
    };

    http::Request request_of(const std::string& login, http::Method, const std::string& path, std::string body);
    Answer answer_to(const http::Request&);
    std::string procedure_version();

    std::unique_ptr<Program> program_;
    ContractId entered_ = contract;
    std::map<std::string, std::string> passwords_;
    std::map<std::string, Credentials> signed_in_;
    std::string procedure_version_; ///< written when a job first asks for a procedure
};

std::string file_bytes(const std::string& path_below_source);

}
