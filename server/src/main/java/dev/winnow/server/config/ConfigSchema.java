package dev.winnow.server.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The keys that a tree of configuration records has, and how such a tree is built of values. */
final class ConfigSchema {
  private final Class<? extends Record> root;
  private final List<Setting> settings = new ArrayList<>();

  ConfigSchema(Class<? extends Record> root) {
    this.root = root;
    collect(root, "");
  }

  /** Every key, in the order of the records. */
  List<Setting> settings() {
    return List.copyOf(settings);
  }

  private void collect(Class<?> type, String group) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = group + snakeCase(component.getName());
      Key key = component.getAnnotation(Key.class);
      if (key == null) {
        collect(component.getType(), name + ".");
      } else {
        settings.add(
            new Setting(
                name,
                component.getType(),
                key.byDefault(),
                key.meaning(),
                key.alias(),
                key.secret()));
      }
    }
  }

  /**
   * Builds the tree.
   *
   * @param values what each key's value is
   * @throws IllegalArgumentException if a record refuses its values; the message begins with a key
   */
  Record build(Function<String, Object> values) {
    return build(root, "", values);
  }

  private static Record build(Class<?> type, String group, Function<String, Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = group + snakeCase(components[i].getName());
      types[i] = components[i].getType();
      arguments[i] =
          components[i].isAnnotationPresent(Key.class)
              ? values.apply(name)
              : build(types[i], name + ".", values);
    }
    try {
      return (Record) type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException refusal) {
      throw new IllegalArgumentException(
          group + refusal.getTargetException().getMessage(), refusal);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      snake.append(Character.isUpperCase(name.charAt(i)) ? "_" : "").append(name.charAt(i));
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
