#pragma once
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/media/media_api.hpp"
#include "features/media/view_api.hpp"

#include <memory>

namespace hoshuban::media {

using One = http::Versioned<MediumView>;

/// What every handler looks up before its transaction.
struct Terms {
    ContractId contract;
    std::shared_ptr<const contract::Profile> profile;
    std::shared_ptr<const WorkingCalendar> calendar;
    bool scanner;

    Surroundings around(const http::Context& context) const
    {
        return {context.actor(), profile->security.media_virus_check, scanner, context.now()};
    }
};

Result<Terms> terms_of(const http::Context&, const Rooms&);
/// The answer to every act on one medium.
One answer(db::Reader&, const Medium&, const Terms&, const http::Context&);

void add_check_routes(http::Router&, const Rooms&);
void add_use_routes(http::Router&, const Rooms&);
void add_export_routes(http::Router&, const Rooms&);

}
