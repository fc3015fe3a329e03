/**
 * What Winnow keeps, as ports that any engine may implement.
 *
 * <p>A {@link dev.winnow.storage.LogStore} takes {@linkplain dev.winnow.storage.Batch batches} by
 * its {@link dev.winnow.storage.LogWriter} and answers by its {@link dev.winnow.storage.LogReader}.
 * A record, what it adds to the counts, and what was learned from it are committed together, so
 * counts are never ahead of the records that they count. Every question names a tenant, and no
 * answer mixes two.
 *
 * <p>Times are nanoseconds since 1970, from 0 to the largest {@code long}, which is in the year
 * 2262; what a source dates outside of what is plausible is filed under the time it was observed.
 */
@NullMarked
package dev.winnow.storage;

import org.jspecify.annotations.NullMarked;
