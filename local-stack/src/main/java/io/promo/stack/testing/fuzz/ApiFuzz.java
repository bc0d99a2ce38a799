package io.promo.stack.testing.fuzz;

import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.fuzz.FuzzRequest.Pair;
import io.promo.stack.testing.fuzz.Operation.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a service requests that are right by its OpenAPI document but for one to three places. The build sends
 * {@value #IN_THE_BUILD}; {@code -Dfuzz.requests=100000 -Dfuzz.seed=7} sends more and others.
 */
public final class ApiFuzz {

    private static final int IN_THE_BUILD = 2_000;
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final List<String> ROLES = List.of("admin", "operator", "viewer", "customer");
    private static final int TOKEN_SERVES = 500;
    private static final Logger log = LoggerFactory.getLogger(ApiFuzz.class);

    private final String service;
    private final JsonNode document;
    private final List<Operation> operations;
    private final Wire wire;
    private final Map<String, Supplier<String>> samples = new HashMap<>();
    private final Map<String, Pair> bodies = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Operation, List<String>> rolesThatMay = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private int sent;

    private ApiFuzz(String service, JsonNode document, int port) {
        this.service = service;
        this.document = document;
        this.operations = Operation.of(document);
        this.wire = new Wire(port);
    }

    /**
     * Fuzzes a running service.
     *
     * @param document the answer of {@code /v3/api-docs}
     */
    public static ApiFuzz of(String service, String document, int port) {
        return new ApiFuzz(service, JsonMapper.shared().readTree(document), port);
    }

    /** Where a value of this parameter or field comes from that means something to the service. */
    public ApiFuzz sample(String name, Supplier<String> value) {
        samples.put(name, value);
        return this;
    }

    /** A right body of an operation whose body is not JSON. */
    public ApiFuzz body(String operation, String contentType, String body) {
        bodies.put(operation, new Pair(contentType, body));
        return this;
    }

    /**
     * Leaves an operation alone.
     *
     * @param why what it would do to the tests that come after
     */
    public ApiFuzz except(String operation, String why) {
        if (!operations.removeIf(it -> it.name().equals(operation))) {
            throw new IllegalArgumentException("there is no " + operation + ", which is left out as it " + why);
        }
        return this;
    }

    /** Sends them all; returns what is wrong with the answers, each kind of fault once, with a request that shows it. */
    public List<String> faults() {
        operations.forEach(this::findRoles);
        int requests = Integer.getInteger("fuzz.requests", IN_THE_BUILD);
        List<Operation> shares = shares();
        for (int i = 0; i < requests; i++) {
            Random random = new Random(SEED * 1_000_003 + i);
            FuzzRequest request = right(shares.get(i % shares.size()), random);
            int changes = Math.max(1, random.nextInt(5) - 1);
            for (int change = 0; change < changes; change++) {
                new Mutations(random).change(request);
            }
            judge(request);
        }
        log.info(
                "fuzz of {}: {} requests over {} operations, seed {}; answers by status {}; faults of {} kinds",
                service,
                sent,
                operations.size(),
                SEED,
                statuses,
                faults.size());
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + "\n    " + fault.getValue())
                .toList();
    }

    /** An operation with more to get wrong comes up more often. */
    private List<Operation> shares() {
        List<Operation> shares = new ArrayList<>();
        int most = 8;
        for (int round = 0; round < most; round++) {
            for (Operation operation : operations) {
                int inputs = 2 + operation.parameters().size() + (operation.body() == null ? 0 : 4);
                if (round < inputs) {
                    shares.add(operation);
                }
            }
        }
        return shares;
    }

    /** Who is let in, and that nobody is without a token unless everybody is. */
    private void findRoles(Operation operation) {
        FuzzRequest request = right(operation, new Random(SEED));
        request.token = null;
        int stranger = judge(request).status();
        if (stranger != 401 && !operation.open()) {
            faults.put(operation.name() + " without a token: " + stranger, request.toString());
        }
        List<String> may = new ArrayList<>();
        for (String role : ROLES) {
            request = right(operation, new Random(SEED));
            request.token = token(role);
            if (judge(request).status() != 403) {
                may.add(role);
            }
        }
        rolesThatMay.put(operation, may.isEmpty() ? ROLES : may);
    }

    private FuzzRequest right(Operation operation, Random random) {
        ValidValues values = new ValidValues(document, samples, random);
        FuzzRequest request = new FuzzRequest(operation);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() || random.nextBoolean()) {
                put(request, parameter, values.of(parameter.name(), parameter.schema()));
            }
        }
        Pair body = bodies.get(operation.name());
        if (body != null) {
            request.headers.add(new Pair("Content-Type", body.name()));
            request.text = body.value();
        } else if (operation.body() != null) {
            request.headers.add(new Pair("Content-Type", "application/json"));
            request.json = values.of("", operation.body());
        }
        List<String> roles = rolesThatMay.getOrDefault(operation, ROLES);
        request.token = token(roles.get(random.nextInt(roles.size())));
        return request;
    }

    private static void put(FuzzRequest request, Parameter parameter, JsonNode value) {
        String text = value.isArray() ? value.path(0).asString() : value.asString();
        switch (parameter.in()) {
            case "path" -> request.pathValues.put(parameter.name(), Mutations.encoded(text));
            case "query" -> request.query.add(new Pair(parameter.name(), Mutations.encoded(text)));
            default -> request.headers.add(new Pair(parameter.name(), text));
        }
    }

    private Wire.Answer judge(FuzzRequest request) {
        Wire.Answer answer = wire.send(request.bytes());
        sent++;
        statuses.merge(answer.status(), 1, Integer::sum);
        @Nullable String verdict = Verdict.of(answer);
        if (verdict != null) {
            String change = request.changes.isEmpty()
                    ? "unchanged"
                    : request.changes.get(0).replaceAll(" .*", "");
            faults.putIfAbsent(
                    request.operation.name() + ": " + verdict + " (" + change + ")",
                    request.changes + " " + request + " -> " + FuzzRequest.shown(answer.body()));
        }
        return answer;
    }

    private String token(String role) {
        if (sent % TOKEN_SERVES == 0) {
            tokens.clear();
        }
        return tokens.computeIfAbsent(role, it -> TestToken.of(it).bearer());
    }
}
