#include "core/fold.hpp"
#include "core/traced_fold.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace hoshuban {
namespace {

struct Variant {
    char32_t from;
    char32_t to;
};

// Old and variant forms that stand in Japanese names of people and places, each folded to the form of daily use. Those
// that Unicode calls compatibility ideographs (塚, 神, 福 …) are folded by NFKC already.
constexpr Variant listed_variants[] = {
    {U'髙', U'高'},
    {U'﨑', U'崎'},
    {U'嵜', U'崎'},
    {U'碕', U'崎'},
    {U'溪', U'渓'},
    {U'谿', U'渓'},
    {U'邊', U'辺'},
    {U'邉', U'辺'},
    {U'濵', U'浜'},
    {U'濱', U'浜'},
    {U'𠮷', U'吉'},
    {U'德', U'徳'},
    {U'舘', U'館'},
    {U'澤', U'沢'},
    {U'齋', U'斎'},
    {U'齊', U'斉'},
    {U'廣', U'広'},
    {U'國', U'国'},
    {U'學', U'学'},
    {U'會', U'会'},
    {U'區', U'区'},
    {U'廳', U'庁'},
    {U'縣', U'県'},
    {U'龍', U'竜'},
    {U'瀧', U'滝'},
    {U'櫻', U'桜'},
    {U'嶋', U'島'},
    {U'嶌', U'島'},
    {U'眞', U'真'},
    {U'惠', U'恵'},
    {U'條', U'条'},
    {U'榮', U'栄'},
    {U'藏', U'蔵'},
    {U'驛', U'駅'},
    {U'鐵', U'鉄'},
    {U'關', U'関'},
    {U'彌', U'弥'},
    {U'曾', U'曽'},
    {U'藪', U'薮'},
    {U'檜', U'桧'},
    {U'籠', U'篭'},
    {U'龜', U'亀'},
    {U'壽', U'寿'},
    {U'應', U'応'},
    {U'圓', U'円'},
    {U'賴', U'頼'},
    {U'淵', U'渕'},
    {U'淸', U'清'},
    {U'瀨', U'瀬'},
    {U'敎', U'教'},
    {U'總', U'総'},
    {U'豐', U'豊'},
    {U'與', U'与'},
    {U'靜', U'静'},
    {U'槇', U'槙'},
    {U'巖', U'巌'},
    {U'寳', U'宝'},
    {U'寶', U'宝'},
    {U'實', U'実'},
    {U'當', U'当'},
    {U'驗', U'験'},
    {U'號', U'号'},
    {U'樣', U'様'},
    {U'籏', U'旗'},
    {U'冨', U'富'},
    {U'峯', U'峰'},
    {U'壷', U'壺'},
    {U'鄕', U'郷'},
    {U'緖', U'緒'},
    {U'埜', U'野'},
    {U'嵓', U'岩'},
    {U'凜', U'凛'},
    {U'遙', U'遥'},
    {U'彥', U'彦'},
    {U'靑', U'青'},
    {U'黑', U'黒'},
    {U'增', U'増'},
    {U'橫', U'横'},
    {U'步', U'歩'},
    {U'每', U'毎'},
    {U'內', U'内'},
    {U'戶', U'戸'},
    {U'飮', U'飲'},
};

constexpr auto variants = [] {
    auto table = std::to_array(listed_variants);
    std::ranges::sort(table, {}, &Variant::from);
    return table;
}();

char32_t daily_form(char32_t c)
{
    const auto found = std::ranges::lower_bound(variants, c, {}, &Variant::from);
    return found != variants.end() && found->from == c ? found->to : c;
}

// The long vowel mark counts as a dash: the two are mistyped for each other everywhere.
bool is_dash(char32_t c)
{
    return c == '-' || c == U'ー' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2501;
}

// ウイルス and ウィルス are written for each other.
char32_t large_kana(char32_t hiragana)
{
    constexpr std::u32string_view small_ones = U"ぁぃぅぇぉっゃゅょゎ";
    if (small_ones.find(hiragana) != std::u32string_view::npos)
        return hiragana + 1;
    return hiragana == U'ゕ' ? U'か' : hiragana == U'ゖ' ? U'け' : hiragana;
}

char32_t folded(char32_t c)
{
    constexpr char32_t to_hiragana = 0x60;
    if ((c >= U'ァ' && c <= U'ヶ') || c == U'ヽ' || c == U'ヾ')
        return large_kana(c - to_hiragana);
    if (c >= U'ぁ' && c <= U'ゖ')
        return large_kana(c);
    if (is_dash(c))
        return U'-';
    if (c == U'〜')
        return U'~';
    return c < 0x3400 ? c : daily_form(c);
}

icu::UnicodeString from_utf8(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text)
{
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

// What NFKC leaves alone but for the case of ASCII letters, unless a mark follows: ASCII, 、。, kana and common kanji.
bool is_plain(char32_t c)
{
    return (c > 0x20 && c < 0x7f) || c == 0x3001 || c == 0x3002 || (c >= 0x3041 && c <= 0x3096) ||
        (c >= 0x30a1 && c <= 0x30fc) || (c >= 0x4e00 && c <= 0x9fff);
}

char32_t folded_plain(char32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + 0x20 : folded(c);
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&))
{
    UErrorCode status = U_ZERO_ERROR;
    return *get(status);
}

icu::UnicodeString normalized(const icu::Normalizer2& form, std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    return form.normalize(from_utf8(text), status);
}

/// Where each character ends in UTF-16, as a reader counts characters.
std::unique_ptr<icu::BreakIterator> characters_of(const icu::UnicodeString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> characters{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getJapanese(), status)};
    characters->setText(text);
    return characters;
}

}

std::string fold(std::string_view text)
{
    // Beside case and compatibility forms, this form drops what cannot be seen: variation selectors, soft hyphens.
    static const icu::Normalizer2& form = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    const icu::UnicodeString wide = normalized(form, text);
    icu::UnicodeString key;
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 c = wide.char32At(at);
        if (!u_isUWhiteSpace(c))
            key.append(static_cast<UChar32>(folded(static_cast<char32_t>(c))));
    }
    return to_utf8(key);
}

namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t end = 0; ///< the byte behind it
};

CodePoint code_point_at(std::string_view text, std::size_t at)
{
    auto next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), next, static_cast<std::int32_t>(text.size()), c);
    return {static_cast<char32_t>(c), static_cast<std::size_t>(next)};
}

void append_utf8(std::string& out, char32_t c)
{
    std::array<char, 4> bytes;
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, c);
    out.append(bytes.data(), static_cast<std::size_t>(size));
}

/// Where the piece that begins at `at` ends: its normal form depends on nothing outside of it.
std::size_t end_of_piece(const icu::Normalizer2& form, std::string_view text, std::size_t at)
{
    std::size_t end = code_point_at(text, at).end;
    while (end < text.size()) {
        const CodePoint next = code_point_at(text, end);
        if (is_plain(next.value) || form.hasBoundaryBefore(static_cast<UChar32>(next.value)))
            return end;
        end = next.end;
    }
    return end;
}

}

TracedFold::Range TracedFold::written(std::size_t at, std::size_t size) const
{
    std::size_t behind = at + size;
    while (size > 0 && behind + 1 < origins.size() && origins[behind] == origins[at + size - 1])
        ++behind;
    return {origins[at], origins[behind]};
}

TracedFold fold_traced(std::string_view text)
{
    static const icu::Normalizer2& form = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    TracedFold made;
    made.key.reserve(text.size());
    made.origins.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint first = code_point_at(text, at);
        const std::size_t end = end_of_piece(form, text, at);
        if (end == first.end && is_plain(first.value))
            append_utf8(made.key, folded_plain(first.value));
        else
            made.key += fold(text.substr(at, end - at));
        made.origins.resize(made.key.size(), static_cast<std::uint32_t>(at));
        at = end;
    }
    made.origins.push_back(static_cast<std::uint32_t>(text.size()));
    return made;
}

std::string narrow(std::string_view text)
{
    static const icu::Normalizer2& form = normalizer(icu::Normalizer2::getNFKCInstance);
    return to_utf8(normalized(form, text));
}

std::string truncate(std::string_view text, std::size_t characters)
{
    const icu::UnicodeString wide = from_utf8(text);
    const auto breaks = characters_of(wide);
    std::int32_t end = breaks->first();
    for (std::size_t count = 0; count < characters && end != icu::BreakIterator::DONE; ++count)
        end = breaks->next();
    return end == icu::BreakIterator::DONE ? std::string{text} : to_utf8(wide.tempSubString(0, end));
}

std::size_t count_characters(std::string_view text)
{
    const icu::UnicodeString wide = from_utf8(text);
    const auto breaks = characters_of(wide);
    std::size_t count = 0;
    while (breaks->next() != icu::BreakIterator::DONE)
        ++count;
    return count;
}

std::string containing(std::string_view words)
{
    if (words.empty())
        return {};
    std::string pattern = "%";
    for (const char byte : fold(words)) {
        if (byte == '%' || byte == '_' || byte == '!')
            pattern += '!';
        pattern += byte;
    }
    return pattern + "%";
}

}
