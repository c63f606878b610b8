#include "platform/db/connection.hpp"
#include "platform/db/failure.hpp"

namespace hoshuban::db {

Dialect dialect_of(std::string_view url)
{
    if (url.starts_with("sqlite:"))
        return Dialect::sqlite;
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return Dialect::postgres;
    throw Unavailable(Error{ErrorKind::invalid, "db/url",
                          {"データベースの指定を読めません。sqlite:/保存先/hoshuban.db または postgresql://… "
                           "の形で指定してください。",
                              "Cannot read the database address: write sqlite:/folder/hoshuban.db or postgresql://…"}},
        std::string{url});
}

std::unique_ptr<Connection> connect(const Options& options, Purpose purpose)
{
    if (dialect_of(options.url) == Dialect::sqlite)
        return connect_sqlite(options, purpose);
    return connect_postgres(options, purpose);
}

}
