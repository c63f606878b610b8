#include "features/site/event_words.hpp"

namespace hoshuban::site {
namespace {

audit::Words::Table site_kinds()
{
    return {
        {"site.changed", {"拠点の内容を変更", "Site changed"}},
        {"site.closed", {"拠点を閉鎖", "Site closed"}},
        {"site.contact_added", {"拠点の連絡先を登録", "Contact of a site added"}},
        {"site.contact_changed", {"拠点の連絡先を変更", "Contact of a site changed"}},
        {"site.exported", {"拠点の一覧を書き出し", "Sites exported"}},
        {"site.layout_changed", {"拠点の階・席・見取図を変更", "Floors, seats or plans of a site changed"}},
        {"site.opened", {"拠点を開設", "Site opened"}},
        {"site.reopened", {"閉鎖した拠点を再開", "Closed site opened again"}},
    };
}

audit::Words::Table site_fields()
{
    return {
        {"site.number", {"拠点番号", "Site number"}},
        {"site.name", {"拠点", "Site"}},
        {"site.address", {"所在地", "Address"}},
        {"site.departments", {"部署", "Departments"}},
        {"site.remarks", {"備考", "Remarks"}},
        {"site.aliases", {"別名", "Other names"}},
        {"site.keeper", {"管理する側", "Kept by"}},
        {"site.open", {"開いている", "Open"}},
        {"site.from", {"いつから", "From"}},
        {"site.contact_name", {"連絡先の名前", "Contact"}},
        {"site.contact_section", {"連絡先の部署", "Section of the contact"}},
        {"site.contact_phone", {"電話番号", "Phone"}},
        {"site.contact_note", {"連絡先の備考", "Note on the contact"}},
        {"site.contact_from", {"連絡先がいつから", "Contact from"}},
        {"site.contact_to", {"連絡先がいつまで", "Contact until"}},
        {"site.floors", {"階", "Floors"}},
        {"site.seats", {"席", "Seats"}},
    };
}

}

audit::Words event_words()
{
    return {site_kinds(), site_fields()};
}

}
