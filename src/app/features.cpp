#include "app/features.hpp"

#include "app/ledgers.hpp"
#include "features/account/event_words.hpp"
#include "features/attachment/attachment_api.hpp"
#include "features/audit/audit_api.hpp"
#include "features/calendar/calendar_api.hpp"
#include "features/calendar/holiday_api.hpp"
#include "features/contract/contract_api.hpp"
#include "features/due/due_api.hpp"
#include "features/due/event_words.hpp"
#include "features/work_request/event_words.hpp"
#include "features/work_request/work_request_api.hpp"

namespace hoshuban {

audit::Words all_words()
{
    audit::Words words{{
                           {"backup.made", {"バックアップを作成", "Backup made"}},
                           {"backup.restored", {"バックアップから復元", "Restored from a backup"}},
                           {"calendar.holidays_imported", {"祝日を取り込み", "Holidays imported"}},
                           {"contract.loaded", {"契約プロファイルを読み込み", "Contract profile loaded"}},
                           {"events.exported", {"操作の記録を書き出し", "Events exported"}},
                       },
        {
            {"contract.version", {"版", "Version"}},
            {"contract.sha256", {"内容のハッシュ", "Hash of the content"}},
        }};
    words.add(account::event_words());
    words.add(due::event_words());
    words.add(work_request::event_words());
    return words;
}

void add_feature_routes(http::Router& router, const Shared& shared)
{
    contract::ProfileCache& profiles = shared.profiles;
    contract::add_routes(router, profiles);
    calendar::add_routes(router, profiles);
    calendar::add_holiday_routes(router);
    account::add_routes(router, shared.account);
    audit::add_routes(router, shared.words, ledger_checks());
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/work-requests/{id}/events", "work_request", Permission::view_work_request,
            work_request::check_seen});
    due::add_routes(router);
    attachment::add_routes(router,
        {"/api/v1/contracts/{contract}/work-requests/{id}", "work_request", Permission::view_work_request,
            Permission::comment, work_request::check_seen, work_request::check_attach,
            {"作業依頼にファイルを添付する", "Attach a file to a work request"},
            {"作業依頼の添付ファイル", "List the files of a work request"}});
    work_request::add_routes(router, {profiles, shared.views, shared.clock});
}

}
