#pragma once
#include "features/page_count/reading_file_doc.hpp"
#include "features/page_count/survey_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::page_count {

struct ProgressView {
    int units;
    int read;
    int not_readable;
    int asked;
    int unread;
    std::int64_t pages;
};

inline auto describe(const ProgressView*)
{
    using V = ProgressView;
    return json::object<V>("PageProgress", json::field("units", &V::units, {"対象台数", "Units"}),
        json::field("read", &V::read, {"読取済", "Read"}),
        json::field("not_readable", &V::not_readable, {"読取不可", "Not readable"}),
        json::field("asked", &V::asked, {"要確認", "Asked about"}),
        json::field("unread", &V::unread, {"未読取", "Not read yet"}),
        json::field("pages", &V::pages, {"前回計測との差の合計", "Pages since the last readings"}));
}

struct SurveySiteView {
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site;
    ProgressView progress;
};

inline auto describe(const SurveySiteView*)
{
    using V = SurveySiteView;
    return json::object<V>("PageSurveySite", json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("progress", &V::progress));
}

struct SurveyView {
    SurveyId id;
    std::string title;
    LocalDay on;
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    std::string agreed;
    bool earlier;
    std::optional<LocalDay> submitted_on;
    std::string submitted_by;
    std::string made_by;
    Instant made_at;
    bool whole; ///< every site of the contract, whose history is seen too
    bool may_enter;
    bool may_submit;
    ProgressView progress;
    std::vector<SurveySiteView> sites;
    int version;
};

inline auto describe(const SurveyView*)
{
    using V = SurveyView;
    return json::object<V>("PageSurvey", json::field("id", &V::id), json::field("title", &V::title, {"題名", "Title"}),
        json::field("on", &V::on, {"基準日", "As of"}), json::field("first", &V::first, {"調査の始まり", "From"}),
        json::field("last", &V::last, {"調査の終わり", "To"}),
        json::field("agreed", &V::agreed, {"市との調整", "Agreed with the city"}),
        json::field("earlier", &V::earlier, {"引き継いだ結果", "Results handed over"}),
        json::field("submitted_on", &V::submitted_on, {"提出日", "Submitted on"}),
        json::field("submitted_by", &V::submitted_by, {"提出した人", "Submitted by"}),
        json::field("made_by", &V::made_by, {"作った人", "Made by"}),
        json::field("made_at", &V::made_at, {"作った日時", "Made at"}), json::field("whole", &V::whole),
        json::field("may_enter", &V::may_enter), json::field("may_submit", &V::may_submit),
        json::field("progress", &V::progress), json::field("sites", &V::sites), json::field("version", &V::version));
}

struct SurveyRowView {
    SurveyId id;
    std::string title;
    LocalDay on;
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    bool earlier;
    std::optional<LocalDay> submitted_on;
};

inline auto describe(const SurveyRowView*)
{
    using V = SurveyRowView;
    return json::object<V>("PageSurveyRow", json::field("id", &V::id),
        json::field("title", &V::title, {"題名", "Title"}), json::field("on", &V::on, {"基準日", "As of"}),
        json::field("first", &V::first, {"調査の始まり", "From"}),
        json::field("last", &V::last, {"調査の終わり", "To"}),
        json::field("earlier", &V::earlier, {"引き継いだ結果", "Results handed over"}),
        json::field("submitted_on", &V::submitted_on, {"提出日", "Submitted on"}));
}

struct SurveyListView {
    std::vector<SurveyRowView> items;
    bool asked; ///< whether the contract asks for surveys at all
    bool may_plan;
    std::int64_t asked_above;
    std::string clause;
};

inline auto describe(const SurveyListView*)
{
    using V = SurveyListView;
    return json::object<V>("PageSurveyList", json::field("items", &V::items), json::field("asked", &V::asked),
        json::field("may_plan", &V::may_plan), json::field("asked_above", &V::asked_above),
        json::field("clause", &V::clause, {"根拠", "Clause"}));
}

struct SurveyedUnitView {
    DeviceId device_id;
    std::string number;
    std::string model;
    std::string division;
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site;
    std::string place;
    std::optional<std::int64_t> previous_pages;
    std::optional<LocalDay> previous_on;
    std::optional<std::int64_t> pages;
    std::optional<LocalDay> read_on;
    std::optional<std::int64_t> difference;
    std::string note;
    std::string entered_by;
    Doubt doubt;
    Standing standing;
    int version;
};

inline auto describe(const SurveyedUnitView*)
{
    using V = SurveyedUnitView;
    return json::object<V>("SurveyedUnit", json::field("device_id", &V::device_id),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("model", &V::model, {"機種名", "Model"}),
        json::field("division", &V::division, {"システムの区分", "Division"}), json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("place", &V::place, {"場所", "Place"}),
        json::field("previous_pages", &V::previous_pages, {"前回の枚数", "Pages last time"}),
        json::field("previous_on", &V::previous_on, {"前回の読取日", "Read last time on"}),
        json::field("pages", &V::pages, {"今回の枚数", "Pages"}),
        json::field("read_on", &V::read_on, {"読取日", "Read on"}),
        json::field("difference", &V::difference, {"前回計測との差", "Difference"}),
        json::field("note", &V::note, {"備考", "Note"}), json::field("entered_by", &V::entered_by),
        json::field("doubt", &V::doubt), json::field("standing", &V::standing, {"状態", "State"}),
        json::field("version", &V::version));
}

struct SurveyedUnitsView {
    std::vector<SurveyedUnitView> items;
};

inline auto describe(const SurveyedUnitsView*)
{
    using V = SurveyedUnitsView;
    return json::object<V>("SurveyedUnits", json::field("items", &V::items));
}

/// A row of a file that was read, not stored: what it would enter, or what is wrong with it.
struct FileReadingView {
    int row;
    std::string cell;
    std::string number;
    std::optional<DeviceId> device_id;
    std::string pages;
    std::optional<LocalDay> read_on;
    std::string note;
    std::optional<std::int64_t> difference;
    bool changed;
    int version;
    std::string code;
    std::optional<Text> problem;
};

inline auto describe(const FileReadingView*)
{
    using V = FileReadingView;
    return json::object<V>("PageFileReading", json::field("row", &V::row), json::field("cell", &V::cell),
        json::field("number", &V::number, {"機器ID", "Device ID"}), json::field("device_id", &V::device_id),
        json::field("pages", &V::pages), json::field("read_on", &V::read_on), json::field("note", &V::note),
        json::field("difference", &V::difference), json::field("changed", &V::changed),
        json::field("version", &V::version), json::field("code", &V::code), json::field("problem", &V::problem));
}

struct FileReadingsView {
    std::vector<FileReadingView> items;
};

inline auto describe(const FileReadingsView*)
{
    using V = FileReadingsView;
    return json::object<V>("PageFileReadings", json::field("items", &V::items));
}

SurveyView view_of(const Survey&, std::span<const SurveyedUnit>, const Actor&);
SurveyRowView row_view_of(const Survey&);
SurveyedUnitView view_of(const SurveyedUnit&);
FileReadingView view_of(const FileReading&);

}
