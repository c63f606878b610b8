#include "app/commands/check.hpp"

#include "app/command_line.hpp"
#include "formats/evtx_file_test.hpp"
#include "formats/hive_file_test.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

class CheckRead : public testing::Test {
protected:
    struct Answer {
        int exit_code;
        std::string text;
        std::string problems;
    };

    void SetUp() override { std::filesystem::create_directories(root); }
    void TearDown() override { std::filesystem::remove_all(root); }

    std::string file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream{root / name, std::ios::binary} << bytes;
        return (root / name).string();
    }

    Answer read(const std::string& arguments) const
    {
        CLI::App app;
        CommandLine line;
        line.options.data = root / "no-database";
        add_check_commands(app, line);
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        try {
            app.parse("check read " + arguments);
        } catch (const CLI::ParseError&) {
            line.exit_code = 2;
        }
        std::cout.flush();
        std::fflush(stdout);
        return {line.exit_code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
    }

    const std::filesystem::path root = std::filesystem::path{testing::TempDir()} / "hoshuban-check-read";
};

std::string security_log()
{
    test::EvtxWriter writer{1000};
    writer.add({.event_id = 4625,
        .record_id = 31,
        .data = {{"TargetUserName", test::text_value("髙橋")}, {"TargetDomainName", test::text_value("窓口")},
            {"LogonType", test::number_value(evtx::Type::uint32, std::uint32_t{3})},
            {"IpAddress", test::text_value("=1+1")}, {"Status", test::number_value(evtx::Type::hex32, 0xC000006D)}}});
    writer.add({.provider = "Microsoft-Windows-EventSystem",
        .event_id = 4625,
        .record_id = 32,
        .data = {{"", test::text_value("一")}, {"", test::text_value("二")}}});
    return writer.finish();
}

TEST_F(CheckRead, SummarizesAnEventLog)
{
    const std::string log = file("Security.evtx", security_log());
    EXPECT_EQ(read(log + " --summary --json").text,
        R"({"records":2,"integrity":"clean","events":{"Microsoft-Windows-EventSystem/4625":1,"Microsoft-Windows-Security-Auditing/4625":1}})"
        "\n");
    EXPECT_EQ(read(log + " --summary --csv").text,
        "integrity,event,records\r\n"
        "clean,,2\r\n"
        "clean,Microsoft-Windows-EventSystem/4625,1\r\n"
        "clean,Microsoft-Windows-Security-Auditing/4625,1\r\n");
    EXPECT_EQ(read(log + " --summary").text,
        log +
            ": 欠けのない書き出し、2件 / a complete export, 2 records\n"
            "  2026-05-01T08:00:00.0000000Z – 2026-05-01T08:00:00.0000000Z\n"
            "          1  Microsoft-Windows-EventSystem/4625\n"
            "          1  Microsoft-Windows-Security-Auditing/4625\n");
}

TEST_F(CheckRead, SaysWhyALogIsDamaged)
{
    const std::string log = file("cut.evtx", security_log().substr(0, 5000));
    EXPECT_EQ(read(log + " --summary --json").text, "{\"records\":0,\"integrity\":\"damaged\",\"events\":{}}\n");
    EXPECT_NE(read(log + " --summary").text.find("× ファイルが途中で切れています。 / the file is cut off\n"),
        std::string::npos);
    const std::string text = file("text.evtx", "hello");
    const Answer answer = read(text + " --summary --json");
    EXPECT_EQ(answer.text, "{\"records\":0,\"integrity\":\"not_evtx\",\"events\":{}}\n");
    EXPECT_EQ(answer.exit_code, 0) << "that it is none is the answer";
}

TEST_F(CheckRead, ListsTrueLogonFailures)
{
    const std::string log = file("Security.evtx", security_log());
    EXPECT_EQ(read(log + " --logon-failures --json").text,
        R"({"record_id":31,"time":"2026-05-01T08:00:00.0000000Z","target_user":"髙橋","target_domain":"窓口",)"
        R"("logon_type":"3","ip":"=1+1","workstation":null,"status":"0xc000006d","sub_status":null})"
        "\n");
    EXPECT_EQ(read(log + " --logon-failures --csv").text,
        "record_id,time,target_user,target_domain,logon_type,ip,workstation,status,sub_status\r\n"
        "31,2026-05-01T08:00:00.0000000Z,髙橋,窓口,3,'=1+1,,0xc000006d,\r\n")
        << "Excel evaluates nothing";
}

TEST_F(CheckRead, ListsEveryRecordWithItsFields)
{
    const std::string log = file("Security.evtx", security_log());
    const std::string text = read(log).text;
    EXPECT_TRUE(text.starts_with(
        R"({"record_id":31,"offset":4608,"sound":true,"recovered":false,"time":"2026-05-01T08:00:00.0000000Z",)"
        R"("provider":"Microsoft-Windows-Security-Auditing","event_id":4625,"fields":{)"
        R"("System/Provider/@Name":"Microsoft-Windows-Security-Auditing",)"))
        << text;
    EXPECT_TRUE(text.ends_with(R"("EventData/Data":"一","EventData/Data[2]":"二"}})"
                               "\n"))
        << text;
    EXPECT_NE(text.find(R"("EventData/LogonType":3,)"), std::string::npos) << "a number stays one";
    EXPECT_NE(
        read(log + " --csv")
            .text.find("32,2026-05-01T08:00:00.0000000Z,Microsoft-Windows-EventSystem,4625,EventData/Data[2],二\r\n"),
        std::string::npos);
}

TEST_F(CheckRead, ListsTheFactsOfEveryOtherKind)
{
    struct Case {
        const char* name;
        std::string bytes;
        const char* lines;
    };
    const Case cases[] = {
        {"a.DAT",
            test::HiveWriter{{"R", {},
                                 {{"Desktop",
                                     {{"Active", registry::Type::text, utf16::from_utf8("1")},
                                         {"Wait", registry::Type::number, std::string{"\x58\2\0\0", 4}}}}}}}
                .bytes(),
            "{\"key\":\"\",\"name\":null,\"type\":null,\"value\":null}\n"
            "{\"key\":\"Desktop\",\"name\":\"Active\",\"type\":\"REG_SZ\",\"value\":\"1\"}\n"
            "{\"key\":\"Desktop\",\"name\":\"Wait\",\"type\":\"REG_DWORD\",\"value\":600}\n"},
        {"a.reg", "REGEDIT4\r\n[HKEY_CURRENT_USER\\A]\r\n\"b\"=dword:00000005\r\n",
            "{\"key\":\"HKEY_CURRENT_USER\\\\A\",\"name\":\"b\",\"type\":\"REG_DWORD\",\"value\":5}\n"},
        {"a.inf", "[System Access]\r\nLockoutBadCount = 5\r\n",
            "{\"section\":\"System Access\",\"key\":\"LockoutBadCount\",\"value\":\"5\"}\n"},
        {"a.csv", "a,b,c,d,e,f,g\r\n,System,ログオン,{0cce9215-69ae-11d9-bed3-505054503030},,,3\r\n",
            "{\"target\":\"System\",\"guid\":\"{0CCE9215-69AE-11D9-BED3-505054503030}\",\"name\":\"ログオン\","
            "\"setting\":3}\n"},
        {"a.ldf", "dn: CN=A\r\nsn: 髙橋\r\n", "{\"dn\":\"CN=A\",\"attribute\":\"sn\",\"value\":\"髙橋\"}\n"},
    };
    for (const Case& c : cases) {
        const Answer answer = read(file(c.name, c.bytes));
        EXPECT_EQ(answer.text, c.lines) << c.name;
        EXPECT_EQ(answer.problems, "") << c.name;
        EXPECT_EQ(answer.exit_code, 0) << c.name;
    }
}

TEST_F(CheckRead, ReadsTheOtherFilesWhenOneCannotBeRead)
{
    const std::string first = file("a.inf", "[A]\nb=c\n");
    const std::string text = file("b.txt", "hello");
    const std::string last = file("c.inf", "[A]\nd=e\n");
    const Answer answer = read(first + " " + text + " " + (root / "missing").string() + " " + last + " --csv");
    EXPECT_EQ(answer.text, "file,section,key,value\r\n" + first + ",A,b,c\r\n" + last + ",A,d,e\r\n");
    EXPECT_EQ(answer.exit_code, 1);
    EXPECT_NE(answer.problems.find(text + ": this is no evidence that can be read"), std::string::npos);
    EXPECT_NE(answer.problems.find("missing"), std::string::npos);
}

TEST_F(CheckRead, WarnsOfAHiveThatIsNotWhole)
{
    std::string bytes = test::HiveWriter{{"R", {{"a", registry::Type::text, ""}}}}.bytes();
    bytes[bytes.find("vk")] = 'x';
    const Answer answer = read(file("a.DAT", bytes));
    EXPECT_EQ(answer.text, "{\"key\":\"\",\"name\":null,\"type\":null,\"value\":null}\n");
    EXPECT_NE(
        answer.problems.find("the hive is not whole: 1 places cannot be read, its header is sound"), std::string::npos)
        << answer.problems;
}

}
}
