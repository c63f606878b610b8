#include "features/calendar/calendar_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/calendar/sql.hpp"
#include "platform/crypto.hpp"

#include <fmt/format.h>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace hoshuban::calendar {
namespace {

struct StoredList {
    int version;
    std::string sha256;
};

StoredList list_from(const db::Row& row)
{
    return {row.get<int>("version"), row.get<std::string>("sha256")};
}

std::shared_ptr<const HolidayTable> built_in()
{
    return {std::shared_ptr<const HolidayTable>{}, &HolidayTable::official()};
}

/// Remembers what was computed from its key, for every thread. Both values are pure functions of their keys, so a stale
/// one cannot be served.
class Memory {
public:
    std::shared_ptr<const HolidayTable> table(const std::string& sha256) const
    {
        const std::scoped_lock lock{mutex_};
        return list_.first == sha256 ? list_.second : nullptr;
    }

    void keep(const std::string& sha256, std::shared_ptr<const HolidayTable> table)
    {
        const std::scoped_lock lock{mutex_};
        list_ = {sha256, std::move(table)};
    }

    using Key = std::pair<std::string, std::string>; ///< contract, work class

    std::shared_ptr<const WorkingCalendar> calendar(
        const Key& key, const CalendarTerms& terms, const std::shared_ptr<const HolidayTable>& holidays) const
    {
        const std::scoped_lock lock{mutex_};
        const auto found = calendars_.find(key);
        const bool valid =
            found != calendars_.end() && found->second.holidays == holidays && found->second.calendar->terms() == terms;
        return valid ? found->second.calendar : nullptr;
    }

    void keep(
        const Key& key, std::shared_ptr<const HolidayTable> holidays, std::shared_ptr<const WorkingCalendar> calendar)
    {
        const std::scoped_lock lock{mutex_};
        calendars_[key] = {std::move(holidays), std::move(calendar)};
    }

private:
    struct Kept {
        std::shared_ptr<const HolidayTable> holidays;
        std::shared_ptr<const WorkingCalendar> calendar;
    };

    mutable std::mutex mutex_;
    std::pair<std::string, std::shared_ptr<const HolidayTable>> list_;
    std::map<Key, Kept> calendars_;
};

Memory& memory()
{
    static Memory memory;
    return memory;
}

std::shared_ptr<const HolidayTable> imported(db::Reader& reader, const StoredList& list)
{
    if (auto table = memory().table(list.sha256))
        return table;
    const auto content = reader.query(sql::holiday_list_content, list.version).one([](const db::Row& row) {
        return row.get<db::Bytes>("content");
    });
    auto table = std::make_shared<const HolidayTable>(HolidayTable::parse_csv(content.data).value());
    memory().keep(list.sha256, table);
    return table;
}

/// What an event says about a list.
std::string described(const Holidays& holidays)
{
    return fmt::format(R"({{"version":{},"published_until":"{}","days":{}}})", holidays.version,
        to_text(holidays.table->published_until()), holidays.table->published().size());
}

}

Holidays holidays(db::Reader& reader)
{
    const auto newest = reader.query(sql::newest_holiday_list).one_or_none(list_from);
    if (!newest)
        return {0, built_in()};
    auto table = imported(reader, *newest);
    const bool reaches_further = table->published_until() >= HolidayTable::official().published_until();
    return {newest->version, reaches_further ? std::move(table) : built_in()};
}

Result<Holidays> import_holidays(db::Tx& tx, std::string_view csv, int seen_version, audit::Entry event)
{
    TRY_ASSIGN(HolidayTable table, HolidayTable::parse_csv(csv));
    const Holidays before = holidays(tx);
    if (before.version != seen_version) {
        return fail(ErrorKind::conflict, "calendar/holidays_changed",
            {"確認の後に祝日の一覧が替わりました。差分をもう一度確かめてください。",
                "the holidays were replaced after you looked: check the difference again"});
    }
    if (table.published_until() < before.table->published_until()) {
        return fail(ErrorKind::invalid, "calendar/holidays_older",
            {fmt::format("このファイルは{}までで、いまの一覧（{}まで）より古いものです。",
                 day_text(table.published_until()).ja, day_text(before.table->published_until()).ja),
                fmt::format("this file ends on {} and is older than the list in force, which ends on {}",
                    day_text(table.published_until()).en, day_text(before.table->published_until()).en)});
    }
    const Holidays after{before.version + 1, std::make_shared<const HolidayTable>(std::move(table))};
    tx.execute(sql::insert_holiday_list, after.version, crypto::sha256_hex(csv), db::BytesView{csv}, event.at);
    event.before = described(before);
    event.after = described(after);
    audit::record(tx, event);
    return after;
}

Result<std::shared_ptr<const WorkingCalendar>> working_calendar(
    db::Reader& reader, const contract::Profile& profile, std::string_view work_class)
{
    TRY_ASSIGN(CalendarTerms terms, contract::calendar_terms(profile, work_class));
    return kept_calendar(reader, profile.id, work_class, std::move(terms));
}

Result<std::shared_ptr<const WorkingCalendar>> kept_calendar(
    db::Reader& reader, const ContractId& contract, std::string_view name, CalendarTerms terms)
{
    const auto table = holidays(reader).table;
    const Memory::Key key{contract.text, name};
    if (auto kept = memory().calendar(key, terms, table))
        return kept;
    TRY_ASSIGN(WorkingCalendar created, WorkingCalendar::create(std::move(terms), *table));
    auto calendar = std::make_shared<const WorkingCalendar>(std::move(created));
    memory().keep(key, table, calendar);
    return calendar;
}

}
