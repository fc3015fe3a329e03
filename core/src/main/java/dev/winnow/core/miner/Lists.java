package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.form.Mask;
import java.util.ArrayList;
import java.util.List;

/** Makes one position of a list of values, so that lists of any length have one shape. */
final class Lists {
  private Lists() {}

  static List<Slot> collapse(List<Slot> slots) {
    return lists(names(slots));
  }

  /** Makes one position of a proper name of several words, such as {@code Ada Lovelace}. */
  private static List<Slot> names(List<Slot> slots) {
    List<Slot> out = new ArrayList<>();
    int at = 0;
    while (at < slots.size()) {
      int end = at + 1;
      if (isCapitalised(slots.get(at))) {
        while (end < slots.size() && slots.get(end).gap() == ' ' && isCapitalised(slots.get(end))) {
          end++;
        }
      }
      if (end == at + 1) {
        out.add(slots.get(at));
      } else {
        Slot list = list(slots, at, end);
        out.add(Slot.of(list.gap(), slots.get(at).kind(), list.text()));
      }
      at = end;
    }
    return out;
  }

  private static boolean isCapitalised(Slot slot) {
    String text = slot.text();
    return (slot.kind() == Kind.WORD || slot.kind() == Kind.NAME)
        && text.length() > 1
        && Character.isUpperCase(text.charAt(0))
        && Character.isLowerCase(text.charAt(text.length() - 1));
  }

  private static List<Slot> lists(List<Slot> slots) {
    List<Slot> out = new ArrayList<>();
    int at = 0;
    while (at < slots.size()) {
      int end = listEnd(slots, at);
      out.add(end == at + 1 ? slots.get(at) : list(slots, at, end));
      at = end;
    }
    return out;
  }

  private static int listEnd(List<Slot> slots, int from) {
    if (!isElement(slots, from)) {
      return from + 1;
    }
    int end = from + 1;
    while (true) {
      if (isUnit(slots, end)) {
        end++;
      }
      int next = end < slots.size() && isComma(slots.get(end)) ? end + 1 : end;
      boolean joined = next > end || (next < slots.size() && slots.get(next).gap() == ' ');
      if (!joined || !isElement(slots, next)) {
        return end;
      }
      end = next + 1;
    }
  }

  /** Whether a unit or the name of a code follows a number: {@code 5 MB}, {@code 404 NOT_FOUND}. */
  private static boolean isUnit(List<Slot> slots, int at) {
    if (at >= slots.size() || slots.get(at).gap() != ' ') {
      return false;
    }
    boolean behindNumber = slots.get(at - 1).text().endsWith(Mask.NUM.placeholder());
    Slot slot = slots.get(at);
    return behindNumber && (slot.kind() == Kind.CONSTANT || Vocabulary.isUnit(slot.text()));
  }

  private static boolean isElement(List<Slot> slots, int at) {
    return at < slots.size()
        && slots.get(at).kind() == Kind.VALUE
        && !slots.get(at).text().isEmpty()
        && !slots.get(at).text().equals("-");
  }

  private static boolean isComma(Slot slot) {
    return slot.kind() == Kind.FIXED && slot.text().equals(",");
  }

  private static Slot list(List<Slot> slots, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Slot slot = slots.get(i);
      if (i > from && slot.gap() != Slot.NO_GAP) {
        text.append(slot.gap());
      }
      text.append(slot.text());
    }
    return Slot.of(slots.get(from).gap(), Kind.VALUE, text.toString());
  }
}
