/** What queries touch, as a base for recommendations. */
@NullMarked
package dev.winnow.server.usage;

import org.jspecify.annotations.NullMarked;
