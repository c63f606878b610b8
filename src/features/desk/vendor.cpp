#include "features/desk/vendor.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::desk {
namespace {

using contract::RelatedVendor;

std::unexpected<Error> refused_vendor(ErrorKind kind, const char* field, const char* code, const Text& text)
{
    return fail(kind, code, text, {{field, code, text}});
}

const RelatedVendor* find_role(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.related_vendors, id, &RelatedVendor::id);
    return found == profile.related_vendors.end() ? nullptr : &*found;
}

bool meet(const Vendor& one, const Vendor& other)
{
    return (!one.until || *one.until >= other.from) && (!other.until || *other.until >= one.from);
}

Result<void> check_role(const contract::Profile& profile, const Vendor& vendor)
{
    if (!vendor.role.empty() && find_role(profile, vendor.role) == nullptr)
        return refused_vendor(ErrorKind::invalid, "role", "desk/unknown_role",
            {"この契約の業者の役割ではありません。一覧から選んでください。",
                "no role of a vendor of this contract: choose one of the list"});
    if (vendor.role.empty() && vendor.role_name.empty())
        return refused_vendor(
            ErrorKind::invalid, "role_name", "required", {"役割を入力してください。", "fill in the role"});
    return {};
}

Result<void> check_others(const Vendor& vendor, std::span<const Vendor> others)
{
    const auto found = std::ranges::find_if(others, [&](const Vendor& each) {
        return each.id != vendor.id && !vendor.role.empty() && each.role == vendor.role && meet(vendor, each);
    });
    if (found == others.end())
        return {};
    const std::string until = found->until ? to_text(*found->until) : "";
    return refused_vendor(ErrorKind::conflict, "from", "desk/two_vendors",
        {fmt::format("この役割は{}から{}まで{}です。先にその終わりの日を記入してください。", to_text(found->from),
             until, found->name),
            fmt::format("{} has this role from {} to {}: enter the day on which it ends first", found->name,
                to_text(found->from), until)});
}

VendorSpan stated_span(const RelatedVendor& stated, std::span<const VendorSpan> entered)
{
    VendorSpan span{.role = stated.role,
        .name = stated.name,
        .duties = stated.duties,
        .from = stated.from,
        .until = stated.until,
        .clause = stated.clause};
    if (entered.empty())
        return span;
    const LocalDay before = *entered.front().from - std::chrono::days{1};
    if (!span.until || *span.until > before)
        span.until = before;
    return span;
}

std::vector<VendorSpan> entered_spans(std::span<const Vendor> vendors, const std::string& role, const Text& label)
{
    std::vector<VendorSpan> spans;
    for (const Vendor& each : vendors) {
        if (each.role != role)
            continue;
        spans.push_back({.role = role.empty() ? Text{each.role_name, each.role_name} : label,
            .name = each.name,
            .duties = {each.duties, each.duties},
            .from = each.from,
            .until = each.until,
            .entered = &each});
    }
    std::ranges::stable_sort(spans, {}, [](const VendorSpan& span) { return *span.from; });
    return spans;
}

}

bool VendorSpan::in_force_on(LocalDay day) const
{
    return (!from || *from <= day) && (!until || *until >= day);
}

Result<Vendor> settled(const contract::Profile& profile, Vendor vendor, std::span<const Vendor> others)
{
    TRY(take_fields(
        {{"role_name", vendor.role_name, 100}, {"name", vendor.name, 200, true}, {"contact", vendor.contact, 300, true},
            {"hours", vendor.hours, 300}, {"duties", vendor.duties, 1000}, {"remarks", vendor.remarks, 1000}}));
    TRY(check_role(profile, vendor));
    if (!vendor.role.empty())
        vendor.role_name.clear();
    if (vendor.until && *vendor.until < vendor.from)
        return refused_vendor(ErrorKind::invalid, "until", "desk/vendor_backwards",
            {"終わりの日が始まりの日より前です。", "it ends before it begins"});
    TRY(check_others(vendor, others));
    return vendor;
}

std::vector<VendorSpan> vendor_spans(const contract::Profile& profile, std::span<const Vendor> vendors)
{
    std::vector<VendorSpan> spans;
    for (const RelatedVendor& stated : profile.related_vendors) {
        const auto entered = entered_spans(vendors, stated.id, stated.role);
        const VendorSpan own = stated_span(stated, entered);
        // The first entered one can begin with, or before, what the contract says: then nothing is left of that.
        if (!own.until || !own.from || *own.from <= *own.until)
            spans.push_back(own);
        std::ranges::copy(entered, std::back_inserter(spans));
    }
    std::ranges::copy(entered_spans(vendors, "", {}), std::back_inserter(spans));
    return spans;
}

}
