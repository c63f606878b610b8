#pragma once
#include "features/page_count/page_survey.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::page_count {

struct WriteSurvey {
    std::string title;
    LocalDay on;
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    std::string agreed;
    bool earlier = false; ///< only when it is planned: what it is stays
};

inline auto describe(const WriteSurvey*)
{
    using B = WriteSurvey;
    return json::object<B>("WritePageSurvey", json::field("title", &B::title, {"題名", "Title"}, json::length(1, 200)),
        json::field("on", &B::on, {"基準日", "As of"}), json::field("first", &B::first, {"調査の始まり", "From"}),
        json::field("last", &B::last, {"調査の終わり", "To"}),
        json::field("agreed", &B::agreed, {"市との調整", "Agreed with the city"}, json::length(0, 500)),
        json::field("earlier", &B::earlier, {"引き継いだ結果", "Results handed over"}, json::defaulted()));
}

struct SurveyQuery {
    std::optional<std::string> site;
};

inline auto describe(const SurveyQuery*)
{
    using Q = SurveyQuery;
    return json::object<Q>("PageSurveyQuery", json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)));
}

struct WriteReading {
    DeviceId device_id;
    std::string pages; ///< as written; empty: could not be read
    LocalDay read_on;
    std::string note;
    int version = 0; ///< of the reading that was seen; 0: none
};

inline auto describe(const WriteReading*)
{
    using B = WriteReading;
    return json::object<B>("WritePageReading", json::field("device_id", &B::device_id),
        json::field("pages", &B::pages, {"枚数", "Pages"}, json::length(0, 40)),
        json::field("read_on", &B::read_on, {"読取日", "Read on"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 500)),
        json::field("version", &B::version, json::range(0, 1'000'000)));
}

struct WriteReadings {
    std::vector<WriteReading> readings;
};

inline auto describe(const WriteReadings*)
{
    using B = WriteReadings;
    return json::object<B>("WritePageReadings", json::field("readings", &B::readings, json::items(1, 5'000)));
}

struct ReadingFileQuery {
    std::string name;
};

inline auto describe(const ReadingFileQuery*)
{
    using Q = ReadingFileQuery;
    return json::object<Q>(
        "PageReadingFileQuery", json::field("name", &Q::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

struct SubmitSurvey {
    LocalDay on;
};

inline auto describe(const SubmitSurvey*)
{
    using B = SubmitSurvey;
    return json::object<B>("SubmitPageSurvey", json::field("on", &B::on, {"提出日", "Submitted on"}));
}

struct ReopenSurvey {
    std::string reason;
};

inline auto describe(const ReopenSurvey*)
{
    using B = ReopenSurvey;
    return json::object<B>(
        "ReopenPageSurvey", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 500)));
}

}
