"""A proxy that fails as it is told to: what lies between a trainer and the server, on a bad day."""

import contextlib
import http.client
import socket
import struct
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FaultyProxy:
    """One fault of the plan for each request, in its order; after the plan it only passes on.

    refuse     the connection is reset, and the server sees nothing
    swallow    the server answers, and the connection is reset: the answer is lost
    cut        half of the answer
    html       a page of somebody else's, with status 200
    drip       the answer, a byte at a time; drip-head: its head too
    late:S     the answer, S seconds late
    503, 429:S that status (with Retry-After: S)
    """

    def __init__(self, base, plan=(), always=None):
        self.target = urllib.parse.urlsplit(base)
        self.plan, self.always = list(plan), always
        self.seen = []  # time, path, idempotency key and size of each request
        self.lock = threading.Lock()

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def keys(self):
        return [key for _, _, key, _ in self.seen]

    def _handler(proxy):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with proxy.lock:
                    key = self.headers.get("Idempotency-Key")
                    proxy.seen.append((time.monotonic(), self.path, key, len(body)))
                    fault = proxy.plan.pop(0) if proxy.plan else proxy.always or "pass"
                with contextlib.suppress(OSError):
                    proxy._answer(self, fault, body)

            do_GET = do_DELETE = do_POST

            def log_message(self, *_):
                pass

        return Handler

    def _answer(self, request, fault, body):
        name, _, number = fault.partition(":")
        if name == "late":
            time.sleep(float(number))
        if name == "refuse":
            return self._reset(request)
        if name in ("503", "429"):
            return self._say(request, int(name), b"", {"Retry-After": number} if number else {})
        if name == "html":
            return self._say(request, 200, b"<html>Sign in, please</html>", {})
        status, headers, reply = self._pass_on(request, body)
        if name == "swallow":
            return self._reset(request)
        if name == "cut":
            self._say(request, status, reply[: len(reply) // 2], headers, len(reply))
            return self._reset(request)
        if name.startswith("drip"):
            return self._drip(request, status, reply, everything=name == "drip-head")
        return self._say(request, status, reply, headers)

    def _pass_on(self, request, body):
        server = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=60)
        wanted = ("content-type", "idempotency-key", "accept")
        headers = {k: v for k, v in request.headers.items() if k.lower() in wanted}
        server.request(request.command, request.path, body or None, headers)
        answer = server.getresponse()
        kept = {
            k: v for k, v in answer.getheaders() if k.lower() in ("content-type", "retry-after")
        }
        reply = answer.read()
        server.close()
        return answer.status, kept, reply

    @staticmethod
    def _say(request, status, body, headers, length=None):
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body) if length is None else length))
        request.end_headers()
        request.wfile.write(body)

    @staticmethod
    def _drip(request, status, body, everything):
        head = f"HTTP/1.1 {status} OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        if not everything:
            request.wfile.write(head)
        for byte in (head + body) if everything else body:
            request.wfile.write(bytes([byte]))
            time.sleep(0.1)

    @staticmethod
    def _reset(request):
        request.close_connection = True
        linger = struct.pack("ii", 1, 0)
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        request.connection.close()
