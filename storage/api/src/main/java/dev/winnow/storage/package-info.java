/** What Winnow keeps, as ports that any engine may implement. */
@NullMarked
package dev.winnow.storage;

import org.jspecify.annotations.NullMarked;
