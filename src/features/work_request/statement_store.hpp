#pragma once
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::work_request {

/// A statement over requests, put together from declared conditions; values only ever travel as parameters. `head` ends
/// in `WHERE contract_id = $1`, or marks the place behind it by `/* reach */`; what is not reached is left out at once.
class Statement {
public:
    Statement(std::string_view head, const Reach&);

    /// `condition` holds one `?`.
    void where(std::string_view condition, db::Param value);
    void where_one_of(std::string_view column, std::vector<db::Param> values);
    /// The place holder of a parameter, `$4`.
    std::string place(db::Param value);
    void append(std::string_view text) { text_ += text; }

    const std::string& text() const { return text_; }
    db::Query query() const { return {"work_request.list", text_, text_}; }
    const std::vector<db::Param>& params() const { return params_; }

private:
    std::string one_of(std::string_view column, std::vector<db::Param> values);
    void restrict_to(const Reach&);

    std::string text_;
    std::vector<db::Param> params_;
};

}
