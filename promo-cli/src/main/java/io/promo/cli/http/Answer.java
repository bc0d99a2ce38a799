package io.promo.cli.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status HTTP status
 * @param etag for {@link Request#ifMatch}; null where there is none
 * @param body an empty object where there is none
 */
public record Answer(int status, @Nullable String etag, JsonNode body) {}
