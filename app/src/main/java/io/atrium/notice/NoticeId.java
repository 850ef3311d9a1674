// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

/// Id of a message (消息). `ntc_…`
public record NoticeId(String value) {

    public static final String PREFIX = "ntc";

    @Override
    public String toString() {
        return value;
    }
}
