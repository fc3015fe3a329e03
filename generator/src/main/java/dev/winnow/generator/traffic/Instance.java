package dev.winnow.generator.traffic;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Resource;
import java.util.List;

/**
 * One of the processes of a service.
 *
 * @param processId by which its machine knows it
 * @param threads what its threads are called
 */
record Instance(Resource resource, int processId, List<AnyValue> threads) {}
