@NullMarked
package dev.winnow.server.http.settings;

import org.jspecify.annotations.NullMarked;
