package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Service;
import dev.winnow.kernel.record.AnyValue;

/**
 * The part of one instance of a service in a request.
 *
 * @param start when it began
 * @param id empty if nobody asked
 */
record Span(
    Service service, Instance instance, AnyValue thread, Request request, long start, String id) {}
