#!/bin/bash
set -euo pipefail

install -d /opt/web
cat > /opt/web/server.py <<'PYTHON'
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from platform import node


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        body = b"ok\n" if path == HEALTH else f"Hello from {node()}\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


HEALTH = "/health"
ThreadingHTTPServer(("", 80), Handler).serve_forever()
PYTHON

cat > /etc/systemd/system/web.service <<'UNIT'
[Unit]
Description=Web server
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/bin/python3 /opt/web/server.py
Restart=always
DynamicUser=yes
AmbientCapabilities=CAP_NET_BIND_SERVICE

[Install]
WantedBy=multi-user.target
UNIT

systemctl enable --now web.service
