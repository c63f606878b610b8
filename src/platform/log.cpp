#include "platform/log.hpp"

#include "formats/json_writer.hpp"

#include <chrono>
#include <memory>
#include <spdlog/fmt/chrono.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace hoshuban::log {

namespace {

/// Hands each finished line to a function.
class FunctionSink : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FunctionSink(std::function<void(std::string_view)> function)
        : function_(std::move(function))
    {
    }

private:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        function_({message.payload.data(), message.payload.size()});
    }
    void flush_() override { }

    std::function<void(std::string_view)> function_;
};

spdlog::level::level_enum native(Level level)
{
    switch (level) {
    case Level::debug:
        return spdlog::level::debug;
    case Level::info:
        return spdlog::level::info;
    case Level::warning:
        return spdlog::level::warn;
    case Level::error:
        return spdlog::level::err;
    case Level::off:
        return spdlog::level::off;
    }
    return spdlog::level::off;
}

std::shared_ptr<spdlog::logger> make(Options options)
{
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (options.sink)
        sink = std::make_shared<FunctionSink>(std::move(options.sink));
    else
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    auto logger = std::make_shared<spdlog::logger>("hoshuban", std::move(sink));
    logger->set_pattern("%v");
    logger->set_level(native(options.level));
    return logger;
}

std::shared_ptr<spdlog::logger>& current()
{
    static std::shared_ptr<spdlog::logger> logger = make({});
    return logger;
}

void print(json::Writer& writer, const Field& field)
{
    writer.raw(',');
    writer.text(field.key);
    writer.raw(':');
    if (const auto* text = std::get_if<std::string_view>(&field.value))
        writer.text(*text);
    else if (const auto* whole = std::get_if<std::int64_t>(&field.value))
        writer.integer(*whole);
    else if (const auto* number = std::get_if<double>(&field.value))
        writer.number(*number, -1);
    else
        writer.raw(std::get<bool>(field.value) ? std::string_view("true") : std::string_view("false"));
}

}

void configure(Options options)
{
    std::atomic_store(&current(), make(std::move(options)));
}

bool enabled(Level level)
{
    return std::atomic_load(&current())->should_log(native(level));
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields)
{
    const auto logger = std::atomic_load(&current());
    if (!logger->should_log(native(level)))
        return;
    json::Writer writer;
    // Lines are stamped with the machine's own time in milliseconds, also where the business runs on a moved clock.
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    writer.raw(fmt::format(R"({{"time":"{:%Y-%m-%dT%H:%M:%S}.{:03}Z","level":"{}","event":)", fmt::gmtime(second),
        (now - second).count(), name_of(level)));
    writer.text(event);
    for (const Field& field : fields)
        print(writer, field);
    writer.raw('}');
    logger->log(native(level), spdlog::string_view_t(writer.view()));
}

}
