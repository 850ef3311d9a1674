// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What may be uploaded (上传限制), told before anything is chosen; the server holds to it whatever the browser does.
///
/// @param accept endings and media types: `.pdf,.png,application/pdf`
public record UploadLimit(String accept, int bytesMax, int filesMax) {

    private static final int MEBIBYTE = 1024 * 1024;

    /// Kinds, size and number in one sentence.
    public String text(Text t) {
        return t.of("web.upload.limit", kinds(t), bytesMax / MEBIBYTE, filesMax);
    }

    private String kinds(Text t) {
        return Arrays.stream(accept.split(","))
                .filter(type -> type.startsWith("."))
                .map(type -> type.substring(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(t.of("web.list.separator")));
    }
}
