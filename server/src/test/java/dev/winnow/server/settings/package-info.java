@NullMarked
package dev.winnow.server.settings;

import org.jspecify.annotations.NullMarked;
