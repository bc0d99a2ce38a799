package io.promo.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Leaves out Boot's error page, HTML for whoever asks so; {@link ProblemValve} says the same in our own way. */
final class NoErrorPage implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            wanted[index] = !ErrorMvcAutoConfiguration.class.getName().equals(candidates[index]);
        }
        return wanted;
    }
}
