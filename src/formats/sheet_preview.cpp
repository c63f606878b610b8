#include "formats/sheet_preview.hpp"

namespace hoshuban::sheet {

int most_shown(Outcome outcome)
{
    switch (outcome) {
    case Outcome::created:
        return 500;
    case Outcome::unchanged:
        return 200;
    default:
        return 2000;
    }
}

Text said(const std::string& cell, const Text& label, const Text& text)
{
    return {fmt::format("セル{}（{}）: {}", cell, label.ja, text.ja),
        fmt::format("cell {} ({}): {}", cell, label.en, text.en)};
}

}
