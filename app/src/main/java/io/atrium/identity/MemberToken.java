// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

/// A token of a member (成员令牌), as whoever manages the people of the organisation sees it.
public record MemberToken(TokenView token, String person) {}
