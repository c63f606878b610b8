// Fills a contract's ledger with requests for the measurements: seed_ledger DATABASE-URL CONTRACT COUNT.
// Every request is stored with its event, as the product stores it; the four states occur equally often.
#include "core/role.hpp"
#include "features/audit/audit_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/clock.hpp"
#include "platform/uuid.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <iostream>

namespace hoshuban::work_request {
namespace {

constexpr Status states[] = {Status::done, Status::confirming, Status::in_progress, Status::requested};
constexpr int batch = 1000;
constexpr int year = 2025;

WorkRequest request(const ContractId& contract, int number, std::string id)
{
    WorkRequest made;
    made.id = {std::move(id)};
    made.contract_id = contract;
    made.number = fmt::format("A25A-{:02}", number);
    made.entered_on = make_day(2025, 4, 1) + std::chrono::days{number % 360};
    made.wish_on = default_wish_on(made.entered_on);
    made.received_on = made.entered_on;
    made.city_person = "見本 太郎";
    made.contractor = "架空システム株式会社";
    made.contractor_person = "架空 一郎";
    made.title = fmt::format("端末の設定変更と動作確認（{}件目）", number);
    made.body = "手順書のとおり設定を変更し、利用者とともに動作を確認してください。終わったら結果と所要時間を知らせてく"
                "ださい。";
    made.status = states[number % 4];
    made.work_types = {"settings_change_city"};
    if (made.status != Status::requested)
        made.planned_hours = Hours{10 + number % 200};
    if (made.status == Status::done || made.status == Status::confirming) {
        made.result = "手順どおりに終え、確認した。";
        made.procedure_followed = "設定変更手順書 第1版";
        made.performed_on = made.entered_on;
        made.performed_by = "架空 一郎";
        made.actual_hours = made.planned_hours;
        made.contractor_confirmed = {Confirmation::imported, made.entered_on, "架空 一郎", std::nullopt};
    }
    if (made.status == Status::done)
        made.city_confirmed = {Confirmation::imported, made.entered_on, "見本 太郎", std::nullopt};
    return made;
}

void seed(db::Database& database, const ContractId& contract, int count)
{
    const SystemClock clock;
    const Actor actor{{"seed"}, "計測用", true, {}, Origin::command};
    for (int done = 0; done < count; done += batch) {
        const Instant now = clock.now();
        database.write([&](db::Tx& tx) {
            std::vector<audit::Entry> entries;
            for (int number = done + 1; number <= std::min(count, done + batch); ++number) {
                const WorkRequest made = request(contract, number, new_uuid(clock));
                if (!insert(tx, made, {year, number}, now))
                    continue;
                entries.push_back(
                    creation_entry(entry_of(audit::Cause{actor, now}, {"work_request.created"}, made), made));
            }
            raise_number(tx, contract, "work_request", {year, std::min(count, done + batch)});
            audit::record_all(tx, entries);
        });
    }
}

}
}

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: seed_ledger DATABASE-URL CONTRACT COUNT\n";
        return 2;
    }
    const auto database = hoshuban::db::open({.url = argv[1]});
    hoshuban::work_request::seed(*database, {argv[2]}, std::atoi(argv[3]));
    return 0;
}
