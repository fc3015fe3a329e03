/** The pages for people, and the files that they are made of. */
@NullMarked
package dev.winnow.server.http.dashboard;

import org.jspecify.annotations.NullMarked;
