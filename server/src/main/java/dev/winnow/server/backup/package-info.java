/**
 * All data in one file, and back.
 *
 * <p>A backup is an archive as {@code tar} makes them. It begins with {@code backup.json}, which
 * lists the files that follow with their sizes, and ends with {@code SHA256SUMS}, which has the
 * checksum of each, so what was cut off or damaged is recognised, by {@code sha256sum -c} too. The
 * files between are those of a data directory.
 */
@NullMarked
package dev.winnow.server.backup;

import org.jspecify.annotations.NullMarked;
