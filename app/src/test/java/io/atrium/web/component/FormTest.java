// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Form FORM = Form.to(
            "/sign-in",
            "web.header.sign-in",
            Field.text("login", "web.form.required"),
            Field.of(FieldKind.PASSWORD, "password", "web.form.required"),
            Field.hidden("next", "/jobs"));

    @Test
    void keepsWhatWasTypedExceptSecretsAndHiddenFields() {
        var answered = FORM.answered(Map.of("login", "lin", "password", "secret", "next", "//evil"));
        assertThat(answered.fields()).extracting(Field::value).containsExactly("lin", "", "/jobs");
    }

    @Test
    void asksOnlyWhatTheReaderSees() {
        assertThat(FORM.questions()).extracting(Field::name).containsExactly("login", "password");
        assertThat(FORM.hidden()).extracting(Field::name).containsExactly("next");
    }

    @Test
    void findsTheErrorOfAField() {
        var wrong = FORM.wrong(List.of(FieldError.of("login", "web.form.required")));
        assertThat(wrong.error(wrong.fields().getFirst())).isPresent();
        assertThat(wrong.error(wrong.fields().get(1))).isEmpty();
        assertThat(wrong.isRefused()).isTrue();
    }

    @Test
    void aRefusalConcernsTheFormAsAWhole() {
        assertThat(FORM.isRefused()).isFalse();
        assertThat(FORM.refused(Refusal.of(CommonRefusal.TOO_MANY_REQUESTS)).isRefused())
                .isTrue();
    }

    @Test
    void sendsFilesInTheirEncoding() {
        assertThat(FORM.encoding()).isNull();
        assertThat(FORM.with(Field.of(FieldKind.FILE, "file", "web.form.required"))
                        .encoding())
                .isEqualTo("multipart/form-data");
    }
}
