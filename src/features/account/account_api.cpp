#include "features/account/account_api.hpp"

#include "features/account/mail_api.hpp"
#include "features/account/members_api.hpp"
#include "features/account/people_api.hpp"
#include "features/account/setup_api.hpp"
#include "features/account/sign_in_api.hpp"
#include "features/account/tokens_api.hpp"

namespace hoshuban::account {

void add_routes(http::Router& router, const Rooms& rooms)
{
    add_sign_in_routes(router, rooms);
    add_setup_routes(router, rooms);
    add_people_routes(router, rooms);
    add_members_routes(router, rooms);
    add_tokens_routes(router, rooms);
    add_mail_routes(router);
}

}
