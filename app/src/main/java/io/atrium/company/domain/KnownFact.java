// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

/// A claim that is written down, with the id of its row.
public record KnownFact(long id, Claim claim) {}
