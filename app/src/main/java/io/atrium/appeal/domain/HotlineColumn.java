// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.web.sheet.OfficeColumn;

/// A column of a file of hotline orders (12345 工单列), by its Chinese or English heading.
public enum HotlineColumn implements OfficeColumn {
    NUMBER("工单号", "number", true),
    FIRM("统一社会信用代码", "unified_code", true),
    CATEGORY("分类", "category", true),
    URGENCY("紧急程度", "urgency", false),
    WORDS("诉求内容", "words", true),
    CONTACT("联系方式", "contact", false),
    PLACE("地点", "place", false),
    RAISED_AT("受理时间", "raised_at", false),
    ENDED_AT("办结时间", "ended_at", false),
    ANSWER("答复内容", "answer", false),
    RESOLVED("是否解决", "resolved", false),
    RATING("满意度", "rating", false);

    private final String zh;
    private final String en;
    private final boolean isNeeded;

    HotlineColumn(String zh, String en, boolean isNeeded) {
        this.zh = zh;
        this.en = en;
        this.isNeeded = isNeeded;
    }

    /// Only of orders that have ended already.
    public boolean isOfPast() {
        return compareTo(RAISED_AT) >= 0;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public boolean isNeeded() {
        return isNeeded;
    }
}
