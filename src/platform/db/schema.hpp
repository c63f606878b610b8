#pragma once
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::db {

struct ForeignKey {
    std::string target;
    std::vector<std::string> columns;
};

/// One table as the database describes it.
struct Table {
    std::string name;
    std::vector<std::string> columns = {};
    std::vector<ForeignKey> foreign_keys = {};
    /// The columns of every index, those behind primary keys and UNIQUE included.
    std::vector<std::vector<std::string>> indexes = {};

    bool has_column(std::string_view column) const;
    /// Whether some index begins with the columns of the key, so that deleting a target row is no search.
    bool has_index_for(const ForeignKey&) const;
};

/// Every table of the product, in the order of their names.
std::vector<Table> tables(Reader&);

}
