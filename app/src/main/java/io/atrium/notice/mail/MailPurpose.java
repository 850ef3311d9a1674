// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

/// Why a mail is sent (邮件用途).
public enum MailPurpose {
    NOTICE,
    DIGEST,
    CONFIRMATION
}
