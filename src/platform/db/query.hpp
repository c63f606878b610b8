#pragma once
#include <string_view>

namespace hoshuban::db {

/// One named SQL text. Almost always generated from a file `<room>/sql/<name>.sql` (see cmake/sql.cmake); the name
/// reaches metrics and error messages. Placeholders are `$1`, `$2`, … in both texts, which are nearly always the same.
/// A text composed at run time must outlive the call it is given to.
struct Query {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

}
