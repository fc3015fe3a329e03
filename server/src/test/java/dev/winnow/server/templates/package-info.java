@NullMarked
package dev.winnow.server.templates;

import org.jspecify.annotations.NullMarked;
