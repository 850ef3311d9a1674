// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.codes.CodeEntry;
import java.util.List;
import java.util.Optional;

/// The entries of a code table in one version (码值清单).
public record CodeList(List<CodeEntry> entries) {

    public CodeList {
        entries = List.copyOf(entries);
    }

    public Optional<CodeEntry> find(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
