package dev.winnow.server.generator;

import java.util.List;

/**
 * What the generator does.
 *
 * @param isRunning whether it generates
 * @param currentRate records per second; 0 if it does not
 * @param errorRatePercentage how many of a hundred are WARN or worse, without those of incidents
 * @param logsGenerated since the server has started
 * @param logsStored those of them that were stored
 * @param logsFailed those that were not, as the store did not keep up
 * @param services of which records are generated
 */
public record GeneratorAnswer(
    boolean isRunning,
    int currentRate,
    int errorRatePercentage,
    long logsGenerated,
    long logsStored,
    long logsFailed,
    List<String> services) {}
