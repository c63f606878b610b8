#include "app/commands/outside_options.hpp"

#include "features/account/addressee.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

namespace hoshuban {
namespace {

std::unexpected<Error> wrong(std::string_view code, const Text& why)
{
    return fail(ErrorKind::invalid, std::string{code}, why);
}

// The first line: an editor ends it with a line end that belongs to no password.
Result<std::string> password_of(const OutsideOptions& options)
{
    if (options.smtp_password_file.empty())
        return options.smtp_password;
    std::ifstream file{options.smtp_password_file};
    std::string password;
    if (!std::getline(file, password) || password.empty()) {
        return wrong("outside/password_file",
            {fmt::format("パスワードのファイル「{}」を読めません。", options.smtp_password_file),
                fmt::format("cannot read the password file \"{}\"", options.smtp_password_file)});
    }
    if (password.ends_with('\r'))
        password.pop_back();
    return password;
}

Result<outbound::SmtpServer> server_of(const OutsideOptions& options)
{
    TRY_ASSIGN(auto server, outbound::parse_smtp_url(options.smtp_url, options.smtp_plain));
    TRY_ASSIGN(server.from, account::check_mail(options.mail_from));
    if (server.from.empty())
        return wrong("outside/mail_from",
            {"--mail-from に差出人のアドレスを指定してください。", "name the sender with --mail-from"});
    server.from_name = options.mail_name;
    server.user = options.smtp_user;
    server.ca_file = options.ca_file;
    if (server.user.empty())
        return server;
    if (options.smtp_plain) {
        return wrong("outside/plain_password",
            {"--smtp-plain では、パスワードが暗号化されずに流れます。--smtp-user と一緒には使えません。",
                "with --smtp-plain a password would travel in the clear: leave out --smtp-user"});
    }
    TRY_ASSIGN(server.password, password_of(options));
    return server;
}

}

void add_outside_options(CLI::App& command, OutsideOptions& options)
{
    command
        .add_option("--smtp-url", options.smtp_url,
            "メールサーバー（smtp://host:587 はSTARTTLS、smtps://host は最初からTLS。省くと送らない） / mail server; "
            "without it nothing is mailed")
        ->envname("HOSHUBAN_SMTP_URL");
    command.add_flag("--smtp-plain", options.smtp_plain,
        "暗号化せずに送る（閉じたネットワークの中だけ） / without TLS, inside a closed network only");
    command.add_option("--smtp-user", options.smtp_user, "メールサーバーの利用者名 / user name at the mail server")
        ->envname("HOSHUBAN_SMTP_USER");
    command
        .add_option("--smtp-password-file", options.smtp_password_file,
            "メールサーバーのパスワードの1行だけのファイル（または環境変数 HOSHUBAN_SMTP_PASSWORD） / file that holds "
            "the "
            "password, or the environment's HOSHUBAN_SMTP_PASSWORD")
        ->check(CLI::ExistingFile);
    command.add_option("--mail-from", options.mail_from, "差出人のアドレス / address that letters come from")
        ->envname("HOSHUBAN_MAIL_FROM");
    command.add_option("--mail-name", options.mail_name, "差出人の名前 / name that letters come from")
        ->envname("HOSHUBAN_MAIL_NAME")
        ->capture_default_str();
    command
        .add_option("--outside-ca", options.ca_file,
            "メールサーバーとWebhookの証明書を確かめる認証局（PEM） / authority of certificates outside")
        ->check(CLI::ExistingFile);
    command
        .add_option("--webhook-allow", options.webhook_allow,
            "Webhookを送ってよい内側のネットワーク（例 192.168.10.0/24） / networks inside that webhooks may reach")
        ->envname("HOSHUBAN_WEBHOOK_ALLOW")
        ->delimiter(',');
    command.add_flag("--webhook-http", options.webhook_http, "Webhookにhttpも許す / allow webhooks over http");
    if (const char* const password = std::getenv("HOSHUBAN_SMTP_PASSWORD"))
        options.smtp_password = password;
}

Result<notice::Outside> outside_of(const OutsideOptions& options)
{
    notice::Outside outside;
    TRY_ASSIGN(outside.webhooks.allowed, outbound::Networks::parse(options.webhook_allow));
    outside.webhooks.plain_http = options.webhook_http;
    outside.webhooks.ca_file = options.ca_file;
    if (!options.smtp_url.empty()) {
        TRY_ASSIGN(outside.mail, server_of(options));
    }
    return outside;
}

}
