package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"time"
)

type peer struct {
	Name   string
	Addr   netip.AddrPort
	Weight float64
	Tags   []string
}

type phase int

func (p phase) String() string { return [...]string{"Follower", "Candidate", "Leader"}[p] }

func (v *Vocabulary) err() error {
	path := v.word("path")
	switch v.Intn(6) {
	case 0:
		return &net.OpError{Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.ParseIP(v.ip()), Port: 5432}, Err: errors.New("connect: connection refused")}
	case 1:
		return &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	case 2:
		return context.DeadlineExceeded
	case 3:
		return fmt.Errorf("decode %s: %w", v.word("topic"), io.ErrUnexpectedEOF)
	case 4:
		return fmt.Errorf("rpc error: code = %s desc = %s", v.one("Unavailable", "Internal"), v.word("reason"))
	}
	return io.EOF
}

// printf logs through the log package and slog's default handler, whose line is
// "LEVEL message key=value ...": the body of a program that never chose a handler.
func printf(v *Vocabulary, t *Truth) {
	var line bytes.Buffer
	logger := log.New(&line, "", 0)
	log.SetOutput(&line)
	log.SetFlags(0)
	s := &Schedule{}
	f := func(times int, format string, args func() []any) {
		s.site(times, func() {
			line.Reset()
			logger.Printf(format, args()...)
			t.add(line.String(), template(format))
		})
	}
	// A value nil in the argument list stands for nothing: only the message is logged.
	structured := func(times int, level slog.Level, message string, args func() []any) {
		s.site(times, func() {
			line.Reset()
			values := args()
			slog.Log(context.Background(), level, message, values...)
			text := level.String() + " " + message
			for i := 0; i < len(values); i += 2 {
				text += " " + values[i].(string) + "=<*>"
			}
			t.add(line.String(), text)
		})
	}
	none := func() []any { return nil }
	a := func(values ...any) []any { return values }

	f(240, "%s %s %d %v", func() []any { return a(v.word("method"), v.word("route"), v.between(200, 206), v.duration()) })
	f(130, "put key %q (%d bytes) in %v", func() []any { return a(v.word("table")+"/"+v.hex(6), v.number(90_000), v.duration()) })
	f(128, "get key %q (%d bytes) in %v", func() []any { return a(v.word("table")+"/"+v.hex(6), v.number(90_000), v.duration()) })
	f(45, "delete key %q in %v", func() []any { return a(v.word("table")+"/"+v.hex(6), v.duration()) })
	f(110, "heartbeat from %s term=%d", func() []any { return a(v.word("host"), v.between(3, 5)) })
	f(14, "%x became %v at term %d", func() []any { return a(v.Uint64(), phase(v.Intn(3)), v.between(3, 5)) })
	f(10, "%x received vote from %x", func() []any { return a(v.Uint64(), v.Uint64()) })
	f(4, "%x rejected vote from %x: %v", func() []any { return a(v.Uint64(), v.Uint64(), v.err()) })
	f(18, "dial %s failed: %v", func() []any { return a(v.hostPort(), v.err()) })
	f(52, "accepted connection from %v", func() []any {
		return a(netip.AddrPortFrom(netip.MustParseAddr(v.ip()), uint16(v.between(1024, 65535))))
	})
	f(50, "closed connection from %v: %v", func() []any {
		return a(netip.AddrPortFrom(netip.MustParseAddr(v.ip()), uint16(v.between(1024, 65535))), v.err())
	})
	f(9, "peer %+v is healthy=%t", func() []any {
		return a(peer{v.word("host"), netip.MustParseAddrPort("10.0.0.7:2380"), v.decimal(1), v.list(3, func() string { return v.word("region") })}, v.chance(.8))
	})
	f(16, "rebalanced %d shards: %v", func() []any { return a(v.number(64), v.list(5, func() string { return fmt.Sprint(v.Intn(64)) })) })
	f(12, "replica lag %v", func() []any { return a(v.counts(3, "region")) })
	f(20, "snapshot %016x saved to %s [%s]", func() []any { return a(v.Uint64(), v.word("path"), v.size()) })
	f(20, "compacted revision %d in %s", func() []any { return a(v.number(9_000_000), v.duration()) })
	f(3, "wal: fsync took %v, expected less than %v", func() []any { return a(v.duration(), time.Second) })
	f(1, "wal: repaired %s, %d bytes truncated", func() []any { return a(v.word("path"), 512) })
	f(37, "cache %s: %.1f%% hit rate, %d entries", func() []any { return a(v.word("table"), v.decimal(100), v.number(100_000)) })
	f(60, "job %s started by %s", func() []any { return a(v.word("job"), v.word("user")) })
	f(57, "job %s finished by %s: %v", func() []any { return a(v.word("job"), v.word("user"), v.duration().Round(time.Millisecond)) })
	f(2, "job %s panicked: runtime error: index out of range [%d] with length %d", func() []any { return a(v.word("job"), 5, 5) })
	f(22, "loaded %T with %d rules from %s", func() []any { return a(peer{}, v.number(300), v.word("path")) })
	f(6, "unexpected value %#v for %s", func() []any { return a([]string{"", v.word("state")}, v.word("flag")) })
	f(5, "user=%s action=%s result=%v", func() []any { return a(v.word("user"), v.one("create", "update"), v.err()) })
	f(33, "sent %q to <%s>", func() []any { return a(v.word("template"), v.email()) })
	f(7, "rate limited %s: %d requests in %v", func() []any { return a(v.ip(), v.number(9000), time.Minute) })
	f(15, "goroutines=%d heap=%s gc=%d", func() []any { return a(v.number(4000), v.size(), v.number(900)) })
	f(1, "listening on %s", func() []any { return a("[::]:8443") })
	f(1, "received signal %v, draining", func() []any { return a("terminated") })
	f(1, "goodbye", none)
	f(2, "http: TLS handshake error from %s: %v", func() []any { return a(v.ip()+":40122", v.err()) })
	f(3, "http: superfluous response.WriteHeader call from %s (%s:%d)", func() []any { return a("main.(*server).orders", "orders.go", 88) })
	f(11, "price of %s set to %.2f %s by %s", func() []any { return a(v.word("sku"), v.decimal(900), v.word("currency"), v.word("name")) })
	f(8, "pointer %v, optional %v", func() []any { return a(v.one("<nil>", "0xc000"+v.hex(6)), v.one("<nil>", v.word("product"))) })
	f(4, "config %s=%v (was %v)", func() []any { return a(v.word("flag"), v.chance(.5), v.chance(.5)) })
	f(1, "config %s is unknown", func() []any { return a("max_conns") })

	structured(150, slog.LevelInfo, "order placed", func() []any { return a("order", v.id(), "user", v.word("user"), "total", v.decimal(900)) })
	structured(70, slog.LevelInfo, "order shipped", func() []any { return a("order", v.id(), "carrier", v.word("carrier"), "eta", v.instant()) })
	structured(40, slog.LevelWarn, "payment declined", func() []any { return a("order", v.id(), "reason", v.word("reason")) })
	structured(160, slog.LevelInfo, "request", func() []any {
		return a("method", v.word("method"), "path", v.word("route"), "status", v.between(200, 204), "dur", v.duration(), "ip", v.ip())
	})
	structured(5, slog.LevelError, "request failed", func() []any { return a("path", v.word("route"), "err", v.err()) })
	structured(30, slog.LevelInfo, "login", func() []any { return a("user", v.word("user"), "ip", v.ip(), "mfa", v.chance(.4)) })
	structured(28, slog.LevelInfo, "logout", func() []any { return a("user", v.word("user")) })
	structured(2, slog.LevelWarn, "login failed", func() []any { return a("user", v.word("user"), "ip", v.ip(), "attempts", v.between(1, 9)) })
	structured(13, slog.LevelWarn, "slow query", func() []any { return a("sql", v.word("sql"), "dur", v.duration(), "rows", v.number(9000)) })
	structured(8, slog.LevelInfo, "file stored", func() []any { return a("path", v.word("path"), "size", v.size(), "sha256", v.hex(64)) })
	structured(8, slog.LevelInfo, "file removed", func() []any { return a("path", v.word("path")) })
	structured(6, slog.LevelInfo, "scaled", func() []any { return a("service", v.word("service"), "from", v.between(1, 4), "to", v.between(2, 6)) })
	structured(3, slog.LevelInfo, "labels changed", func() []any {
		return a("labels", v.list(3, func() string { return v.word("flag") }), "by", v.word("name"))
	})
	structured(1, slog.LevelError, "certificate expired", func() []any { return a("host", v.word("host"), "at", v.instant()) })
	structured(1, slog.LevelInfo, "config reloaded", none)
	structured(9, slog.LevelInfo, "note added", func() []any { return a("order", v.id(), "text", strings.TrimSpace(v.word("note"))) })
	s.run(v)
}
