// SPDX-License-Identifier: Apache-2.0

/// Messages by mail (邮件通知): at once or as a daily digest, with quiet hours. The inbox has everything in any case.
///
/// Start at [io.atrium.notice.mail.MailQueue], which takes what is sent, and [io.atrium.notice.mail.MailRounds], which
/// delivers it. When a mail may go out is one rule: [io.atrium.notice.mail.ReleaseTime].
@NullMarked
package io.atrium.notice.mail;

import org.jspecify.annotations.NullMarked;
