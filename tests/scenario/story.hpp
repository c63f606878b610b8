#pragma once
#include "stage.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::scenario {

/// "" for what was done; otherwise the code of the refusal and the fields it names, in their order.
std::string refusal(const Answer&);
/// What a refusal says in Japanese about one of its fields.
std::string said(const Answer&, std::string_view field);

/// What a wrong act is answered; `words` stand in the Japanese explanation.
struct Refusal {
    int status = 0;
    std::string code = {};
    std::string words = {};
};

/// A story on one stage, told in what people do, on SQLite and on PostgreSQL. Whatever it did: at its end the chain of
/// events and every ledger are whole.
class Story : public ::testing::TestWithParam<db::Dialect> {
protected:
    void SetUp() override;
    void TearDown() override;
    /// How it begins: with a stage as of the morning of 1 December 2025, unless it opens another one.
    virtual void begin();
    /// Sets the stage; one that was set before is looked at and left.
    void open(std::string_view now, std::optional<scan::Scanner> scanner = {}, notice::Outside outside = {},
        std::string database_url = {});

    /// Moves the clock and signs everybody in anew: a sign-in does not last the days between.
    void at(std::string_view time);

    /// A request that the city wrote; its id. `more` are further fields of the body.
    std::string written(const std::string& title, const std::string& work_types, const std::string& more = {});
    /// The same, taken on by the contractor.
    std::string accepted(const std::string& work_types, const std::string& more = {});
    int version_of(const std::string& request);
    Answer start(const std::string& request, const std::string& body = "{}");
    /// How a start is refused; empty when it starts.
    std::string refused(const std::string& request, const std::string& body = "{}");

    Answer propose(
        const std::string& request, std::string_view from, std::string_view until, const std::string& more = {});
    void agree(const Answer& window);
    void no_vendors(const std::string& request);
    /// A procedure that the city approved, and somebody who does the work.
    void prepare(const std::string& request);

    /// The contractor applies for a permission; its id.
    std::string ask(const std::string& kind, const std::string& more = {});
    Answer decide(const char* login, const std::string& approval, const std::string& verdict,
        const std::string& opinion = {}, const std::string& sha256 = {});
    void grant(const std::string& approval);

    /// Rows and versions of every table, without what comes and goes with every request.
    std::map<std::string, std::string> stored();
    /// The act is answered so, and not a row is different afterwards.
    void refuses(const std::string& story, const Refusal& expected, const std::function<Answer()>& act);

    Answer tell_result(const std::string& request, const std::string& day);
    Answer sign(const char* login, const std::string& request);

    std::unique_ptr<Stage> stage;
};

}
