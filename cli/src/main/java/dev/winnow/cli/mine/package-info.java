/** {@code winnow mine}: the templates of a log. */
@NullMarked
package dev.winnow.cli.mine;

import org.jspecify.annotations.NullMarked;
