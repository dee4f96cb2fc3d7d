package bookform.backend.erasure;

import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.ErasureTables.KnownClient;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes people out of the database and leaves what the salon did. Doing it again changes nothing.
 *
 * <p>What limits guessing and sending is kept by a keyed hash that is gone after a day, and stays until then. Codes are gone once they
 * are good for nothing, messages after their time, without anybody asking for it. What people wrote in a
 * review stays, as it is published; that it was they is forgotten.
 */
public final class Erasure {
    /** Visits in one transaction: others want to write, too. */
    private static final int GROUP = 200;

    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;

    private record Group(Erased erased, List<Long> visits) {}

    public Erasure(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Forgets whoever has a phone, at all locations.
     *
     * @param phone E.164
     * @param blacklistToo also that they may not book
     */
    public Erased phone(String phone, boolean blacklistToo) {
        var coming = store.read(tables -> tables.erasure().locksOfComing(phone, clock.instant()));
        return cleared(store.write(tables -> {
            tables.lock(Stream.concat(Stream.of(Lock.phone(phone)), coming.stream()));
            var erased = new Erased(0, 0, 0, 0, 0, tables.erasure().deleteCodes(phone), tables.messages().delete(phone), 0);
            for (var client : tables.erasure().clients(phone)) erased = erased.plus(client(tables, client, blacklistToo));
            var account = tables.accounts().findByPhone(phone).map(StoredAccount::id);
            return account.isEmpty() ? erased : erased.plus(accounts(tables, List.of(account.get())));
        }));
    }

    /** Forgets whose visits they were that were over at a moment, and whoever has no other, nor used their account since. */
    Erased before(Instant moment) {
        var erased = Erased.NOTHING;
        for (var location : store.locations().ids()) {
            for (var group = group(location, moment, 0); !group.visits.isEmpty(); group = group(location, moment, group.visits.getLast())) {
                erased = erased.plus(group.erased);
            }
            erased = erased.plus(store.write(tables -> new Erased(tables.erasure().deleteWithoutVisits(location), 0, 0,
                    tables.erasure().forgetAuthors(location, moment), 0, 0, 0, 0)));
        }
        return cleared(erased.plus(store.write(tables -> {
            forgetDue(tables);
            return accounts(tables, tables.erasure().accountsUnusedSince(moment))
                    .plus(new Erased(0, 0, 0, 0, 0, 0, tables.messages().forget(moment), 0));
        })));
    }

    private Group group(long location, Instant moment, long after) {
        return store.write(tables -> {
            var visits = tables.erasure().visitsBefore(location, moment, after, GROUP);
            return new Group(visits(tables, location, visits), visits);
        });
    }

    /** Forgets what was kept for a time that is over. Does what there is to do and no more: to be called again and again. */
    public void forgetDue() {
        store.change(this::forgetDue);
    }

    private void forgetDue(Tables tables) {
        var now = clock.instant();
        tables.phoneCodes().forget(now);
        tables.attempts().forget(now.minus(DAY));
        tables.messages().forgetDue(now);
    }

    private Erased client(Tables tables, KnownClient client, boolean blacklistToo) {
        var erased = visits(tables, client.location(), tables.erasure().visits(client));
        if (client.blacklisted() && !blacklistToo) {
            tables.erasure().keepPhoneAlone(client);
            return erased.plus(new Erased(0, 0, 0, 0, 0, 0, 0, 1));
        } else {
            tables.erasure().delete(client);
            return erased.plus(new Erased(1, 0, 0, 0, 0, 0, 0, 0));
        }
    }

    private Erased visits(Tables tables, long location, List<Long> visits) {
        var cancelled = 0;
        var reviews = 0;
        for (var visit : visits) {
            cancelled += tables.erasure().cancelComing(location, visit, clock.instant());
            reviews += tables.erasure().detach(location, visit);
        }
        return new Erased(0, visits.size(), cancelled, reviews, 0, 0, 0, 0);
    }

    private static Erased accounts(Tables tables, List<Long> accounts) {
        var reviews = 0;
        for (var account : accounts) reviews += tables.erasure().deleteAccount(account);
        return new Erased(0, 0, 0, reviews, accounts.size(), 0, 0, 0);
    }

    /** A row that is deleted can be read from the file until its place is taken by another. */
    private Erased cleared(Erased erased) {
        store.clear();
        return erased;
    }
}
