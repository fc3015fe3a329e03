package dev.winnow.generator.shop;

/**
 * An exception that a service throws.
 *
 * @param printed as its language prints it, over several lines
 */
public record Thrown(String type, String message, TextPattern printed) {}
