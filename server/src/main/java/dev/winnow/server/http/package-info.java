/** The API: resources that translate between HTTP and the parts of the server. */
@NullMarked
package dev.winnow.server.http;

import org.jspecify.annotations.NullMarked;
