// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.web.sheet.OfficeColumn;

/// A column of a file of rooms (房间列), by its Chinese or English heading.
public enum RoomColumn implements OfficeColumn {
    BUILDING("楼宇", "building", true),
    ADDRESS("地址", "address", false),
    FLOOR("楼层", "floor", true),
    NUMBER("房间号", "room", true),
    AREA("面积", "area", true),
    SEATS("工位", "seats", true),
    FIRM("统一社会信用代码", "unified_code", false),
    SINCE("入驻日期", "since", false);

    private final String zh;
    private final String en;
    private final boolean isNeeded;

    RoomColumn(String zh, String en, boolean isNeeded) {
        this.zh = zh;
        this.en = en;
        this.isNeeded = isNeeded;
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
