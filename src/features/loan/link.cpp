#include "features/loan/link.hpp"

#include <fmt/format.h>

namespace hoshuban::loan {
namespace {

std::unexpected<Error> other_kind(const char* field, Text text)
{
    return fail(ErrorKind::invalid, "loan/link_of_other_kind", text, {{field, "loan/link_of_other_kind", text}});
}

bool is_here(const Loan& loan)
{
    return loan.state == State::lent || loan.state == State::out;
}

void add_of_unit(std::vector<Text>& words, const Loan& loan, const Linked& linked)
{
    const std::string& number = linked.device_number;
    const bool gone = !linked.use || linked.use == device::Use::retired;
    if (is_here(loan) && gone) {
        words.push_back({fmt::format("機器{}は台帳で廃止されています。返したときは、返却を記録してください。", number),
            fmt::format("{} is retired in the register: record the return when it is given back", number)});
    }
    if (loan.state == State::returned && linked.use == device::Use::spare) {
        words.push_back(
            {fmt::format("返却済みですが、機器{}は台帳で予備機のままです。市へ戻した異動を記録してください。", number),
                fmt::format("it was returned, but {} is still a spare in the register: record its move", number)});
    }
    if (loan.state == State::lost && !gone) {
        words.push_back(
            {fmt::format("紛失の記録がありますが、機器{}は台帳に{}のままあります。異動か廃止を記録してください。",
                 number, device::label_of(*linked.use).ja),
                fmt::format(
                    "it is lost, but {} still stands in the register: record its move or that it is retired", number)});
    }
}

void add_of_key(std::vector<Text>& words, const Loan& loan, const Linked& linked)
{
    const std::string& number = linked.device_number;
    const bool gone = !linked.use || linked.use == device::Use::retired;
    if (is_here(loan) && gone) {
        words.push_back({fmt::format("機器{}は廃止されています。鍵を返して、返却を記録してください。", number),
            fmt::format("{} is retired: give the key back and record the return", number)});
    } else if (is_here(loan) && !linked.spare_key) {
        words.push_back({fmt::format("機器{}の台帳では、予備鍵を借りていません。機器の記入を直してください。", number),
            fmt::format("the register says that no spare key of {} is lent: correct the unit", number)});
    } else if (loan.state == State::returned && linked.spare_key) {
        words.push_back({fmt::format("返却済みですが、機器{}の台帳では予備鍵を借りています。ほかに鍵がなければ、機器の"
                                     "記入を直してください。",
                             number),
            fmt::format("it was returned, but the register says that a spare key of {} is lent: correct the unit "
                        "unless there is another key",
                number)});
    }
}

void add_of_medium(std::vector<Text>& words, const Loan& loan, const Linked& linked)
{
    const std::string& label = linked.medium_label;
    const bool gone = linked.medium_state == media::State::disposed || linked.medium_state == media::State::lost;
    if (is_here(loan) && gone) {
        const bool lost = linked.medium_state == media::State::lost;
        words.push_back({fmt::format("媒体{}は台帳で{}。貸与品にも{}を記録してください。", label,
                             lost ? "紛失になっています" : "廃棄されています", lost ? "紛失" : "返却"),
            fmt::format("{} is {} in the register of media: record {} here too", label, lost ? "lost" : "disposed of",
                lost ? "the loss" : "the return")});
    }
    if (loan.state == State::returned && linked.medium_state == media::State::out) {
        words.push_back({fmt::format("返却済みですが、媒体{}は台帳で持出し中です。戻りを記録してください。", label),
            fmt::format(
                "it was returned, but {} is still taken out in the register of media: record that it is back", label)});
    }
    if (loan.state == State::lost && !gone) {
        words.push_back(
            {fmt::format("紛失の記録がありますが、媒体{}は台帳にあります。媒体にも紛失を記録してください。", label),
                fmt::format("it is lost, but {} still stands in the register of media: record the loss there", label)});
    }
}

}

Result<void> check_link(const Loan& loan)
{
    if (loan.device && loan.kind != Kind::device && loan.kind != Kind::key) {
        return other_kind("device_id",
            {"機器を結び付けられるのは、種類が「機器」と「鍵」の貸与品です。種類を確かめてください。",
                "only devices and keys lead to a unit: check the kind"});
    }
    if (loan.medium && loan.kind != Kind::medium) {
        return other_kind("medium_id",
            {"媒体を結び付けられるのは、種類が「媒体」の貸与品です。種類を確かめてください。",
                "only media lead to a medium: check the kind"});
    }
    return {};
}

std::vector<Text> missing(const Loan& loan, const Linked& linked)
{
    std::vector<Text> words;
    if (loan.device && loan.kind == Kind::key)
        add_of_key(words, loan, linked);
    else if (loan.device)
        add_of_unit(words, loan, linked);
    if (loan.medium)
        add_of_medium(words, loan, linked);
    return words;
}

}
