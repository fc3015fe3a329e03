package dev.winnow.server.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of each endpoint how it may refuse. The answers themselves are described
 * once, in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemAnswers implements OASFilter {
  /** Answered to anybody and at all times, or in the form of another protocol. */
  private static final List<String> WITHOUT = List.of("/health", "/v1/logs");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> {
          if (WITHOUT.stream().noneMatch(path::startsWith)) {
            item.getOperations().values().forEach(operation -> describe(path, operation));
          }
        });
  }

  private static void describe(String path, Operation operation) {
    APIResponses answers = operation.getResponses();
    refer(answers, "401", "Unauthenticated");
    refer(answers, "403", "Forbidden");
    refer(answers, "422", "Invalid");
    refer(answers, "503", "Unavailable");
    if (path.contains("{")) {
      refer(answers, "404", "NotFound");
    }
    if (answers.hasAPIResponse("400")) {
      refer(answers, "400", "Malformed");
    }
  }

  private static void refer(APIResponses answers, String status, String name) {
    answers.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
  }
}
