/** A running server as commands see it: where it is, who asks, and what it answers. */
@NullMarked
package dev.winnow.cli.client;

import org.jspecify.annotations.NullMarked;
