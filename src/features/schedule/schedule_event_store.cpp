#include "features/schedule/schedule_event_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"

#include <map>

namespace hoshuban::schedule {
namespace {

using Facts = std::map<std::string, std::string>;

std::string stated(Facts facts)
{
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return audit::facts_json(facts);
}

}

void record(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const WorkWindow& window)
{
    audit::Entry entry = audit::entry(cause, window.contract_id, kind, {"work_request", window.request.text});
    const Proposal& terms = window.terms;
    Facts facts{
        {"window_id", window.id.text}, {"window_from", to_text(terms.from)}, {"window_until", to_text(terms.until)}};
    if (window.state == State::proposed || window.state == State::agreed) {
        facts.insert({{"window_site", terms.site ? terms.site->text : ""}, {"window_room", terms.room},
            {"window_people", terms.people}, {"window_purpose", terms.purpose}, {"window_overtime", terms.overtime}});
    }
    entry.after = stated(std::move(facts));
    entry.reason = window.answer;
    audit::record(tx, entry);
}

void record(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const VendorNotice& notice)
{
    const audit::Subject subject = notice.request ? audit::Subject{"work_request", notice.request->text}
                                                  : audit::Subject{"vendor_notice", notice.id.text};
    audit::Entry entry = audit::entry(cause, notice.contract_id, kind, subject);
    entry.after = stated({{"vendor_word", std::string{name_of(notice.word)}}, {"vendor", notice.vendor},
        {"vendor_content", notice.content}, {"vendor_frequency", notice.frequency}});
    audit::record(tx, entry);
}

}
