/**
 * The contract of the control store's ports, one abstract class of tests each, and a store in
 * memory that keeps it. An adapter extends every one of them and gives only a new, empty store.
 */
@NullMarked
package dev.winnow.storage.testkit.control;

import org.jspecify.annotations.NullMarked;
