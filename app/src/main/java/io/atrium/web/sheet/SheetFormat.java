// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of file that a list can be had as (导出格式); a controller takes it as a parameter, named `format` in the
/// address.
public enum SheetFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// The name of the parameter in the address.
    public static final String PARAMETER = "format";

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /// In the address and at the end of the file's name.
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SheetFormat> find(String suffix) {
        return Stream.of(values())
                .filter(format -> format.suffix().equals(suffix))
                .findFirst();
    }
}
