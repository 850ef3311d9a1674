// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Id of a certificate. `crt_…`
public record CertificateId(String value) {

    public static final String PREFIX = "crt";

    @Override
    public String toString() {
        return value;
    }
}
