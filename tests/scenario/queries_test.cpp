// Every statement of every room is understood by both databases.
#include "features/account/sql.hpp"
#include "features/activity/sql.hpp"
#include "features/approval/register_store.hpp"
#include "features/approval/sql.hpp"
#include "features/attachment/sql.hpp"
#include "features/audit/sql.hpp"
#include "features/calendar/sql.hpp"
#include "features/contract/sql.hpp"
#include "features/desk/sql.hpp"
#include "features/device/sql.hpp"
#include "features/due/sql.hpp"
#include "features/feed/sql.hpp"
#include "features/gate/sql.hpp"
#include "features/improvement/sql.hpp"
#include "features/incident/sql.hpp"
#include "features/installation/sql.hpp"
#include "features/licence/sql.hpp"
#include "features/loan/sql.hpp"
#include "features/media/sql.hpp"
#include "features/notice/notice_store.hpp"
#include "features/notice/sql.hpp"
#include "features/people/sql.hpp"
#include "features/premises/sql.hpp"
#include "features/procedure/sql.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/sql.hpp"
#include "features/recovery/sql.hpp"
#include "features/repair/sql.hpp"
#include "features/schedule/sql.hpp"
#include "features/search/sql.hpp"
#include "features/security_incident/sql.hpp"
#include "features/site/sql.hpp"
#include "features/support/sql.hpp"
#include "features/trend/sql.hpp"
#include "features/visit/sql.hpp"
#include "features/work_request/sql.hpp"
#include "features/work_request/work_request_list_store.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Queries : public test::OnBothDatabases { };
HOSHUBAN_ON_BOTH_DATABASES(Queries);

TEST_P(Queries, are_understood)
{
    const std::span<const db::Query> rooms[] = {account::sql::all, activity::sql::all, approval::sql::all,
        attachment::sql::all, audit::sql::all, calendar::sql::all, contract::sql::all, desk::sql::all, device::sql::all,
        due::sql::all, feed::sql::all, gate::sql::all, improvement::sql::all, incident::sql::all,
        installation::sql::all, licence::sql::all, loan::sql::all, media::sql::all, notice::sql::all, people::sql::all,
        premises::sql::all, procedure::sql::all, question::sql::all, recovery::sql::all, repair::sql::all,
        schedule::sql::all, search::sql::all, security_incident::sql::all, site::sql::all, support::sql::all,
        trend::sql::all, visit::sql::all, work_request::sql::all};
    for (const auto& room : rooms)
        EXPECT_EQ(db::prepare_all(database(), room), std::vector<std::string>{});
}

TEST_P(Queries, composed_for_the_list_are_understood)
{
    std::vector<db::Query> composed;
    const auto texts = work_request::composed_texts(database().dialect());
    for (const std::string& text : texts)
        composed.push_back({"work_request.list", text, text});
    const auto register_texts = approval::composed_texts(database().dialect());
    for (const std::string& text : register_texts)
        composed.push_back({"approval.list", text, text});
    const auto questions = question::composed_texts(database().dialect());
    for (const std::string& text : questions)
        composed.push_back({"question.list", text, text});
    const auto notices = notice::composed_texts();
    for (const std::string& text : notices)
        composed.push_back({"notice.list", text, text});
    EXPECT_EQ(db::prepare_all(database(), composed), std::vector<std::string>{});
}
}
}
