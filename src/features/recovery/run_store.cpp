#include "features/recovery/run_store.hpp"

#include "features/recovery/edition_store.hpp"
#include "features/work_request/opening_store.hpp"

namespace hoshuban::recovery {

std::vector<contract::KeptRun> kept_runs(db::Reader& reader, const contract::Profile& profile)
{
    std::vector<contract::KeptRun> kept;
    if (!profile.recovery)
        return kept;
    for (ListedEdition& listed : list_editions(reader, profile.id)) {
        auto run = run_of(listed.edition, *profile.recovery);
        if (!run)
            continue;
        run->request_types = std::move(listed.request_types);
        kept.push_back(*std::move(run));
    }
    return kept;
}

std::vector<contract::Run> runs_so_far(db::Reader& reader, const contract::Profile& profile)
{
    return contract::all_runs(work_request::runs_of(reader, profile), kept_runs(reader, profile));
}

}
