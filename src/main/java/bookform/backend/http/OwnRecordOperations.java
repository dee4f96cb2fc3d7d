package bookform.backend.http;

import bookform.altegio.wire.BookRequest;
import bookform.booking.ClientApi;
import bookform.booking.OwnAppointment;
import java.util.List;
import java.util.stream.Stream;

/** The appointments of a client who is signed in (altegio-api.md §4.5, §5). */
final class OwnRecordOperations {
    private final ClientApi clients;
    private final RecordViews views;
    private final RecordOperations byHash;

    OwnRecordOperations(ClientApi clients, RecordViews views, RecordOperations byHash) {
        this.clients = clients;
        this.views = views;
        this.byHash = byHash;
    }

    /** At every location that the partner may see. */
    Answer list(Call call) {
        return Answer.of(views.of(call, appointments(call).toList()));
    }

    Answer show(Call call) {
        return Answer.of(List.of(views.of(call, named(call))));
    }

    Answer cancel(Call call) {
        var own = named(call).appointment();
        clients.cancel(call.user(), own.location().id(), own.id()).orElseThrow(Refusal::notFound);
        return Answer.nothing();
    }

    /** By the hash in the query where nobody is signed in. */
    Answer move(Call call) {
        if (call.userToken().isEmpty()) return byHash.moveByQuery(call);
        var location = call.location();
        var change = call.body(BookRequest.Change.class);
        var start = RecordOperations.start(location, change, () -> clients.findAppointment(call.user(), location.id(), call.id("record"))
                .map(OwnAppointment::appointment));
        return Answer.of(views.changed(call, clients.move(call.user(), location.id(), call.id("record"), start, Booker.comment(change))
                .orElseThrow(Refusal::notFound)));
    }

    /**
     * The wire gives a number alone, and ours are each location's own: a client with the same number at two locations has to say which,
     * as {@code company_id}, or with the hash.
     */
    private OwnAppointment named(Call call) {
        var id = call.id("record");
        var location = call.number("company_id");
        var found = appointments(call).filter(own -> own.appointment().id() == id)
                .filter(own -> location.isEmpty() || location.get() == own.appointment().location().id()).toList();
        if (found.size() != 1) throw Refusal.notFound();
        return found.getFirst();
    }

    private Stream<OwnAppointment> appointments(Call call) {
        return clients.appointments(call.user()).stream().filter(own -> call.partner().maySee(own.appointment().location().id()));
    }
}
