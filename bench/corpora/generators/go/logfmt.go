package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"sort"
	"strings"
	"time"

	"github.com/sirupsen/logrus"
)

// logfmtLines logs whole logfmt lines through slog's TextHandler and logrus' TextFormatter.
// A wildcard stands for a whole value, its quotes included; level, message and keys are literal.
func logfmtLines(v *Vocabulary, t *Truth) {
	var line bytes.Buffer
	text := slog.New(slog.NewTextHandler(&line, &slog.HandlerOptions{
		Level: slog.LevelDebug,
		ReplaceAttr: func(groups []string, attr slog.Attr) slog.Attr {
			if len(groups) == 0 && attr.Key == slog.TimeKey {
				attr.Value = slog.TimeValue(v.instant())
			}
			return attr
		},
	}))
	lr := logrus.New()
	lr.SetOutput(io.Discard)
	lr.SetLevel(logrus.DebugLevel)
	formatter := &logrus.TextFormatter{DisableColors: true}
	s := &Schedule{}

	sl := func(times int, level slog.Level, message string, attrs func() []any) {
		s.site(times, func() {
			line.Reset()
			values := attrs()
			text.Log(context.Background(), level, message, values...)
			template := "time=<*> level=" + level.String() + " msg=" + quoted(message)
			for _, value := range values {
				template += attribute("", value.(slog.Attr))
			}
			t.add(line.String(), template, "slog: "+message)
		})
	}
	lg := func(times int, level logrus.Level, fields func() logrus.Fields, format string, args func() []any) {
		s.site(times, func() {
			entry := lr.WithFields(fields())
			entry.Time, entry.Level, entry.Message = v.instant(), level, fmt.Sprintf(format, args()...)
			body, err := formatter.Format(entry)
			if err != nil {
				panic(err)
			}
			keys := make([]string, 0, len(entry.Data))
			for key := range entry.Data {
				keys = append(keys, key)
			}
			sort.Strings(keys)
			// logrus quotes a message that has a space or a sign; every message here has one.
			result := "time=<*> level=" + level.String() + " msg=\"" + strings.ReplaceAll(template(format), `"`, `\"`) + `"`
			for _, key := range keys {
				result += " " + key + "=<*>"
			}
			t.add(string(body), result, "logrus: "+format)
		})
	}
	a := func(values ...any) []any { return values }
	none := func() []any { return nil }
	S, I := slog.String, slog.Int

	sl(380, slog.LevelInfo, "request completed", func() []any {
		return a(S("method", v.word("method")), S("path", v.word("route")), I("status", v.between(200, 204)), slog.Duration("duration", v.duration()), S("remote", v.ip()))
	})
	sl(9, slog.LevelError, "request failed", func() []any {
		return a(S("method", v.word("method")), S("path", v.word("route")), slog.Any("err", v.err()))
	})
	sl(150, slog.LevelDebug, "cache lookup", func() []any { return a(S("key", v.word("table")+":"+v.hex(5)), slog.Bool("hit", v.chance(.7))) })
	sl(90, slog.LevelInfo, "order placed", func() []any {
		return a(I("order_id", v.id()), S("user", v.word("user")), slog.Group("price", slog.Float64("amount", v.decimal(900)), S("currency", v.word("currency"))))
	})
	sl(44, slog.LevelInfo, "order shipped", func() []any {
		return a(I("order_id", v.id()), S("carrier", v.word("carrier")), S("city", v.word("city")))
	})
	sl(5, slog.LevelWarn, "order cancelled", func() []any {
		return a(I("order_id", v.id()), S("by", v.word("name")), S("note", v.one("", v.word("note"))))
	})
	sl(33, slog.LevelWarn, "payment declined", func() []any {
		return a(S("payment_id", v.uuid()), S("card", v.word("card")), S("reason", v.word("reason")))
	})
	sl(100, slog.LevelInfo, "login", func() []any { return a(S("user", v.word("user")), S("ip", v.ip()), S("agent", v.word("agent"))) })
	sl(38, slog.LevelInfo, "logout", func() []any { return a(S("user", v.word("user")), slog.Duration("after", v.duration())) })
	sl(21, slog.LevelWarn, "login failed", func() []any { return a(S("user", v.word("user")), S("ip", v.ip()), I("attempts", v.between(1, 9))) })
	sl(17, slog.LevelWarn, "slow query", func() []any {
		return a(S("query", v.word("sql")), slog.Duration("took", v.duration()), I("rows", v.number(5000)))
	})
	sl(12, slog.LevelDebug, "pool stats", func() []any {
		return a(I("open", v.between(1, 20)), I("idle", v.between(0, 20)), I("wait", v.number(9)))
	})
	sl(1, slog.LevelInfo, "starting server", func() []any { return a(S("addr", ":8080"), S("version", "v2.14.0"), I("pid", 71)) })
	sl(1, slog.LevelInfo, "server stopped", none)
	sl(3, slog.LevelInfo, "config reloaded", func() []any {
		return a(S("file", v.word("path")), slog.Any("changed", v.list(3, func() string { return v.word("flag") })))
	})
	sl(10, slog.LevelInfo, "upload stored", func() []any { return a(S("path", v.word("path")), S("size", v.size()), S("sha256", v.hex(64))) })
	sl(9, slog.LevelInfo, "upload deleted", func() []any { return a(S("path", v.word("path"))) })
	sl(2, slog.LevelError, "disk almost full", func() []any {
		return a(S("mount", "/data"), S("free", v.size()), slog.Float64("used_pct", v.decimal(100)))
	})
	sl(24, slog.LevelInfo, "job finished", func() []any {
		return a(S("job", v.word("job")), slog.Duration("took", v.duration()), I("processed", v.number(9000)))
	})
	sl(25, slog.LevelInfo, "job started", func() []any { return a(S("job", v.word("job")), slog.Time("scheduled_for", v.instant())) })
	sl(4, slog.LevelError, "job failed", func() []any { return a(S("job", v.word("job")), slog.Any("err", v.err())) })
	sl(7, slog.LevelInfo, "quota", func() []any { return a(S("tenant", v.word("service")), slog.Any("usage", v.counts(2, "queue"))) })
	sl(30, slog.LevelDebug, "trace", func() []any {
		return a(S("trace_id", v.hex(32)), S("span_id", v.hex(16)), S("name", v.word("method")+" "+v.word("service")))
	})
	sl(2, slog.LevelWarn, "clock skew detected", func() []any { return a(slog.Duration("skew", v.duration())) })

	fields := func(pairs ...any) logrus.Fields {
		f := logrus.Fields{}
		for i := 0; i < len(pairs); i += 2 {
			f[pairs[i].(string)] = pairs[i+1]
		}
		return f
	}
	lg(160, logrus.InfoLevel, func() logrus.Fields { return fields("component", v.word("service"), "container", v.hex(12)) }, "Health check passed in %v", func() []any { return a(v.duration()) })
	lg(12, logrus.WarnLevel, func() logrus.Fields { return fields("component", v.word("service"), "container", v.hex(12)) }, "Health check failed %d times: %v", func() []any { return a(v.between(1, 5), v.err()) })
	lg(75, logrus.InfoLevel, func() logrus.Fields { return fields("image", v.word("service")+":"+v.hex(7), "node", v.word("host")) }, "Pulled image in %s", func() []any { return a(v.duration().Round(time.Millisecond)) })
	lg(60, logrus.InfoLevel, func() logrus.Fields { return fields("node", v.word("host")) }, "Started container %s", func() []any { return a(v.hex(64)) })
	lg(58, logrus.InfoLevel, func() logrus.Fields { return fields("node", v.word("host"), "exit", v.number(3)) }, "Stopped container %s", func() []any { return a(v.hex(64)) })
	lg(48, logrus.DebugLevel, func() logrus.Fields { return fields("module", "grpc") }, "Channel switches to new LB policy %q", func() []any { return a(v.one("pick_first", "round_robin")) })
	lg(40, logrus.DebugLevel, func() logrus.Fields { return fields("partition", v.between(0, 11), "topic", v.word("topic")) }, "Committed offset %d", func() []any { return a(v.number(900_000_000)) })
	lg(31, logrus.InfoLevel, func() logrus.Fields { return fields("template", v.word("template"), "to", v.email()) }, "Mail sent to %d recipients", func() []any { return a(v.between(1, 3)) })
	lg(20, logrus.InfoLevel, func() logrus.Fields { return fields("by", v.word("name"), "sku", v.word("sku")) }, "Price changed from %.2f to %.2f", func() []any { return a(v.decimal(90), v.decimal(90)) })
	lg(15, logrus.WarnLevel, func() logrus.Fields { return fields("client", v.ip()) }, "Rate limit of %d requests/s exceeded", func() []any { return a(v.between(1, 5) * 10) })
	lg(6, logrus.ErrorLevel, func() logrus.Fields { return fields("error", v.err()) }, "Could not reach %s", func() []any { return a(v.hostPort()) })
	lg(6, logrus.ErrorLevel, func() logrus.Fields { return fields("error", v.err(), "file", v.word("path")) }, "Could not read configuration", none)
	lg(3, logrus.InfoLevel, func() logrus.Fields { return fields("flag", v.word("flag")) }, "Feature turned on for %d%% of users", func() []any { return a(v.between(1, 100)) })
	lg(2, logrus.InfoLevel, func() logrus.Fields { return fields("flag", v.word("flag")) }, "Feature turned off", none)
	lg(1, logrus.InfoLevel, func() logrus.Fields { return fields() }, "Leader elected: %s", func() []any { return a(v.word("host")) })
	lg(1, logrus.WarnLevel, func() logrus.Fields { return fields("id", v.uuid()) }, "Leader lost, campaigning again", none)
	lg(1, logrus.FatalLevel, func() logrus.Fields { return fields("error", v.err()) }, "Cannot open data directory", none)
	s.run(v)
}

func quoted(message string) string {
	if strings.Contains(message, " ") {
		return `"` + message + `"`
	}
	return message
}

// attribute is the template of an attribute; the members of a group are written group.key=value.
func attribute(prefix string, attr slog.Attr) string {
	if attr.Value.Kind() != slog.KindGroup {
		return " " + prefix + attr.Key + "=<*>"
	}
	text := ""
	for _, member := range attr.Value.Group() {
		text += attribute(prefix+attr.Key+".", member)
	}
	return text
}
