// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// What can happen to an appeal (办理动作); each leaves a step. Where it leads stands in [AppealState].
public enum AppealMove {
    RAISE,
    /// 派单
    DISPATCH,
    /// 签收
    SIGN,
    /// 退单
    RETURN,
    /// 首次联系
    CONTACT,
    /// 办理方案
    PLAN,
    /// 列入现场会
    MEET,
    /// 请求协办
    ASK_HELP,
    /// 协办答复
    HELP,
    /// 请企业补充: the clocks of the unit stand still meanwhile
    ASK_FIRM,
    /// 企业补充
    REPLY,
    /// 延期
    EXTEND,
    /// 答复
    ANSWER,
    /// 回访
    CALL_BACK,
    /// 企业评价办结
    ACCEPT,
    /// 逾期未评价办结
    LAPSE,
    /// 不满意重办
    REOPEN,
    /// 低分跟进
    FOLLOW_UP,
    /// 撤回
    WITHDRAW,
    /// 备注
    NOTE,
    /// 催办: a deadline comes near
    REMIND,
    /// 升级: a deadline passed
    ESCALATE,
    /// 逾期通报
    CIRCULATE
}
