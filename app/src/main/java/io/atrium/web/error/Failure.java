// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// An exception as a refusal with its status (失败归类). What nobody foresaw is `SERVICE_FAILED`; its text stays in the
/// log.
record Failure(Refusal refusal, int status) {

    private static final int FAILED = 500;

    static Failure of(Throwable cause) {
        return switch (cause) {
            case RefusedException refused -> of(refused.refusal());
            case MaxUploadSizeExceededException _ -> of(Refusal.of(CommonRefusal.TOO_LARGE));
            case ErrorResponse foreseen -> ofStatus(foreseen.getStatusCode().value());
            case HttpMessageNotReadableException _ -> of(Refusal.of(CommonRefusal.MALFORMED_REQUEST));
            case TypeMismatchException _ -> of(Refusal.of(CommonRefusal.MALFORMED_REQUEST));
            default -> ofStatus(FAILED);
        };
    }

    static Failure of(Refusal refusal) {
        return new Failure(refusal, refusal.code().kind().status());
    }

    static Failure ofStatus(int status) {
        return new Failure(Refusal.of(code(status)), status);
    }

    boolean isBug() {
        return status >= FAILED && refusal.code() == WebRefusal.SERVICE_FAILED;
    }

    private static RefusalCode code(int status) {
        return switch (status) {
            case 401 -> CommonRefusal.NOT_SIGNED_IN;
            case 403 -> CommonRefusal.NOT_ALLOWED;
            case 404 -> CommonRefusal.NOT_FOUND;
            case 405 -> WebRefusal.METHOD_NOT_ALLOWED;
            case 406, 415 -> WebRefusal.MEDIA_TYPE_UNSUPPORTED;
            case 413 -> CommonRefusal.TOO_LARGE;
            case 429 -> CommonRefusal.TOO_MANY_REQUESTS;
            default -> status >= FAILED ? WebRefusal.SERVICE_FAILED : CommonRefusal.MALFORMED_REQUEST;
        };
    }
}
