// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;

/// What became of a certificate that was added, checked or removed.
public sealed interface CertificateOutcome {

    record Done(CertificateId id) implements CertificateOutcome {}

    record Refused(CompanyRefusal code, Map<String, Object> facts) implements CertificateOutcome {

        public Refused {
            facts = new HashMap<>(facts);
        }

        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
