@NullMarked
package dev.winnow.server.files;

import org.jspecify.annotations.NullMarked;
