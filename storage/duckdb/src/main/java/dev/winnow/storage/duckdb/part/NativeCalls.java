package dev.winnow.storage.duckdb.part;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of DuckDB's C interface that fill vectors, in the library that the driver has
 * loaded. If one is missing, this class cannot be initialised.
 */
@SuppressWarnings("restricted") // Native access is what it is for; the launcher allows it.
final class NativeCalls {
  private static final FunctionDescriptor POINTER_OF_POINTER_AND_LONG =
      FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG);

  private static final MethodHandle COLUMN_TYPE =
      find("duckdb_appender_column_type", POINTER_OF_POINTER_AND_LONG);
  private static final MethodHandle DESTROY_TYPE =
      find("duckdb_destroy_logical_type", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle CREATE_CHUNK =
      find("duckdb_create_data_chunk", POINTER_OF_POINTER_AND_LONG);
  private static final MethodHandle DESTROY_CHUNK =
      find("duckdb_destroy_data_chunk", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle VECTOR =
      find("duckdb_data_chunk_get_vector", POINTER_OF_POINTER_AND_LONG);
  private static final MethodHandle VECTOR_DATA =
      find("duckdb_vector_get_data", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle VECTOR_SIZE =
      find("duckdb_vector_size", FunctionDescriptor.of(JAVA_LONG));
  private static final MethodHandle SET_SIZE =
      find("duckdb_data_chunk_set_size", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
  private static final MethodHandle APPEND =
      find("duckdb_append_data_chunk", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle FLUSH =
      find("duckdb_appender_flush", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle ERROR =
      find("duckdb_appender_error", FunctionDescriptor.of(ADDRESS, ADDRESS));

  private NativeCalls() {}

  private static MethodHandle find(String name, FunctionDescriptor signature) {
    return SymbolLookup.loaderLookup()
        .find(name)
        .map(symbol -> Linker.nativeLinker().downcallHandle(symbol, signature))
        .orElseThrow(() -> new IllegalStateException("the library has no " + name));
  }

  static MemorySegment columnType(MemorySegment appender, int column) {
    try {
      return (MemorySegment) COLUMN_TYPE.invokeExact(appender, (long) column);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  static void destroyType(MemorySegment pointerToType) {
    try {
      DESTROY_TYPE.invokeExact(pointerToType);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  static MemorySegment createChunk(MemorySegment types, int columns) {
    try {
      return (MemorySegment) CREATE_CHUNK.invokeExact(types, (long) columns);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  static void destroyChunk(MemorySegment pointerToChunk) {
    try {
      DESTROY_CHUNK.invokeExact(pointerToChunk);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  /** The memory of a column's vector, which has a size of {@code bytes}. */
  static MemorySegment vectorData(MemorySegment chunk, int column, long bytes) {
    try {
      MemorySegment vector = (MemorySegment) VECTOR.invokeExact(chunk, (long) column);
      return ((MemorySegment) VECTOR_DATA.invokeExact(vector)).reinterpret(bytes);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  /** How many rows a chunk holds. */
  static int vectorSize() {
    try {
      return Math.toIntExact((long) VECTOR_SIZE.invokeExact());
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  /** Adds the first rows of a chunk, and says whether that worked. */
  static boolean append(MemorySegment appender, MemorySegment chunk, int rows) {
    try {
      SET_SIZE.invokeExact(chunk, (long) rows);
      return (int) APPEND.invokeExact(appender, chunk) == 0;
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  /** Hands over what was added to the transaction, and says whether that worked. */
  static boolean flush(MemorySegment appender) {
    try {
      return (int) FLUSH.invokeExact(appender) == 0;
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  /** Why the last call for an appender did not work. */
  static String error(MemorySegment appender) {
    try {
      MemorySegment text = (MemorySegment) ERROR.invokeExact(appender);
      return text.address() == 0
          ? "for no reason that is told"
          : text.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable failed) {
      throw impossible(failed);
    }
  }

  private static IllegalStateException impossible(Throwable failed) {
    return new IllegalStateException("a call of the library failed", failed);
  }
}
