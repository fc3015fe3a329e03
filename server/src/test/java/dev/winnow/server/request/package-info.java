@NullMarked
package dev.winnow.server.request;

import org.jspecify.annotations.NullMarked;
