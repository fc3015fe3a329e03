/**
 * Files that are followed as they grow. {@link dev.winnow.server.files.FileReceiver} looks for them
 * and reads them in rounds; how far each was read is in a file of checkpoints, so that after a
 * crash everything is read at least once, and what is read again is known to be.
 */
@NullMarked
package dev.winnow.server.files;

import org.jspecify.annotations.NullMarked;
