package dev.meridian.stacks.region;

import dev.meridian.declaration.Site;
import dev.meridian.stacks.hcl.HclText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script that a server runs on its first boot. */
final class UserData {

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9/._~?=&%,+@:;!*()-]");

  /** Python 3 is part of Amazon Linux 2023, so nothing is downloaded. */
  private static final String SCRIPT =
      """
      #!/bin/bash
      set -euo pipefail

      install -d /opt/web
      cat > /opt/web/server.py <<'PYTHON'
      from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
      from platform import node


      class Handler(BaseHTTPRequestHandler):
          def do_GET(self):
              path = self.path.split("?")[0]
              body = b"ok\\n" if path == HEALTH else f"Hello from {node()}\\n".encode()
              self.send_response(200)
              self.send_header("Content-Type", "text/plain; charset=utf-8")
              self.send_header("Content-Length", str(len(body)))
              self.end_headers()
              if self.command != "HEAD":
                  self.wfile.write(body)

          do_HEAD = do_GET

          def log_message(self, *args):
              pass


      HEALTH = "@PATH@"
      ThreadingHTTPServer(("", @PORT@), Handler).serve_forever()
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
      """;

  private UserData() {}

  /** An expression for the script of a server with this check. */
  static String of(Site.TargetCheck check) {
    String script =
        SCRIPT
            .replace("@PATH@", pythonText(check.path()))
            .replace("@PORT@", String.valueOf(check.port()));
    return HclText.reference("base64encode(<<-EOT\n" + script + "EOT\n)");
  }

  /**
   * A heredoc has templates but no backslash escapes, and CDKTF searches it for its tokens.
   * Python's escapes hide the text from both.
   */
  private static String pythonText(String path) {
    return UNSAFE
        .matcher(path)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.format(Locale.ROOT, "\\U%08x", found.group().codePointAt(0))));
  }
}
