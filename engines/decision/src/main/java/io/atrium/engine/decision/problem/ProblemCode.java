// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.problem;

/// The kinds of problem that a package can have. The names are stable; programs may rely on them.
public enum ProblemCode {
    FILE_MISSING("缺少文件", "补上该文件"),
    FILE_TOO_LARGE("文件过大", "缩减内容"),
    NOT_READABLE("文件无法读取", "按格式改正"),
    KEY_MISSING("缺少必填项", "补上该项"),
    KEY_UNKNOWN("有不认识的项", "改正拼写或删除"),
    VALUE_WRONG("值不合要求", "改正该值"),
    REFERENCE_UNKNOWN("引用的对象不存在", "补上或改正名称"),
    LIMIT_EXCEEDED("超出上限", "拆分政策或缩减内容"),
    NOT_ALLOWED("政策模型不允许这种写法", "改用允许的写法"),
    DMN_BROKEN("模型有错误", "改正表达式"),
    /// An expression names something that is no input and no decision of the model.
    FACT_UNKNOWN("表达式用到了模型没有的事实", "改正名称，或把它加为输入"),
    /// A value of one type where another is expected.
    TYPE_WRONG("值的类型与该列不符", "改成该列的类型"),
    /// Two rules hold for the same firm although the hit policy says that only one may.
    TABLE_OVERLAP("两条规则重叠", "收窄其中一条"),
    /// No rule holds for some firm.
    TABLE_GAP("规则之间有空缺", "补一条规则，或给出默认值"),
    EXAMPLE_WRONG("示例结果不符", "改正模型或示例"),
    EXAMPLE_MISSING("缺少示例", "补上该示例"),
    TREE_DISAGREES("条件树与模型结论不一致", "两处使用相同的条件"),
    /// Firm by firm something else comes out than for all firms at once; the fault is Atrium's.
    PATHS_DISAGREE("逐户计算与整体计算的结果不一致", "换一种写法，并反馈该政策包：这是中庭的缺陷"),
    /// Trying the package took longer or more memory than a package may.
    TRIAL_STOPPED("试运行超出时间或内存上限", "去掉耗时的表达式");

    private final String chinese;
    private final String mendChinese;

    ProblemCode(String chinese, String mendChinese) {
        this.chinese = chinese;
        this.mendChinese = mendChinese;
    }

    /// What is wrong, in a few Chinese words.
    public String chinese() {
        return chinese;
    }

    /// How to put it right, in Chinese.
    public String mendChinese() {
        return mendChinese;
    }
}
