// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.FactOrigin;

/// That a fact has a value for a period, according to a source.
public record Claim(String key, Validity validity, Object value, FactOrigin origin) {
    Claim during(Validity other) {
        return new Claim(key, other, value, origin);
    }

    boolean saysTheSameAs(Claim other) {
        return validity.equals(other.validity) && value.equals(other.value) && origin.saysTheSameAs(other.origin);
    }
}
