/** The hash that ids, fingerprints and identities are made with, the same in every language. */
@NullMarked
package dev.winnow.kernel.hash;

import org.jspecify.annotations.NullMarked;
