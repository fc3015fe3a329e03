/** A way to send records, with commands that can be pasted as they are. */
export interface Sender {
  readonly id: string;
  readonly name: string;
  /** What is to be known about it. */
  readonly note: string;
  readonly command: string;
}

/** Where and how this server is to be reached. */
export interface Destination {
  /** The address of this page, as `http://logs.example:8005`. */
  readonly origin: string;
  readonly needsToken: boolean;
}

/** All ways to send records to `destination`, the shortest first. Commands read the token from `WINNOW_TOKEN`. */
export function senders({ origin, needsToken }: Destination): Sender[] {
  const { hostname } = new URL(origin);
  const header = needsToken ? ' -H "Authorization: Bearer $WINNOW_TOKEN"' : '';
  return [
    {
      id: 'curl',
      name: 'curl',
      note: 'One record as JSON; or an array of them, or one on each line.',
      command:
        `curl ${origin}/api/logs${header} -H 'Content-Type: application/json' \\\n` +
        `  -d '{"service": "auth", "level": "error", "message": "User 17 was locked out"}'`,
    },
    {
      id: 'otlp',
      name: 'OpenTelemetry',
      note: 'For any SDK or Collector, by its standard variables.',
      command: [
        'export OTEL_LOGS_EXPORTER=otlp',
        'export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
        `export OTEL_EXPORTER_OTLP_ENDPOINT=${origin}`,
        ...(needsToken
          ? ['export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer%20$WINNOW_TOKEN"']
          : []),
      ].join('\n'),
    },
    {
      id: 'import',
      name: 'Old logs',
      note: 'Files of any layout, compressed or in archives; once, into this server.',
      command: `./winnow import --url ${origin} app.log old.log.gz archive.tar`,
    },
    {
      id: 'files',
      name: 'Files',
      note: 'The server follows files of its own machine, through rotation and restarts.',
      command: `./winnow serve --set 'receivers.files.paths=/var/log/*.log'`,
    },
    {
      id: 'loki',
      name: 'Loki',
      note: 'For whatever pushes to Loki already: change its address to this.',
      command:
        `curl ${origin}/loki/api/v1/push${header} -H 'Content-Type: application/json' \\\n` +
        `  -d '{"streams": [{"stream": {"service_name": "auth", "level": "error"}, "values": [["'$(date +%s)000000000'", "User 17 was locked out"]]}]}'`,
    },
    {
      id: 'bulk',
      name: 'Elasticsearch',
      note: 'For whatever sends in bulk to Elasticsearch already: change its address to this.',
      command:
        `printf '%s\\n' '{"create": {"_index": "logs"}}' \\\n` +
        `  '{"service.name": "auth", "log.level": "error", "message": "User 17 was locked out"}' |\n` +
        `  curl ${origin}/_bulk${header} -H 'Content-Type: application/x-ndjson' --data-binary @-`,
    },
    {
      id: 'syslog',
      name: 'Syslog',
      note: 'Off until it is turned on, and for the loopback address until the configuration names other networks.',
      command:
        './winnow serve --set receivers.syslog.udp.enabled=true --set receivers.syslog.tcp.enabled=true\n' +
        `logger --server ${hostname} --port 5514 --tcp --rfc5424 --tag shop --priority local3.err 'order 17 late'`,
    },
    {
      id: 'journal',
      name: 'systemd journal',
      note: 'Stored while it comes; what comes again is counted as a duplicate.',
      command: `systemd-journal-upload --url=${journalAddress(origin, needsToken)}`,
    },
  ];
}

/** The uploader sends a token as a password, and goes to a port of its own unless one is named. */
function journalAddress(origin: string, needsToken: boolean): string {
  const { protocol, hostname, port } = new URL(origin);
  const named = port || (protocol === 'https:' ? '443' : '80');
  return `${protocol}//${needsToken ? 'winnow:$WINNOW_TOKEN@' : ''}${hostname}:${named}`;
}
