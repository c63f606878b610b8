#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::contract {
namespace {

constexpr const char* gates_file = "contract.yaml";

bool approves_itself(const ApprovalKind& kind)
{
    if (kind.nature != ApprovalNature::approve)
        return false;
    return kind.decider == ApprovalDecider::contractor ? kind.applicant == Applicant::contractor
                                                       : kind.applicant == Applicant::city;
}

class GateChecker {
public:
    explicit GateChecker(const Profile& profile)
        : profile_(profile)
    {
    }

    std::vector<Objection> run()
    {
        unique("approvals", profile_.approvals, &ApprovalKind::id);
        unique("acts", profile_.acts, &ProhibitedAct::id);
        unique("staff.notices", profile_.staff.notices, &StaffNotice::id);
        notices();
        deciders();
        work_types();
        permits();
        needed_kinds();
        return std::move(found_);
    }

private:
    void object(std::string path, std::string code, Text text)
    {
        found_.push_back({gates_file, std::move(path), std::move(code), std::move(text)});
    }

    template <class T>
    void unique(std::string_view list, const std::vector<T>& all, std::string T::*id)
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!seen.insert(all[i].*id).second) {
                object(fmt::format("{}[{}].id", list, i), "contract/duplicate_id",
                    {fmt::format("ID「{}」が二つあります。", all[i].*id),
                        fmt::format("the id \"{}\" stands twice", all[i].*id)});
            }
        }
    }

    // Somebody is named for a duty that the contract has; who comes and goes concerns everybody.
    void notices()
    {
        const auto& duties = profile_.staff.duties;
        for (std::size_t i = 0; i < profile_.staff.notices.size(); ++i) {
            const StaffNotice& notice = profile_.staff.notices[i];
            const bool about_all = notice.kind == StaffNoticeKind::roster_change;
            if (about_all == notice.duty.has_value()) {
                object(fmt::format("staff.notices[{}].duty", i), "contract/notice_duty",
                    about_all ? Text{"roster_change には duty を書きません。", "roster_change has no duty"}
                              : Text{"誰の役割についての書類かを duty に書いてください。", "say in duty whose it is"});
            } else if (notice.duty && std::ranges::find(duties, *notice.duty) == duties.end()) {
                object(fmt::format("staff.notices[{}].duty", i), "contract/unknown_reference",
                    {fmt::format("役割 {} は staff.duties にありません。", name_of(*notice.duty)),
                        fmt::format("staff.duties has no {}", name_of(*notice.duty))});
            }
        }
    }

    void deciders()
    {
        for (std::size_t i = 0; i < profile_.approvals.size(); ++i) {
            const ApprovalKind& kind = profile_.approvals[i];
            if (!fits(kind.nature, kind.decider)) {
                object(fmt::format("approvals[{}].decider", i), "contract/decider",
                    {fmt::format("「{}」に {} は使えません。", name_of(kind.nature), name_of(kind.decider)),
                        fmt::format("{} cannot be decided by {}", name_of(kind.nature), name_of(kind.decider))});
            }
            if (approves_itself(kind)) {
                object(fmt::format("approvals[{}].applicant", i), "contract/applicant",
                    {"申請する側と承認する側が同じです。", "the side that applies is the one that approves"});
            }
        }
    }

    // A named kind must exist and, when an effect is given, open just that.
    void kind_reference(std::string path, std::string_view id, std::optional<ApprovalEffect> effect)
    {
        if (id.empty())
            return;
        const ApprovalKind* kind = find_approval_kind(profile_, id);
        if (kind == nullptr) {
            object(std::move(path), "contract/unknown_reference",
                {fmt::format("承認の種類「{}」はこのプロファイルにありません。", id),
                    fmt::format("there is no approval \"{}\" in this profile", id)});
        } else if (effect && kind->effect != *effect) {
            object(std::move(path), "contract/approval_effect",
                {fmt::format("承認の種類「{}」の effect は {} ではありません。", id, name_of(*effect)),
                    fmt::format("the approval \"{}\" has another effect than {}", id, name_of(*effect))});
        }
    }

    void work_types()
    {
        for (std::size_t i = 0; i < profile_.work_types.size(); ++i) {
            const WorkType& type = profile_.work_types[i];
            for (std::size_t act = 0; act < type.acts.size(); ++act) {
                if (find_act(profile_, type.acts[act]) == nullptr) {
                    object(fmt::format("work_types[{}].acts[{}]", i, act), "contract/unknown_reference",
                        {fmt::format("行為「{}」はこのプロファイルにありません。", type.acts[act]),
                            fmt::format("there is no act \"{}\" in this profile", type.acts[act])});
                }
            }
            kind_reference(fmt::format("work_types[{}].approval", i), type.approval, std::nullopt);
        }
    }

    void permits()
    {
        for (std::size_t i = 0; i < profile_.entry_permits.size(); ++i) {
            kind_reference(fmt::format("entry_permits[{}].approval", i), profile_.entry_permits[i].approval,
                ApprovalEffect::entry);
        }
        for (std::size_t i = 0; i < profile_.overtime.size(); ++i)
            kind_reference(
                fmt::format("overtime[{}].approval", i), profile_.overtime[i].approval, ApprovalEffect::overtime);
    }

    // What a rule asks for must be something that can be asked for. Only keys that came together with the approvals
    // are looked at: a profile stored before them stays readable.
    void needed_kinds()
    {
        need(profile_.work.schedule == ScheduleMode::agreed_each_time, "work.schedule", ApprovalEffect::schedule);
        need(profile_.work.vendors_told_before, "work.vendors_told_before", ApprovalEffect::vendor);
        need(profile_.questions.answer_approved, "questions.answer_approved", ApprovalEffect::answer);
        need(!profile_.acts.empty(), "acts", ApprovalEffect::act);
        need(profile_.emergency.has_value(), "emergency", ApprovalEffect::work);
    }

    void need(bool needed, std::string path, ApprovalEffect effect)
    {
        if (!needed || !approval_kinds(profile_, effect).empty())
            return;
        object(std::move(path), "contract/no_approval_kind",
            {fmt::format("approvals に effect: {} の種類がありません。", name_of(effect)),
                fmt::format("approvals has no kind with the effect {}", name_of(effect))});
    }

    const Profile& profile_;
    std::vector<Objection> found_;
};

}

std::vector<Objection> check_gates(const Profile& profile)
{
    return GateChecker(profile).run();
}

}
