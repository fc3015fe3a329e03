/** The generator as a part of the server, which makes records of its own and keeps them. */
@NullMarked
package dev.winnow.server.generator;

import org.jspecify.annotations.NullMarked;
