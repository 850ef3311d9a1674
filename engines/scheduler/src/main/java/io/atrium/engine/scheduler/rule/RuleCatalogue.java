// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every rule, in the order in which it is asked. The order inside each list is policy and is tested.
public final class RuleCatalogue {
    public static final List<PoolRule> POOL = List.of(
            new MatchRequestedModel(),
            MatchRequestedShare.RULE,
            CoverCpusAndMemoryPerGpu.RULE,
            MatchRequestedLink.RULE,
            new StayWithinAllowedProviders(),
            new StayWithinAllowedPools(),
            new RespectPriceCeiling());
    public static final List<NodeRule> NODE = List.of(KeepOffUnavailableNodes.RULE);
    public static final List<AdmissionRule> ADMISSION = List.of(
            new RefuseShareThatNobodySells(),
            new RefuseMoreThanComesWithAGpu(),
            new RefuseFasterLinkThanAnyPool(),
            new RefuseWhenNoPoolIsAllowed(),
            new RefuseGangLargerThanAnyPool());
    public static final List<TurnRule> TURN = List.of(
            new ServeHigherPriorityFirst(),
            new ServeTenantWithLeastOfItsShareFirst(),
            new ServeProjectWithLeastUseFirst(),
            new ServeEarlierSubmissionFirst(),
            new ServeLowerIdFirst());
    public static final List<Rule> SIBLING = List.of(ServeCloseDateFirst.RULE);
    public static final List<PlacementRule> PLACEMENT =
            List.of(new PreferPoolNearData(), new PreferCheapestPool(), new PreferTightestFit(), new PreferFirstPool());
    public static final List<Rule> START = List.of(HoldBackOverQuota.RULE, BackfillOnlyBeforeReservation.RULE);
    public static final List<Rule> LENDING = List.of(
            CountAsBorrowedBeyondQuota.RULE,
            BorrowOnlyIfInterruptible.RULE,
            LendOnlyWhatNobodyWaitsFor.RULE,
            TakeOffFewPerRound.RULE);
    public static final List<TakeOffRule> TAKE_OFF =
            List.of(new TakeOffOnlyBorrowers(), LeaveYoungRunsAlone.RULE, new TakeOffEachJobRarely());
    public static final List<VictimRule> VICTIM =
            List.of(new PreferLeastLostWork(), new PreferFewestVictims(), new PreferLeastLeftFree());
    public static final List<ReasonRule> REASON = List.of(
            new SayWhenOverQuota(),
            new SayWhenPlaceIsBeingCleared(),
            new SayWhenFreeButScattered(),
            new SayWhenHeldForEarlierJob(),
            new SayWhenAboveShare(),
            new SayWhenBehindEarlierJobs(),
            new SayWhenNodesAreUnavailable(),
            new SayWhenNotEnoughIsFree(),
            new SayWhenTooLateForItsDate());
    public static final List<RemedyRule> REMEDY = List.of(
            new OfferInterruptible(),
            new OfferMoreQuota(),
            new OfferShorterLimit(),
            new OfferFewerGpus(),
            new OfferLargerShare(),
            new OfferLessPerGpu(),
            new OfferSlowerLink(),
            new OfferAnotherPool());

    public static final List<RoomRule> ROOM = List.of(new FitGpuModel(), new FitCpuAndMemory(), new FitGpuShares());
    public static final List<SpotRule> SPOT = List.of(
            new PreferKeptPlace(),
            new PreferLeastFragmentation(),
            new PreferFullestMachine(),
            new PreferFirstMachine());

    public static final List<ReplayRule> REPLAY = List.of(
            ServeLongWaitingFirst.RULE,
            ServeTenantBelowShareFirst.RULE,
            ServeSmallAreaOverAgeFirst.RULE,
            PassWithoutDelay.RULE,
            TakeOffOnlyLessUrgent.RULE,
            PreferCheapestVictims.RULE);

    public static final List<EstimateRule> ESTIMATE =
            List.of(CompareWithJobsAlike.RULE, MoveEndsByFailures.RULE, EndAtTheFirstReservation.RULE);

    private RuleCatalogue() {}

    /// All rules, for the reference page and for the test that no rule is left out.
    public static List<Rule> all() {
        return Stream.of(
                        POOL, NODE, ADMISSION, TURN, SIBLING, START, PLACEMENT, LENDING, TAKE_OFF, VICTIM, REASON,
                        REMEDY, ROOM, SPOT, REPLAY, ESTIMATE)
                .<Rule>flatMap(List::stream)
                .toList();
    }

    public static boolean admits(Job job, Pool pool) {
        for (var rule : POOL) {
            if (!rule.admits(job, pool)) {
                return false;
            }
        }
        return true;
    }

    public static Optional<Refusal> refusal(Job job, Sizes pools) {
        return ADMISSION.stream()
                .flatMap(rule -> rule.refusal(job, pools).stream())
                .findFirst();
    }

    /// The order of the queue, total among jobs of one tenant and among one job of each tenant: the round first finds
    /// each tenant's next job and then the tenant, because what a project had says nothing about another tenant's.
    public static int compare(Claim first, Claim second) {
        for (var rule : TURN) {
            var order = rule.compare(first, second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// True if `first` is the better place for the job.
    public static boolean isBetter(Job job, Candidate first, Candidate second) {
        for (var rule : PLACEMENT) {
            var order = rule.compare(job, first, second);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /// True if a job that runs may be told to stop for one within its quota.
    public static boolean mayTakeOff(Candidacy candidacy) {
        for (var rule : TAKE_OFF) {
            if (!rule.mayTakeOff(candidacy)) {
                return false;
            }
        }
        return true;
    }

    /// The order of ways to make room; of those that are alike the first place counts.
    public static int compare(Sacrifice first, Sacrifice second) {
        for (var rule : VICTIM) {
            var order = rule.compare(first, second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    public static boolean fits(Ask ask, Room room) {
        for (var rule : ROOM) {
            if (!rule.admits(ask, room)) {
                return false;
            }
        }
        return true;
    }

    /// The order of machines for one task: total, because the last rule is.
    public static int compare(Spot first, Spot second) {
        for (var rule : SPOT) {
            var order = rule.compare(first, second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    public static List<Reason> reasons(Situation situation) {
        var reasons = new ArrayList<Reason>(2);
        for (var rule : REASON) {
            rule.reason(situation).ifPresent(reasons::add);
        }
        return List.copyOf(reasons);
    }

    public static List<Remedy> remedies(Situation situation) {
        var remedies = new ArrayList<Remedy>(2);
        for (var rule : REMEDY) {
            rule.remedy(situation).ifPresent(remedies::add);
        }
        return List.copyOf(remedies);
    }
}
