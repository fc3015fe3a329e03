package dev.winnow.server.http;

import dev.winnow.server.listen.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of each endpoint how it may refuse. The answers themselves are described
 * once, in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemAnswers implements OASFilter {
  /** Answered to anybody and at all times, or in the form of another protocol. */
  private static final List<String> WITHOUT = List.of("/health", "/v1/logs", "/loki/", "/_bulk");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents().getResponses().values().forEach(ProblemAnswers::addContent);
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> {
          if (WITHOUT.stream().noneMatch(path::startsWith)) {
            item.getOperations().forEach((method, operation) -> describe(path, method, operation));
          }
        });
  }

  private static void addContent(APIResponse answer) {
    MediaType problem =
        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    answer.setContent(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
  }

  private static void describe(String path, HttpMethod method, Operation operation) {
    APIResponses answers = operation.getResponses();
    refer(answers, "401", "Unauthenticated");
    refer(answers, "403", "Forbidden");
    refer(answers, "422", "Invalid");
    refer(answers, "503", "Unavailable");
    if (path.contains("{")) {
      refer(answers, "404", "NotFound");
    }
    boolean isQuestion = method == HttpMethod.GET;
    if (isQuestion && path.startsWith("/api/")) {
      refer(answers, "504", "Timeout");
    }
    if (!isQuestion && path.startsWith("/api/v1/")) {
      refer(answers, "409", "Conflict");
    }
    if (operation.getRequestBody() != null) {
      refer(answers, "400", "Malformed");
      refer(answers, "413", "TooLarge");
      refer(answers, "415", "UnsupportedType");
    }
  }

  private static void refer(APIResponses answers, String status, String name) {
    answers.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
  }
}
