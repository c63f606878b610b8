#include "features/procedure/procedure.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::procedure {
namespace {

constexpr std::size_t most_step_characters = 1'000;

std::unexpected<Error> bad_step(int number, std::string code, const Text& text)
{
    const std::string path = fmt::format("steps[{}].text", number - 1);
    const Text whole{fmt::format("手順{}：{}", number, text.ja), fmt::format("step {}: {}", number, text.en)};
    return fail(ErrorKind::invalid, code, whole, {{path, code, whole}});
}

std::unexpected<Error> fixed(std::string code, Text text)
{
    return fail(ErrorKind::conflict, std::move(code), std::move(text));
}

}

Text label(Kind kind)
{
    switch (kind) {
    case Kind::own:
        return {"受託者の作業手順書", "Contractor's work procedure"};
    case Kind::operator_manual:
        return {"運営団体の手引書・手順書", "Operator's manual or procedure"};
    case Kind::operator_instruction:
        return {"運営団体の指示・通知", "Operator's instruction"};
    case Kind::city_manual:
        return {"市のマニュアル", "City manual"};
    case Kind::maker_manual:
        return {"メーカーの手順書", "Maker's manual"};
    }
    return {};
}

Permission permission_to_edit(Kind kind)
{
    return kind == Kind::own ? Permission::edit_procedure : Permission::keep_library;
}

std::string edition_name(const Version& version)
{
    return version.edition.empty() ? fmt::format("第{}版", version.sequence) : version.edition;
}

std::string citation(const Procedure& procedure, const Version& version)
{
    return fmt::format("{} {} {}", procedure.number, procedure.title, edition_name(version));
}

Result<std::vector<Step>> numbered_steps(std::vector<Step> steps)
{
    if (steps.size() > most_steps)
        return fail(ErrorKind::invalid, "procedure/too_many_steps",
            {fmt::format("手順は{}件までです。版を分けてください。", most_steps),
                fmt::format("at most {} steps: split the procedure", most_steps)});
    int number = 0;
    for (Step& step : steps) {
        step.number = ++number;
        if (step.text.find_first_not_of(" \t\n") == std::string::npos)
            return bad_step(number, "procedure/empty_step", {"内容を入力してください。", "say what is done"});
        if (count_characters(step.text) > most_step_characters)
            return bad_step(number, "procedure/long_step",
                {fmt::format("{}文字までです。", most_step_characters),
                    fmt::format("at most {} characters", most_step_characters)});
    }
    return steps;
}

Result<void> check_device_classes(const std::vector<std::string>& classes, const std::vector<std::string>& known)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto earlier = classes.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::ranges::find(known, classes[i]) != known.end() &&
            std::find(classes.begin(), earlier, classes[i]) == earlier)
            continue;
        return fail(ErrorKind::invalid, "procedure/device_class",
            {fmt::format("機器の区分「{}」は、この契約にないか、二度書かれています。", classes[i]),
                fmt::format("the device class \"{}\" is not in this contract, or stands twice", classes[i])});
    }
    return {};
}

Result<void> check_changeable(Kind kind, const VersionUse& use)
{
    if (use.retired)
        return fixed("procedure/retired",
            {"廃止した手順書は変えられません。使う場合は廃止を取り消してください。",
                "the procedure is retired: take that back before changing it"});
    if (!use.newest)
        return fixed("procedure/old_version",
            {"新しい版があるため、この版は変えられません。最新の版を開いてください。",
                "there is a newer version: open that one"});
    if (use.worked_by)
        return fixed("procedure/worked_by",
            {"この版で行った作業の記録があるため、変えられません。新しい版を作ってください。",
                "work was recorded by this version: make a new one"});
    if (kind != Kind::own && use.cited)
        return fixed("procedure/cited",
            {"この版に従う作業があるため、変えられません。新しい版を登録してください。",
                "a job follows this version: register a new one"});
    return {};
}

}
