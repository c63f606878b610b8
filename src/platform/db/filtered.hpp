#pragma once
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::db {

/// A statement with filters that may be left out, each written `($3 = '' OR site_id = $3)`. What is asked for stays as
/// `(site_id = $3)`; what is left out, an empty text, falls away together with its parameter. So a database that plans
/// a prepared statement once for every value knows which filters there are, and takes the index of the one that is
/// asked for; the file stays one whole statement.
class Filtered {
public:
    Filtered(const Query&, std::vector<Param>);

    Query query() const { return {name_, text_, text_}; }
    const std::vector<Param>& params() const { return params_; }

private:
    void settle_filters(std::string_view text);
    void number_anew();

    std::string_view name_;
    std::string text_;
    std::vector<Param> params_;
};

}
