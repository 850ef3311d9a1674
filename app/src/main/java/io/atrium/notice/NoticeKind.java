// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A kind of message (消息类型). A module contributes each of its own as a bean:
///
/// ```java
/// @Bean NoticeKind voucherNotices() {
///     return NoticeKind.of("voucher", "voucher.notice.kind").to(OrgKind.FIRM, Permission.READ_VOUCHER);
/// }
/// ```
///
/// @param mandatoryKey why nobody may switch it off: message key of a sentence; null when one may
/// @param isUrgent whether it does not wait for the end of quiet hours or for the digest
/// @param reach whom it can come to; empty for everybody
public record NoticeKind(
        String name, String titleKey, @Nullable String mandatoryKey, boolean isUrgent, List<Reach> reach) {

    /// Those who hold a permission (可收到的人).
    ///
    /// @param kind in such an organisation; null in any
    public record Reach(@Nullable OrgKind kind, Permission permission) {}

    public NoticeKind {
        reach = List.copyOf(reach);
    }

    public static NoticeKind of(String name, String titleKey) {
        return new NoticeKind(name, titleKey, null, false, List.of());
    }

    /// Comes to holders of one of these permissions, in whatever organisation.
    public NoticeKind to(Permission... holders) {
        return reaching(null, holders);
    }

    /// Comes to holders of one of these permissions in such an organisation.
    public NoticeKind to(OrgKind kind, Permission... holders) {
        return reaching(kind, holders);
    }

    private NoticeKind reaching(@Nullable OrgKind kind, Permission... holders) {
        var more = new ArrayList<>(reach);
        Arrays.stream(holders).forEach(holder -> more.add(new Reach(kind, holder)));
        return new NoticeKind(name, titleKey, mandatoryKey, isUrgent, more);
    }

    /// Whether whoever may do that in such an organisation can get it.
    public boolean reaches(OrgKind kind, Predicate<Permission> may) {
        return reach.isEmpty()
                || reach.stream()
                        .anyMatch(each -> (each.kind() == null || each.kind() == kind) && may.test(each.permission()));
    }

    /// For messages that start or announce a deadline which the law or a policy sets.
    public NoticeKind mandatoryBecause(String reasonKey) {
        return new NoticeKind(name, titleKey, reasonKey, isUrgent, reach);
    }

    /// For what stands still until somebody acts.
    public NoticeKind urgent() {
        return new NoticeKind(name, titleKey, mandatoryKey, true, reach);
    }

    public boolean isMandatory() {
        return mandatoryKey != null;
    }
}
