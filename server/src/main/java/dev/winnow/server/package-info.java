/**
 * The server: what it is made of, in which order it starts and ends.
 *
 * <p>{@link dev.winnow.server.Application} puts all parts together by hand and is read from top to
 * bottom. Quarkus serves the API; its resources are given the same parts and hold no logic.
 */
@NullMarked
package dev.winnow.server;

import org.jspecify.annotations.NullMarked;
