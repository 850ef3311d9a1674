// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;

/// A firm puts a certificate into its store (登记证照).
public record AddCertificate(RequestKey key, Actor actor, CertificateView.Details details, Upload file) {

    public static final int NUMBER_LENGTH_MAX = 60;
    public static final int ISSUER_LENGTH_MAX = 100;
    /// More papers than a firm of the community has.
    public static final int CERTIFICATES_MAX = 200;
}
