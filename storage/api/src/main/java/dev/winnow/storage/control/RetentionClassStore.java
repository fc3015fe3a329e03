package dev.winnow.storage.control;

/** The retention classes. The class {@code default} always exists. */
public interface RetentionClassStore {
  /** The number of classes that may exist: each splits what is stored once more. */
  int MAX_CLASSES = 32;

  /** All classes. */
  RetentionClasses classes();

  /**
   * Adds a class, or puts it in the place of the one with its name.
   *
   * @throws dev.winnow.kernel.WinnowException if it is new and {@value #MAX_CLASSES} exist ({@code
   *     LIMIT_REACHED})
   */
  void put(RetentionClass retention);

  /**
   * Removes a class; returns whether there was one. What it holds is the business of the store of
   * records.
   *
   * @throws dev.winnow.kernel.WinnowException if it is the default class ({@code NOT_REMOVABLE})
   */
  boolean remove(String name);
}
