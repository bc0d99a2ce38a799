package io.promo.dispatch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.http.stream.LiveStreams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** What the database is asked while runs are watched. */
class RunProgressTest {

    private final List<Set<UUID>> asked = new ArrayList<>();
    private final LiveStreams<UUID> streams = new LiveStreams<>(100, 8);
    private final RunProgress progress = new RunProgress(this::read, streams);

    private List<RunView> read(Collection<UUID> runs) {
        asked.add(Set.copyOf(runs));
        throw new DataAccessResourceFailureException("it is only counted");
    }

    @Test
    void shouldAskForNothingWhileNobodyWatches() {
        progress.send();

        assertThat(asked).isEmpty();
    }

    @Test
    void shouldAskOnceHoweverManyWatchARun() {
        UUID run = UUID.randomUUID();
        for (int i = 0; i < 40; i++) {
            streams.open(request("viewer " + i), run);
        }

        progress.send();

        assertThat(asked).containsExactly(Set.of(run));
    }

    @Test
    void shouldAskOnceHoweverManyRunsAreWatched() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        streams.open(request("ann"), one);
        streams.open(request("ann"), other);
        streams.open(request("ben"), other);

        progress.send();
        progress.send();

        assertThat(asked).containsExactly(Set.of(one, other), Set.of(one, other));
    }

    private static MockHttpServletRequest request(String user) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject(user)
                .expiresAt(Instant.now().plusSeconds(60))
                .build();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setUserPrincipal(new JwtAuthenticationToken(token, List.of(), user));
        return request;
    }
}
