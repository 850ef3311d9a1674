// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.codes.CodeEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An entry that is otherwise in one version than in another (码值差异).
///
/// @param before null where the entry is new
/// @param after null where the other version does not have it yet
public record CodeChange(
        String code, @Nullable CodeEntry before, @Nullable CodeEntry after) {

    /// Every entry that differs, in the order of the later version.
    public static List<CodeChange> between(CodeList before, CodeList after) {
        var changed = after.entries().stream()
                .map(entry ->
                        new CodeChange(entry.code(), before.find(entry.code()).orElse(null), entry));
        var missing = before.entries().stream()
                .filter(entry -> after.find(entry.code()).isEmpty())
                .map(entry -> new CodeChange(entry.code(), entry, null));
        return Stream.concat(changed, missing)
                .filter(change -> change.before() == null || !change.before().equals(change.after()))
                .toList();
    }
}
