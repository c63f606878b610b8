#include "platform/http/server_fixture_test.hpp"

namespace hoshuban::http::test {
namespace {

constexpr std::string_view get_ok = "GET /ok HTTP/1.1\r\nHost: a\r\n\r\n";

std::string status_of(const std::string& answer)
{
    return answer.substr(0, answer.find("\r\n"));
}
std::string body_of(const std::string& answer)
{
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? "" : answer.substr(end + 4);
}

TEST_F(Serving, OneRequest)
{
    struct Case {
        const char* story;
        std::string request;
        const char* status;
        const char* body; ///< null: a problem, after which the connection is closed
    };
    const std::string host = "Host: a\r\n";
    const Case cases[] = {
        {"plain", std::string(get_ok), "HTTP/1.1 200 OK", "fine"},
        {"HEAD has the length and no body", "HEAD /ok HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n",
            "HTTP/1.1 200 OK", ""},
        {"options", "OPTIONS /ok HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 204 No Content", ""},
        {"HTTP/1.0", "GET /ok HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK", "fine"},
        {"empty lines before", "\r\n\r\n" + std::string(get_ok), "HTTP/1.1 400 Bad Request", nullptr},
        {"body", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nabc", "HTTP/1.1 200 OK", "abc"},
        {"empty body", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n", "HTTP/1.1 200 OK", ""},
        {"chunked body",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK", "abc"},
        {"largest body", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 100\r\n\r\n" + std::string(100, 'x'),
            "HTTP/1.1 200 OK",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"body too large", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 101\r\n\r\n" + std::string(101, 'x'),
            "HTTP/1.1 413 Content Too Large", nullptr},
        {"chunked body too large",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nff\r\n" + std::string(255, 'x') +
                "\r\n0\r\n\r\n",
            "HTTP/1.1 413 Content Too Large", nullptr},
        {"unbelievable length", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n",
            "HTTP/1.1 400 Bad Request", nullptr},
        {"negative length", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", "HTTP/1.1 400 Bad Request",
            nullptr},
        {"two lengths", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 400 Bad Request", nullptr},
        {"length and chunks",
            "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 400 Bad Request", nullptr},
        {"unknown path", "GET /nothing.txt HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", "HTTP/1.1 404 Not Found",
            nullptr},
        {"no host", "GET /ok HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"two hosts", "GET /ok HTTP/1.1\r\n" + host + host + "\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"upwards", "GET /a/../ok HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"proxy request", "GET http://a/ok HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"space before the colon", "GET /ok HTTP/1.1\r\nHost : a\r\n\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"bare carriage return", "GET /ok HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n", "HTTP/1.1 400 Bad Request",
            nullptr},
        {"NUL in a field", "GET /ok HTTP/1.1\r\n" + host + "X: a" + std::string(1, '\0') + "\r\n\r\n",
            "HTTP/1.1 400 Bad Request", nullptr},
        {"unknown method", "BREW /ok HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 501 Not Implemented", nullptr},
        {"unknown version", "GET /ok HTTP/3.0\r\n" + host + "\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"TLS on a plain port", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15),
            "HTTP/1.1 400 Bad Request", nullptr},
        {"random bytes", "\x80\xff\xfe\x01\x02\r\n\r\n", "HTTP/1.1 400 Bad Request", nullptr},
        {"long header", "GET /ok HTTP/1.1\r\n" + host + "X: " + std::string(5000, 'x') + "\r\n\r\n",
            "HTTP/1.1 431 Request Header Fields Too Large", nullptr},
        {"long target", "GET /" + std::string(5000, 'x') + " HTTP/1.1\r\n" + host + "\r\n",
            "HTTP/1.1 431 Request Header Fields Too Large", nullptr},
        {"many fields", "GET /ok HTTP/1.1\r\n" + host + "A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\n\r\n",
            "HTTP/1.1 431 Request Header Fields Too Large", nullptr},
    };
    const std::uint16_t port = start({.max_header_bytes = 4096, .max_header_fields = 5});
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        Client client(port);
        ASSERT_TRUE(client.send(c.request));
        if (c.body) {
            client.finish_sending();
            const std::string answer = client.receive_all();
            EXPECT_EQ(status_of(answer), c.status);
            EXPECT_EQ(body_of(answer), c.body);
        } else {
            const std::string answer = client.receive_all();
            EXPECT_EQ(status_of(answer), c.status);
            EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
            EXPECT_NE(answer.find("application/problem+json"), std::string::npos);
        }
    }
}

TEST_F(Serving, EveryAnswerCarriesTheSecurityHeaders)
{
    const std::uint16_t port = start({});
    for (const char* request : {"GET /ok HTTP/1.0\r\n\r\n", "GET /api/x HTTP/1.0\r\n\r\n", "nonsense\r\n\r\n"}) {
        Client client(port);
        client.send(request);
        const std::string answer = client.receive_all();
        for (const char* header : {"\r\nContent-Security-Policy: default-src 'self'; ", "frame-ancestors 'none'\r\n",
                 "\r\nX-Content-Type-Options: nosniff\r\n", "\r\nReferrer-Policy: same-origin\r\n",
                 "\r\nPermissions-Policy: ", "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
                 "\r\nCross-Origin-Resource-Policy: same-origin\r\n", "\r\nDate: Thu, 28 May 2026 20:26:40 GMT\r\n"})
            EXPECT_NE(answer.find(header), std::string::npos) << header << " in\n" << answer;
        EXPECT_EQ(answer.find("Strict-Transport-Security"), std::string::npos);
        EXPECT_EQ(answer.find("unsafe-inline"), std::string::npos);
    }
}

TEST_F(Serving, PipelinedRequestsAreAnsweredInOrder)
{
    Client client(start({}));
    std::string requests;
    for (const char* word : {"one", "two", "three"})
        requests +=
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(std::string_view(word).size()) +
            "\r\n\r\n" + word;
    client.send(requests);
    EXPECT_EQ(body_of(client.receive_answer()), "one");
    EXPECT_EQ(body_of(client.receive_answer()), "two");
    EXPECT_EQ(body_of(client.receive_answer()), "three");
}

TEST_F(Serving, RequestsInSmallPieces)
{
    Client client(start({}));
    for (const char c : std::string("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n1234")) {
        client.send(std::string_view(&c, 1));
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(body_of(client.receive_answer()), "1234");
}

TEST_F(Serving, ClientsMayAskBeforeSendingTheBody)
{
    Client client(start({}));
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive_answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_EQ(body_of(client.receive_answer()), "abc");
}

TEST_F(Serving, SlowClientsAreDropped)
{
    struct Case {
        const char* story;
        const char* request;
        const char* drip;
    };
    const Case cases[] = {
        {"says nothing", "", ""},
        {"a byte of the header now and then", "GET /ok HTTP/1.1\r\nHost: a\r\nX: ", "x"},
        {"a byte of the body now and then", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n", "x"},
        {"says nothing after a request", "GET /ok HTTP/1.1\r\nHost: a\r\n\r\n", ""},
    };
    const std::uint16_t port = start({.header_timeout = 200ms, .body_timeout = 200ms, .idle_timeout = 200ms});
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        Client client(port);
        client.send(c.request);
        const auto began = std::chrono::steady_clock::now();
        bool open = true;
        for (int i = 0; open && i < 100; ++i) {
            std::this_thread::sleep_for(50ms);
            open = server->connections() > 0;
            client.send(c.drip);
        }
        EXPECT_FALSE(open);
        EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
    }
}

TEST_F(Serving, ReadersWhoDoNotReadAreDropped)
{
    Client client(start({.write_timeout = 200ms, .slowest_bytes_per_second = 10'000'000}));
    const int little = 4096;
    ::setsockopt(client.socket(), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
    for (int i = 0; i < 50; ++i)
        client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    while (server->connections() == 0)
        std::this_thread::sleep_for(1ms);
    for (int i = 0; i < 200 && server->connections() > 0; ++i)
        std::this_thread::sleep_for(50ms);
    EXPECT_EQ(server->connections(), 0U);
}

TEST_F(Serving, ConnectionsPerAddressAreLimited)
{
    const std::uint16_t port = start({.max_connections_per_address = 2});
    Client first(port);
    Client second(port);
    first.send(get_ok);
    second.send(get_ok);
    EXPECT_EQ(body_of(first.receive_answer()), "fine");
    EXPECT_EQ(body_of(second.receive_answer()), "fine");
    Client third(port);
    EXPECT_TRUE(third.closed());
}

TEST_F(Serving, ManyConnectionsAtOnce)
{
    const std::uint16_t port = start({});
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(std::make_unique<Client>(port));
    for (int round = 0; round < 3; ++round) {
        for (const auto& client : clients)
            ASSERT_TRUE(client->send(get_ok));
        for (const auto& client : clients)
            ASSERT_EQ(body_of(client->receive_answer()), "fine");
    }
    EXPECT_EQ(server->connections(), 200U);
}

TEST_F(Serving, ClientsThatLeaveAreForgotten)
{
    const std::uint16_t port = start({});
    for (int i = 0; i < 50; ++i) {
        Client client(port);
        client.send(i % 2 == 0 ? get_ok : get_ok.substr(0, 20));
    }
    for (int i = 0; i < 100 && server->connections() > 0; ++i)
        std::this_thread::sleep_for(20ms);
    EXPECT_EQ(server->connections(), 0U);
}

TEST_F(Serving, StoppingLetsRunningRequestsFinish)
{
    const std::uint16_t port = start({});
    Client idle(port);
    idle.send(get_ok);
    EXPECT_EQ(body_of(idle.receive_answer()), "fine");
    Client busy(port);
    busy.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    while (waiting == 0)
        std::this_thread::sleep_for(1ms);

    std::thread stopping([&] { server->stop(10s); });
    EXPECT_TRUE(idle.closed());
    EXPECT_FALSE(Client(port).send(get_ok) && !Client(port).closed());
    release.set_value();
    const std::string answer = busy.receive_all();
    EXPECT_EQ(body_of(answer), "waited");
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    busy.finish_sending();
    stopping.join();
    EXPECT_EQ(server->connections(), 0U);
}

TEST_F(Serving, StoppingDoesNotWaitForeverForClients)
{
    const std::uint16_t port = start({});
    Client half(port);
    half.send("GET /ok HTTP/1.1\r\n");
    while (server->connections() == 0)
        std::this_thread::sleep_for(1ms);
    const auto began = std::chrono::steady_clock::now();
    server->stop(100ms);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
    EXPECT_TRUE(half.closed());
}

TEST_F(Serving, ATakenPortIsAnError)
{
    const std::uint16_t port = start({});
    Server second({.port = port, .workers = 1}, dispatcher());
    const auto listening = second.listen();
    ASSERT_FALSE(listening);
    EXPECT_EQ(listening.error().code, "http/cannot_listen");
}

}
}
