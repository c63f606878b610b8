#include "platform/http/streams.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace hoshuban::http {
namespace {

constexpr std::string_view stream_header = "X-Hoshuban-Stream";

std::uint64_t number_of(std::string_view text)
{
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}

bool EventStream::send(std::string_view bytes)
{
    std::function<void()> wake;
    {
        const std::lock_guard lock{mutex_};
        if (over_)
            return false;
        if (waiting_.size() + bytes.size() > most_waiting_)
            over_ = true;
        else
            waiting_ += bytes;
        wake = wake_;
    }
    if (wake)
        wake();
    return !over();
}

void EventStream::end()
{
    std::function<void()> wake;
    {
        const std::lock_guard lock{mutex_};
        over_ = true;
        wake = wake_;
    }
    if (wake)
        wake();
}

bool EventStream::over() const
{
    const std::lock_guard lock{mutex_};
    return over_;
}

std::string EventStream::take()
{
    const std::lock_guard lock{mutex_};
    return std::exchange(waiting_, {});
}

void EventStream::wake_with(std::function<void()> wake)
{
    const std::lock_guard lock{mutex_};
    wake_ = std::move(wake);
}

Result<Streams::Opened> Streams::open(const std::string& owner)
{
    const std::lock_guard lock{mutex_};
    make_room(owner);
    if (kept_.size() >= limits_.most) {
        return fail(ErrorKind::too_many, "http/too_many_streams",
            {"自動更新の接続が多すぎます。しばらくしてから開き直してください。",
                "too many live connections: try again later"});
    }
    const std::uint64_t id = ++last_;
    auto stream = std::make_shared<EventStream>(limits_.most_waiting);
    kept_.emplace(id, Kept{owner, stream});
    Response response{.status = 200,
        .headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"},
            {std::string{stream_header}, std::to_string(id)}}};
    return Opened{std::move(response), std::move(stream)};
}

/// Ends the oldest streams of an owner who has as many as he may.
void Streams::make_room(const std::string& owner)
{
    std::vector<std::uint64_t> own;
    for (const auto& [id, kept] : kept_) {
        if (kept.owner == owner && !kept.stream->over())
            own.push_back(id);
    }
    for (std::size_t i = 0; i + limits_.most_per_owner <= own.size(); ++i)
        kept_.at(own[i]).stream->end();
}

std::shared_ptr<EventStream> Streams::take(const Response& response)
{
    const auto id = response.header(stream_header);
    if (!id)
        return nullptr;
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(number_of(*id));
    return found == kept_.end() ? nullptr : found->second.stream;
}

void Streams::close(const Response& response)
{
    const auto id = response.header(stream_header);
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(number_of(id.value_or("")));
    if (found == kept_.end())
        return;
    found->second.stream->wake_with({});
    found->second.stream->end();
    kept_.erase(found);
}

void Streams::end_all()
{
    const std::lock_guard lock{mutex_};
    for (const auto& [id, kept] : kept_)
        kept.stream->end();
}

std::size_t Streams::count() const
{
    const std::lock_guard lock{mutex_};
    return kept_.size();
}

}
