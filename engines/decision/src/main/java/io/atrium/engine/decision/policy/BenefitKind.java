// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// What a policy gives.
public enum BenefitKind {
    /// 算力券
    COMPUTE_VOUCHER,
    /// 模型券
    MODEL_VOUCHER,
    /// 语料券
    CORPUS_VOUCHER,
    /// A one-off payment.
    AWARD,
    /// A title of the firm ladder (梯度培育).
    TITLE
}
