@NullMarked
package dev.winnow.server.http;

import org.jspecify.annotations.NullMarked;
