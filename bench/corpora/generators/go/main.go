// Command shop writes two truth sets: free text through log.Printf and slog's default handler,
// and logfmt lines through slog's TextHandler and logrus.
//
// usage: shop VOCABULARY OUTPUT_DIRECTORY
package main

import (
	"os"
	"path/filepath"
)

func main() {
	vocabulary, directory := os.Args[1], os.Args[2]
	text := newTruth(filepath.Join(directory, "go-log.truth.csv"))
	printf(newVocabulary(vocabulary, 20261122), text)
	text.close()
	lines := newTruth(filepath.Join(directory, "logfmt.truth.csv"), "CallSite")
	logfmtLines(newVocabulary(vocabulary, 20261123), lines)
	lines.close()
}
