package dev.winnow.server.records;

import java.util.List;

/**
 * A record and what its service and resource logged around it, all in order of time.
 *
 * @param before what was logged before it, the oldest first
 * @param after what was logged after it
 */
public record RecordContext(
    List<RecordAnswer> before, RecordAnswer log, List<RecordAnswer> after) {}
