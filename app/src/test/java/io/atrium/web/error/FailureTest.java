// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_REQUEST",
        "401, NOT_SIGNED_IN",
        "403, NOT_ALLOWED",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, MEDIA_TYPE_UNSUPPORTED",
        "413, TOO_LARGE",
        "415, MEDIA_TYPE_UNSUPPORTED",
        "418, MALFORMED_REQUEST",
        "429, TOO_MANY_REQUESTS",
        "500, SERVICE_FAILED",
        "503, SERVICE_FAILED"
    })
    void everyStatusHasACode(int status, String code) {
        var failure = Failure.ofStatus(status);
        assertThat(failure.refusal().code().name()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.isBug()).isEqualTo(status >= 500);
    }

    @Test
    void whatSpringForesawKeepsItsStatus() {
        assertThat(Failure.of(new NoResourceFoundException(HttpMethod.GET, "/x", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(Failure.of(new HttpRequestMethodNotSupportedException("PUT")).status())
                .isEqualTo(405);
        assertThat(Failure.of(new ResponseStatusException(HttpStatus.CONFLICT)).status())
                .isEqualTo(409);
    }

    @Test
    void aRefusalKeepsItsCodeAndWhatNobodyForesawSaysNothingOfItself() {
        assertThat(Failure.of(new RefusedException(CommonRefusal.REQUEST_KEY_REUSED))
                        .status())
                .isEqualTo(422);
        assertThat(Failure.of(new MaxUploadSizeExceededException(1)).status()).isEqualTo(413);
        var bug = Failure.of(new IllegalStateException("secret detail"));
        assertThat(bug.refusal().code()).isEqualTo(WebRefusal.SERVICE_FAILED);
        assertThat(bug.refusal().facts()).isEmpty();
    }

    static Stream<RefusalCode> codes() {
        return Stream.concat(Stream.of(CommonRefusal.values()), Stream.of(WebRefusal.values()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeIsPutIntoWords(RefusalCode code) {
        for (var lang : Lang.values()) {
            assertThat(Messages.load().in(lang).has("problem." + code.name() + ".title"))
                    .isTrue();
        }
    }
}
