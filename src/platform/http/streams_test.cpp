#include "platform/http/server_fixture_test.hpp"
#include "platform/http/streams.hpp"

namespace hoshuban::http::test {
namespace {

/// A server whose /events opens a stream.
class Streaming : public testing::Test {
protected:
    Streaming()
    {
        log::configure({.level = log::Level::off});
        const Text summary{"試験", "Test"};
        router
            .get("/events",
                [this](Context& context) -> Result<Response> {
                    TRY_ASSIGN(
                        auto opened, streams.open(std::string{context.request().query_value("who").value_or("")}));
                    opened.stream->send("data: hello\n\n");
                    latest = opened.stream;
                    return std::move(opened.response);
                })
            .open()
            .summary(summary);
        router.get("/ok",
                  [](Context&) -> Result<Response> {
                      return Response{200, {}, "fine"};
                  })
            .open()
            .summary(summary);
        dispatcher = std::make_unique<Dispatcher>(router, Services{database, clock, nobody}, registry);
        server = std::make_unique<Server>(Server::Options{}, *dispatcher, &streams);
        port = server->listen().value();
    }

    static std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"; }
    /// Reads until the text stands there; what came so far.
    static std::string receive_until(const Client& client, std::string_view text)
    {
        std::string all;
        char part[4096];
        while (!all.contains(text)) {
            const auto count = ::recv(client.socket(), part, sizeof part, 0);
            if (count <= 0)
                break;
            all.append(part, static_cast<std::size_t>(count));
        }
        return all;
    }
    /// Until so many are open; half a minute in vain fails.
    void wait_for(std::size_t open) const
    {
        const auto limit = std::chrono::steady_clock::now() + 30s;
        while (streams.count() != open && std::chrono::steady_clock::now() < limit)
            std::this_thread::yield();
        EXPECT_EQ(streams.count(), open);
    }

    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("streams-" + std::to_string(::getpid()) + ".db");
    db::Database database{{.url = "sqlite:" + file.string()}};
    MovableClock clock{Instant{}};
    Nobody nobody;
    metrics::Registry registry;
    Router router;
    Streams streams{{.most = 3, .most_per_owner = 2, .most_waiting = 2000, .heartbeat = 50ms}};
    std::shared_ptr<EventStream> latest;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<Server> server;
    std::uint16_t port = 0;
};

TEST_F(Streaming, writes_what_is_sent_and_shows_that_it_lives)
{
    Client client{port};
    client.send(get("/events"));
    const std::string head = receive_until(client, "data: hello\n\n");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n")) << head;
    EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    EXPECT_EQ(receive_until(client, ":\n\n"), ":\n\n");
    EXPECT_TRUE(latest->send("data: more\n\n"));
    EXPECT_NE(receive_until(client, "data: more\n\n").find("data: more\n\n"), std::string::npos);
    latest->end();
    client.receive_all();
    wait_for(0);
    EXPECT_FALSE(latest->send("late"));
}

TEST_F(Streaming, notices_a_reader_who_went)
{
    {
        Client client{port};
        client.send(get("/events"));
        receive_until(client, "hello");
        EXPECT_EQ(streams.count(), 1U);
    }
    wait_for(0);
    EXPECT_TRUE(latest->over());
}

TEST_F(Streaming, drops_a_reader_who_is_too_slow)
{
    EventStream stream{10};
    EXPECT_TRUE(stream.send("12345"));
    EXPECT_TRUE(stream.send("12345"));
    EXPECT_FALSE(stream.send("1"));
    EXPECT_TRUE(stream.over());
    EXPECT_EQ(stream.take(), "1234512345");
    EXPECT_FALSE(stream.send("1"));
}

TEST_F(Streaming, is_bounded_and_the_oldest_of_an_owner_gives_way)
{
    Client first{port}, second{port}, third{port}, other{port}, refused{port};
    for (Client* each : {&first, &second, &third}) {
        each->send(get("/events?who=a"));
        receive_until(*each, "hello");
    }
    first.receive_all(); // returns because the server closed it
    wait_for(2);
    other.send(get("/events?who=b"));
    receive_until(other, "hello");
    refused.send(get("/events?who=c"));
    EXPECT_TRUE(receive_until(refused, "too_many_streams").starts_with("HTTP/1.1 429 "));
}

TEST_F(Streaming, does_not_hold_up_the_end_of_the_server)
{
    Client client{port};
    client.send(get("/events"));
    receive_until(client, "hello");
    server->stop(1h); // as long as the test would take
    EXPECT_TRUE(latest->over());
}

TEST_F(Streaming, leaves_other_answers_and_HEAD_alone)
{
    Client client{port};
    client.send("HEAD /events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.receive_all().find("hello"), std::string::npos);
    wait_for(0);
    Client ordinary{port};
    ordinary.send(get("/ok"));
    EXPECT_TRUE(ordinary.receive_answer().ends_with("fine"));
}

}
}
