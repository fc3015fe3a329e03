package dev.winnow.pipeline;

import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.Resource;

/** Adds the service and host that bodies name to resources, and shares what comes of it. */
final class ResourceCompletion {
  private Resource own = Resource.EMPTY;
  private Resource said = Resource.EMPTY;
  private Resource completed = Resource.EMPTY;

  /** A resource with what a body says besides; what it states itself counts. */
  Resource complete(Resource stated, Resource byBody) {
    if (byBody.attributes().isEmpty()) {
      return stated;
    }
    if (!own.equals(stated) || !said.equals(byBody)) {
      own = stated;
      said = byBody;
      Attributes both = Interpretation.join(stated.attributes(), byBody.attributes());
      completed = both.equals(stated.attributes()) ? stated : new Resource(both);
    }
    return completed;
  }
}
