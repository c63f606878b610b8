#include "core/sheet_plan.hpp"

#include "core/fold.hpp"
#include "core/formula.hpp"

namespace hoshuban::sheet {
namespace {

std::optional<Notice> flaw_notice(std::string_view text)
{
    for (const FoundFlaw& found : find_flaws(text)) {
        if (found.flaw == TextFlaw::private_use)
            return Notice{"text/private_use",
                {fmt::format("外字（U+{:04X}）があります。このまま取り込みますが、ほかの機械では表示されないことが"
                             "あります。",
                     static_cast<unsigned>(found.code_point)),
                    fmt::format("holds the private-use character U+{:04X}: it is kept, but may not show elsewhere",
                        static_cast<unsigned>(found.code_point))}};
        if (found.flaw == TextFlaw::variation_selector)
            return Notice{"text/variation_selector",
                {"異体字（IVS）があります。このまま取り込みますが、ほかの機械では別の字形になることがあります。",
                    "holds a variation selector (IVS): it is kept, but the glyph may differ elsewhere"}};
    }
    return std::nullopt;
}

}

std::vector<Notice> notices_of(std::string_view text)
{
    std::vector<Notice> notices;
    if (like_formula(text))
        notices.push_back({"text/like_formula",
            {"数式のように始まる文字です。文字のまま取り込みます。心当たりがなければ確かめてください。",
                "begins like a formula: it is taken as text; check it if you do not expect it"}});
    if (auto notice = flaw_notice(text))
        notices.push_back(*std::move(notice));
    return notices;
}

}
