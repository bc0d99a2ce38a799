package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import org.junit.jupiter.api.Test;

class RequiredFieldsTest {

    private final ModelConverters api = new ModelConverters(true);

    interface Roses {
        record Page(String rose) {}
    }

    interface Tulips {
        record Page(String tulip) {}
    }

    @Test
    void shouldRefuseToDescribeTwoTypesUnderOneName() {
        api.addConverter(new RequiredFields());

        assertThat(describe(Roses.Page.class)).isEqualTo("#/components/schemas/Page");
        assertThat(describe(Roses.Page.class)).isEqualTo("#/components/schemas/Page");
        assertThatThrownBy(() -> describe(Tulips.Page.class)).hasMessageContaining("are both named Page; rename one");
    }

    private String describe(Class<?> type) {
        return api.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
                .schema
                .get$ref();
    }
}
