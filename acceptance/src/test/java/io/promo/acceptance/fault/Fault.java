package io.promo.acceptance.fault;

import java.util.List;

/** One way to hurt the stack while messages are being sent. */
interface Fault {

    /** As in docs/reliability.md. */
    int number();

    /** What happens, in a few words. */
    String name();

    /** How often in the whole suite. */
    default int rounds() {
        return 1;
    }

    /** How often in every build; 0: only in the whole suite. */
    default int roundsInEveryBuild() {
        return 0;
    }

    /**
     * Hurts and watches. What is sent through the round is compared with the audience afterwards.
     *
     * @throws VoidRound when the round has to be repeated
     */
    void round(Round round) throws Exception;

    /** All there are. */
    static List<Fault> all() {
        return List.of(
                new WorkerKilled(),
                new ManagerKilled(),
                new EverythingKilled(),
                new WorkerPaused(),
                new RequestsRepeated(),
                new RequestsLost(),
                new BrokerAway(),
                new DatabaseAway(),
                new StoppedAndRestarted(),
                new ToldToEnd(),
                new TriggerPaused(),
                new HundredEvents(),
                new Poison(),
                new ClocksOff(),
                new InboxUnwritable(),
                new KilledBetweenSteps(),
                new RelayHurt(),
                new RandomHurts());
    }
}
