package dev.winnow.server.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.winnow.server.request.Timestamps;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** How answers are written as JSON: names in snake_case, times as {@link Timestamps} has them. */
@Singleton
final class JsonForm implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .configOverride(Instant.class)
        .setFormat(
            JsonFormat.Value.forPattern(Timestamps.PATTERN)
                .withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC)));
  }
}
