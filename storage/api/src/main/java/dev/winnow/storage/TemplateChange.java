package dev.winnow.storage;

/** Something that was learned about templates. */
public sealed interface TemplateChange {
  /** The template that it is about. */
  long templateId();

  /** A template that was met first, or whose text became more general. */
  record Learned(long templateId, String text) implements TemplateChange {}

  /**
   * A template that turned out to be part of another; its id stays valid as an alias. If the other
   * had been an alias that leads to this one, it stands for itself again: the last merge holds, and
   * aliases never lead in a circle. A merge into itself has no effect.
   */
  record Merged(long templateId, long into) implements TemplateChange {}
}
