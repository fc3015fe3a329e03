/** {@code winnow analyze}: what is in a log. */
@NullMarked
package dev.winnow.cli.analyze;

import org.jspecify.annotations.NullMarked;
