// What a test asks for: some words that take less room in gzip, in gzip, in gzip, in gzip, in gzip.
