// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import static io.atrium.demo.community.Draw.of;

import io.atrium.demo.community.Draw.Weighted;
import io.atrium.demo.community.InventedFirm.Stage;
import java.time.LocalDate;
import java.util.List;

/// Draws one firm: the stage first, then age, heads and money by stage, then property and filings by what the firm
/// does.
final class FirmGenerator {
    private static final LocalDate TODAY = Community.REGISTRY_DATE;

    /// What a stage implies; money in ten thousand yuan (万元).
    private record Profile(
            Stage stage,
            int ageMin,
            int ageMax,
            Range heads,
            Range revenuePerHead,
            Range growth,
            Range rdShare,
            Range rdHeads) {}

    record Range(double low, double high) {
        double draw(Draw draw) {
            return draw.between(low, high);
        }
    }

    private static final List<Weighted<Profile>> PROFILES = List.of(
            of(
                    profile(
                            Stage.SEED,
                            1,
                            2,
                            range(4, 15),
                            range(2, 15),
                            range(0.6, 2.5),
                            range(0.5, 1.8),
                            range(0.5, 0.85)),
                    22),
            of(
                    profile(
                            Stage.START_UP,
                            2,
                            4,
                            range(8, 45),
                            range(10, 45),
                            range(0.4, 1.5),
                            range(0.25, 0.8),
                            range(0.45, 0.75)),
                    33),
            of(
                    profile(
                            Stage.GROWTH,
                            4,
                            8,
                            range(30, 160),
                            range(35, 90),
                            range(0.2, 0.8),
                            range(0.12, 0.4),
                            range(0.35, 0.6)),
                    27),
            of(
                    profile(
                            Stage.SCALE_UP,
                            5,
                            12,
                            range(120, 600),
                            range(50, 120),
                            range(0.1, 0.5),
                            range(0.06, 0.2),
                            range(0.25, 0.5)),
                    13),
            of(
                    profile(
                            Stage.MATURE,
                            9,
                            20,
                            range(400, 2_500),
                            range(60, 160),
                            range(-0.05, 0.2),
                            range(0.03, 0.1),
                            range(0.15, 0.4)),
                    5));

    private static final Profile NEWCOMER = profile(
            Stage.START_UP, 3, 4, range(24, 60), range(25, 45), range(0.4, 0.9), range(0.25, 0.5), range(0.5, 0.7));

    private final long seed;

    FirmGenerator(long seed) {
        this.seed = seed;
    }

    InventedFirm resident(int number) {
        var draw = new Draw(seed, number);
        var profile = draw.weighted(PROFILES);
        var facts = new FirmFacts(draw, FirmFacts.Habits.RESIDENT);
        return firm(number, profile, facts, draw);
    }

    InventedFirm newcomer(int number) {
        var draw = new Draw(seed, number);
        return firm(number, NEWCOMER, new FirmFacts(draw, FirmFacts.Habits.NEWCOMER), draw);
    }

    private static InventedFirm firm(int number, Profile profile, FirmFacts facts, Draw draw) {
        var identity = facts.identity(number, registeredOn(profile, draw));
        int heads = (int) draw.logBetween(profile.heads.low, profile.heads.high);
        facts.people(heads, profile.rdHeads.draw(draw));
        var lastYear = new FirmFacts.Year(
                StrictMath.round(heads * profile.revenuePerHead.draw(draw) * 10_000),
                profile.growth.draw(draw),
                profile.rdShare.draw(draw));
        long rdSpend = facts.money(lastYear, identity.registeredOn(), profile.stage);
        facts.property(rdSpend, heads, profile.stage);
        facts.conduct();
        facts.filing(identity.field(), profile.stage, identity.registeredOn());
        facts.purchases(rdSpend, identity.registeredOn());
        return new InventedFirm(
                number,
                identity.unifiedCode(),
                identity.name(),
                identity.nameEn(),
                profile.stage,
                facts.registry(),
                facts.reported());
    }

    private static LocalDate registeredOn(Profile profile, Draw draw) {
        return draw.day(
                TODAY.minusYears(profile.ageMax).plusDays(1),
                TODAY.minusYears(profile.ageMin - 1L).minusDays(60));
    }

    private static Profile profile(
            Stage stage,
            int ageMin,
            int ageMax,
            Range heads,
            Range revenuePerHead,
            Range growth,
            Range rdShare,
            Range rdHeads) {
        return new Profile(stage, ageMin, ageMax, heads, revenuePerHead, growth, rdShare, rdHeads);
    }

    private static Range range(double low, double high) {
        return new Range(low, high);
    }
}
