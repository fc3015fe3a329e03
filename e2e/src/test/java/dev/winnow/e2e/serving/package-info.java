/**
 * Tests of the packaged server as its users meet it: senders, those who ask, and those who mean no
 * good. {@link dev.winnow.e2e.serving.RunningServer} is the server, {@link
 * dev.winnow.e2e.serving.Http} speaks to it.
 */
@NullMarked
package dev.winnow.e2e.serving;

import org.jspecify.annotations.NullMarked;
