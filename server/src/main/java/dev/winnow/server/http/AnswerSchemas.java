package dev.winnow.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the schema of each record what its declaration says and the framework does not read:
 * members are always there, and null only if they are declared {@link Nullable}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AnswerSchemas implements OASFilter {
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private final IndexView index;

  /**
   * Reads declarations from an index.
   *
   * @param index the classes of the server
   */
  public AnswerSchemas(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Map<String, DotName> described = new HashMap<>();
    for (ClassInfo type : index.getKnownClasses()) {
      Schema schema = type.isRecord() ? schemas.get(name(type)) : null;
      Map<String, RecordComponentInfo> members = members(type);
      // Records of other parts may be called as an answer is.
      if (schema != null
          && schema.getProperties() != null
          && schema.getProperties().keySet().equals(members.keySet())) {
        DotName other = described.put(name(type), type.name());
        if (other != null && !other.equals(type.name())) {
          throw new IllegalStateException(
              "%s and %s may both be the schema %s".formatted(type.name(), other, name(type)));
        }
        describe(schema, members);
      }
    }
  }

  private static String name(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    AnnotationValue name = schema == null ? null : schema.value("name");
    return name == null ? type.simpleName() : name.asString();
  }

  private static Map<String, RecordComponentInfo> members(ClassInfo type) {
    Map<String, RecordComponentInfo> members = new LinkedHashMap<>();
    type.recordComponents().forEach(member -> members.put(NAMES.translate(member.name()), member));
    return members;
  }

  private static void describe(Schema schema, Map<String, RecordComponentInfo> members) {
    boolean isAnswer = schema.getRequired() == null;
    members.forEach((name, member) -> {
      if (isAnswer && !member.field().hasAnnotation(INCLUDE)) {
        schema.addRequired(name);
      }
      if (member.type().hasAnnotation(NULLABLE)) {
        schema.addProperty(
            name, nullable(Objects.requireNonNull(schema.getProperties().get(name))));
      }
    });
  }

  private static Schema nullable(Schema schema) {
    List<SchemaType> types = schema.getType();
    if (schema.getAnyOf() != null || (types != null && types.contains(SchemaType.NULL))) {
      return schema; // The framework filters more than once.
    }
    if (schema.getRef() == null) {
      return schema.addType(SchemaType.NULL);
    }
    Schema none = OASFactory.createSchema().type(List.of(SchemaType.NULL));
    return OASFactory.createSchema().anyOf(List.of(schema, none));
  }
}
