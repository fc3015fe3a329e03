package dev.winnow.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** How values of records are written: as the one JSON form that they have everywhere. */
@Singleton
final class ValueJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule().addSerializer(new ValueWriter()).addSerializer(new AttributesWriter()));
  }

  private static final class ValueWriter extends StdSerializer<AnyValue> {
    private static final long serialVersionUID = 1L;

    private ValueWriter() {
      super(AnyValue.class);
    }

    @Override
    public void serialize(AnyValue value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeRawValue(AnyValueJson.toJson(value));
    }
  }

  private static final class AttributesWriter extends StdSerializer<Attributes> {
    private static final long serialVersionUID = 1L;

    private AttributesWriter() {
      super(Attributes.class);
    }

    @Override
    public void serialize(Attributes value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeRawValue(AnyValueJson.toJson(AnyValue.of(value)));
    }
  }
}
