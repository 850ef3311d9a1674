// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import org.jspecify.annotations.Nullable;

/// A kind of message (消息类型). A module contributes each of its own as a bean:
///
/// ```java
/// @Bean NoticeKind voucherNotices() {
///     return NoticeKind.of("voucher", "voucher.notice.kind");
/// }
/// ```
///
/// @param mandatoryKey why nobody may switch it off: message key of a sentence; null when one may
/// @param isUrgent whether it does not wait for the end of quiet hours or for the digest
public record NoticeKind(
        String name, String titleKey, @Nullable String mandatoryKey, boolean isUrgent) {

    public static NoticeKind of(String name, String titleKey) {
        return new NoticeKind(name, titleKey, null, false);
    }

    /// For messages that start or announce a deadline which the law or a policy sets.
    public NoticeKind mandatoryBecause(String reasonKey) {
        return new NoticeKind(name, titleKey, reasonKey, isUrgent);
    }

    /// For what stands still until somebody acts.
    public NoticeKind urgent() {
        return new NoticeKind(name, titleKey, mandatoryKey, true);
    }

    public boolean isMandatory() {
        return mandatoryKey != null;
    }
}
