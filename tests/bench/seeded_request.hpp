#pragma once
#include "features/work_request/work_request.hpp"

#include <fmt/format.h>

/// What the measurements fill a ledger with.
namespace hoshuban::work_request::bench {

inline constexpr Status states[] = {Status::done, Status::confirming, Status::in_progress, Status::requested};
inline constexpr int year = 2025;

/// The `number`-th request of a seeded ledger; the four states occur equally often.
inline WorkRequest request(const ContractId& contract, int number, std::string id)
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

}
