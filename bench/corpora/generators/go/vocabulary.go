package main

import (
	"bufio"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"time"
)

// Vocabulary draws seeded values of many kinds; the word lists come from vocabulary.txt.
type Vocabulary struct {
	*rand.Rand
	words map[string][]string
	clock time.Time
}

func newVocabulary(path string, seed int64) *Vocabulary {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	v := &Vocabulary{rand.New(rand.NewSource(seed)), map[string][]string{}, time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		kind, words, found := strings.Cut(lines.Text(), ": ")
		if found && !strings.HasPrefix(kind, "#") {
			v.words[kind] = strings.Split(words, " | ")
		}
	}
	return v
}

// word draws a word of a kind, the first words of its list far more often than the last.
func (v *Vocabulary) word(kind string) string {
	words, r := v.words[kind], v.Float64()
	word := words[int(float64(len(words))*r*r)]
	word = strings.ReplaceAll(word, "{n}", fmt.Sprint(v.id()))
	return strings.ReplaceAll(word, "{h}", v.hex(8))
}

// number draws a number of skewed size: most are small, some are huge.
func (v *Vocabulary) number(most int) int {
	r := v.Float64()
	return int(float64(most) * r * r * r * r)
}

func (v *Vocabulary) between(low, high int) int    { return low + v.Intn(high-low+1) }
func (v *Vocabulary) id() int                      { return v.between(1, 99_999) }
func (v *Vocabulary) decimal(most float64) float64 { return float64(int(v.Float64()*most*100)) / 100 }
func (v *Vocabulary) chance(p float64) bool        { return v.Float64() < p }
func (v *Vocabulary) one(words ...string) string   { return words[v.Intn(len(words))] }

func (v *Vocabulary) hex(digits int) string {
	var s strings.Builder
	for range digits {
		s.WriteByte("0123456789abcdef"[v.Intn(16)])
	}
	return s.String()
}

func (v *Vocabulary) uuid() string {
	return fmt.Sprintf("%s-%s-4%s-a%s-%s", v.hex(8), v.hex(4), v.hex(3), v.hex(3), v.hex(12))
}

func (v *Vocabulary) ip() string {
	if v.chance(.08) {
		return "2001:db8::" + v.hex(4) + ":" + v.hex(3)
	}
	return fmt.Sprintf("%s.%d.%d", v.one("10.0", "10.0", "203.0"), v.between(0, 255), v.between(1, 254))
}

func (v *Vocabulary) hostPort() string {
	return v.word("host") + v.one(":5432", ":6379", ":8080", ":9092", ":443")
}

func (v *Vocabulary) email() string { return v.word("user") + "@" + v.word("maildomain") }
func (v *Vocabulary) url() string   { return "https://" + v.word("host") + v.word("route") }

func (v *Vocabulary) instant() time.Time {
	v.clock = v.clock.Add(time.Duration(v.number(60_000)) * time.Millisecond)
	return v.clock
}

func (v *Vocabulary) duration() time.Duration {
	return time.Duration(v.number(400_000_000)) * time.Microsecond
}

func (v *Vocabulary) size() string {
	n := float64(v.number(900_000_000))
	for _, unit := range []string{"B", "KiB", "MiB"} {
		if n < 1024 {
			return fmt.Sprintf("%.4g%s", n, unit)
		}
		n /= 1024
	}
	return fmt.Sprintf("%.4gGiB", n)
}

func (v *Vocabulary) list(most int, element func() string) []string {
	list := make([]string, v.Intn(most+1))
	for i := range list {
		list[i] = element()
	}
	return list
}

func (v *Vocabulary) counts(most int, kind string) map[string]int {
	m := map[string]int{}
	for range v.Intn(most + 1) {
		m[v.word(kind)] = v.between(0, 500)
	}
	return m
}

// Schedule holds call sites, each as often as it is passed, and runs them in one seeded order.
type Schedule struct{ calls []func() }

func (s *Schedule) site(times int, call func()) {
	for range times {
		s.calls = append(s.calls, call)
	}
}

func (s *Schedule) run(v *Vocabulary) {
	v.Shuffle(len(s.calls), func(i, j int) { s.calls[i], s.calls[j] = s.calls[j], s.calls[i] })
	for _, call := range s.calls {
		call()
	}
}
