package io.promo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the realm of a running stack promises to people and refuses to attackers. */
final class RealmPromises {

    private static final int REFUSED = 400;

    private final Urls urls;
    private final SignIn signIn;

    RealmPromises(Urls urls) {
        this.urls = urls;
        this.signIn = new SignIn(urls.keycloak());
    }

    void shouldServeThePageOfThisStackAndNoOther() throws Exception {
        String page = urls.ui();
        assertThat(signIn.page("promo-admin", page + "/admin/auth/callback")).isEqualTo(200);
        assertThat(signIn.page("promo-shop", page + "/auth/callback")).isEqualTo(200);
        assertThat(signIn.signOut("promo-shop", page + "/")).isEqualTo(302);
        assertThat(signIn.allowed("promo-admin", page)).isEqualTo(page);

        for (String foreign : List.of("http://evil.example", urls.inbox(), page + ".evil.example")) {
            assertThat(signIn.page("promo-admin", foreign + "/admin/auth/callback"))
                    .as(foreign)
                    .isEqualTo(400);
            assertThat(signIn.page("promo-shop", foreign + "/auth/callback"))
                    .as(foreign)
                    .isEqualTo(400);
            assertThat(signIn.signOut("promo-shop", foreign + "/")).as(foreign).isEqualTo(400);
            assertThat(signIn.allowed("promo-admin", foreign)).as(foreign).isEmpty();
            assertThat(signIn.allowed("promo-shop", foreign)).as(foreign).isEmpty();
        }
        assertThat(signIn.page("promo-shop", page + "/messages?back")).isEqualTo(400);
    }

    void shouldLockWhoGuesses() {
        List<Integer> together = Stream.generate(() -> signIn.password("anna", "anna")).limit(10).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(together).containsOnly(200);

        for (int i = 0; i < 30; i++) {
            assertThat(signIn.password("carla", "guess" + i).join()).isEqualTo(REFUSED);
        }
        assertThat(signIn.password("carla", "carla").join()).isEqualTo(REFUSED);

        // Who mistypes it a few times, and who is somebody else, is let in.
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.password("ben", "bne").join()).isEqualTo(REFUSED);
        }
        assertThat(signIn.password("ben", "ben").join()).isEqualTo(200);
    }
}
