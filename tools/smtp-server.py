# The mail server of tools/with-smtp. Some recipients it treats as servers of this world do: full@ is full for now (452),
# unknown@ is unknown (550), spam@ is refused after the text (554), slow@ has its letter stored for half a second before it
# is told so.
import asyncio
import itertools
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder = sys.argv[1]
numbers = itertools.count(1)


class Letters:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("full@"):
            return "452 4.2.2 mailbox full"
        if address.startswith("unknown@"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("spam@") for address in envelope.rcpt_tos):
            return "554 5.7.1 refused"
        name = os.path.join(folder, "letters", f"{next(numbers):06}")
        with open(name + ".new", "wb") as file:
            head = f"X-From: {envelope.mail_from}\r\nX-To: {', '.join(envelope.rcpt_tos)}\r\n"
            file.write(head.encode() + envelope.content)
        os.rename(name + ".new", name + ".eml")
        if any(address.startswith("slow@") for address in envelope.rcpt_tos):
            await asyncio.sleep(0.5)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"hoshuban", b"right word")
    return AuthResult(success=right, handled=right)


async def main():
    loop = asyncio.get_running_loop()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem"))
    plain = await loop.create_server(lambda: SMTP(Letters(), loop=loop), "127.0.0.1", 0)
    starttls = await loop.create_server(
        lambda: SMTP(Letters(), loop=loop, tls_context=context, require_starttls=True, auth_required=True,
                     authenticator=authenticate),
        "127.0.0.1", 0)
    implicit = await loop.create_server(lambda: SMTP(Letters(), loop=loop), "127.0.0.1", 0, ssl=context)
    ports = " ".join(str(server.sockets[0].getsockname()[1]) for server in (plain, starttls, implicit))
    with open(os.path.join(folder, "ports.new"), "w") as file:
        file.write(ports)
    os.rename(os.path.join(folder, "ports.new"), os.path.join(folder, "ports"))
    await asyncio.Event().wait()


asyncio.run(main())
