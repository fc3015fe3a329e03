/** Tests of Winnow from outside: the packaged program, its launcher, the rules of its house. */
@NullMarked
package dev.winnow.e2e;

import org.jspecify.annotations.NullMarked;
