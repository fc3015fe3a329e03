package main

import (
	"encoding/csv"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// Truth writes one CSV row per logged line: the rendered body and its template.
type Truth struct {
	file  *os.File
	table *csv.Writer
	lines int
}

func newTruth(path string, columns ...string) *Truth {
	file, err := os.Create(path)
	if err != nil {
		panic(err)
	}
	t := &Truth{file: file, table: csv.NewWriter(file)}
	t.table.Write(append([]string{"LineId", "Content", "EventTemplate"}, columns...))
	return t
}

func (t *Truth) add(content, template string, more ...string) {
	t.lines++
	row := []string{strconv.Itoa(t.lines), strings.TrimSuffix(content, "\n"), template}
	t.table.Write(append(row, more...))
}

func (t *Truth) close() {
	t.table.Flush()
	if t.table.Error() != nil {
		panic(t.table.Error())
	}
	t.file.Close()
}

var verb = regexp.MustCompile(`%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z%]`)

// template is a format string with each verb as a wildcard; %% is a percent sign.
func template(format string) string {
	return verb.ReplaceAllStringFunc(format, func(v string) string {
		if v == "%%" {
			return "%"
		}
		return "<*>"
	})
}
