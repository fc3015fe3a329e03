/**
 * Records that administrators have deleted for good, such as those that hold a secret.
 *
 * <p>{@link dev.winnow.server.deletion.Deletions} keeps what was asked for in the control store,
 * has the record store erase it, one deletion after the other, and goes on after a restart. The
 * audit log tells of it without the condition, which may name the secret.
 */
@NullMarked
package dev.winnow.server.deletion;

import org.jspecify.annotations.NullMarked;
