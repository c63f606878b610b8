#include "features/procedure/content.hpp"

#include <algorithm>
#include <charconv>

namespace hoshuban::procedure {
namespace {

constexpr std::string_view layout = "procedure/1";

void put(std::string& out, std::string_view value)
{
    out += std::to_string(value.size());
    out += ':';
    out += value;
}

void put_count(std::string& out, std::size_t count)
{
    put(out, std::to_string(count));
}

/// Takes the values off again; stays at the end once anything is wrong.
class Reading {
public:
    explicit Reading(std::string_view text)
        : rest_{text}
    {
    }

    std::string take()
    {
        std::size_t size = 0;
        const char* end = rest_.data() + rest_.size();
        const auto [stop, problem] = std::from_chars(rest_.data(), end, size);
        if (problem != std::errc{} || stop == end || *stop != ':' || size > static_cast<std::size_t>(end - stop) - 1) {
            broken_ = true;
            rest_ = {};
            return {};
        }
        std::string value{stop + 1, size};
        rest_.remove_prefix(static_cast<std::size_t>(stop + 1 - rest_.data()) + size);
        return value;
    }

    std::size_t count()
    {
        const std::string text = take();
        std::size_t value = 0;
        const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc{} || stop != text.data() + text.size() || value > rest_.size())
            broken_ = true;
        return broken_ ? 0 : value;
    }

    bool flag() { return take() == "1"; }
    bool whole() const { return !broken_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool broken_ = false;
};

}

std::string canonical(Content content)
{
    std::ranges::sort(content.files, {}, &NamedHash::name);
    std::ranges::sort(content.acts);
    std::ranges::sort(content.devices);
    std::string out;
    put(out, layout);
    put_count(out, content.files.size());
    for (const NamedHash& file : content.files) {
        put(out, file.name);
        put(out, file.sha256);
    }
    put_count(out, content.steps.size());
    for (const Step& step : content.steps) {
        put(out, step.text);
        put(out, step.per_device ? "1" : "0");
        put(out, step.operation_check ? "1" : "0");
        put(out, step.photo ? "1" : "0");
    }
    put_count(out, content.acts.size());
    for (const std::string& act : content.acts)
        put(out, act);
    put_count(out, content.devices.size());
    for (const DeviceId& device : content.devices)
        put(out, device.text);
    return out;
}

Result<Content> content_from(std::string_view text)
{
    Reading in{text};
    Content content;
    const bool known = in.take() == layout;
    for (std::size_t left = in.count(); left > 0; --left) {
        std::string name = in.take();
        content.files.push_back({std::move(name), in.take()});
    }
    for (std::size_t left = in.count(); left > 0; --left) {
        Step step{.number = static_cast<int>(content.steps.size()) + 1, .text = in.take()};
        step.per_device = in.flag();
        step.operation_check = in.flag();
        step.photo = in.flag();
        content.steps.push_back(std::move(step));
    }
    for (std::size_t left = in.count(); left > 0; --left)
        content.acts.push_back(in.take());
    for (std::size_t left = in.count(); left > 0; --left)
        content.devices.push_back({in.take()});
    if (!known || !in.whole())
        return fail(ErrorKind::conflict, "procedure/content",
            {"提出時の内容の控えを読めません。管理者に連絡してください。",
                "the copy of what was handed in cannot be read: tell the administrator"});
    return content;
}

bool same_text(const Content& one, const Content& other)
{
    return canonical({one.files, one.steps, {}, {}}) == canonical({other.files, other.steps, {}, {}});
}

}
