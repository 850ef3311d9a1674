// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

/// How far a mail is (邮件状态): it waits until it is sent, or dropped because there is nothing left to tell, or given up
/// after its last try.
public enum MailState {
    WAITING,
    SENT,
    DROPPED,
    GIVEN_UP
}
