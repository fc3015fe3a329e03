package dev.winnow.server;

import dev.winnow.cli.server.ServerOptions;
import dev.winnow.server.config.EffectiveConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit with which systemd runs the server.
 *
 * @param launcher the script that starts the program
 * @param data the only directory that it may write to
 * @param arguments what follows {@code winnow serve}
 */
record ServiceUnit(Path launcher, Path data, String user, List<String> arguments) {
  /** A unit for a server with these options. */
  static ServiceUnit of(EffectiveConfig effective, ServerOptions options) {
    Path data = effective.config().data().directory().toAbsolutePath().normalize();
    List<String> arguments = new ArrayList<>();
    options.file().ifPresent(file -> arguments.add("--config=" + Path.of(file).toAbsolutePath()));
    arguments.add("--data=" + data);
    options
        .settings()
        .forEach((key, value) -> {
          if (!key.equals("data.directory")) {
            arguments.add("--set=" + key + "=" + value);
          }
        });
    return new ServiceUnit(
        Path.of(System.getProperty("winnow.launcher", "winnow")).toAbsolutePath(),
        data,
        System.getProperty("user.name"),
        arguments);
  }

  String text() {
    StringBuilder command = new StringBuilder(quoted(launcher.toString())).append(" serve");
    arguments.forEach(argument -> command.append(' ').append(quoted(argument)));
    return """
    [Unit]
    Description=Winnow, the intelligence layer for logs
    After=network-online.target
    Wants=network-online.target

    [Service]
    ExecStart=%s
    User=%s
    Restart=on-failure
    # Misconfigured: starting again would not help.
    RestartPreventExitStatus=78
    SuccessExitStatus=143
    TimeoutStopSec=30
    LimitNOFILE=65536
    UMask=0077

    # It writes to its data directory and nowhere else.
    ProtectSystem=strict
    ReadWritePaths=%s
    PrivateTmp=yes
    PrivateDevices=yes
    NoNewPrivileges=yes
    CapabilityBoundingSet=
    LockPersonality=yes
    ProtectClock=yes
    ProtectControlGroups=yes
    ProtectHostname=yes
    ProtectKernelLogs=yes
    ProtectKernelModules=yes
    ProtectKernelTunables=yes
    ProtectProc=invisible
    RemoveIPC=yes
    RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
    RestrictNamespaces=yes
    RestrictRealtime=yes
    RestrictSUIDSGID=yes
    SystemCallArchitectures=native
    SystemCallFilter=@system-service

    [Install]
    WantedBy=multi-user.target
    """
        .formatted(command, user, quoted(data.toString()));
  }

  /** As systemd reads words: in quotes, without its escapes, specifiers and variables. */
  private static String quoted(String word) {
    String escaped =
        word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$");
    return escaped.equals(word) && word.chars().noneMatch(Character::isWhitespace)
        ? word
        : "\"" + escaped + "\"";
  }
}
